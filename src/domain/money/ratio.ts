import { refuse } from '../refusals.ts';
import { roundHalfEven } from './rounding.ts';

/** An exact fraction: lowest terms, denominator above zero. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** The most digits that a decimal number may be written with. */
const MAX_DIGITS = 60;

/** The fraction num/den in lowest terms. The denominator may not be zero. */
export function ratio(num: bigint, den: bigint = 1n): Ratio {
  if (den === 0n) throw new Error('A ratio has no denominator of zero.');
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den < 0n ? -den : den);
  const signed = den < 0n ? -divisor : divisor;
  return { num: num / signed, den: den / signed };
}

/** Nothing, and one. */
export const ZERO: Ratio = { num: 0n, den: 1n };
export const ONE: Ratio = { num: 1n, den: 1n };

/**
 * Reads a decimal number exactly: `1.5` is 3/2. ASCII digits, at most one point with digits on both
 * sides, a leading minus; no exponent, no grouping, no blanks.
 *
 * @throws Refusal decimal-malformed
 */
export function parseDecimal(text: string): Ratio {
  const parts = /^(-?[0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (parts === null || text.length > MAX_DIGITS) {
    return refuse('decimal-malformed', { text: text.slice(0, MAX_DIGITS) });
  }
  const [, whole = '', decimals = ''] = parts;
  return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** The sum of two ratios. */
export function add(left: Ratio, right: Ratio): Ratio {
  return ratio(left.num * right.den + right.num * left.den, left.den * right.den);
}

/** The left ratio less the right. */
export function subtract(left: Ratio, right: Ratio): Ratio {
  return ratio(left.num * right.den - right.num * left.den, left.den * right.den);
}

/** The product of two ratios. */
export function multiply(left: Ratio, right: Ratio): Ratio {
  return ratio(left.num * right.num, left.den * right.den);
}

/** The left ratio over the right, which may not be zero. */
export function divide(left: Ratio, right: Ratio): Ratio {
  return ratio(left.num * right.den, left.den * right.num);
}

/** Below zero, zero or above, as the left ratio is smaller, equal or larger. */
export function compare(left: Ratio, right: Ratio): -1 | 0 | 1 {
  const difference = left.num * right.den - right.num * left.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The decimal string of a ratio with exactly so many places, rounded half-even. */
export function formatRatio(value: Ratio, places: number): string {
  const scaled = roundHalfEven(multiply(value, ratio(10n ** BigInt(places))));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const decimals = places === 0 ? '' : `.${digits.slice(point)}`;
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, point)}${decimals}`;
}

/** A ratio as "num/den", to be kept exactly; `parseRatioText` reads it. */
export function ratioText(value: Ratio): string {
  return `${value.num}/${value.den}`;
}

/** Reads what `ratioText` wrote. */
export function parseRatioText(text: string): Ratio {
  const parts = /^(-?[0-9]+)\/([0-9]+)$/.exec(text);
  if (parts === null) throw new Error(`"${text.slice(0, MAX_DIGITS)}" is not a kept ratio.`);
  return ratio(BigInt(parts[1] ?? ''), BigInt(parts[2] ?? ''));
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
