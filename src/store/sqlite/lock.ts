import { DatabaseSync } from 'node:sqlite';
import { refuse } from '../../domain/refusals.ts';
import { ownFile } from './own-file.ts';

const SQLITE_BUSY = 5;

/** How long a second process waits for the first to finish, milliseconds. */
const PATIENCE_MS = 5000;

/** Keeps every other process away from a data directory, until it is released. */
export interface Lock {
  release(): void;
}

/**
 * Locks a data directory for this process alone. The lock is the operating system's, held through
 * an empty database: it ends with the process, however that ends, and never goes stale.
 *
 * @throws Refusal data-in-use
 */
export function lockData(file: string, directory: string, patienceMs = PATIENCE_MS): Lock {
  ownFile(file);
  const database = new DatabaseSync(file);
  try {
    database.exec(`pragma busy_timeout = ${patienceMs}; begin exclusive`);
  } catch (error) {
    database.close();
    const code = (error as { errcode?: unknown }).errcode;
    if (code === SQLITE_BUSY) refuse('data-in-use', { path: directory });
    throw error;
  }
  return {
    release: () => {
      database.exec('rollback');
      database.close();
    },
  };
}
