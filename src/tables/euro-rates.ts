import type { EuroRate } from '../domain/effort/tables.ts';
import { sourceOf, type TableText } from './table-files.ts';

/** Every published rate of one currency, newest first; none when it is not quoted. */
export function euroRatesOf(table: TableText, currency: string): readonly EuroRate[] {
  const lines = table.text.split('\n');
  const column = (lines[0] ?? '').split(',').indexOf(currency);
  if (column < 1 || currency === '') return [];
  const rates: EuroRate[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const fields = line.split(',', column + 1);
    const [date = '', rate = ''] = [fields[0], fields[column]];
    if (!/^\d+(\.\d+)?$/.test(rate)) continue;
    rates.push({ date, rate, source: sourceOf(table.entry, index + 1, date) });
  }
  return rates;
}

/** The currencies whose rate to the euro was published on the newest day, and the euro itself. */
export function quotedIn(table: TableText): ReadonlySet<string> {
  const [head = '', newest = ''] = table.text.split('\n', 2);
  const rates = newest.split(',');
  const codes = head.split(',').filter((_, at) => /^\d+(\.\d+)?$/.test(rates[at] ?? ''));
  return new Set(['EUR', ...codes]);
}
