import type { Terms } from '../../domain/agreements/fields.ts';
import { betweenMinorUnits, exchangeOn } from '../../domain/effort/exchange.ts';
import type { Exchange, GivenExchange } from '../../domain/effort/exchange.ts';
import { encodeTranche, mayLeaveDust, pay } from '../../domain/ledger/tranche.ts';
import type { Claimed } from '../../domain/ledger/bookings.ts';
import { amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import type { Currency } from '../../domain/money/currency.ts';
import { parseDecimal } from '../../domain/money/ratio.ts';
import type { Settlement } from '../../domain/payments/settle.ts';
import { POOL_ONLY, splitKey } from '../../domain/payments/split.ts';
import type { Split } from '../../domain/payments/split.ts';
import type { Receiver } from '../../domain/payments/sweep.ts';
import { findPool, savePool } from '../../store/money/pools.ts';
import type { PoolRow } from '../../store/money/pools.ts';
import type { TrancheShare } from '../../store/money/payments.ts';
import type { StoredRelease } from '../../store/releases.ts';
import { listOpenTranches, updateTranche } from '../../store/money/tranches.ts';
import type { TrancheRow } from '../../store/money/tranches.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight, Situation } from '../action.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';

/** Where income of a release goes, in one currency, as the books stand. */
export interface Income {
  readonly work: StoredWork;
  readonly release: StoredRelease;
  readonly terms: Terms | undefined;
  readonly split: Split;
  readonly pool: PoolRow;
  readonly tranches: readonly TrancheRow[];
  readonly home: Currency;
  readonly currency: Currency;
  /** None where the currency is the work's own. */
  readonly exchange: Exchange | null;
}

const TEN_THOUSANDTHS = 4;

/** A share of at most four decimals in ten-thousandths: "0.05" is 500. */
const weightOf = (share: string): number => {
  const { num, den } = parseDecimal(share);
  const weight = (num * 10n ** BigInt(TEN_THOUSANDTHS)) / den;
  return Number(weight);
};

/** The split that an agreement's terms say; all to the pool where there is no agreement. */
export function splitOf(terms: Terms | undefined): Split {
  if (terms === undefined) return POOL_ONLY;
  const host = weightOf(terms['split.host']);
  const reserve = weightOf(terms['split.reserve']);
  const upstream = terms['split.upstream']
    .map(({ release, share }) => ({ release, weight: weightOf(share) }))
    .filter(({ weight }) => weight > 0);
  const given = upstream.reduce((sum, { weight }) => sum + weight, host + reserve);
  return { host, reserve, upstream, pool: 10_000 - given };
}

/** Which income is meant. */
export interface IncomeAsked {
  readonly release: string;
  /** Code of the currency that comes in. */
  readonly currency: string;
  /** The day whose rate of exchange counts, ISO. */
  readonly day: string;
  readonly given?: GivenExchange | undefined;
}

/**
 * Loads where income of a release goes.
 *
 * @throws Refusal release-id-unknown, currency-unknown, and those of `exchangeOn`
 */
export async function incomeOf(sight: Sight, asked: IncomeAsked): Promise<Income> {
  const release = await knownRelease(sight.tx, asked.release);
  return incomeFor(sight, { ...asked, release, work: await knownWork(sight.tx, release.work) });
}

/** As `incomeOf`, for those who have read the work and its release already. */
export async function incomeFor(
  sight: Sight,
  asked: Omit<IncomeAsked, 'release'> & Pick<Income, 'work' | 'release'>,
): Promise<Income> {
  const { work, release } = asked;
  const terms = await findGoverningTerms(sight.tx, release.id);
  const currency = currencyOf(sight.currencies, asked.currency);
  const home = currencyOf(sight.currencies, work.currency);
  return {
    work,
    release,
    terms,
    split: splitOf(terms),
    pool: await findPool(sight.tx, release.id, currency.code),
    tranches: await listOpenTranches(sight.tx, release.id),
    home,
    currency,
    exchange: exchangeOn(sight.tables, {
      foreign: currency.code,
      home: home.code,
      day: asked.day,
      given: asked.given,
    }),
  };
}

/** The income as the domain settles it. */
export function receiverOf(
  income: Income,
  rooms: Readonly<Record<string, bigint>>,
  split: Split = income.split,
): Receiver {
  const { currency, home, exchange, pool, tranches } = income;
  return {
    currency: currency.code,
    split,
    splitTotal: pool.splitTotals[splitKey(split)] ?? 0n,
    rooms,
    deficit: pool.deficitMinor,
    tranches: tranches
      .filter(({ state }) => state.outstanding > 0n)
      .map(({ id, priority, state }) => ({
        id,
        priority,
        outstanding: state.outstanding,
        ...(state.pace === undefined ? {} : { pace: state.pace }),
      })),
    ...(exchange === null
      ? {}
      : {
          conversion: {
            rate: betweenMinorUnits(exchange.rate, currency, home),
            carry: pool.carry,
          },
        }),
  };
}

/**
 * The receiver as it is for all but gifts: once its release is open, what is left to its claims is
 * payable by gifts only, and a deficit by anybody.
 */
export function withoutRest({ release }: Income, receiver: Receiver): Receiver {
  return release.status === 'open' ? { ...receiver, tranches: [] } : receiver;
}

/** What a settlement did to the books of a release. */
export interface TakenIn {
  readonly pool: PoolRow;
  readonly shares: readonly TrancheShare[];
  /** By how much each tranche fell, in the work's currency: for the ledger. */
  readonly lowered: readonly Pick<Claimed, 'tranche' | 'amount'>[];
}

/** Writes what a settlement does: each tranche lowered, the pool's running values moved on. */
export async function takeIn(
  { tx }: Pick<Situation, 'tx'>,
  income: Income,
  settlement: Settlement,
  split: Split = income.split,
): Promise<TakenIn> {
  const shares: TrancheShare[] = [];
  for (const share of settlement.tranches) {
    const row = income.tranches.find(({ id }) => id === share.id);
    if (row === undefined)
      throw new Error(`A payment was given to ${share.id}, which is not owed.`);
    const state = pay(row.state, share);
    const status = !state.closed ? 'open' : mayLeaveDust(state) ? 'closed' : 'settled';
    const received = (row.received[share.currency] ?? 0n) + share.minor;
    await updateTranche(tx, {
      ...row,
      state,
      status,
      paidMinor: row.paidMinor + share.value,
      received: { ...row.received, [share.currency]: received },
    });
    shares.push({
      tranche: row.id,
      minor: share.minor.toString(),
      value: share.value.toString(),
      received: received.toString(),
      before: encodeTranche(row.state),
      after: encodeTranche(state),
    });
  }
  const pool = poolAfter(income, settlement, split);
  await savePool(tx, pool);
  const lowered = settlement.tranches.map(({ id, value }) => ({
    tranche: id,
    amount: amount(value, income.home),
  }));
  return { pool, shares, lowered };
}

function poolAfter({ pool }: Income, settlement: Settlement, split: Split): PoolRow {
  const left = pool.deficitMinor - settlement.deficit;
  const given = settlement.tranches.reduce((sum, { minor }) => sum + minor, 0n);
  return {
    ...pool,
    splitTotals: { ...pool.splitTotals, [splitKey(split)]: settlement.splitTotal },
    deficitMinor: left,
    deficitValueMinor:
      pool.deficitMinor === 0n ? 0n : (pool.deficitValueMinor * left) / pool.deficitMinor,
    allottedMinor: pool.allottedMinor + given,
    carry: settlement.carry ?? pool.carry,
  };
}
