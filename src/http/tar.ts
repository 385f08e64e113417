import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 512;

/** A field of a header: the text, then zeros. */
function put(header: Buffer, text: string, at: number, length: number): void {
  const written = header.write(text, at, length, 'utf8');
  if (written < Buffer.byteLength(text)) throw new Error(`Too long for a tar: ${text}`);
}

/** The header of one file (POSIX ustar): no time and no user, so that the same gives the same. */
function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  put(header, name, 0, 100);
  put(header, '0000600', 100, 7);
  put(header, '0000000', 108, 7);
  put(header, '0000000', 116, 7);
  put(header, size.toString(8).padStart(11, '0'), 124, 11);
  put(header, '00000000000', 136, 11);
  header.fill(' ', 148, 156);
  put(header, '0', 156, 1);
  put(header, 'ustar', 257, 6);
  put(header, '00', 263, 2);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 8, 'latin1');
  return header;
}

/** How many bytes the tar of these files has. */
export async function tarBytes(directory: string, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(names.map((name) => stat(join(directory, name))));
  const blocks = sizes.reduce((sum, { size }) => sum + 1 + Math.ceil(size / BLOCK), 2);
  return blocks * BLOCK;
}

/** The files of a directory, by the names given, as a tar; read as it is sent. */
export async function* tarOf(
  directory: string,
  names: readonly string[],
): AsyncGenerator<Uint8Array, void> {
  for (const name of names) {
    const path = join(directory, name);
    const { size } = await stat(path);
    yield headerOf(name, size);
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
    const rest = size % BLOCK;
    if (rest > 0) yield Buffer.alloc(BLOCK - rest);
  }
  yield Buffer.alloc(2 * BLOCK);
}
