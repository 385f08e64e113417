import type { Money } from '../../../domain/money/amount.ts';
import { useScale } from '../../app/scale.ts';
import { withPlaces } from '../../words/numbers.ts';

/** An amount that somebody typed, with all decimals of its currency: 1000.5 is 1000.50. */
export function useInFull({ amount, currency }: Money): Money {
  const scale = useScale(currency);
  return { amount: scale === undefined ? amount : withPlaces(amount, scale), currency };
}
