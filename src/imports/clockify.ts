import type { Imported } from './line.ts';
import { importReport } from './sheets/report.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';

/** Columns that a report may have beside those that are needed. */
const optional = [
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
];

/**
 * Reads the detailed report of Clockify as CSV (https://clockify.me/help/reports/detailed-report).
 * Refuses as `importReport`.
 */
export function importClockify(path: string, options: SheetOptions): Imported {
  return importReport(path, options, {
    columns: {
      format: 'clockify',
      required: ['user', 'start date', 'start time', 'end date', 'end time', 'duration (h)'],
      optional,
      closed: false,
    },
    duration: 'duration (h)',
  });
}
