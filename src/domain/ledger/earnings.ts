import { sumOf } from './state.ts';
import type { Claim, Moment, Tranche } from './state.ts';

/** A fraction that need not be in lowest terms; the numerator is not negative. */
interface Term {
  readonly num: bigint;
  readonly den: bigint;
}

/** The sum of terms: its whole part, and whether anything is left beyond it. */
interface Sum {
  readonly whole: bigint;
  readonly more: boolean;
}

/**
 * The running values are rounded in their 256th bit and beyond, so what is exactly one unit may
 * come out a trace below it. A unit is complete when no more than this of it is missing: far more
 * than rounding ever takes, and so little that even all holders' together never make up a unit.
 */
const TRACE: Term = { num: 1n, den: 1n << 64n };
const UNIT_LESS_TRACE: Term = { num: TRACE.den - 1n, den: TRACE.den };

/** Resolutions, in bits, at which bounds are tried before the sum is made exactly. */
const RESOLUTIONS = [128n, 512n];

/**
 * What one holder has earned in one currency: minor units, rounded down once over all of the
 * holder's claims in the tranche. Earnings together never exceed what came in.
 *
 * @param claims all claims of one holder in this tranche, cancelled ones too
 */
export function earned(tranche: Tranche, claims: readonly Claim[], currency: string): bigint {
  const terms = claims.map((claim) => earnedTerm(tranche, claim, currency));
  return sumTerms([...terms, TRACE]).whole;
}

/**
 * What one holder is still owed: minor units of the home currency, rounded up, so that with what
 * was earned it adds up to the holder's claims where only the home currency came in.
 *
 * @param claims all claims of one holder in this tranche; of cancelled ones nothing is owed
 */
export function stillOwed(tranche: Tranche, claims: readonly Claim[]): bigint {
  const live = claims.filter((claim) => claim.exit === undefined);
  const terms = live.map((claim) => owedTerm(tranche, claim));
  const { whole, more } = sumTerms([...terms, UNIT_LESS_TRACE]);
  return more ? whole : whole - 1n;
}

/**
 * What came into a tranche and nobody has earned, by currency, in minor units: under one for each
 * holder and currency in which there was a fraction, and what cancellation left. It walks all
 * claims, so it is for the closing and never for a payment.
 *
 * @param paidIn what the tranche received in each currency
 * @param holders the claims of each holder
 */
export function dust(
  tranche: Tranche,
  paidIn: Readonly<Record<string, bigint>>,
  holders: Iterable<readonly Claim[]>,
): Record<string, bigint> {
  const left = new Map(Object.entries(paidIn));
  for (const claims of holders) {
    for (const [currency, rest] of left) {
      left.set(currency, rest - earned(tranche, claims, currency));
    }
  }
  return Object.fromEntries(left);
}

function earnedTerm(tranche: Tranche, claim: Claim, currency: string): Term {
  const end: Moment = claim.exit ?? tranche;
  const shift = BigInt(end.exponent - claim.exponent);
  const gained = sumOf(end.sums, currency) - (sumOf(claim.sums, currency) << shift);
  return { num: claim.amount * gained, den: claim.product << shift };
}

function owedTerm(tranche: Tranche, claim: Claim): Term {
  const shift = BigInt(tranche.exponent - claim.exponent);
  return { num: claim.amount * tranche.product, den: claim.product << shift };
}

/** Adds fractions exactly; quickly unless they come very near a whole number. */
function sumTerms(terms: readonly Term[]): Sum {
  const merged = mergeEqual(terms);
  for (const bits of RESOLUTIONS) {
    const sum = sumWithin(merged, bits);
    if (sum !== undefined) return sum;
  }
  const { num, den } = sumExactly(merged);
  return { whole: num / den, more: num % den !== 0n };
}

/** Terms of one denominator become one: claims that entered together need one division. */
function mergeEqual(terms: readonly Term[]): Term[] {
  const byDenominator = new Map<bigint, bigint>();
  for (const { num, den } of terms) byDenominator.set(den, (byDenominator.get(den) ?? 0n) + num);
  return Array.from(byDenominator, ([den, num]) => ({ num, den }));
}

/** The sum, where bounds at this resolution settle it: it lies in [low, low + inexact). */
function sumWithin(terms: readonly Term[], bits: bigint): Sum | undefined {
  let low = 0n;
  let inexact = 0n;
  for (const { num, den } of terms) {
    const scaled = num << bits;
    const quotient = scaled / den;
    low += quotient;
    if (quotient * den !== scaled) inexact += 1n;
  }
  const whole = low >> bits;
  if (inexact === 0n) return { whole, more: whole << bits !== low };
  return (low + inexact - 1n) >> bits === whole ? { whole, more: true } : undefined;
}

/** The exact sum, by halves, so that the long numbers stay few. */
function sumExactly(terms: readonly Term[]): Term {
  if (terms.length <= 1) return terms[0] ?? { num: 0n, den: 1n };
  const middle = terms.length >> 1;
  const left = sumExactly(terms.slice(0, middle));
  const right = sumExactly(terms.slice(middle));
  return { num: left.num * right.den + right.num * left.den, den: left.den * right.den };
}
