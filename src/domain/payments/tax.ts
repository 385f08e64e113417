import { add, multiply, ONE, ratio } from '../money/ratio.ts';
import type { Ratio } from '../money/ratio.ts';
import { roundHalfUp } from '../money/rounding.ts';

/**
 * The tax that a gross amount includes: gross x rate / (1 + rate), in the same minor units, halves
 * up. It is rounded on each payment, so it does not add up over slices.
 *
 * @param rate a fraction such as 1/10, not below zero
 */
export function taxIn(gross: bigint, rate: Ratio): bigint {
  if (rate.num < 0n) throw new Error('A tax rate is not below zero.');
  if (rate.num === 0n) return 0n;
  const { num, den } = add(ONE, rate);
  return roundHalfUp(multiply(ratio(gross), multiply(rate, ratio(den, num))));
}
