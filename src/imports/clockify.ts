import type { Imported } from './line.ts';
import { dateReader } from './sheets/dates.ts';
import { entryLines, sheetAuthor, type SheetEntry } from './sheets/entries.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { readTable, type SheetColumns } from './sheets/table.ts';
import { durationIn, namedIn, wallTimeIn } from './sheets/times.ts';

/** The detailed report of Clockify as CSV (https://clockify.me/help/reports/detailed-report). */
const columns: SheetColumns = {
  format: 'clockify',
  required: ['user', 'start date', 'start time', 'end date', 'end time', 'duration (h)'],
  optional: [
    'project',
    'client',
    'description',
    'task',
    'kiosk',
    'group',
    'email',
    'tags',
    'billable',
    'duration (decimal)',
    'date of creation',
  ],
  closed: false,
};

/**
 * Reads a detailed report of Clockify. Its dates follow the settings of whoever exported it: where
 * both readings fit, `dates` has to say which. Refuses what `readTable` and `dateReader` refuse,
 * and sheet-value.
 */
export function importClockify(path: string, options: SheetOptions): Imported {
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
      duration: durationIn(path, row, 'duration (h)'),
      described: ['client', 'project', 'task', 'description'].map(row.cell),
    };
  });
  const { lines, skipped, notes } = entryLines('clockify', entries);
  return { format: 'clockify', lines, skipped, notes: [...table.notes, ...notes] };
}
