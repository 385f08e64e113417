import { refuse } from '../domain/refusals.ts';
import type { Imported, ImportedLine } from './line.ts';
import { dateReader, type DateReader } from './sheets/dates.ts';
import { entryLines, sha256, sheetAuthor, type SheetEntry } from './sheets/entries.ts';
import { decimalText } from './sheets/numbers.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { readTable, type SheetColumns, type SheetRow, type SheetTable } from './sheets/table.ts';
import { durationIn } from './sheets/times.ts';

const optional = [
  'date',
  'from',
  'to',
  'hours',
  'quantity',
  'unit',
  'author',
  'email',
  'kind',
  'description',
  'evidence',
];

/** The project's own sheet; docs/decisions has its columns. */
const columns: SheetColumns = { format: 'csv', required: [], optional, closed: true };

/**
 * Reads the project's own sheet: `date`, or `from` and `to`; `hours` (1.5, 1,5 or 1:30), or
 * `quantity` and `unit`; `author` (unless `options.author` says whose all of it is); and, where
 * wanted, `email`, `kind` (else knowledge-work), `description`, and `evidence` (addresses with
 * blanks between). Columns of other names are refused, as a misspelt one would lose its content.
 * Refuses what `readTable` and `dateReader` refuse, sheet-columns, sheet-value.
 */
export function importCsv(path: string, options: SheetOptions): Imported {
  const table = readTable(path, columns);
  checkPairs(path, table, options);
  const dated = table.columns.includes('date') ? ['date'] : ['from', 'to'];
  const readDate = dateReader(path, table.rows, dated, options.dates);
  const read = table.rows.map((row) => readRow(path, row, table, { readDate, options }));
  const days = read.flatMap((each) => ('entry' in each ? [each.entry] : []));
  const taken = entryLines('csv', days);
  const met = new Map<string, number>();
  const whole = read.flatMap((each) => ('whole' in each ? [keyed(each.whole, met)] : []));
  const kinds = new Map(read.map(({ line, kind }) => [line, kind]));
  const lines = taken.lines.map((line) => withKind(line, kinds.get(line.line) ?? line.kind));
  const all = [...lines, ...whole.filter((line) => !isZero(line))];
  const zero = whole
    .filter(isZero)
    .map(({ line, description: text }) => ({ line, reason: 'quantity-zero' as const, text }));
  return {
    format: 'csv',
    lines: all.toSorted((a, b) => a.line - b.line),
    skipped: [...taken.skipped, ...zero].toSorted((a, b) => a.line - b.line),
    notes: [...table.notes, ...taken.notes],
  };
}

type Unkeyed = Omit<ImportedLine, 'key' | 'contentHash'>;

interface Reading {
  readonly readDate: DateReader;
  readonly options: SheetOptions;
}

type Row = { line: number; kind: string } & ({ entry: SheetEntry } | { whole: Unkeyed });

const checkPairs = (path: string, table: SheetTable, options: SheetOptions): void => {
  const has = (column: string): boolean => table.columns.includes(column);
  const problems = [
    has('date') !== (has('from') && has('to')) ? '' : 'give either date, or from and to',
    has('hours') !== (has('quantity') && has('unit'))
      ? ''
      : 'give either hours, or quantity and unit',
    has('author') || options.author !== undefined ? '' : 'give author, or --author NAME',
  ].filter((problem) => problem !== '');
  if (problems.length === 0) return;
  refuse('sheet-columns', {
    path,
    format: 'csv',
    found: table.columns.join(', '),
    expected: 'date (or from, to); hours (or quantity, unit); author; and, where wanted, others',
    problem: problems.join('; '),
  });
};

const readRow = (path: string, row: SheetRow, table: SheetTable, how: Reading): Row => {
  const isDay = table.columns.includes('date');
  const from = how.readDate(row, isDay ? 'date' : 'from');
  const to = isDay ? from : how.readDate(row, 'to');
  if (to < from) {
    const expected = 'a day that is not before its from';
    refuse('sheet-value', { path, line: row.line, column: 'to', text: row.cell('to'), expected });
  }
  const kind = row.cell('kind') || 'knowledge-work';
  const evidence = row.cell('evidence').split(/\s+/).filter(Boolean);
  const base = { line: row.line, author: authorOf(path, row, how.options), evidence };
  if (isDay && table.columns.includes('hours')) {
    const duration = durationIn(path, row, 'hours');
    const described = [row.cell('description')];
    const entry = { ...base, shown: row.shown, day: from, duration, described };
    return { line: row.line, kind, entry };
  }
  const measure = table.columns.includes('hours')
    ? { quantity: quantityIn(path, row, 'hours'), unit: 'h' }
    : { quantity: quantityIn(path, row, 'quantity'), unit: unitIn(path, row) };
  const description = row.cell('description');
  const whole = { ...base, kind, ...measure, from, to, description, estimate: false };
  return { line: row.line, kind, whole };
};

const authorOf = (path: string, row: SheetRow, options: SheetOptions): SheetEntry['author'] => {
  const [name, email] = [row.cell('author'), row.cell('email')];
  if (name !== '' || email !== '') return sheetAuthor(name, email);
  if (options.author !== undefined) {
    return sheetAuthor(options.author.name, options.author.email ?? '');
  }
  const expected = 'the name of a person';
  return refuse('sheet-value', { path, line: row.line, column: 'author', text: '', expected });
};

const quantityIn = (path: string, row: SheetRow, column: string): string => {
  const text = row.cell(column);
  const quantity = decimalText(text);
  if (quantity !== undefined) return quantity;
  const expected = 'a number, such as 1.5';
  return refuse('sheet-value', { path, line: row.line, column, text, expected });
};

const unitIn = (path: string, row: SheetRow): string => {
  const unit = row.cell('unit');
  if (unit !== '') return unit;
  const expected = 'a unit, such as h, day, kWh or AUD';
  return refuse('sheet-value', { path, line: row.line, column: 'unit', text: '', expected });
};

const isZero = (line: ImportedLine): boolean => /^0*(\.0*)?$/.test(line.quantity);

const keyed = (line: Unkeyed, met: Map<string, number>): ImportedLine => {
  const { line: place, ...body } = line;
  const content = JSON.stringify(['csv', body]);
  const times = met.get(content) ?? 0;
  met.set(content, times + 1);
  return { key: sha256(`${content} ${times}`), contentHash: sha256(content), line: place, ...body };
};

const withKind = (line: ImportedLine, kind: string): ImportedLine => {
  if (kind === line.kind) return line;
  const { key, contentHash, ...body } = line;
  const changed = { ...body, kind };
  return { key: sha256(`${key} ${kind}`), contentHash: sha256(contentHash + kind), ...changed };
};
