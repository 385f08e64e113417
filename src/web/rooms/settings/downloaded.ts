import { clientTransport } from '../../app/transport.ts';

/** How far a download is: bytes, of so many; 0 while the node still gathers them. */
export interface Downloading {
  readonly bytes: number;
  readonly total: number;
}

interface How {
  readonly progress: (at: Downloading) => void;
  readonly signal: AbortSignal;
}

/**
 * Fetches a file of the node and hands it to the browser to keep, under a name. What breaks off in
 * the middle is not kept at all. Gives its size in bytes.
 */
export async function downloaded(address: string, name: string, { progress, signal }: How) {
  const response = await clientTransport.raw(address, { method: 'GET', signal });
  const total = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    chunks.push(value);
    bytes += value.length;
    progress({ bytes, total });
  }
  if (total > 0 && bytes !== total) throw new Error('The file broke off in the middle.');
  keep(new Blob(chunks), name);
  return bytes;
}

/** As if somebody had pressed a link to it. */
function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
