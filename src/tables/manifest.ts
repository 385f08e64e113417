import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the manifest says of one shipped table. */
export interface TableEntry {
  readonly id: string;
  readonly title: string;
  /** Path within the data directory. */
  readonly file: string;
  readonly vintage: string;
  /** The day that the table is as of, or in force from. */
  readonly date: string;
  readonly source: string;
  readonly licence: string;
  readonly url?: string;
  /** Hash of the file as it is shipped, lower-case hex. */
  readonly sha256: string;
}

/** The directory of the tables that ship with the product, found upwards from this file. */
export function shippedDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'data', 'tables.json'))) {
    const above = dirname(directory);
    if (above === directory) throw new Error('data/tables.json is not there: install again');
    directory = above;
  }
  return join(directory, 'data');
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isEntry = (value: unknown): value is TableEntry => {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const keys = ['id', 'title', 'file', 'vintage', 'date', 'source', 'licence', 'sha256'];
  return keys.every((key) => isText(record[key]));
};

/** Reads `tables.json` of a data directory. A manifest that is not one is a broken assumption. */
export function readManifest(directory: string): readonly TableEntry[] {
  const parsed: unknown = JSON.parse(readFileSync(join(directory, 'tables.json'), 'utf8'));
  const tables = (parsed as { tables?: unknown }).tables;
  if (!Array.isArray(tables) || !tables.every(isEntry)) {
    throw new Error(`${join(directory, 'tables.json')} is not a manifest of tables`);
  }
  return tables;
}
