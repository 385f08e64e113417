import { refuse } from '../domain/refusals.ts';
import type { Imported, SkippedLine } from './line.ts';
import { entryLines, sheetAuthor, type SheetEntry, type WallTime } from './sheets/entries.ts';
import type { SheetOptions } from './sheets/sheet-options.ts';
import { readSheetText } from './sheets/text.ts';

interface Clocked {
  readonly line: number;
  readonly shown: string;
  readonly at: WallTime;
  readonly account: string;
  readonly description: string;
}

const day = /(\d{4})[-/.](\d\d?)[-/.](\d\d?)/;
const time = /(\d\d?):(\d\d)(?::(\d\d))?(?:[+-]\d{4})?/;
const shape = new RegExp(`^([ioO])\\s+${day.source}\\s+${time.source}(?:\\s+(.*))?$`);

/**
 * Reads a timeclock file as hledger and emacs keep it (https://hledger.org/hledger.html,
 * "timeclock"): `i` clocks in on an account, `o` out of it, or out of the one last clocked into.
 * Nobody is named in it: `options.author` is whose time it is. A session over midnight becomes a
 * line a day. An `i` without an `o`, and an `o` without an `i`, are skipped with their reason.
 * Refuses import-author-missing, sheet-value, sheet-empty, and what `readSheetText` refuses.
 */
export function importTimeclock(path: string, options: SheetOptions): Imported {
  const named = options.author ?? refuse('import-author-missing', { path });
  const author = sheetAuthor(named.name, named.email ?? '');
  const { text, notes } = readSheetText(path);
  const skipped: SkippedLine[] = [];
  const open: Clocked[] = [];
  const entries: SheetEntry[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const shown = raw.trim();
    if (shown === '' || /^[;#*bh]/.test(shown)) continue;
    const { isIn, ...clocked } = clockedOn(path, index + 1, shown);
    if (isIn) open.push(clocked);
    else close(open, clocked, { entries, skipped, author });
  }
  for (const { line, shown } of open) {
    skipped.push({ line, reason: 'never-out', text: shown });
  }
  if (entries.length === 0 && skipped.length === 0) refuse('sheet-empty', { path });
  const taken = entryLines('timeclock', entries);
  const all = [...skipped, ...taken.skipped].toSorted((a, b) => a.line - b.line);
  return {
    format: 'timeclock',
    lines: taken.lines,
    skipped: all,
    notes: [...notes, ...taken.notes],
  };
}

const close = (
  open: Clocked[],
  out: Clocked,
  into: { entries: SheetEntry[]; skipped: SkippedLine[]; author: SheetEntry['author'] },
): void => {
  const named = open.findLastIndex((each) => each.account === out.account);
  const index = out.account === '' ? open.length - 1 : named;
  const [started] = index < 0 ? [] : open.splice(index, 1);
  if (started === undefined) {
    into.skipped.push({ line: out.line, reason: 'never-in', text: out.shown });
    return;
  }
  into.entries.push({
    line: started.line,
    shown: started.shown,
    author: into.author,
    day: started.at.day,
    start: started.at,
    end: out.at,
    described: [started.account, started.description],
  });
};

const clockedOn = (path: string, line: number, shown: string): Clocked & { isIn: boolean } => {
  const parts = shape.exec(shown);
  const [, code, year = '', month = '', day = '', hour = '', minute = ''] = parts ?? [];
  const [, , , , , , , second = '0', rest = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  if (parts === null || seconds > 86_400 || !isDay(date)) {
    const expected = 'an "i" or "o", a date and a time, such as: i 2026-05-31 09:00:00 project';
    return refuse('sheet-value', { path, line, column: 'the line', text: shown, expected });
  }
  const [account = '', description = ''] = rest.replace(/\s*;.*$/, '').split(/\s{2,}|\t/, 2);
  const at: WallTime = { day: date, seconds, precise: true };
  const named = { account: account.trim(), description: description.trim() };
  return { isIn: code === 'i', line, shown, at, ...named };
};

const isDay = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};
