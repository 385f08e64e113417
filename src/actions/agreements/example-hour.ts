import type { Terms } from '../../domain/agreements/fields.ts';
import type { DraftingContext } from '../../domain/agreements/terms.ts';
import { classifiedRate } from '../../domain/effort/classification.ts';
import { formatRatio } from '../../domain/money/ratio.ts';
import { Refusal } from '../../domain/refusals.ts';
import type { Situation } from '../action.ts';

type ExampleHour = NonNullable<DraftingContext['example']>;

/**
 * What one hour costs under the terms, for the worked example: that of the classification that
 * they name. Null where they name none, or the table has no rate for it today.
 */
export function exampleHour(
  { tables, today }: Pick<Situation, 'tables' | 'today'>,
  terms: Terms,
): ExampleHour | null {
  const classification = namedIn(terms);
  if (terms.example !== null || classification === null) return null;
  try {
    const found = classifiedRate(tables, classification, { from: today, to: today });
    const amount = { amount: formatRatio(found.rate, 2), currency: found.currency };
    return { amount, because: `${found.award}, level ${found.level}: ${found.name}` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

function namedIn({ rateBy, classification, equalRate }: Terms): string | null {
  if (rateBy === 'award') return classification;
  return rateBy === 'equal' && 'classification' in equalRate ? equalRate.classification : null;
}
