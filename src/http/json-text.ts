// A scan of JSON text before JSON.parse sees it: what the parser would lose in silence is refused.

import { refuse } from '../domain/refusals.ts';

/** How deep a JSON body may nest. */
export const BODY_DEPTH_MAX = 64;

interface Frame {
  readonly kind: 'object' | 'array';
  readonly keys: Set<string>;
  key: string;
  index: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** JSON Pointer (RFC 6901) of the place that the open frames lead to. */
function pointer(frames: readonly Frame[]): string {
  const steps = frames.map((frame) =>
    frame.kind === 'array'
      ? String(frame.index)
      : frame.key.replaceAll('~', '~0').replaceAll('/', '~1'),
  );
  return `/${steps.join('/')}`;
}

function checkNumber(text: string, frames: readonly Frame[]): void {
  const value = Number(text);
  const whole = /^-?\d+$/.test(text);
  const safe = whole ? Number.isSafeInteger(value) : Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (!safe) refuse('number-unsafe', { text: text.slice(0, 40), where: pointer(frames) });
}

function takeKey(frame: Frame, text: string): void {
  // A key with a broken escape is left to JSON.parse, which names the place.
  try {
    frame.key = JSON.parse(text) as string;
  } catch {
    frame.key = text;
  }
  // Readers drop a member of this name in silence: what was signed would not be what is kept.
  if (frame.key === '__proto__') {
    refuse('json-malformed', { reason: 'no member may be called "__proto__"' });
  }
  if (frame.keys.has(frame.key)) refuse('json-key-twice', { key: frame.key.slice(0, 100) });
  frame.keys.add(frame.key);
}

function tokenAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The string that begins there. No pattern: on long strings one runs out of stack. */
function stringAt(text: string, at: number): string | undefined {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return text.slice(at, end + 1);
  }
  return undefined;
}

/**
 * Walks the text once, without recursion. Refuses `json-too-deep` beyond 64 levels,
 * `number-unsafe` for a number that a double does not hold exactly to the unit (its place as a
 * JSON Pointer), `json-key-twice` for a key that stands twice in one object.
 */
function scan(text: string): void {
  const frames: Frame[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const frame = frames.at(-1);
    if (character === '"') {
      const token = stringAt(text, at);
      if (token === undefined) return;
      if (expectsKey && frame !== undefined) takeKey(frame, token);
      expectsKey = false;
      at += token.length - 1;
    } else if (character === '{' || character === '[') {
      const kind = character === '{' ? 'object' : 'array';
      frames.push({ kind, keys: new Set(), key: '', index: 0 });
      if (frames.length > BODY_DEPTH_MAX) refuse('json-too-deep', { depth: BODY_DEPTH_MAX });
      expectsKey = kind === 'object';
    } else if (character === '}' || character === ']') {
      frames.pop();
      expectsKey = false;
    } else if (character === ',' && frame !== undefined) {
      frame.index += 1;
      expectsKey = frame.kind === 'object';
    } else if (character === '-' || (character !== undefined && /\d/.test(character))) {
      const token = tokenAt(NUMBER, text, at);
      if (token === undefined) return;
      checkNumber(token, frames);
      at += token.length - 1;
    }
  }
}

/**
 * The value of a JSON text. Refuses `json-malformed`, also a member called `__proto__`, and what
 * `JSON.parse` takes in silence:
 * `json-too-deep`, `number-unsafe`, `json-key-twice`.
 */
export function parseJsonText(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The parser's message quotes the text, which may be personal: only its place is repeated.
    const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(String(error))?.[0];
    return refuse('json-malformed', {
      reason: place ?? 'it ends too early or holds something else',
    });
  }
}
