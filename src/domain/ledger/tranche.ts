import { ONE, ratio } from '../money/ratio.ts';
import { ceil } from '../money/rounding.ts';
import { sumOf } from './state.ts';
import type { Claim, Moment, Pace, Sums, Tranche } from './state.ts';

export { dust, earned, stillOwed } from './earnings.ts';
export { sumOf } from './state.ts';
export { decodeClaim, decodeTranche, encodeClaim, encodeTranche } from './state-text.ts';
export type { Claim, Moment, Pace, Sums, Tranche } from './state.ts';

/** What a tranche receives. */
export interface TranchePayment {
  readonly currency: string;
  /** Minor units of that currency. */
  readonly minor: bigint;
  /** By how much what is owed falls, minor units of the home currency. */
  readonly value: bigint;
  readonly pace?: Pace;
}

/**
 * The sum that stands for all payments in other currencies at their value in the home currency, as
 * if it were a currency: asked for it, `earned` says by how much they lowered what is owed. No
 * currency has this code.
 */
export const FOREIGN_VALUE = '*';

const EPOCH = 256;
const LEAST_PRODUCT = 1n << BigInt(EPOCH);
const FIRST_PRODUCT = 1n << 320n;

/** Above all that rounding the product down can take from one claim, far below a minor unit. */
const CANCEL_TOLERANCE_BITS = 64n;
const FACTOR_GRAIN = 1n << 128n;

/** A tranche in which nothing is owed yet. */
export function openTranche(home: string): Tranche {
  return {
    outstanding: 0n,
    product: FIRST_PRODUCT,
    exponent: 0,
    sums: {},
    home,
    closed: false,
    claims: 0,
    foreign: false,
    grown: false,
    cancelled: false,
    factor: ONE,
  };
}

/** Lets a claim of `amount` minor units of the home currency enter. Nobody's past changes. */
export function join(tranche: Tranche, amount: bigint): { tranche: Tranche; claim: Claim } {
  assert(!tranche.closed, 'a tranche that was paid in full never reopens');
  assert(amount > 0n, 'a claim is above zero');
  const outstanding = tranche.outstanding + amount;
  return {
    tranche: { ...tranche, outstanding, claims: tranche.claims + 1 },
    claim: { amount, ...momentOf(tranche) },
  };
}

/**
 * Takes a payment in: what every claim is owed falls by the same factor. The product is rounded
 * down, so that nobody's last unit is lost to rounding. Closes the tranche when nothing is left.
 */
export function pay(tranche: Tranche, payment: TranchePayment): Tranche {
  const { currency, minor, value } = payment;
  const isHome = currency === tranche.home;
  assert(!tranche.closed && tranche.outstanding > 0n, 'a payment needs something that is owed');
  assert(minor >= 0n && value >= 0n, 'a payment is not negative');
  assert(value <= tranche.outstanding, 'a payment is not above what is owed');
  assert(!isHome || minor === value, 'in the home currency a payment is worth itself');
  const outstanding = tranche.outstanding - value;
  const product = (tranche.product * outstanding) / tranche.outstanding;
  const lost = tranche.product - product;
  const gained: Sums = isHome
    ? { [currency]: lost }
    : { [currency]: (minor * tranche.product) / tranche.outstanding, [FOREIGN_VALUE]: lost };
  return rescaled({
    ...tranche,
    outstanding,
    product,
    sums: added(tranche.sums, gained),
    closed: outstanding === 0n,
    foreign: tranche.foreign || !isHome,
    ...(payment.pace === undefined ? {} : { pace: payment.pace }),
  });
}

/**
 * Cancels a claim: what it has earned stays, its remainder (minor units of the home currency,
 * rounded down) is no longer owed. With the last claim all that is left goes.
 */
export function cancel(
  tranche: Tranche,
  claim: Claim,
): { tranche: Tranche; claim: Claim; remainder: bigint } {
  assert(claim.exit === undefined, 'a claim is cancelled once');
  assert(!tranche.closed, 'in a closed tranche nothing is owed');
  assert(tranche.claims > 0, 'a claim is cancelled in its own tranche');
  const entered = claim.product << BigInt(tranche.exponent - claim.exponent);
  const exact = ((claim.amount * tranche.product) << CANCEL_TOLERANCE_BITS) / entered;
  const owed = (exact + 1n) >> CANCEL_TOLERANCE_BITS;
  const takesAll = tranche.claims === 1 || owed > tranche.outstanding;
  const remainder = takesAll ? tranche.outstanding : owed;
  const outstanding = tranche.outstanding - remainder;
  return {
    tranche: {
      ...tranche,
      outstanding,
      claims: tranche.claims - 1,
      closed: outstanding === 0n,
      cancelled: true,
    },
    claim: { ...claim, exit: momentOf(tranche) },
    remainder,
  };
}

/** Lets what every claim is owed grow by the same factor, by `growth` minor units together. */
export function grow(tranche: Tranche, growth: bigint): Tranche {
  assert(growth >= 0n, 'growth is not negative');
  if (growth === 0n) return tranche;
  assert(!tranche.closed && tranche.outstanding > 0n, 'only what is owed grows');
  const outstanding = tranche.outstanding + growth;
  const { num, den } = tranche.factor;
  const factor = ratio(num * outstanding * FACTOR_GRAIN, den * tranche.outstanding);
  return {
    ...tranche,
    outstanding,
    product: (tranche.product * outstanding) / tranche.outstanding,
    grown: true,
    factor: ratio(ceil(factor), FACTOR_GRAIN),
  };
}

/** Whether more than rounding may be left when it closes: see the three flags. */
export function mayLeaveDust(tranche: Tranche): boolean {
  return tranche.foreign || tranche.grown || tranche.cancelled;
}

/** The running values of a tranche as they are now. */
export function momentOf({ product, exponent, sums }: Moment): Moment {
  return { product, exponent, sums };
}

function added(sums: Sums, gained: Sums): Sums {
  const entries = Object.entries(gained);
  const grown = entries.map(([code, gain]): [string, bigint] => [code, sumOf(sums, code) + gain]);
  return { ...sums, ...Object.fromEntries(grown) };
}

/** Keeps the product at 256 bits and more: it and every sum move to the next epoch together. */
function rescaled(tranche: Tranche): Tranche {
  if (tranche.product === 0n || tranche.product >= LEAST_PRODUCT) return tranche;
  const shift = (value: bigint): bigint => value << BigInt(EPOCH);
  const sums = Object.fromEntries(
    Object.entries(tranche.sums).map(([code, sum]) => [code, shift(sum)]),
  );
  const exponent = tranche.exponent + EPOCH;
  return rescaled({ ...tranche, product: shift(tranche.product), exponent, sums });
}

function assert(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(`Broken assumption: ${rule}.`);
}
