import type { AwardRow } from '../domain/effort/tables.ts';
import { csvFields, csvRecords } from './csv.ts';
import { linesWith, sourceOf, type NumberedLine, type TableText } from './table-files.ts';

const isAwardCode = (award: string): boolean => /^MA\d{6}$/.test(award);

/** Rows of one award in the dated history. */
export function awardsOfHistory(table: TableText, award: string): readonly AwardRow[] {
  if (!isAwardCode(award)) return [];
  return linesWith(table.text, `,${award},`).map((line) => historyRow(table, line));
}

function historyRow(table: TableText, { row, line }: NumberedLine): AwardRow {
  const [block = '', award = '', name = '', level = '', baseRate = '', ...rest] = csvFields(line);
  const [baseType = '', calculatedRate = '', calculatedType = '', starts = '', to = ''] = rest;
  const from = starts.slice(0, 'YYYY-MM-DD'.length);
  const source = sourceOf(table.entry, row, from, addressOf(award));
  const rates = { baseRate, baseType, calculatedRate, calculatedType };
  return { award, parent: '', name, level, ...rates, block, from, to, source };
}

/** Rows of one award in the snapshot, in force from the day of the table. */
export function awardsOfSnapshot(table: TableText, award: string): readonly AwardRow[] {
  if (!isAwardCode(award)) return [];
  return linesWith(table.text, `\n${award},`).map((line) => snapshotRow(table, line));
}

function snapshotRow(table: TableText, { row, line }: NumberedLine): AwardRow {
  return snapshotFields(table, row, csvFields(line));
}

function snapshotFields(table: TableText, row: number, fields: readonly string[]): AwardRow {
  const [award = '', , parent = '', name = '', level = '', baseRate = '', ...rest] = fields;
  const [baseType = '', calculatedRate = ''] = rest;
  const calculatedType = calculatedRate === '' ? '' : 'Hourly';
  const from = table.entry.date;
  const source = sourceOf(table.entry, row, from, addressOf(award));
  const rates = { baseRate, baseType, calculatedRate, calculatedType };
  return { award, parent, name, level, ...rates, block: from.slice(0, 4), from, to: '', source };
}

/** Rows of the snapshot that hold every word in the award's code or name, heading or own name. */
export function searchSnapshot(table: TableText, words: string): readonly AwardRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found: AwardRow[] = [];
  for (const { line, fields } of csvRecords(table.text)) {
    const hay = fields.slice(0, 4).join(' ').toLowerCase();
    if (line > 1 && wanted.every((word) => hay.includes(word))) {
      found.push(snapshotFields(table, line, fields));
    }
  }
  return found;
}

/** All awards: code, name, and the page of each. */
export function awardList(
  table: TableText,
): readonly { readonly code: string; readonly name: string; readonly url: string }[] {
  return [...csvRecords(table.text)].slice(1).map(({ fields }) => {
    const [code = '', name = '', , url = ''] = fields;
    return { code, name, url };
  });
}

const addressOf = (award: string): string => `https://awards.fairwork.gov.au/${award}.html`;
