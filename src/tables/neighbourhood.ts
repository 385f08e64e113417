import { refuse } from '../domain/refusals.ts';
import { csvRecords } from './csv.ts';
import type { CsvRecord } from './csv.ts';
import type { TableEntry } from './manifest.ts';
import type { TableText } from './table-files.ts';

/** A row of a table among those that stand around it. */
export interface Neighbourhood {
  readonly entry: TableEntry;
  /** What the columns are called, as the file has it. */
  readonly head: readonly string[];
  /** In the order of the file; the one that was asked for is among them. */
  readonly rows: readonly CsvRecord[];
}

/** The record on a line of a table, with so many before it and after it. ✗ `row-unknown` */
export function rowsAround(table: TableText, line: number, around: number): Neighbourhood {
  const { entry } = table;
  const rows: CsvRecord[] = [];
  let head: readonly string[] = [];
  let left = around;
  let found = false;
  for (const record of csvRecords(table.text)) {
    if (head.length === 0) {
      head = record.fields;
      continue;
    }
    rows.push(record);
    if (found) left -= 1;
    else if (record.line === line) found = true;
    else if (record.line > line) break;
    else if (rows.length > around) rows.shift();
    if (found && left === 0) break;
  }
  return found ? { entry, head, rows } : refuse('row-unknown', { table: entry.id, row: line });
}
