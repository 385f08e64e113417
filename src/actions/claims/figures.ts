import { FOREIGN_VALUE, earned, stillOwed } from '../../domain/ledger/tranche.ts';
import type { Claim, Tranche } from '../../domain/ledger/tranche.ts';
import { poolAccount } from '../../domain/ledger/accounts.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Amount, Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { listClaimsOfRelease } from '../../store/money/claims.ts';
import type { ClaimRow } from '../../store/money/claims.ts';
import { receivedFrom } from '../../store/money/payouts.ts';
import { listPools } from '../../store/money/pools.ts';
import type { PoolRow } from '../../store/money/pools.ts';
import { listTranches, trancheTotals } from '../../store/money/tranches.ts';
import type { TrancheRow } from '../../store/money/tranches.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';

/** Where a release stands, in the work's currency. owed + paid = obligation. */
export interface ReleaseFigures {
  readonly obligation: Amount;
  /** What is still to be paid: what claims are owed, and what a reversal left missing. */
  readonly owed: Amount;
  readonly paid: Amount;
  /** What is outstanding to claims alone. */
  readonly outstanding: Amount;
  /** Deficits of the pool, in the currencies in which money went back. */
  readonly deficits: readonly Amount[];
}

type Reading = Pick<Sight, 'tx' | 'currencies'>;

/**
 * Where a release stands: a few rows, however many claims there are. `home` is the code of its
 * work's currency, of whoever knows it.
 */
export async function releaseFigures(
  sight: Reading,
  release: string,
  home?: string,
): Promise<ReleaseFigures> {
  const code = home ?? (await currencyOfRelease(sight.tx, release));
  const currency = currencyOf(sight.currencies, code);
  const { outstanding, paid } = await trancheTotals(sight.tx, release);
  const pools = (await listPools(sight.tx, release)).filter((pool) => pool.deficitMinor > 0n);
  const missing = pools.reduce((sum, pool) => sum + pool.deficitValueMinor, 0n);
  return {
    obligation: amount(outstanding + paid, currency),
    owed: amount(outstanding + missing, currency),
    paid: amount(paid - missing, currency),
    outstanding: amount(outstanding, currency),
    deficits: pools.map((pool) =>
      amount(pool.deficitMinor, currencyOf(sight.currencies, pool.currency)),
    ),
  };
}

/** What one agent has in one release. */
export interface HolderFigures {
  readonly agent: string;
  /** All that the agent's claims come to: earned in the work's currency's value, and still owed. */
  readonly obligation: Amount;
  readonly owed: Amount;
  /** Allotted by payments, one entry a currency. */
  readonly earned: readonly Amount[];
  readonly received: readonly Amount[];
  /** Earned and not received, one entry a currency. */
  readonly outstanding: readonly Amount[];
}

/** The claims of one holder in one tranche, with the tranche. */
interface Holding {
  readonly tranche: Tranche;
  readonly claims: readonly Claim[];
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
};

const holdingsOf = (
  claims: readonly ClaimRow[],
  tranches: ReadonlyMap<string, TrancheRow>,
): Holding[] =>
  [...groupBy(claims, (row) => row.tranche)].map(([id, rows]) => {
    const tranche = tranches.get(id);
    if (tranche === undefined) throw new Error(`A claim lies in the tranche ${id}, which is none.`);
    return { tranche: tranche.state, claims: rows.map((row) => row.claim) };
  });

/** What a holder has earned of a release in a currency: floored once per tranche. */
export const earnedOf = (holdings: readonly Holding[], currency: string): bigint =>
  holdings.reduce((sum, { tranche, claims }) => sum + earned(tranche, claims, currency), 0n);

/**
 * All that a holder's claims come to. Fixed at acceptance; growth adds to it, and of a cancelled
 * claim only what it earned is left, so that then it is what was earned and what is still owed.
 */
const obligationOf = ({ tranche, claims }: Holding): bigint => {
  const asAccepted = !tranche.grown && claims.every((claim) => claim.exit === undefined);
  if (asAccepted) return claims.reduce((sum, claim) => sum + claim.amount, 0n);
  return (
    stillOwed(tranche, claims) +
    earned(tranche, claims, tranche.home) +
    earned(tranche, claims, FOREIGN_VALUE)
  );
};

/**
 * What agents have in a release: all of them, or one. Computed here, when somebody asks, and never
 * on a payment's path.
 */
export async function holderFigures(
  sight: Reading,
  release: string,
  agent?: string,
): Promise<HolderFigures[]> {
  const rows = await listClaimsOfRelease(sight.tx, release, agent);
  if (rows.length === 0) return [];
  const home = await currencyOfRelease(sight.tx, release);
  const tranches = new Map(
    (await listTranches(sight.tx, release)).map((tranche) => [tranche.id, tranche]),
  );
  const pools = await listPools(sight.tx, release);
  const codes = [...new Set([home, ...pools.map((pool) => pool.currency)])];
  const figures: HolderFigures[] = [];
  for (const [holder, claims] of groupBy(rows, (row) => row.agent)) {
    figures.push(
      await holderFigure(sight, { release, holder, home, codes }, holdingsOf(claims, tranches)),
    );
  }
  return figures;
}

async function holderFigure(
  { tx, currencies }: Reading,
  about: { release: string; holder: string; home: string; codes: readonly string[] },
  holdings: readonly Holding[],
): Promise<HolderFigures> {
  const paidOut = await receivedFrom(tx, about.holder, poolAccount(about.release));
  const lines = about.codes
    .map((code) => ({
      currency: currencyOf(currencies, code),
      earned: earnedOf(holdings, code),
      received: paidOut.get(code) ?? 0n,
    }))
    .filter((line) => line.currency.code === about.home || line.earned > 0n || line.received > 0n);
  const owed = holdings.reduce((sum, { tranche, claims }) => sum + stillOwed(tranche, claims), 0n);
  const whole = holdings.reduce((sum, holding) => sum + obligationOf(holding), 0n);
  const home = currencyOf(currencies, about.home);
  return {
    agent: about.holder,
    obligation: amount(whole, home),
    owed: amount(owed, home),
    earned: lines.map((line) => amount(line.earned, line.currency)),
    received: lines.map((line) => amount(line.received, line.currency)),
    outstanding: lines.map((line) => amount(line.earned - line.received, line.currency)),
  };
}

/** What one agent has in one release; nothing of everything where they hold no claim. */
export async function figuresOfHolder(
  sight: Reading,
  release: string,
  agent: string,
): Promise<HolderFigures | undefined> {
  return (await holderFigures(sight, release, agent))[0];
}

/**
 * The dust of a release, one entry a currency: what its tranches were given and nobody has earned.
 * Every holder's earnings are computed for it, so it is never on a payment's path.
 */
export async function dustOf(sight: Reading, release: string): Promise<Amount[]> {
  const holders = await holderFigures(sight, release);
  const pools = await listPools(sight.tx, release);
  const home = await currencyOfRelease(sight.tx, release);
  const codes = [...new Set([home, ...pools.map((pool) => pool.currency)])];
  return codes.map((code) => {
    const given = pools.find((pool: PoolRow) => pool.currency === code)?.allottedMinor ?? 0n;
    const taken = holders
      .flatMap((holder) => holder.earned)
      .filter((entry) => entry.currency.code === code)
      .reduce((sum, entry) => sum + entry.minor, 0n);
    return amount(given - taken, currencyOf(sight.currencies, code));
  });
}

/** Amounts as JSON has them. */
export const toMoneyList = (amounts: readonly Amount[]): Money[] => amounts.map(toMoney);
