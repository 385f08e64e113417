import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { actionsByType } from './actions/catalogue.ts';
import { replay } from './actions/replay.ts';
import type { KeptEntry, KeptRecord, ReplayReport } from './actions/replay.ts';
import { checkBooks } from './checks/check-books.ts';
import type { CheckReport } from './checks/check-books.ts';
import { refuse } from './domain/refusals.ts';
import { machineDisk } from './keyring/disk.ts';
import { Keyring } from './keyring/keyring.ts';
import { DATA_FILES } from './node.ts';
import {
  archivedCheckpoints,
  archivedEntries,
  archivedKeys,
  emptyDirectory,
  readManifest,
} from './store/archive.ts';
import type { Manifest } from './store/archive.ts';
import { openSqlite } from './store/sqlite/engine.ts';
import { lockData } from './store/sqlite/lock.ts';
import { openTables } from './tables/tables.ts';

type Progress = (entries: number) => void;

async function recordOf(directory: string): Promise<KeptRecord> {
  const entries: AsyncIterable<KeptEntry> = archivedEntries(directory);
  return { entries, checkpoints: await archivedCheckpoints(directory) };
}

/** What an import did. */
export interface Imported extends ReplayReport {
  readonly node: string;
  readonly keys: number;
}

/**
 * Makes a node of an export, in an empty directory: the record is run again, so that what comes in
 * is what was signed and nothing else. Where it fails nothing stays behind.
 *
 * @throws Refusal directory-not-empty, archive-malformed, archive-changed, record-damaged
 */
export async function importNode(
  given: { readonly from: string; readonly dataDir: string },
  progress?: Progress,
): Promise<Imported> {
  const manifest = await readManifest(given.from);
  await emptyDirectory(given.dataDir);
  const lock = lockData(join(given.dataDir, DATA_FILES.lock), given.dataDir);
  try {
    const report = await rebuilt(join(given.dataDir, DATA_FILES.database), given.from, progress);
    endsAs(manifest, report);
    const keys = await importKeys(given);
    lock.release();
    return { ...report, node: manifest.node, keys };
  } catch (error) {
    lock.release();
    await rm(given.dataDir, { recursive: true, force: true });
    await mkdir(given.dataDir, { recursive: true, mode: 0o700 });
    throw error;
  }
}

function endsAs(manifest: Manifest, { root, entries }: ReplayReport): void {
  if (root !== manifest.root || entries !== manifest.entries) {
    refuse('record-damaged', { what: 'the record ends elsewhere than its manifest says' });
  }
}

async function rebuilt(database: string, from: string, progress?: Progress): Promise<ReplayReport> {
  const engine = openSqlite(database);
  try {
    return await replay(await recordOf(from), {
      engine,
      actions: actionsByType,
      tables: openTables(),
      ...(progress === undefined ? {} : { progress }),
    });
  } finally {
    await engine.close();
  }
}

async function importKeys(given: {
  readonly from: string;
  readonly dataDir: string;
}): Promise<number> {
  const keyring = new Keyring({
    directory: join(given.dataDir, DATA_FILES.keys),
    disk: machineDisk,
    random: () => {
      throw new Error('Taking in a key needs no randomness.');
    },
  });
  const keys = await archivedKeys(given.from);
  for (const { name, text } of keys) await keyring.importFile(Buffer.from(text, 'utf8'), name);
  return keys.length;
}

/** What a verification found. */
export interface Verified extends ReplayReport {
  readonly status: 'sound';
  readonly node: string;
}

/**
 * Verifies an export without any node: every file's hash, every signature, every checkpoint, every
 * value and balance, by running the record again in memory.
 *
 * @throws Refusal archive-malformed, archive-changed, record-damaged
 */
export async function verifyArchive(directory: string, progress?: Progress): Promise<Verified> {
  const manifest = await readManifest(directory);
  const report = await rebuilt(':memory:', directory, progress);
  endsAs(manifest, report);
  return { status: 'sound', node: manifest.node, ...report };
}

/** Checks the books in a data directory, without starting its node. */
export async function verifyData(dataDir: string, progress?: Progress): Promise<CheckReport> {
  const engine = openSqlite(join(dataDir, DATA_FILES.database));
  try {
    return await checkBooks(engine, {
      actions: actionsByType,
      tables: openTables(),
      scratch: () => openSqlite(':memory:'),
      ...(progress === undefined ? {} : { progress }),
    });
  } finally {
    await engine.close();
  }
}
