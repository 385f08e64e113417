import { statSync } from 'node:fs';
import { refuse } from '../domain/refusals.ts';
import { importClockify } from './clockify.ts';
import { importGit, importHistory, type CommitImportOptions } from './commits/import-commits.ts';
import { importCsv } from './csv.ts';
import { importHarvest } from './harvest.ts';
import { importFormats, type Imported, type ImportFormat } from './line.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { importTimeclock } from './timeclock.ts';
import { importToggl } from './toggl.ts';

/** All that any reader may be told. */
export type ImportOptions = CommitImportOptions & SheetOptions;

type Reader = (path: string, options: ImportOptions) => Imported | Promise<Imported>;

const readers: Readonly<Record<ImportFormat, Reader>> = {
  git: (path, options) => (isFile(path) ? importHistory(path, options) : importGit(path, options)),
  history: importHistory,
  toggl: importToggl,
  clockify: importClockify,
  harvest: importHarvest,
  timeclock: importTimeclock,
  csv: importCsv,
};

/**
 * Reads a source in a named format into draft lines; nothing is written anywhere. `git` takes a
 * repository or a history file. Refuses import-format-unknown, and what the reader refuses.
 */
export async function readImport(
  format: string,
  path: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const known = importFormats.find((each) => each === format);
  if (known === undefined) {
    return refuse('import-format-unknown', { format, formats: importFormats.join(', ') });
  }
  return readers[known](path, options);
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;
