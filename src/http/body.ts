import { refuse } from '../domain/refusals.ts';
import { parseJsonText } from './json-text.ts';

/** The most bytes that a body may have, save where a door says otherwise. */
export const BODY_BYTES_MAX = 1_000_000;

/** The most bytes of an act that may be large: an import brings many lines in one. */
export const ACT_BYTES_MAX = 32_000_000;

function checkKind(request: Request): void {
  const found = request.headers.get('content-type') ?? 'nothing';
  const [kind = '', ...parameters] = found
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (kind !== 'application/json' || !isUtf8) {
    refuse('body-not-json', { found: found.slice(0, 100) });
  }
}

/** The bytes of a body as they come. Refuses `body-too-large` as soon as the limit is passed. */
export async function* bytesOf(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > limit) refuse('body-too-large', { limit });
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > limit) refuse('body-too-large', { limit });
    yield piece;
  }
}

/** The bytes of a body. Refuses `body-too-large`. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(request, limit)) pieces.push(piece);
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces);
}

/**
 * The JSON body of a request. Refuses `body-not-json` (another type or charset), `body-too-large`
 * (as soon as the limit is passed, whatever the length that was announced), `json-malformed`,
 * `json-too-deep`, `number-unsafe`, `json-key-twice`.
 */
export async function readJsonBody(request: Request, limit: number): Promise<unknown> {
  checkKind(request);
  const bytes = await readBytes(request, limit);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuse('json-malformed', { reason: 'it is not UTF-8' });
  }
  return parseJsonText(text);
}
