import { ZERO, parseRatioText, ratioText } from '../../domain/money/ratio.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import type { Tx } from '../engine.ts';
import { parseTotals, totalsText } from './totals.ts';

/** What came in for a release in one currency. */
export interface PoolRow {
  readonly release: string;
  readonly currency: string;
  /** Running total of what each split has split, minor units, by the key of the split. */
  readonly splitTotals: Readonly<Record<string, bigint>>;
  /** What a reversal left missing, in this currency and valued in the work's. */
  readonly deficitMinor: bigint;
  readonly deficitValueMinor: bigint;
  /** What tranches were given, less what was settled as dust. */
  readonly allottedMinor: bigint;
  /** The fraction that the last conversion left over, in minor units of the work's currency. */
  readonly carry: Ratio;
}

interface Stored {
  release: string;
  currency: string;
  split_totals: string;
  deficit_minor: bigint;
  deficit_value_minor: bigint;
  allotted_minor: bigint;
  carry: string;
}

const COLUMNS =
  'release, currency, split_totals, deficit_minor, deficit_value_minor, allotted_minor, carry';

const FIND_POOL = `select ${COLUMNS} from pools where release = ? and currency = ?`;
const LIST_POOLS = `select ${COLUMNS} from pools where release = ? order by currency`;
const LIST_DEFICITS = `select ${COLUMNS} from pools where deficit_minor > 0
  order by release, currency`;
const SAVE_POOL = `insert into pools (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)
  on conflict (release, currency) do update set
    split_totals = excluded.split_totals, deficit_minor = excluded.deficit_minor,
    deficit_value_minor = excluded.deficit_value_minor,
    allotted_minor = excluded.allotted_minor, carry = excluded.carry`;

const restore = (row: Stored): PoolRow => ({
  release: row.release,
  currency: row.currency,
  splitTotals: parseTotals(row.split_totals),
  deficitMinor: row.deficit_minor,
  deficitValueMinor: row.deficit_value_minor,
  allottedMinor: row.allotted_minor,
  carry: parseRatioText(row.carry),
});

/** The pool of a release in a currency; an empty one where nothing has come in. */
export async function findPool(tx: Tx, release: string, currency: string): Promise<PoolRow> {
  const row = await tx.get<Stored>(FIND_POOL, release, currency);
  if (row !== undefined) return restore(row);
  return {
    release,
    currency,
    splitTotals: {},
    deficitMinor: 0n,
    deficitValueMinor: 0n,
    allottedMinor: 0n,
    carry: ZERO,
  };
}

/** All pools of a release, by currency. */
export async function listPools(tx: Tx, release: string): Promise<PoolRow[]> {
  const rows = await tx.all<Stored>(LIST_POOLS, release);
  return rows.map(restore);
}

/** The pools of all releases in which something is missing. */
export async function listDeficits(tx: Tx): Promise<PoolRow[]> {
  const rows = await tx.all<Stored>(LIST_DEFICITS);
  return rows.map(restore);
}

/** Writes a pool as it now stands. */
export async function savePool(tx: Tx, pool: PoolRow): Promise<void> {
  await tx.run(
    SAVE_POOL,
    pool.release,
    pool.currency,
    totalsText(pool.splitTotals),
    pool.deficitMinor,
    pool.deficitValueMinor,
    pool.allottedMinor,
    ratioText(pool.carry),
  );
}
