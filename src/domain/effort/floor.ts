import type { Ratio } from '../money/ratio.ts';
import { classifiedRate } from './classification.ts';
import type { EffortTables, Source } from './tables.ts';

/** The least that an hour of an adult may lawfully be paid in a country. */
export interface LegalMinimum {
  readonly rate: Ratio;
  readonly currency: string;
  /** What sets it, in words. */
  readonly named: string;
  readonly source: Source;
}

/** The day from which Australia's national minimum wage is aligned with C13 and not with C14. */
const AU_ALIGNED_WITH_C13 = '2023-07-01';

/**
 * The legal minimum of an hour on a day, or null where the tables hold none. Australia: the
 * national minimum wage is aligned with the classification C14 of the Manufacturing Award until
 * 30 June 2023, and with C13 since (Fair Work Commission, Annual Wage Review 2022-23, [2023]
 * FWCFB 3500). It is never the smallest figure of a table: rows of the supported wage are lower.
 */
export function legalMinimum(
  tables: EffortTables,
  country: string,
  day: string,
): LegalMinimum | null {
  if (country !== 'AU') return null;
  const firstDay = tables
    .awardHistory('MA000010')
    .map((row) => row.from)
    .toSorted()[0];
  if (firstDay === undefined || day < firstDay) return null;
  const name = day < AU_ALIGNED_WITH_C13 ? 'C14' : 'C13';
  const classification = `MA000010/${name}`;
  const { rate, currency, source } = classifiedRate(tables, classification, { from: day, to: day });
  return { rate, currency, named: `national minimum wage, as ${classification}`, source };
}
