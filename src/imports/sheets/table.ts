import { CsvError, parse } from 'csv-parse/sync';
import { refuse } from '../../domain/refusals.ts';
import { readSheetText } from './text.ts';

/** One row: the line of the file on which it ends, and its cells by the name of their column. */
export interface SheetRow {
  readonly line: number;
  readonly cell: (column: string) => string;
  /** The row as it can be shown to a person. */
  readonly shown: string;
}

/** A sheet with a heading row. Columns are named in lower case. */
export interface SheetTable {
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly notes: readonly string[];
}

/** The columns of a format: what it cannot do without, and what it may have. */
export interface SheetColumns {
  readonly format: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether a column that nobody knows is refused; else it is left out, with a note. */
  readonly closed: boolean;
}

/**
 * Reads a sheet of comma, semicolon or tab separated values, quoted or not. Formulas in cells are
 * text like any other. Refuses sheet-malformed, sheet-empty, sheet-columns, and what
 * `readSheetText` refuses.
 */
export function readTable(path: string, expected: SheetColumns): SheetTable {
  const { text, notes } = readSheetText(path);
  const [heading, ...records] = recordsOf(text, path);
  if (heading === undefined) return refuse('sheet-empty', { path });
  const columns = heading.cells.map((cell) => cell.trim().toLowerCase());
  const unknown = checkColumns(columns, expected, path);
  if (records.length === 0) refuse('sheet-empty', { path });
  const rows = records.map((record) => rowOf(record, columns));
  return { columns, rows, notes: [...notes, ...unknown] };
}

interface Recorded {
  readonly cells: string[];
  readonly line: number;
}

const recordsOf = (text: string, path: string): Recorded[] => {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    });
    return (parsed as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ cells: record, line: info.lines }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('sheet-malformed', { path, why: error.message.slice(0, 200) });
  }
};

/** Of comma, semicolon and tab, the one that the first line has most of outside quotes. */
const delimiterOf = (text: string): string => {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length - 1;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
};

const checkColumns = (
  columns: readonly string[],
  expected: SheetColumns,
  path: string,
): string[] => {
  const named = columns.filter((column) => column !== '');
  const known = new Set([...expected.required, ...expected.optional]);
  const missing = expected.required.filter((column) => !named.includes(column));
  const unknown = named.filter((column) => !known.has(column) && !isMoneyColumn(column));
  const twice = named.filter((column, index) => named.indexOf(column) !== index);
  const problems = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    expected.closed && unknown.length > 0 ? `unknown: ${unknown.join(', ')}` : '',
    twice.length > 0 ? `twice: ${twice.join(', ')}` : '',
  ].filter((problem) => problem !== '');
  if (problems.length > 0) {
    refuse('sheet-columns', {
      path,
      format: expected.format,
      found: named.join(', ').slice(0, 500),
      expected: [...expected.required, ...expected.optional.map((each) => `(${each})`)].join(', '),
      problem: problems.join('; '),
    });
  }
  return unknown.length === 0 ? [] : [`Columns that were not used: ${unknown.join(', ')}.`];
};

/** Columns such as "Amount (EUR)": what a tool billed is no part of what is owed here. */
const isMoneyColumn = (column: string): boolean => /\([a-z]{3}\)$/.test(column);

const rowOf = ({ cells, line }: Recorded, columns: readonly string[]): SheetRow => ({
  line,
  cell: (column) => (cells[columns.indexOf(column)] ?? '').trim(),
  shown: cells.join(', ').slice(0, 200),
});
