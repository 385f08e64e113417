import { refuse } from '../../domain/refusals.ts';
import type { SheetRow } from './table.ts';

/** How dates are written: year first, month first, or day first. */
export type DateOrder = 'iso' | 'us' | 'eu';

interface DateParts {
  readonly order: 'iso' | 'open' | 'eu';
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** Reads the date in a cell, as `YYYY-MM-DD`; refuses sheet-value. */
export type DateReader = (row: SheetRow, column: string) => string;

/**
 * Decides once for a file how its dates are to be read, by the evidence in it: a year that comes
 * first, points between (day first), or a number above 12 where a month would be. Refuses
 * dates-ambiguous where both readings fit and differ, unless `told`; sheet-value where a cell is no
 * date, or where none of the readings fits all.
 */
export function dateReader(
  path: string,
  rows: readonly SheetRow[],
  columns: readonly string[],
  told?: DateOrder,
): DateReader {
  const order = told ?? orderOf(path, rows, columns);
  return (row, column) => {
    const text = row.cell(column);
    const parts = partsOf(text);
    const day = parts === undefined ? undefined : dayOf(parts, order);
    if (day !== undefined) return day;
    const expected = `a date, ${written[order]}`;
    return refuse('sheet-value', { path, line: row.line, column, text, expected });
  };
}

const written: Readonly<Record<DateOrder, string>> = {
  iso: 'such as 2026-05-31',
  us: 'month first, such as 05/31/2026',
  eu: 'day first, such as 31/05/2026',
};

const orderOf = (
  path: string,
  rows: readonly SheetRow[],
  columns: readonly string[],
): DateOrder => {
  let seen: DateOrder = 'iso';
  let open: { text: string; line: number } | undefined;
  for (const row of rows) {
    for (const column of columns) {
      const text = row.cell(column);
      const parts = partsOf(text);
      if (parts === undefined || parts.order === 'iso') continue;
      if (parts.order === 'eu' || parts.first > 12) return 'eu';
      if (parts.second > 12) return 'us';
      if (parts.first !== parts.second) open ??= { text, line: row.line };
      seen = 'eu';
    }
  }
  if (open !== undefined) refuse('dates-ambiguous', { path, ...open });
  return seen;
};

const partsOf = (text: string): DateParts | undefined => {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso !== null) {
    return { order: 'iso', first: Number(iso[1]), second: Number(iso[3]), third: Number(iso[4]) };
  }
  const other = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (other === null) return undefined;
  const order = other[2] === '.' ? 'eu' : 'open';
  return { order, first: Number(other[1]), second: Number(other[3]), third: Number(other[4]) };
};

const dayOf = (parts: DateParts, order: DateOrder): string | undefined => {
  const { first, second, third } = parts;
  if (parts.order === 'iso') return checkedDay(first, second, third);
  if (order === 'iso') return undefined;
  return order === 'us' && parts.order !== 'eu'
    ? checkedDay(third, first, second)
    : checkedDay(third, second, first);
};

const checkedDay = (year: number, month: number, day: number): string | undefined => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().slice(0, 10) === text ? text : undefined;
};

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
