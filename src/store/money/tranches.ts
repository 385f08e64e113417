import { decodeTranche, encodeTranche } from '../../domain/ledger/tranche.ts';
import type { Tranche } from '../../domain/ledger/tranche.ts';
import type { Tx } from '../engine.ts';
import { parseTotals, totalsText } from './totals.ts';

/** A tranche as the books hold it: the product-sum state with its place in the release. */
export interface TrancheRow {
  readonly id: string;
  readonly release: string;
  readonly number: number;
  /** 1 is paid first, 9 last. */
  readonly priority: number;
  /** Canonical JSON of the rule of growth, or "none"; claims of one rule share a tranche. */
  readonly growth: string;
  /** By how much payments have lowered it, in minor units of the work's currency. */
  readonly paidMinor: bigint;
  /** What came in, by currency, minor units. */
  readonly received: Readonly<Record<string, bigint>>;
  /** The last quarter's end at which it grew, ISO day. */
  readonly grownOn: string | null;
  /** open; closed: paid in full, with dust still to settle; settled. */
  readonly status: 'open' | 'closed' | 'settled';
  readonly state: Tranche;
}

interface Stored {
  id: string;
  release: string;
  number: bigint;
  priority: bigint;
  growth: string;
  paid_minor: bigint;
  received: string;
  grown_on: string | null;
  status: 'open' | 'closed' | 'settled';
  state: string;
}

const COLUMNS =
  'id, release, number, priority, growth, paid_minor, received, grown_on, status, state';

const LIST_OPEN = `select ${COLUMNS} from tranches
  where release = ? and status = 'open' order by number`;

const restore = (row: Stored): TrancheRow => ({
  id: row.id,
  release: row.release,
  number: Number(row.number),
  priority: Number(row.priority),
  growth: row.growth,
  paidMinor: row.paid_minor,
  received: parseTotals(row.received),
  grownOn: row.grown_on,
  status: row.status,
  state: decodeTranche(JSON.parse(row.state)),
});

/** Writes a new tranche; `seq` is the record entry that opened it. */
export async function insertTranche(tx: Tx, row: TrancheRow, seq: number): Promise<void> {
  await tx.run(
    `insert into tranches (id, release, number, priority, growth, outstanding_minor, paid_minor,
       received, state, grown_on, status, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.release,
    row.number,
    row.priority,
    row.growth,
    row.state.outstanding,
    row.paidMinor,
    totalsText(row.received),
    JSON.stringify(encodeTranche(row.state)),
    row.grownOn,
    row.status,
    seq,
  );
}

/** Writes what changes of a tranche: its state, what was paid, when it grew, its status. */
export async function updateTranche(tx: Tx, row: TrancheRow): Promise<void> {
  await tx.run(
    `update tranches set outstanding_minor = ?, paid_minor = ?, received = ?, state = ?,
       grown_on = ?, status = ? where id = ?`,
    row.state.outstanding,
    row.paidMinor,
    totalsText(row.received),
    JSON.stringify(encodeTranche(row.state)),
    row.grownOn,
    row.status,
    row.id,
  );
}

/** The tranche of that id, if there is one. */
export async function findTranche(tx: Tx, id: string): Promise<TrancheRow | undefined> {
  const row = await tx.get<Stored>(`select ${COLUMNS} from tranches where id = ?`, id);
  return row === undefined ? undefined : restore(row);
}

/** All tranches of a release, by number. */
export async function listTranches(tx: Tx, release: string): Promise<TrancheRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from tranches where release = ? order by number`,
    release,
  );
  return rows.map(restore);
}

/** The tranches of a release that are still owed something or still have dust, by number. */
export async function listOpenTranches(tx: Tx, release: string): Promise<TrancheRow[]> {
  const rows = await tx.all<Stored>(LIST_OPEN, release);
  return rows.map(restore);
}

/** Tranches of the whole node that grow, or that are closed with dust to settle. */
export async function listTranchesToTend(tx: Tx): Promise<TrancheRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from tranches
     where status = 'closed' or (status = 'open' and growth <> 'none') order by id`,
  );
  return rows.map(restore);
}

/** What a release owes in all: still outstanding, and by how much payments lowered it. */
export async function trancheTotals(
  tx: Tx,
  release: string,
): Promise<{ outstanding: bigint; paid: bigint }> {
  const row = await tx.get<{ outstanding: bigint | null; paid: bigint | null }>(
    `select sum(outstanding_minor) as outstanding, sum(paid_minor) as paid
     from tranches where release = ?`,
    release,
  );
  return { outstanding: row?.outstanding ?? 0n, paid: row?.paid ?? 0n };
}
