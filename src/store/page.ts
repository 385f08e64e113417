import type { Param, Row, Tx } from './engine.ts';

/** Which part of a list is meant: what comes after the thing with this id, so many at most. */
export interface Page {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** So many are left out first: for whoever reads a list by position. */
  readonly skip?: number | undefined;
}

/** One page of a list. `next` is what to ask for as `after` where there is more. */
export interface Paged<T> {
  readonly items: T[];
  readonly next?: string;
  /** How many fit altogether; said where `skip` was. */
  readonly total?: number;
}

/** How many things one page holds where nothing else is said. */
export const PAGE_LIMIT = 100;

interface Listing {
  readonly table: 'agents' | 'works' | 'agreements' | 'contributions';
  /** Conditions with one parameter each; those whose value is undefined are left out. */
  readonly where: readonly (readonly [sql: string, value: Param | undefined])[];
  readonly page: Page;
}

/** Rows of a table in the order in which they came to the books, one page of them. */
export async function pageOf<T extends { readonly id: string } = Row & { readonly id: string }>(
  tx: Tx,
  { table, where, page }: Listing,
): Promise<Paged<T>> {
  const limit = page.limit ?? PAGE_LIMIT;
  const after = [`rowid > (select rowid from ${table} where id = ?)`, page.after] as const;
  const conditions = [...where, after].filter(([, value]) => value !== undefined);
  const sql = conditions.map(([condition]) => `(${condition})`).join(' and ') || 'true';
  const values = conditions.map(([, value]) => value as Param);
  // What is left out is counted by row numbers alone: rows are long.
  const rows = await tx.all<T>(
    `select * from ${table} where rowid in
       (select rowid from ${table} where ${sql} order by rowid limit ? offset ?) order by rowid`,
    ...values,
    BigInt(limit + 1),
    BigInt(page.skip ?? 0),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined ? { next: last.id } : {};
  if (page.skip === undefined) return { items, ...more };
  const counted = await tx.get<{ n: bigint }>(
    `select count(*) as n from ${table} where ${sql}`,
    ...values,
  );
  return { items, ...more, total: Number(counted?.n ?? 0n) };
}
