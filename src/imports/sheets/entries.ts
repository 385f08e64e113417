import { createHash } from 'node:crypto';
import type { ImportedAuthor, ImportedLine, SkippedLine } from '../line.ts';
import { dayAfter } from './dates.ts';
import { hoursOf } from './numbers.ts';

/** A moment on the wall clock of whoever wrote it down: a day, and seconds after its midnight. */
export interface WallTime {
  readonly day: string;
  readonly seconds: number;
  /** False where the time was written without seconds. */
  readonly precise: boolean;
}

/** One entry of a time sheet. It has a start and an end, or a day and a duration, or all. */
export interface SheetEntry {
  readonly line: number;
  readonly shown: string;
  readonly author: ImportedAuthor;
  readonly day: string;
  readonly start?: WallTime;
  readonly end?: WallTime;
  /** Whole seconds, as the sheet has the sum itself. */
  readonly duration?: number;
  /** Client, project, task and the like, then what was done. */
  readonly described: readonly string[];
  readonly evidence?: readonly string[];
}

/** What became of entries. */
export interface EntryLines {
  readonly lines: ImportedLine[];
  readonly skipped: SkippedLine[];
  readonly notes: string[];
}

const daysMost = 31;

/**
 * Draft lines of entries. Where an entry has a start and an end, they count, as they are what
 * another person can check; a sum that disagrees is told. (A sum that is within a minute of times
 * without seconds is the more exact one, and counts.) An entry over midnight becomes a line a day.
 * Entries of nothing, or that end before they start, are skipped with their reason.
 */
export function entryLines(format: string, entries: readonly SheetEntry[]): EntryLines {
  const result: EntryLines = { lines: [], skipped: [], notes: [] };
  const met = new Map<string, number>();
  for (const entry of entries) {
    const why = whyNot(entry);
    if (why !== undefined) {
      result.skipped.push({ line: entry.line, ...why, text: entry.shown });
      continue;
    }
    const note = disagreement(entry);
    if (note !== undefined) result.notes.push(note);
    for (const part of partsOf(entry)) {
      const identity = [format, entry.author.key, part.from, part.startedAt, part.seconds];
      const again = JSON.stringify([...identity, entry.described]);
      const times = met.get(again) ?? 0;
      met.set(again, times + 1);
      result.lines.push(lineOf(entry, part, sha256(`${again} ${times}`)));
    }
  }
  return result;
}

interface Part {
  readonly from: string;
  readonly seconds: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

type Why = Pick<SkippedLine, 'reason' | 'counts'>;

const whyNot = (entry: SheetEntry): Why | undefined => {
  const span = spanOf(entry);
  if (span !== undefined && span < 0) return { reason: 'backwards' };
  if (span !== undefined && span > daysMost * 86_400) {
    return { reason: 'too-long', counts: { days: daysMost } };
  }
  if (secondsOf(entry) === 0) return { reason: 'no-time' };
  if (span === undefined && secondsOf(entry) > 86_400) {
    return { reason: 'over-a-day', counts: { hours: 24 } };
  }
  return undefined;
};

const spanOf = ({ start, end }: SheetEntry): number | undefined => {
  if (start === undefined || end === undefined) return undefined;
  return (Date.parse(end.day) - Date.parse(start.day)) / 1000 + end.seconds - start.seconds;
};

const secondsOf = (entry: SheetEntry): number => {
  const span = spanOf(entry);
  const { duration, start, end } = entry;
  if (span === undefined) return duration ?? 0;
  const precise = start?.precise === true && end?.precise === true;
  const isFiner = duration !== undefined && !precise && Math.abs(duration - span) < 60;
  return isFiner ? duration : span;
};

const disagreement = (entry: SheetEntry): string | undefined => {
  const { duration, line } = entry;
  const seconds = secondsOf(entry);
  if (duration === undefined || duration === seconds) return undefined;
  return (
    `Line ${line}: its start and end are ${clockText(seconds)} apart, its sum says ` +
    `${clockText(duration)}; start and end count.`
  );
};

const partsOf = (entry: SheetEntry): Part[] => {
  const { start, end } = entry;
  const seconds = secondsOf(entry);
  if (start === undefined || end === undefined) return [{ from: entry.day, seconds }];
  const parts: Part[] = [];
  let left = seconds;
  let begin = start.seconds;
  for (let day = start.day; left > 0; day = dayAfter(day, 1)) {
    const until = day === end.day ? left : Math.min(left, 86_400 - begin);
    const startedAt = `${day}T${clockText(begin)}`;
    const endedAt = `${day}T${clockText(Math.min(begin + until, 86_400))}`;
    parts.push({ from: day, seconds: until, startedAt, endedAt });
    left -= until;
    begin = 0;
  }
  return parts;
};

const lineOf = (entry: SheetEntry, part: Part, key: string): ImportedLine => {
  const body = {
    author: entry.author,
    kind: 'knowledge-work',
    quantity: hoursOf(part.seconds),
    unit: 'h',
    from: part.from,
    to: part.from,
    description: entry.described.filter((text) => text !== '').join(': '),
    evidence: entry.evidence ?? [],
    estimate: false,
    ...(part.startedAt === undefined ? {} : { startedAt: part.startedAt }),
    ...(part.endedAt === undefined ? {} : { endedAt: part.endedAt }),
  };
  return { key, contentHash: sha256(JSON.stringify(body)), line: entry.line, ...body };
};

/** Seconds as `HH:MM:SS`. */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** An author by address, else by name. */
export function sheetAuthor(name: string, email: string): ImportedAuthor {
  const key = email === '' ? name.normalize('NFC') : email.toLowerCase();
  const shown = name === '' ? email : name;
  return { key, name: shown, ...(email === '' ? {} : { email }), bot: false };
}

/** SHA-256 of text, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
