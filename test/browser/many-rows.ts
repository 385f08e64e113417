// Fills the books of a node with rows, by the database alone: for lists as long as they get.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WORK } from '../almanac.ts';

/** How many lines the almanac has afterwards. */
export const MANY = 100_000;

/** Of the books, which are read from the newest on. */
export const BOOKED = 10_000;

/** Copies a draft and the last transfer of the books so often that lists are long. */
export function fill(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'webizen.sqlite'));
  database.exec('pragma busy_timeout = 10000; begin immediate');
  const columns = database
    .prepare('select name from pragma_table_info(?)')
    .all('contributions')
    .map(({ name }) => String(name));
  const copied = columns.map((name) => {
    if (name === 'id') return `'con_many_' || n`;
    if (name === 'status') return `'draft'`;
    return ['valuation', 'submitted_at', 'agreement'].includes(name) ? 'null' : `c.${name}`;
  });
  const numbers = (sign: string): string =>
    `with recursive count(n) as (select 1 union all select n + 1 from count where n < ${sign})`;
  database.exec(
    `${numbers(String(MANY - 6))} insert into contributions (${columns.join(', ')})
     select ${copied.join(', ')} from count, contributions c where c.id = 'con_night'`,
  );
  database.exec(
    `${numbers(String(BOOKED))}, last(id) as (select max(id) from transfers)
     insert into transfers (id, kind, subject, happened_on, written_at, seq)
     select last.id + n, t.kind, t.subject || n, t.happened_on, t.written_at, t.seq
     from count, last, transfers t where t.id = last.id`,
  );
  for (const [account, sign, position] of [
    ['gift', 1, 0],
    ['reserve', -1, 1],
  ] as const) {
    database.exec(
      `${numbers(String(BOOKED))},
         last(id) as (select max(id) - ${BOOKED} from transfers)
       insert into entries (transfer, position, account, currency, amount_minor,
         balance_before_minor, balance_after_minor, version)
       select last.id + n, ${position}, '${account}:${WORK}', 'AUD', ${sign}, ${sign} * (n - 1),
         ${sign} * n, n from count, last`,
    );
    database.exec(
      `insert into accounts (name, currency, balance_minor, version)
       values ('${account}:${WORK}', 'AUD', ${sign} * ${BOOKED}, ${BOOKED})`,
    );
  }
  database.exec('commit');
  database.close();
}
