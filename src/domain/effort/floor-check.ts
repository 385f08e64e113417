import { compare, formatRatio, ZERO } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { legalMinimum } from './floor.ts';
import type { UnitRate } from './hourly-rate.ts';
import type { ValuationInput } from './valuation-input.ts';
import { worked, type Workings } from './workings.ts';

/**
 * Compares an hour of a person with the legal minimum of their country, as `rateFloor` of the terms
 * says (agreements, clause 6): `off` not at all, `warn` leaves a note for the reviewers, `refuse`
 * refuses. The rate is compared as it is before exchange and factors. Where the tables hold no
 * minimum, or the rate is in another currency, a note says that nothing was compared.
 *
 * ✗ `below-floor`
 */
export function floorNotes(input: ValuationInput, rate: UnitRate): Workings['notes'] {
  const { kind, terms, author } = input;
  const isPersonsTime = kind.measure === 'time' && author.kind === 'person';
  if (terms.rateFloor === 'off' || !isPersonsTime || author.jurisdiction === null) return [];
  const country = author.jurisdiction.slice(0, 2).toUpperCase();
  const minimum = legalMinimum(input.tables, country, input.days.to);
  if (minimum === null || minimum.currency !== rate.currency) return [notCompared(country)];
  const [first, ...rest] = rate.steps;
  if (first === undefined) return [];
  const hourly = rest.reduce(worked, worked(ZERO, { op: '+', value: first.value }));
  if (compare(hourly, minimum.rate) >= 0) return [];
  const values = {
    rate: `${formatRatio(hourly, 2)} ${rate.currency}`,
    floor: `${formatRatio(minimum.rate, 2)} ${minimum.currency}`,
    source: minimum.named,
  };
  if (terms.rateFloor === 'refuse') refuse('below-floor', values);
  const least = `the legal minimum of ${values.floor} (${values.source})`;
  const text = `${values.rate} an hour is below ${least}.`;
  return [{ code: 'below-floor', text, values }];
}

const notCompared = (country: string): Workings['notes'][number] => ({
  code: 'floor-not-compared',
  text: `The tables hold no legal minimum for ${country} to compare this rate with.`,
  values: { country },
});
