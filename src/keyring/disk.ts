import { constants } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../domain/refusals.ts';

/** The disk as far as keys need it. Every write is whole and durable once it returns. */
export interface KeyDisk {
  /** The bytes of a file, or null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Puts a file there, or another in its place: the whole new one or the whole old one. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Removes a file, if it is there. */
  readonly remove: (path: string) => Promise<void>;
  /** Names of the files in a directory; none where the directory is missing. */
  readonly list: (directory: string) => Promise<readonly string[]>;
  /** Makes a directory that only its owner can enter, with those above it. */
  readonly makePrivate: (directory: string) => Promise<void>;
  /** Whether others on the machine can read or change the file or directory. */
  readonly isExposed: (path: string) => Promise<boolean>;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Turns what the system says about a full, failing or closed disk into the refusal of it. */
async function named<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') refuse('disk-full', { path });
    if (code === 'EIO') refuse('disk-failing', { path });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      refuse('disk-read-only', { path });
    }
    throw error;
  }
}

async function orWhenMissing<T>(work: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return missing;
    throw error;
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows opens no directories, and has no way to make a rename durable by itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  // One left by a crash holds nothing that was acknowledged.
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

/**
 * The machine's own disk. Files get mode 0600, directories 0700. Refuses `disk-full`,
 * `disk-failing` and `disk-read-only`.
 */
export const machineDisk: KeyDisk = {
  read: (path) => named(path, () => orWhenMissing<Uint8Array | null>(() => readFile(path), null)),
  write: (path, bytes) => named(path, () => writeWhole(path, bytes)),
  remove: (path) =>
    named(path, async () => {
      await rm(path, { force: true });
      await syncDirectory(dirname(path));
    }),
  list: (directory) => named(directory, () => orWhenMissing(() => readdir(directory), [])),
  makePrivate: (directory) =>
    named(directory, async () => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await chmod(directory, 0o700);
    }),
  isExposed: async (path) => {
    if (process.platform === 'win32') return false;
    const found = await orWhenMissing(() => stat(path), null);
    return found !== null && (found.mode & 0o077) !== 0;
  },
};
