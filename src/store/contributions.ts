import type { Param, Tx, WriteTx } from './engine.ts';
import { pageOf } from './page.ts';
import type { Page, Paged } from './page.ts';

/** What a contribution can be. */
export type ContributionStatus =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  | 'cancelled';

/** A contribution as the books have it. `S` is what its author said, `V` its valuation. */
export interface StoredContribution<S = unknown, V = unknown> {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly agent: string;
  /** The version of the agreement that it is under, once one binds its author. */
  readonly agreement: string | null;
  readonly kind: string;
  readonly status: ContributionStatus;
  readonly said: S;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** Of a person's time; 0 for everything else. */
  readonly seconds: number;
  readonly estimate: boolean;
  readonly importKey: string | null;
  readonly contentHash: string | null;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly valuation: V | null;
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
  readonly seq: number;
}

interface ContributionRow {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly agent: string;
  readonly agreement: string | null;
  readonly kind: string;
  readonly status: ContributionStatus;
  readonly body: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly seconds: bigint;
  readonly estimate: bigint;
  readonly import_key: string | null;
  readonly content_hash: string | null;
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
  readonly valuation: string | null;
  readonly submitted_at: string | null;
  readonly decided_at: string | null;
  readonly seq: bigint;
}

const fromRow = <S, V>(row: ContributionRow): StoredContribution<S, V> => ({
  id: row.id,
  work: row.work,
  release: row.release,
  agent: row.agent,
  agreement: row.agreement,
  kind: row.kind,
  status: row.status,
  said: JSON.parse(row.body) as S,
  from: row.from_on,
  to: row.to_on,
  seconds: Number(row.seconds),
  estimate: row.estimate === 1n,
  importKey: row.import_key,
  contentHash: row.content_hash,
  supersedes: row.supersedes,
  supersededBy: row.superseded_by,
  valuation: row.valuation === null ? null : (JSON.parse(row.valuation) as V),
  submittedAt: row.submitted_at,
  decidedAt: row.decided_at,
  seq: Number(row.seq),
});

const COLUMNS = `release, agent, agreement, status, body, seconds, estimate, superseded_by,
  valuation, submitted_at, decided_at, id, work, kind, from_on, to_on, import_key, content_hash,
  supersedes, seq`;

const changing = (it: StoredContribution): Param[] => [
  it.release,
  it.agent,
  it.agreement,
  it.status,
  JSON.stringify(it.said),
  BigInt(it.seconds),
  it.estimate ? 1n : 0n,
  it.supersededBy,
  it.valuation === null ? null : JSON.stringify(it.valuation),
  it.submittedAt,
  it.decidedAt,
];

