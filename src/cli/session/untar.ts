import { mkdir, open, readdir, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '../../domain/refusals.ts';

const BLOCK = 512;

/** Bytes of a stream, as many at a time as are asked for. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At most so many bytes, at least one; none at the end. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return Buffer.alloc(0);
      this.#held = Buffer.from(next.value);
    }
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken.length === 0 ? this.some(most) : taken;
  }

  /** Reads what is left and lets go of the source, so that whoever sends it can tidy up. */
  async end(): Promise<void> {
    while ((await this.#source.next()).done !== true);
  }

  /** Lets go of the source where it stands. */
  async leave(): Promise<void> {
    await this.#source.return?.();
  }

  /** Exactly so many bytes. */
  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      const part = await this.some(missing);
      if (part.length === 0) throw new Error('The export ended in the middle.');
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }
}

const textIn = (header: Buffer, at: number, length: number): string =>
  header
    .subarray(at, at + length)
    .toString('utf8')
    .replace(/\0.*$/s, '');

async function writeFile(path: string, size: number, bytes: Bytes): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'wx', 0o600);
    for (let missing = size; missing > 0;) {
      const part = await bytes.some(missing);
      if (part.length === 0) throw new Error('The export ended in the middle.');
      await file.write(part);
      missing -= part.length;
    }
    await file.sync();
  } finally {
    await file?.close();
  }
  await bytes.exactly((BLOCK - (size % BLOCK)) % BLOCK);
}

/**
 * Writes the files of a tar stream, as a node exports it, into a directory that is empty or not
 * there yet, and gives their names. Where it breaks off, nothing stays behind.
 *
 * @throws Refusal directory-not-empty
 */
export async function unpackInto(
  directory: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if ((await readdir(directory)).length > 0) refuse('directory-not-empty', { path: directory });
  const bytes = new Bytes(stream);
  const names: string[] = [];
  try {
    for (;;) {
      const header = await bytes.exactly(BLOCK);
      const name = textIn(header, 0, 100);
      if (name === '') break;
      if (!/^[\w.%-]+(\/[\w.%-]+)*$/.test(name) || name.split('/').includes('..')) {
        throw new Error(`The export holds a file of a strange name: ${name}`);
      }
      await writeFile(join(directory, name), parseInt(textIn(header, 124, 12), 8), bytes);
      names.push(name);
    }
    await bytes.end();
    return names;
  } catch (error) {
    await bytes.leave();
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}
