import { ratio } from '../domain/money/ratio.ts';
import type { Ratio } from '../domain/money/ratio.ts';
import type { Tx } from './engine.ts';

/** What came in for a release in one currency. */
export interface PoolRow {
  readonly release: string;
  readonly currency: string;
  /** Running total of what was split, minor units; the split depends on it alone. */
  readonly splitTotalMinor: bigint;
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
  split_total_minor: bigint;
  deficit_minor: bigint;
  deficit_value_minor: bigint;
  allotted_minor: bigint;
  carry: string;
}

const COLUMNS =
  'release, currency, split_total_minor, deficit_minor, deficit_value_minor, allotted_minor, carry';

const ratioText = ({ num, den }: Ratio): string => `${num}/${den}`;

const parseRatioText = (text: string): Ratio => {
  const [num = '0', den = '1'] = text.split('/');
  return ratio(BigInt(num), BigInt(den));
};

const restore = (row: Stored): PoolRow => ({
  release: row.release,
  currency: row.currency,
  splitTotalMinor: row.split_total_minor,
  deficitMinor: row.deficit_minor,
  deficitValueMinor: row.deficit_value_minor,
  allottedMinor: row.allotted_minor,
  carry: parseRatioText(row.carry),
});

/** The pool of a release in a currency; an empty one where nothing has come in. */
export async function findPool(tx: Tx, release: string, currency: string): Promise<PoolRow> {
  const row = await tx.get<Stored>(
    `select ${COLUMNS} from pools where release = ? and currency = ?`,
    release,
    currency,
  );
  if (row !== undefined) return restore(row);
  return {
    release,
    currency,
    splitTotalMinor: 0n,
    deficitMinor: 0n,
    deficitValueMinor: 0n,
    allottedMinor: 0n,
    carry: ratio(0n, 1n),
  };
}

/** All pools of a release, by currency. */
export async function listPools(tx: Tx, release: string): Promise<PoolRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from pools where release = ? order by currency`,
    release,
  );
  return rows.map(restore);
}

/** Writes a pool as it now stands. */
export async function savePool(tx: Tx, pool: PoolRow): Promise<void> {
  await tx.run(
    `insert into pools (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (release, currency) do update set
       split_total_minor = excluded.split_total_minor, deficit_minor = excluded.deficit_minor,
       deficit_value_minor = excluded.deficit_value_minor,
       allotted_minor = excluded.allotted_minor, carry = excluded.carry`,
    pool.release,
    pool.currency,
    pool.splitTotalMinor,
    pool.deficitMinor,
    pool.deficitValueMinor,
    pool.allottedMinor,
    ratioText(pool.carry),
  );
}
