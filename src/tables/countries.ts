import type { Source } from '../domain/effort/tables.ts';
import { csvFields } from './csv.ts';
import { linesWith, sourceOf, type NumberedLine, type TableText } from './table-files.ts';

/** The country table, and the table of the economies where it leaves the currency open. */
export interface CountryTables {
  readonly countries: TableText;
  readonly exceptions: TableText;
}

/** The currency that the parity figures of a country are in, or null where none is known. */
export function currencyOfCountry(
  { countries, exceptions }: CountryTables,
  iso2: string,
): { readonly code: string; readonly source: Source } | null {
  if (!/^[A-Z]{2}$/.test(iso2)) return null;
  const exception = firstLine(exceptions, iso2);
  const found = exception ?? firstLine(countries, iso2);
  if (found === undefined) return null;
  const code = csvFields(found.line)[exception === undefined ? 4 : 1] ?? '';
  const { entry } = exception === undefined ? countries : exceptions;
  const source = sourceOf(entry, found.row, entry.date);
  return /^[A-Z]{3}$/.test(code) ? { code, source } : null;
}

const firstLine = (table: TableText, iso2: string): NumberedLine | undefined =>
  linesWith(table.text, `\n${iso2},`)[0];
