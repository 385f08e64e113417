import { ONE, parseRatioText, ratio, ratioText } from '../money/ratio.ts';
import type { Ratio } from '../money/ratio.ts';
import { ceil } from '../money/rounding.ts';
import { encodeSums, hex, KeptFields } from './moment-text.ts';

/** Running sums by currency code. */
export type Sums = Readonly<Record<string, bigint>>;

/** The running values of a tranche at one moment: what they stand for is value x 2^-exponent. */
export interface Moment {
  readonly product: bigint;
  readonly exponent: number;
  /** Of each payment p, p x product / outstanding: in the home currency what the product lost. */
  readonly sums: Sums;
}

/**
 * Where tranches of one priority share, the proportion that was fixed when they last changed
 * otherwise than by payments: what this one owed then, and what it got since in each currency.
 */
export interface Pace {
  readonly basis: bigint;
  readonly taken: Sums;
}

/**
 * Claims that are paid side by side, each in proportion to what it is still owed. One payment
 * changes these few values alone, however many claims there are. After Batog, Boca and Johnson,
 * Scalable Reward Distribution on the Ethereum Blockchain, 2018; the product-sum form with epochs
 * is that of Liquity's stability pool.
 */
export interface Tranche extends Moment {
  /** What is still owed, minor units of the home currency. */
  readonly outstanding: bigint;
  /** Code of the work's currency. */
  readonly home: string;
  /** Paid in full, or emptied by cancellation; never reopens. */
  readonly closed: boolean;
  /** How many claims joined and were not cancelled. */
  readonly claims: number;
  /** What may leave dust beyond rounding: payments in other currencies, growth, cancellation. */
  readonly foreign: boolean;
  readonly grown: boolean;
  readonly cancelled: boolean;
  /** By which factor growth has multiplied what is owed; rounded up, never below the truth. */
  readonly factor: Ratio;
  readonly pace?: Pace;
}

/** One claim: its amount (minor units of the home currency), and the values when it entered. */
export interface Claim extends Moment {
  readonly amount: bigint;
  /** The values when it was cancelled. */
  readonly exit?: Moment;
}

/** What a tranche receives. */
export interface TranchePayment {
  readonly currency: string;
  /** Minor units of that currency. */
  readonly minor: bigint;
  /** By how much what is owed falls, minor units of the home currency. */
  readonly value: bigint;
  readonly pace?: Pace;
}

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

/** A sum by currency; zero where that currency never came. */
export function sumOf(sums: Sums, currency: string): bigint {
  return Object.hasOwn(sums, currency) ? (sums[currency] ?? 0n) : 0n;
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
  const gained = isHome
    ? tranche.product - product
    : (minor * tranche.product) / tranche.outstanding;
  return rescaled({
    ...tranche,
    outstanding,
    product,
    sums: { ...tranche.sums, [currency]: sumOf(tranche.sums, currency) + gained },
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

/** A moment as a JSON-safe object. */
function encodeMoment({ product, exponent, sums }: Moment): Record<string, unknown> {
  return { product: hex(product), exponent, sums: encodeSums(sums) };
}

function decodeMoment(kept: KeptFields): Moment {
  return {
    product: kept.whole('product'),
    exponent: kept.count('exponent'),
    sums: kept.sums('sums'),
  };
}

/** A tranche as a JSON-safe object; `decodeTranche` reads it back exactly. */
export function encodeTranche(tranche: Tranche): Record<string, unknown> {
  const { outstanding, home, closed, claims, foreign, grown, cancelled, factor, pace } = tranche;
  return {
    outstanding: outstanding.toString(),
    ...encodeMoment(tranche),
    ...{ home, closed, claims, foreign, grown, cancelled, factor: ratioText(factor) },
    ...(pace && { pace: { basis: pace.basis.toString(), taken: encodeSums(pace.taken) } }),
  };
}

/** Reads what `encodeTranche` made. */
export function decodeTranche(value: unknown): Tranche {
  const kept = new KeptFields(value);
  const pace = kept.has('pace') ? new KeptFields(kept.get('pace')) : undefined;
  return {
    outstanding: kept.whole('outstanding'),
    ...decodeMoment(kept),
    home: kept.text('home'),
    closed: kept.flag('closed'),
    claims: kept.count('claims'),
    foreign: kept.flag('foreign'),
    grown: kept.flag('grown'),
    cancelled: kept.flag('cancelled'),
    factor: parseRatioText(kept.text('factor')),
    ...(pace && { pace: { basis: pace.whole('basis'), taken: pace.sums('taken') } }),
  };
}

/** A claim as a JSON-safe object; `decodeClaim` reads it back exactly. */
export function encodeClaim(claim: Claim): Record<string, unknown> {
  return {
    amount: claim.amount.toString(),
    ...encodeMoment(claim),
    ...(claim.exit && { exit: encodeMoment(claim.exit) }),
  };
}

/** Reads what `encodeClaim` made. */
export function decodeClaim(value: unknown): Claim {
  const kept = new KeptFields(value);
  return {
    amount: kept.whole('amount'),
    ...decodeMoment(kept),
    ...(kept.has('exit') && { exit: decodeMoment(new KeptFields(kept.get('exit'))) }),
  };
}
