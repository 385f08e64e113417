import type { Imported } from './line.ts';
import { dateReader } from './sheets/dates.ts';
import { entryLines, sheetAuthor, type SheetEntry } from './sheets/entries.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { readTable, type SheetColumns } from './sheets/table.ts';
import { durationIn, namedIn, wallTimeIn } from './sheets/times.ts';

/** The detailed report of Toggl Track as CSV (https://support.toggl.com, "Detailed report"). */
const columns: SheetColumns = {
  format: 'toggl',
  required: ['user', 'start date', 'start time', 'end date', 'end time', 'duration'],
  optional: ['email', 'client', 'project', 'task', 'description', 'billable', 'tags'],
  closed: false,
};

/**
 * Reads a detailed report of Toggl Track. Durations written as a time of day ("02:00:00 AM") are
 * durations. Refuses what `readTable` and `dateReader` refuse, and sheet-value.
 */
export function importToggl(path: string, options: SheetOptions): Imported {
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
      duration: durationIn(path, row, 'duration'),
      described: ['client', 'project', 'task', 'description'].map(row.cell),
    };
  });
  const { lines, skipped, notes } = entryLines('toggl', entries);
  return { format: 'toggl', lines, skipped, notes: [...table.notes, ...notes] };
}
