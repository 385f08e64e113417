import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/**
 * Sees to it that its owner alone can open a file, whoever may enter the directory, before SQLite
 * makes it: SQLite gives the files beside a database the same mode. A file that is there is never
 * opened here, as closing it would let go of the locks that this process holds on it (POSIX).
 */
export function ownFile(path: string): void {
  // Windows has no such modes.
  if (process.platform === 'win32') return;
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known === undefined) closeSync(openSync(path, 'wx', 0o600));
    else if ((known.mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch {
    // What is wrong with the disk SQLite finds as well, and it is explained there.
  }
}
