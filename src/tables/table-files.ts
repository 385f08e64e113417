import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Source, TablePin } from '../domain/effort/tables.ts';
import { refuse } from '../domain/refusals.ts';
import type { TableEntry } from './manifest.ts';

/** A table that was read: its entry in the manifest and its text. */
export interface TableText {
  readonly entry: TableEntry;
  readonly text: string;
}

/**
 * Chooses the vintage of a table: the pinned one, else the newest.
 * ✗ `table-missing` when the manifest has no such table or not that vintage of it.
 */
export function chooseEntry(
  entries: readonly TableEntry[],
  id: string,
  pins: readonly TablePin[],
): TableEntry {
  const named = entries.filter((entry) => entry.id === id);
  const pin = pins.find((each) => each.id === id);
  const fitting = pin === undefined ? named : named.filter((e) => e.sha256 === pin.sha256);
  const newest = fitting.toSorted((a, b) => (a.vintage < b.vintage ? 1 : -1))[0];
  return newest ?? refuse('table-missing', { table: id, vintage: pin?.vintage ?? 'any' });
}

/**
 * Reads a table whole, and holds its bytes to the hash of the manifest, as what is computed from
 * it will name that hash. ✗ `table-missing`, `table-damaged`
 */
export function readTable(directory: string, entry: TableEntry): TableText {
  const path = join(directory, entry.file);
  if (!existsSync(path)) refuse('table-missing', { table: entry.id, vintage: entry.vintage });
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== entry.sha256) refuse('table-damaged', { table: entry.id, file: entry.file });
  const text = entry.file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return { entry, text: text.toString('utf8') };
}

/** A line of a table with its number, counted from 1. */
export interface NumberedLine {
  readonly row: number;
  readonly line: string;
}

/**
 * The lines that hold `needle`, with their numbers, without splitting the rest of the text. For
 * tables whose records are lines each.
 */
export function linesWith(text: string, needle: string): NumberedLine[] {
  const found: NumberedLine[] = [];
  let row = 1;
  let counted = 0;
  let hit = text.indexOf(needle);
  while (hit >= 0) {
    const begin = text.lastIndexOf('\n', hit) + 1;
    const end = endOfLine(text, begin);
    row += breaksBetween(text, counted, begin);
    counted = begin;
    found.push({ row, line: text.slice(begin, end).replace(/\r$/, '') });
    hit = text.indexOf(needle, end);
  }
  return found;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function breaksBetween(text: string, from: number, to: number): number {
  let breaks = 0;
  let at = text.indexOf('\n', from);
  while (at >= 0 && at < to) {
    breaks += 1;
    at = text.indexOf('\n', at + 1);
  }
  return breaks;
}

/** Names a row of a table as the source of a figure. */
export function sourceOf(entry: TableEntry, row: number, date: string, url?: string): Source {
  const base = {
    tableId: entry.id,
    title: entry.title,
    vintage: entry.vintage,
    sha256: entry.sha256,
    row,
    date,
  };
  const address = url ?? entry.url;
  return address === undefined ? base : { ...base, url: address };
}
