import { readdirSync, readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { refuse } from '../../domain/refusals.ts';

/** Marks a file as a Webizen node's: "WBZN" in ASCII, in SQLite's application_id. */
export const APPLICATION_ID = 0x57425a4e;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('../migrations/', import.meta.url);

/** The numbered migrations that ship with this version, in order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(new URL(name, folder), 'utf8'),
    }));
}

interface Executable {
  exec(sql: string): void;
}

/**
 * Reads one number from a database file and leaves nothing beside it. A file without a log of
 * writes beside it is read as it stands; with one, that log is read too.
 */
const numberIn = (path: string, sql: string): number => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const alone = pathToFileURL(path);
  alone.searchParams.set('immutable', '1');
  const whole = log !== undefined && log.size > 0;
  const database = new DatabaseSync(whole ? path : alone, { readOnly: true });
  try {
    return Number(Object.values(database.prepare(sql).get() ?? { 0: 0 })[0]);
  } finally {
    database.close();
  }
};

/**
 * How many migrations a database file has behind it; none where there is no file, or nothing in
 * it. The file is only read, so that what is not ours stays as it was.
 *
 * @throws Refusal store-foreign when the file is another program's, store-newer when a later
 *   version of this product wrote it.
 */
export function migrationsDone(path: string): number {
  if (path === ':memory:' || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return 0;
  if (numberIn(path, 'select count(*) from sqlite_master') === 0) return 0;
  if (numberIn(path, 'pragma application_id') !== APPLICATION_ID) refuse('store-foreign', { path });
  const done = numberIn(path, 'pragma user_version');
  const newest = migrations().at(-1)?.number ?? 0;
  return done > newest ? refuse('store-newer', { path, found: done, known: newest }) : done;
}

/** Brings a database up to the newest migration, each in a transaction of its own. */
export function migrate(connection: Executable, done: number): void {
  for (const step of migrations().filter(({ number }) => number > done)) {
    connection.exec(
      `begin immediate;\n${step.sql}\npragma application_id = ${APPLICATION_ID};\n` +
        `pragma user_version = ${step.number};\ncommit;`,
    );
  }
}
