import type { ParityRow } from '../domain/effort/tables.ts';
import { csvFields } from './csv.ts';
import { linesWith, sourceOf, type TableText } from './table-files.ts';

/** The parity figures of one country; a figure of 0 is none. */
export function parityOf(table: TableText, iso2: string): readonly ParityRow[] {
  if (!/^[A-Z]{2}$/.test(iso2)) return [];
  return linesWith(table.text, `\n${iso2},`).flatMap(({ row, line }) => {
    const [year = '', value = ''] = csvFields(line).slice(-2);
    if (!/[1-9]/.test(value)) return [];
    return [{ year: Number(year), value, source: sourceOf(table.entry, row, year) }];
  });
}
