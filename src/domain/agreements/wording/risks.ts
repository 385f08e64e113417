// What stands beside the signature: the risks that these terms bring (section D).

import { compare, parseDecimal } from '../../money/ratio.ts';
import type { Field } from '../reading/field.ts';
import { fields } from '../fields.ts';
import type { Terms } from '../fields.ts';
import { isEnforced, isInRange } from '../reading/rules.ts';
import { piece, saying } from './saying.ts';
import type { Saying } from './saying.ts';
import { termSaying, termValue } from './words.ts';

const above = (left: string, right: string): boolean =>
  compare(parseDecimal(left), parseDecimal(right)) > 0;

function cashRisk(terms: Terms): readonly Saying[] {
  const cash = terms['return.cash'];
  if (!above(cash, '1')) return [];
  const risk = saying('Cash is owed {times} times. In some places the law regulates that.', {
    times: piece('decimal', cash),
  });
  const advice = 'Above 1.5 the steward should have advice before asking anybody for cash.';
  return above(cash, '1.5') ? [risk, saying(advice)] : [risk];
}

function thresholdRisk(terms: Terms): readonly string[] {
  if (terms['open.threshold'] === '1') return [];
  return ['It opens before all is paid. What is then unpaid may never come: gifts alone pay it.'];
}

/** A term that the product does not enforce, outside its usual range. */
function unusual(terms: Terms): readonly Saying[] {
  return fields
    .filter((field: Field) => !isEnforced(field))
    .filter((field) => !isInRange(field, termValue(terms, field.key)))
    .map((field) =>
      saying('Unusual: {sentence}', {
        sentence: { is: 'said', said: termSaying(field, terms) },
      }),
    );
}

/** The risks of these terms, most weighty first. */
export function risksOf(terms: Terms): readonly Saying[] {
  const growth = 'Growth for delay may be limited by law where you live; the lower limit counts.';
  return [
    saying('If you cannot wait for money that may never come, ask for wages instead.'),
    ...thresholdRisk(terms).map((text) => saying(text)),
    ...cashRisk(terms),
    ...(above(terms['delay.rate'], '0') ? [saying(growth)] : []),
    ...unusual(terms),
  ];
}
