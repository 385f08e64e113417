import { formatRatio } from '../money/ratio.ts';
import type { Money } from '../money/amount.ts';
import { Refusal } from '../refusals.ts';
import { rowRate } from './award-rate.ts';
import { classifiedRate } from './classification.ts';
import type { AwardRow, EffortTables, Source } from './tables.ts';

/** A row of an award table as somebody chooses from it. */
export interface ListedClassification {
  /** What finds this row and no other; null where the table has no name of its own for it. */
  readonly classification: string | null;
  readonly award: string;
  readonly level: string;
  readonly name: string;
  /** For an hour; null where it is paid by the piece, day or month. */
  readonly rate: Money | null;
  readonly source: Source;
}

/**
 * Lists rows to choose from, each with the shortest `AWARD/LEVEL` or `AWARD/NAME` that finds its
 * rate on the day.
 */
export function listClassifications(
  tables: EffortTables,
  rows: readonly AwardRow[],
  day: string,
): ListedClassification[] {
  return rows.map((row) => {
    const { award, level, parent, source } = row;
    const found = rowRate(row);
    const amount = found === null ? null : formatRatio(found.rate, 2);
    const name = parent === '' ? row.name : `${parent}, ${row.name}`;
    const rate = amount === null ? null : { amount, currency: 'AUD' };
    const classification = referencesTo(row).find((text) => rateAt(tables, text, day) === amount);
    return { classification: classification ?? null, award, level, name, rate, source };
  });
}

const referencesTo = ({ award, level, name, parent }: AwardRow): string[] => {
  const names = [level, name, `${parent}/${name}`];
  return names.filter((each) => !each.startsWith('/')).map((each) => `${award}/${each}`);
};

function rateAt(tables: EffortTables, text: string, day: string): string | undefined {
  try {
    return formatRatio(classifiedRate(tables, text, { from: day, to: day }).rate, 2);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
