import type { Ratio } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { payTranches, unitsToPay } from './pay-tranches.ts';
import type { Conversion, TrancheDue, TrancheShare } from './pay-tranches.ts';
import { capped, nextParts, shortOf, sum } from './split.ts';
import type { RunningSplit, SplitParts } from './split.ts';
import { taxIn } from './tax.ts';

/** What decides how much of a payment is needed; every amount in its currency's minor units. */
export interface Situation extends RunningSplit {
  /** Code of the payment's currency. */
  readonly currency: string;
  /** A fraction such as 1/10; amounts include tax. */
  readonly taxRate: Ratio;
  /** None where the payment is in the work's currency. */
  readonly conversion?: Conversion;
  /** What each upstream still has room for; where nothing is said, nothing. */
  readonly rooms: Readonly<Record<string, bigint>>;
  /** What a reversal left missing in the pool; refilled before any tranche. */
  readonly deficit: bigint;
  readonly tranches: readonly TrancheDue[];
}

/** A payment as it is offered. */
export interface SettleInput extends Situation {
  /** Gross, above zero. */
  readonly offered: bigint;
}

/**
 * Where every unit of a payment went: offered = excess + tax + host + reserve + upstream + pool.
 */
export interface Settlement {
  /** The gross amount that was needed. */
  readonly accepted: bigint;
  /** Owed back to the payer, whole and untaxed. */
  readonly excess: bigint;
  readonly tax: bigint;
  /** accepted - tax = host + reserve + upstream + pool. */
  readonly net: bigint;
  readonly parts: SplitParts;
  /** What each upstream's share was more, for which it had no room; the pool has it. */
  readonly short: Readonly<Record<string, bigint>>;
  /** How much of the pool's part refilled its deficit. */
  readonly deficit: bigint;
  /** The rest of the pool's part; each is to be handed to the ledger's `pay`. */
  readonly tranches: readonly TrancheShare[];
  /** What the conversion leaves to the next payment in this currency. */
  readonly carry?: Ratio;
  readonly splitTotal: bigint;
}

/**
 * Settles a payment: tax first, then the split side by side, then the pool's deficit, then its
 * tranches by priority. Of what is offered only the least gross amount that pays all that is owed
 * is accepted.
 *
 * @throws Refusal nothing-owed
 */
export function settle(input: SettleInput): Settlement {
  if (input.offered <= 0n) throw new Error('A payment is above zero.');
  const needed = poolNeed(input);
  if (needed === 0n) refuse('nothing-owed');
  const covers = poolPart(input, input.offered) >= needed;
  const accepted = covers ? leastGross(input, needed, input.offered) : input.offered;
  const tax = taxIn(accepted, input.taxRate);
  const net = accepted - tax;
  const whole = nextParts(input, net);
  const parts = capped(whole, input.rooms);
  const deficit = parts.pool < input.deficit ? parts.pool : input.deficit;
  const { currency, conversion, tranches } = input;
  const paid = payTranches(tranches, { currency, conversion, minor: parts.pool - deficit });
  assertWhole({ net, parts, poolGiven: deficit + sum(paid.shares) });
  return {
    accepted,
    excess: input.offered - accepted,
    tax,
    net,
    parts,
    short: shortOf(whole, parts),
    deficit,
    tranches: paid.shares,
    ...(conversion === undefined ? {} : { carry: paid.carry }),
    splitTotal: input.splitTotal + net,
  };
}

/** The least gross amount that pays all that is owed; zero where nothing is. */
export function need(situation: Situation): bigint {
  const needed = poolNeed(situation);
  return needed === 0n ? 0n : leastGross(situation, needed, enoughGross(situation, needed));
}

/** What the pool needs, in the payment's currency, for its deficit and its tranches. */
function poolNeed({ deficit, tranches, conversion }: Situation): bigint {
  return deficit + unitsToPay(tranches, conversion);
}

/** What the pool gets of a gross amount: it never falls, and grows by at most one a unit. */
function poolPart(situation: Situation, gross: bigint): bigint {
  const net = gross - taxIn(gross, situation.taxRate);
  return capped(nextParts(situation, net), situation.rooms).pool;
}

/** By bisection; `enough` is an amount that is known to suffice. */
function leastGross(situation: Situation, needed: bigint, enough: bigint): bigint {
  let { short, least } = bracket(situation, needed, enough);
  while (least - short > 1n) {
    const middle = (short + least) >> 1n;
    if (poolPart(situation, middle) >= needed) least = middle;
    else short = middle;
  }
  return least;
}

/** Two amounts of which one falls short and one suffices: close together where shares tell. */
function bracket(
  situation: Situation,
  needed: bigint,
  enough: bigint,
): { short: bigint; least: bigint } {
  const guess = enoughGross(situation, needed);
  for (let width = 16n; width < guess; width *= 64n) {
    const short = guess - width;
    const least = guess < enough ? guess : enough;
    if (short < least && poolPart(situation, short) < needed) return { short, least };
  }
  return { short: 0n, least: enough };
}

/** A gross amount that certainly suffices: the pool is within one unit of its share of the net. */
function enoughGross({ split, taxRate }: Situation, needed: bigint): bigint {
  if (split.pool <= 0) throw new Error('A split leaves something to the pool.');
  const net = ((needed + 2n) * 10_000n) / BigInt(split.pool) + 1n;
  return net + (net * taxRate.num) / taxRate.den + 2n;
}

function assertWhole(whole: { net: bigint; parts: SplitParts; poolGiven: bigint }): void {
  const { host, reserve, upstream, pool } = whole.parts;
  const sound = whole.net === host + reserve + sum(upstream) + pool && whole.poolGiven === pool;
  if (!sound) throw new Error('A payment must be split without rest.');
}
