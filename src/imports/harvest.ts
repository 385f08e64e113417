import type { Imported } from './line.ts';
import { dateReader } from './sheets/dates.ts';
import { entryLines, sheetAuthor, type SheetEntry } from './sheets/entries.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { readTable, type SheetColumns } from './sheets/table.ts';
import { durationIn, namedIn } from './sheets/times.ts';

/** The detailed time report of Harvest as CSV (https://support.getharvest.com). */
const columns: SheetColumns = {
  format: 'harvest',
  required: ['date', 'hours', 'first name', 'last name'],
  optional: [
    'client',
    'project',
    'project code',
    'task',
    'notes',
    'hours rounded',
    'billable?',
    'invoiced?',
    'approved?',
    'roles',
    'employee?',
    'employee id',
    'department',
    'billable rate',
    'billable amount',
    'cost rate',
    'cost amount',
    'currency',
    'external reference url',
  ],
  closed: false,
};

/**
 * Reads a detailed time report of Harvest: a day and hours, whose decimals may follow a comma. It
 * has no addresses: an author is a name. A link of an entry becomes its evidence. Refuses what
 * `readTable` and `dateReader` refuse, and sheet-value.
 */
export function importHarvest(path: string, options: SheetOptions): Imported {
  const table = readTable(path, columns);
  const readDate = dateReader(path, table.rows, ['date'], options.dates);
  const entries = table.rows.map((row): SheetEntry => {
    const first = namedIn(path, row, ['first name', 'last name']);
    const name = row.cell('first name') === '' ? first : `${first} ${row.cell('last name')}`;
    const evidence = row.cell('external reference url');
    return {
      line: row.line,
      shown: row.shown,
      author: sheetAuthor(name.trim(), ''),
      day: readDate(row, 'date'),
      duration: durationIn(path, row, 'hours'),
      described: ['client', 'project', 'task', 'notes'].map(row.cell),
      evidence: evidence === '' ? [] : [evidence],
    };
  });
  const { lines, skipped, notes } = entryLines('harvest', entries);
  return { format: 'harvest', lines, skipped, notes: [...table.notes, ...notes] };
}
