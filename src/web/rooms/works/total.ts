import type { WorkLine } from '../../../actions/works/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { decimalSum } from '../../words/numbers.ts';

/** What of the works is summed up. */
export type Summed = 'owed' | 'paid';

/** A sum over all works of a currency. */
export interface Total {
  readonly of: Summed;
  readonly value: Value;
}

/** Over all releases: what was paid for one does not go away when the next begins. */
export const totalOf = (
  works: readonly Pick<WorkLine, 'releases'>[],
  of: Summed,
  currency: string,
): Total => {
  const all = works.flatMap(({ releases }) => releases.map((release) => release[of].amount));
  return { of, value: { amount: decimalSum(all), currency } };
};
