import type { Imported } from '../line.ts';
import { dateReader } from './dates.ts';
import { entryLines, sheetAuthor, type SheetEntry } from './entries.ts';
import type { SheetOptions } from './sheet-options.ts';
import { readTable, type SheetColumns } from './table.ts';
import { durationIn, namedIn, wallTimeIn } from './times.ts';

/** A detailed report with a row an entry: who, from when to when, how long, on what. */
export interface DetailedReport {
  readonly columns: SheetColumns & { readonly format: Imported['format'] };
  /** The column of how long it took. */
  readonly duration: string;
}

/**
 * Reads a detailed report as the time trackers write it: `user`, `start date`, `start time`, `end
 * date`, `end time` and a duration. Dates may follow the settings of whoever exported it: where
 * both readings fit, `dates` has to say which. Refuses what `readTable` and `dateReader` refuse,
 * and sheet-value.
 */
export function importReport(
  path: string,
  options: SheetOptions,
  { columns, duration }: DetailedReport,
): Imported {
  const table = readTable(path, columns);
  const readDate = dateReader(path, table.rows, ['start date', 'end date'], options.dates);
  const entries = table.rows.map((row): SheetEntry => {
    const start = wallTimeIn(path, row, { date: 'start date', time: 'start time' }, readDate);
    return {
      line: row.line,
      shown: row.shown,
      author: sheetAuthor(namedIn(path, row, ['user', 'email']), row.cell('email')),
      day: start.day,
      start,
      end: wallTimeIn(path, row, { date: 'end date', time: 'end time' }, readDate),
      duration: durationIn(path, row, duration),
      described: ['client', 'project', 'task', 'description'].map(row.cell),
    };
  });
  const { lines, skipped, notes } = entryLines(columns.format, entries);
  return { format: columns.format, lines, skipped, notes: [...table.notes, ...notes] };
}
