import { refuse } from '../../domain/refusals.ts';
import { durationSeconds, timeSeconds } from './numbers.ts';
import type { DateReader } from './dates.ts';
import type { WallTime } from './entries.ts';
import type { SheetRow } from './table.ts';

/** Reads a duration in a cell, in whole seconds; refuses sheet-value. */
export function durationIn(path: string, row: SheetRow, column: string): number {
  const text = row.cell(column);
  const seconds = durationSeconds(text);
  if (seconds !== undefined) return seconds;
  const expected = 'a duration, such as 1:30:00 or 1.5';
  return refuse('sheet-value', { path, line: row.line, column, text, expected });
}

/** Reads a date and a time of day from two cells; refuses sheet-value. */
export function wallTimeIn(
  path: string,
  row: SheetRow,
  columns: { readonly date: string; readonly time: string },
  readDate: DateReader,
): WallTime {
  const text = row.cell(columns.time);
  const seconds = timeSeconds(text);
  if (seconds === undefined) {
    const expected = 'a time of day, such as 14:30 or 2:30 PM';
    return refuse('sheet-value', { path, line: row.line, column: columns.time, text, expected });
  }
  const precise = /:\d\d:\d\d/.test(text);
  return { day: readDate(row, columns.date), seconds, precise };
}

/** Whose entry it is, from the first cell that says so; refuses sheet-value where none does. */
export function namedIn(path: string, row: SheetRow, columns: readonly string[]): string {
  const found = columns.map((column) => row.cell(column)).find((text) => text !== '');
  if (found !== undefined) return found;
  const column = columns.join(', ');
  const expected = 'the name of a person';
  return refuse('sheet-value', { path, line: row.line, column, text: '', expected });
}
