import type { Tx, WriteTx } from './engine.ts';

/** A release as the books have it. */
export interface StoredRelease {
  readonly id: string;
  readonly work: string;
  readonly number: number;
  readonly status: 'owing' | 'open';
  /** SPDX id of the licence in force. */
  readonly licence: string;
  /** The day on which it opens even if lines handed in before are still undecided. */
  readonly openingDueOn: string | null;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly seq: number;
}

/** One release that another builds on, with its share of the other's income. */
export interface Upstream {
  readonly release: string;
  /** A decimal of at most four places. */
  readonly share: string;
}

interface ReleaseRow {
  readonly id: string;
  readonly work: string;
  readonly number: bigint;
  readonly status: 'owing' | 'open';
  readonly licence: string;
  readonly opening_due_on: string | null;
  readonly opened_at: string | null;
  readonly opened_by: string | null;
  readonly seq: bigint;
}

const fromRow = (row: ReleaseRow): StoredRelease => ({
  id: row.id,
  work: row.work,
  number: Number(row.number),
  status: row.status,
  licence: row.licence,
  openingDueOn: row.opening_due_on,
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  seq: Number(row.seq),
});

/** Writes a new release, owing, with what it builds on in the order given. */
export async function insertRelease(
  tx: WriteTx,
  release: Pick<StoredRelease, 'id' | 'work' | 'number' | 'licence' | 'seq'>,
  buildsOn: readonly Upstream[],
): Promise<void> {
  await tx.run(
    `insert into releases (id, work, number, status, licence, seq)
       values (?, ?, ?, 'owing', ?, ?)`,
    release.id,
    release.work,
    BigInt(release.number),
    release.licence,
    BigInt(release.seq),
  );
  for (const [position, upstream] of buildsOn.entries()) {
    await tx.run(
      'insert into release_upstreams (release, upstream, share, position) values (?, ?, ?, ?)',
      release.id,
      upstream.release,
      upstream.share,
      BigInt(position),
    );
  }
}

/** The release of that id, or undefined. */
export async function findRelease(tx: Tx, id: string): Promise<StoredRelease | undefined> {
  const row = await tx.get<ReleaseRow>('select * from releases where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

/** The releases of a work, by number. */
export async function releasesOf(tx: Tx, work: string): Promise<StoredRelease[]> {
  const rows = await tx.all<ReleaseRow>(
    'select * from releases where work = ? order by number',
    work,
  );
  return rows.map(fromRow);
}

/** What a release builds on, in the order in which it was declared. */
export async function upstreamsOf(tx: Tx, release: string): Promise<Upstream[]> {
  return tx.all<Upstream>(
    `select upstream as release, share from release_upstreams
       where release = ? order by position`,
    release,
  );
}

/** Every "builds on" between releases. */
export async function dependencies(
  tx: Tx,
): Promise<{ release: string; upstream: string; share: string }[]> {
  return tx.all(
    'select release, upstream, share from release_upstreams order by release, position',
  );
}

/** Id, number and title of the work of every release. */
export async function releaseTitles(
  tx: Tx,
): Promise<{ id: string; work: string; number: number; title: string }[]> {
  const rows = await tx.all<{ id: string; work: string; number: bigint; title: string }>(
    `select r.id, r.work, r.number, w.title from releases r join works w on w.id = r.work
       order by r.rowid`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** The code of the currency in which a release owes. The release must exist. */
export async function currencyOfRelease(tx: Tx, release: string): Promise<string> {
  const row = await tx.get<{ currency: string }>(
    'select w.currency from releases r join works w on w.id = r.work where r.id = ?',
    release,
  );
  if (row === undefined) throw new Error(`There is no release ${release}.`);
  return row.currency;
}
