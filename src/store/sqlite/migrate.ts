import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
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

const pragma = (path: string, name: string): number => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? { 0: 0 })[0]);
  } finally {
    database.close();
  }
};

const tablesIn = (path: string): number => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const row = database.prepare('select count(*) as n from sqlite_master').get();
    return Number(row?.['n'] ?? 0);
  } finally {
    database.close();
  }
};

/**
 * Brings a database up to the newest migration, each in a transaction of its own.
 *
 * @throws Refusal store-foreign when the file is another program's, store-newer when a later
 *   version of this product wrote it.
 */
export function migrate(connection: Executable, path: string): void {
  const all = migrations();
  const fresh = path === ':memory:' || tablesIn(path) === 0;
  if (!fresh && pragma(path, 'application_id') !== APPLICATION_ID)
    refuse('store-foreign', { path });
  const done = fresh ? 0 : pragma(path, 'user_version');
  const newest = all.at(-1)?.number ?? 0;
  if (done > newest) refuse('store-newer', { path, found: done, known: newest });
  for (const step of all.filter(({ number }) => number > done)) {
    connection.exec(
      `begin immediate;\n${step.sql}\npragma application_id = ${APPLICATION_ID};\n` +
        `pragma user_version = ${step.number};\ncommit;`,
    );
  }
}
