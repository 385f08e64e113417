import type { Tx, WriteTx } from './engine.ts';
import { pageOf } from './page.ts';
import type { Page, Paged } from './page.ts';

/** A work as the books have it. */
export interface StoredWork {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly currency: string;
  readonly steward: string;
  readonly seq: number;
}

type WorkRow = Omit<StoredWork, 'seq'> & { readonly seq: bigint };

const fromRow = (row: WorkRow): StoredWork => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  currency: row.currency,
  steward: row.steward,
  seq: Number(row.seq),
});

/** Writes a new work. */
export async function insertWork(tx: WriteTx, work: StoredWork): Promise<void> {
  await tx.run(
    'insert into works (id, title, kind, currency, steward, seq) values (?, ?, ?, ?, ?, ?)',
    work.id,
    work.title,
    work.kind,
    work.currency,
    work.steward,
    BigInt(work.seq),
  );
}

/** The work of that id, or undefined. */
export async function findWork(tx: Tx, id: string): Promise<StoredWork | undefined> {
  const row = await tx.get<WorkRow>('select * from works where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

const HAS_TO_DO_WITH = `exists (select 1 from (select ? as agent) a where works.steward = a.agent
  or exists (select 1 from contributions c where c.work = works.id and c.agent = a.agent)
  or exists (select 1 from agreements g join agreement_signatures s on s.agreement = g.id
    where g.work = works.id and s.agent = a.agent)
  or exists (select 1 from invitations i where i.work = works.id and i.joined_by = a.agent))`;

const STATUS = `? = case when exists
  (select 1 from releases r where r.work = works.id and r.status = 'owing')
  then 'owing' else 'open' end`;

/**
 * Works in the order in which they came, those that fit the filter: `agent` is their steward or
 * has lines in them, signed for them or was invited to them; `status` is `owing` while one of
 * their releases is.
 */
export async function listWorks(
  tx: Tx,
  filter: { kind?: string | undefined; agent?: string | undefined; status?: string | undefined },
  page: Page = {},
): Promise<Paged<StoredWork>> {
  const found = await pageOf<WorkRow>(tx, {
    table: 'works',
    where: [
      ['kind = ?', filter.kind],
      [HAS_TO_DO_WITH, filter.agent],
      [STATUS, filter.status],
    ],
    page,
  });
  return { ...found, items: found.items.map(fromRow) };
}

/** Id and title of every work. */
export async function workTitles(tx: Tx): Promise<{ id: string; text: string }[]> {
  return tx.all('select id, title as text from works order by rowid');
}
