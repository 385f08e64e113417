// What the terms may be together: ranges, and the rules that join several terms.

import { add, compare, formatRatio, multiply, parseDecimal, ZERO } from '../../money/ratio.ts';
import { refuse } from '../../refusals.ts';
import { compareDurations } from '../duration.ts';
import type { Field } from './field.ts';
import { fields } from '../fields.ts';
import type { Terms } from '../fields.ts';
import { shown } from './values.ts';

/** Nobody is owed more than this many times the cost (clause 8). */
const RETURN_LIMIT = '4';

// Clauses that refuse what is out of range. Growth (9) is among them, since the ledger counts with
// it; a value of another clause outside its usual range is shown as such and refuses nothing.
const enforcedClauses: readonly number[] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 17, 19, 20, 23];

/** Whether the product enforces a field's clause; the others are terms and text. */
export function isEnforced(field: Field): boolean {
  return enforcedClauses.includes(field.clause);
}

function order(field: Field, left: string, right: string): number {
  return field.type === 'duration' || field.type === 'duration-or-none'
    ? compareDurations(left, right)
    : compare(parseDecimal(left), parseDecimal(right));
}

/** Whether a canonical value lies in the field's range; a field without a range has no limits. */
export function isInRange(field: Field, value: unknown): boolean {
  if (field.range === undefined || typeof value !== 'string' || value === 'none') return true;
  const [least, greatest] = field.range;
  return order(field, value, least) >= 0 && order(field, value, greatest) <= 0;
}

function checkRange(field: Field, terms: Terms): void {
  const value: unknown = Object.getOwnPropertyDescriptor(terms, field.key)?.value;
  if (!isEnforced(field) || isInRange(field, value)) return;
  const [least = '', greatest = ''] = field.range ?? [];
  const isReturn = field.key === 'return' || field.key === 'return.cash';
  if (isReturn && order(field, shown(value), greatest) > 0) {
    refuse('return-too-high', { key: field.key, value: shown(value), limit: RETURN_LIMIT });
  }
  const range = `from ${least} to ${greatest}`;
  refuse('terms-out-of-range', { key: field.key, value: shown(value), range });
}

/** Factors multiply to at most 2 (clause 7). */
function checkFactors(terms: Terms): void {
  const product = multiply(
    parseDecimal(terms['factor.exclusive']),
    parseDecimal(terms['factor.urgent']),
  );
  if (compare(product, parseDecimal('2')) <= 0) return;
  const value = `${terms['factor.exclusive']} x ${terms['factor.urgent']}`;
  refuse('terms-out-of-range', {
    key: 'factor.exclusive x factor.urgent',
    value,
    range: 'at most 2 together',
  });
}

/** Growth has a ceiling that is not below what is owed from the start (clause 9). */
function checkCeiling(terms: Terms): void {
  const rate = terms['delay.rate'];
  if (rate === '0') return;
  const [one, cash] = [terms['return'], terms['return.cash']];
  const least = compare(parseDecimal(one), parseDecimal(cash)) >= 0 ? one : cash;
  if (compare(parseDecimal(terms['delay.ceiling']), parseDecimal(least)) >= 0) return;
  refuse('ceiling-missing', { rate, least });
}

/** The makers' pool gets at least half of each payment (clause 17). */
function checkPool(terms: Terms): void {
  const shares = [
    terms['split.host'],
    terms['split.reserve'],
    ...terms['split.upstream'].map((upstream) => upstream.share),
  ];
  const taken = shares.reduce((sum, share) => add(sum, parseDecimal(share)), ZERO);
  if (compare(taken, parseDecimal('0.5')) <= 0) return;
  refuse('pool-below-half', { taken: formatRatio(taken, 4) });
}

/** The locked terms may be added to, never taken from (clause 23). */
function checkLocked(terms: Terms): void {
  const always = fields.find((field) => field.key === 'locked')?.default ?? [];
  const missing = always.find((key) => !terms.locked.includes(key));
  if (missing === undefined) return;
  const value = terms.locked.join(', ') || 'empty';
  refuse('terms-out-of-range', { key: 'locked', value, range: `more, but not without ${missing}` });
}

/** Equal hours are equal everywhere: parity would make them unequal (section B). */
function checkEqualRate(terms: Terms): void {
  if (terms.rateBy !== 'equal' || terms.parity === 'none') return;
  refuse('terms-out-of-range', {
    key: 'parity',
    value: terms.parity,
    range: 'none where all hours are equal',
  });
}

/**
 * Checks whole terms, in this order: the range of each field of an enforced clause, factors,
 * ceiling, pool, locked terms, equal rates. Refuses `return-too-high`, `terms-out-of-range`,
 * `ceiling-missing`, `pool-below-half`.
 */
export function checkTerms(terms: Terms): Terms {
  for (const field of fields) checkRange(field, terms);
  checkFactors(terms);
  checkCeiling(terms);
  checkPool(terms);
  checkLocked(terms);
  checkEqualRate(terms);
  return terms;
}
