import { refuse } from '../refusals.ts';
import type { EffortTables, ParityRow, Source } from './tables.ts';

/** The parity between the country of a rate and the country of a contributor. */
export interface Parity {
  readonly year: number;
  /** Figure of the country whose law set the rate; the rate is divided by it. */
  readonly ofTable: ParityRow;
  /** Figure of the contributor's country; the rate is multiplied by it. */
  readonly ofContributor: ParityRow;
  /** The local currency that the rate is in afterwards. */
  readonly currency: string;
  readonly currencySource: Source;
}

/** Whose table, whose hour, and the day of the work. */
export interface ParityAsked {
  readonly tableCountry: string;
  readonly country: string;
  readonly day: string;
}

/**
 * Purchasing power parity: rate / PPP(table's country) x PPP(contributor's country) gives the rate
 * in the contributor's local currency (money, "From contribution to obligation"). Both figures are
 * of the same year, the newest that both countries have and that is not after the work: figures of
 * two years would count inflation as purchasing power.
 *
 * ✗ `parity-unknown`
 */
export function parityBetween(tables: EffortTables, asked: ParityAsked): Parity {
  const workYear = Number(asked.day.slice(0, 4));
  const contributors = tables.parity(asked.country).filter(({ year }) => year <= workYear);
  const byYear = new Map(tables.parity(asked.tableCountry).map((row) => [row.year, row]));
  const local = tables.localCurrency(asked.country);
  const newestFirst = contributors.toSorted((a, b) => b.year - a.year);
  const ofContributor = newestFirst.find(({ year }) => byYear.has(year));
  const ofTable = ofContributor === undefined ? undefined : byYear.get(ofContributor.year);
  if (ofContributor === undefined || ofTable === undefined || local === null) {
    return refuse('parity-unknown', { country: asked.country, year: workYear });
  }
  const { year } = ofContributor;
  const currency = { currency: local.code, currencySource: local.source };
  return { year, ofTable, ofContributor, ...currency };
}
