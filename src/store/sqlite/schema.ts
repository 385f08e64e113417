import { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrate.ts';

/** What a database has in it: every table and index, as it was made, by kind and name. */
export function schemaOf(database: DatabaseSync): string {
  const rows = database
    .prepare(
      `select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'
         order by type desc, name`,
    )
    .all();
  return rows.map(({ sql }) => `${String(sql)};\n`).join('\n');
}

const HEAD =
  '-- What all migrations add up to. Written by scripts/database.ts; nothing reads it.\n\n';

/** What all migrations add up to, as `schema.sql` keeps it for readers. */
export function schemaText(): string {
  const database = new DatabaseSync(':memory:');
  try {
    migrate(database, 0);
    return HEAD + schemaOf(database);
  } finally {
    database.close();
  }
}
