import type { Imported } from './line.ts';
import { importReport } from './sheets/report.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';

/**
 * Reads the detailed report of Toggl Track as CSV (https://support.toggl.com, "Detailed report").
 * Durations written as a time of day ("02:00:00 AM") are durations. Refuses as `importReport`.
 */
export function importToggl(path: string, options: SheetOptions): Imported {
  return importReport(path, options, {
    columns: {
      format: 'toggl',
      required: ['user', 'start date', 'start time', 'end date', 'end time', 'duration'],
      optional: ['email', 'client', 'project', 'task', 'description', 'billable', 'tags'],
      closed: false,
    },
    duration: 'duration',
  });
}