/** Writes a new contribution. */
export async function insertContribution(tx: WriteTx, it: StoredContribution): Promise<void> {
  await tx.run(
    `insert into contributions (${COLUMNS})
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...changing(it),
    it.id,
    it.work,
    it.kind,
    it.from,
    it.to,
    it.importKey,
    it.contentHash,
    it.supersedes,
    BigInt(it.seq),
  );
}

/** Writes what may change of a contribution: everything but its kind, days and origin. */
export async function updateContribution(tx: WriteTx, it: StoredContribution): Promise<void> {
  await tx.run(
    `update contributions set release = ?, agent = ?, agreement = ?, status = ?, body = ?,
       seconds = ?, estimate = ?, superseded_by = ?, valuation = ?, submitted_at = ?,
       decided_at = ? where id = ?`,
    ...changing(it),
    it.id,
  );
}

/** The contribution of that id, or undefined. */
export async function findContribution<S = unknown, V = unknown>(
  tx: Tx,
  id: string,
): Promise<StoredContribution<S, V> | undefined> {
  const row = await tx.get<ContributionRow>('select * from contributions where id = ?', id);
  return row === undefined ? undefined : fromRow<S, V>(row);
}

/** What a list of contributions can be narrowed to. Days: those that touch `from` to `to`. */
export interface ContributionFilter {
  readonly work?: string | undefined;
  readonly release?: string | undefined;
  readonly agent?: string | undefined;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Of drafts, those alone that are of this agent. */
  readonly draftsOf?: string | undefined;
}

/** Contributions in the order in which they came, those that fit the filter. */
export async function listContributions<S = unknown, V = unknown>(
  tx: Tx,
  filter: ContributionFilter,
  page: Page = {},
): Promise<Paged<StoredContribution<S, V>>> {
  const found = await pageOf<ContributionRow>(tx, {
    table: 'contributions',
    where: [
      // Of a release, an index alone says so: no row is looked at only to be counted.
      [
        filter.release === undefined
          ? 'work = ?'
          : 'release in (select id from releases where work = ?)',
        filter.work,
      ],
      ['release = ?', filter.release],
      ['agent = ?', filter.agent],
      ['status = ?', filter.status],
      ['kind = ?', filter.kind],
      ['to_on >= ?', filter.from],
      ['from_on <= ?', filter.to],
      ["status <> 'draft' or agent = ?", filter.draftsOf],
    ],
    page,
  });
  return { ...found, items: found.items.map((row) => fromRow<S, V>(row)) };
}

/** How many contributions of a release there are of each status; of drafts, those of one agent. */
export async function countByStatus(
  tx: Tx,
  release: string,
  draftsOf?: string,
): Promise<Partial<Record<ContributionStatus, number>>> {
  const rows = await tx.all<{ status: ContributionStatus; n: bigint }>(
    `select status, count(*) as n from contributions where release = ?
       and (status <> 'draft' or ? is null or agent = ?) group by status`,
    release,
    draftsOf ?? null,
    draftsOf ?? null,
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
}

/** A person's time that counts: what was handed in and not turned down. */
export interface TimeLine {
  readonly id: string;
  readonly work: string;
  readonly from: string;
  readonly to: string;
  /** As its author said it. */
  readonly quantity: string;
  readonly unit: string;
}

const TIME_LINES = `from contributions where agent = ? and seconds > 0
  and status in ('submitted', 'accepted') and id <> ? and from_on <= ? and to_on >= ?`;

/**
 * The time of a person, over all works, on lines that touch these days, directly or through
 * another line; without the line `except`.
 */
export async function timeAround(
  tx: Tx,
  { agent, from, to, except }: { agent: string; from: string; to: string; except: string },
): Promise<TimeLine[]> {
  let days = { from, to };
  for (;;) {
    const wider = await tx.get<{ first: string | null; last: string | null }>(
      `select min(from_on) as first, max(to_on) as last ${TIME_LINES}`,
      agent,
      except,
      days.to,
      days.from,
    );
    const first = wider?.first ?? days.from;
    const last = wider?.last ?? days.to;
    if (first >= days.from && last <= days.to) break;
    days = { from: first < days.from ? first : days.from, to: last > days.to ? last : days.to };
  }
  return tx.all<TimeLine>(
    `select id, work, from_on as "from", to_on as "to", body ->> '$.quantity' as quantity,
       body ->> '$.unit' as unit ${TIME_LINES} order by from_on, id`,
    agent,
    except,
    days.to,
    days.from,
  );
}

/** What an import has to know of a line that an earlier import brought. */
export interface ImportedRow {
  readonly id: string;
  readonly importKey: string;
  readonly contentHash: string | null;
  readonly status: ContributionStatus;
  readonly agent: string;
}

/** The newest line of each key that imports brought to a work, by key. */
export async function importedLines(tx: Tx, work: string): Promise<Map<string, ImportedRow>> {
  const rows = await tx.all<ImportedRow>(
    `select id, import_key as importKey, content_hash as contentHash, status, agent
       from contributions where work = ? and import_key is not null and superseded_by is null`,
    work,
  );
  return new Map(rows.map((row) => [row.importKey, row]));
}

/** Replaces a draft or submitted line by a new one: withdrawn, pointing at its successor. */
export async function supersede(
  tx: WriteTx,
  { old, by, at }: { old: string; by: string; at: string },
): Promise<void> {
  await tx.run(
    `update contributions set status = 'withdrawn', superseded_by = ?, decided_at = ?
       where id = ?`,
    by,
    at,
    old,
  );
}

/** Gives an unclaimed agent's lines to the one who claims them. */
export async function giveLines(
  tx: WriteTx,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.run('update contributions set agent = ? where agent = ?', to, from);
}

/** Who has lines in a release that still stand, whatever became of them otherwise. */
export async function authorsOf(tx: Tx, release: string): Promise<string[]> {
  const rows = await tx.all<{ agent: string }>(
    `select distinct agent from contributions where release = ? and status <> 'withdrawn'
       order by agent`,
    release,
  );
  return rows.map(({ agent }) => agent);
}

/** Who has given something to a release that was accepted, and stands. */
export async function acceptedAuthorsOf(tx: Tx, release: string): Promise<string[]> {
  const rows = await tx.all<{ agent: string }>(
    `select distinct agent from contributions
       where release = ? and status = 'accepted' and superseded_by is null order by agent`,
    release,
  );
  return rows.map(({ agent }) => agent);
}

/** Every line of an agent that still stands, in the order in which they came. */
export async function linesOfAgent(tx: Tx, agent: string): Promise<StoredContribution[]> {
  const rows = await tx.all<ContributionRow>(
    'select * from contributions where agent = ? and superseded_by is null order by seq, rowid',
    agent,
  );
  return rows.map(fromRow);
}

/** How many lines of an agent still stand. */
export async function countLinesOf(tx: Tx, agent: string): Promise<number> {
  const row = await tx.get<{ n: bigint }>(
    'select count(*) as n from contributions where agent = ? and superseded_by is null',
    agent,
  );
  return Number(row?.n ?? 0n);
}
