import { compare, formatRatio, type Ratio } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { rowRate, type RowRate } from './award-rate.ts';
import { addDays, type Days } from './days.ts';
import { nearest } from './near.ts';
import type { AwardRow, EffortTables, Source } from './tables.ts';
import type { Rounding, Told } from './workings.ts';

/** The hourly rate of a classification over some days. */
export interface ClassifiedRate {
  readonly award: string;
  readonly level: string;
  /** The name as the table has it, its heading before it where there is one. */
  readonly name: string;
  /** Units of the currency for an hour: exact, in whole cents. */
  readonly rate: Ratio;
  readonly currency: 'AUD';
  /** The country whose law set the rate. */
  readonly country: 'AU';
  readonly note: string;
  readonly told: Told;
  readonly rounding?: Rounding;
  readonly source: Source;
}

/** A row that is in force on a day, until when, and its hourly rate if it has one. */
interface Candidate {
  readonly row: AwardRow;
  readonly lastDay: string | null;
  readonly rate: RowRate | null;
}

interface Reference {
  readonly text: string;
  readonly award: string;
  readonly rest: string;
}

/**
 * Finds the hourly rate of `AWARD/LEVEL` (where one row has that level) or `AWARD/NAME` (a whole
 * name between slashes in the table: `MA000010/C13` is the row "C13 / V2") on the days of the work:
 * in the dated history where it holds the award, else in the snapshot. Rows that share a name and a
 * rate are one.
 *
 * ✗ `classification-malformed`, `classification-unknown`, `date-before-table`,
 * `classification-ambiguous`, `classification-not-hourly`, `range-crosses-rate-change`
 */
export function classifiedRate(tables: EffortTables, text: string, days: Days): ClassifiedRate {
  const reference = parseClassification(text);
  const found = rateOn(tables, reference, days.from);
  assertSameRate(tables, reference, days, found);
  const { row, rate } = found;
  const name = row.parent === '' ? row.name : `${row.parent}, ${row.name}`;
  const base = { award: row.award, level: row.level, name, source: row.source };
  const { note, told } = rate;
  const hourly = { rate: rate.rate, currency: 'AUD', country: 'AU', note, told } as const;
  return {
    ...base,
    ...hourly,
    ...(rate.rounding === undefined ? {} : { rounding: rate.rounding }),
  };
}

/** Reads `AWARD/LEVEL` or `AWARD/NAME`. ✗ `classification-malformed` */
export function parseClassification(text: string): Reference {
  const parts = /^\s*([A-Za-z]{2}[0-9]{6})\s*\/\s*(\S.*?)\s*$/su.exec(text);
  if (parts === null || text.length > 300) {
    return refuse('classification-malformed', { text: text.slice(0, 80) });
  }
  return { text: text.trim(), award: (parts[1] ?? '').toUpperCase(), rest: parts[2] ?? '' };
}

type Priced = Candidate & { readonly rate: RowRate };

function rateOn(tables: EffortTables, reference: Reference, day: string): Priced {
  const chosen = candidatesOn(tables, reference, day);
  if (chosen.length === 0) return refuseUnknown(tables, reference, day);
  const [first, second] = chosen;
  if (first === undefined || second !== undefined) return refuseAmbiguous(chosen, reference, day);
  if (first.rate === null) {
    const type = first.row.baseType.toLowerCase();
    return refuse('classification-not-hourly', { text: reference.text, type });
  }
  return { ...first, rate: first.rate };
}

/** What fits, one candidate or several; the larger snapshot is read only where it may decide. */
function candidatesOn(
  tables: EffortTables,
  { award, rest }: Reference,
  day: string,
): readonly Candidate[] {
  const dated = fitting(inForce(tables.awardHistory(award), day), rest);
  if (dated.length === 1) return dated;
  const current = fitting(inForce(tables.awardSnapshot(award), day), rest);
  return current.length === 1 || dated.length === 0 ? current : dated;
}

/** Rows in force on a day. An open end is the day before the award's next block. */
function inForce(rows: readonly AwardRow[], day: string): Candidate[] {
  const starts = new Map<string, string>();
  for (const { block, from } of rows) {
    const start = starts.get(block);
    if (start === undefined || from < start) starts.set(block, from);
  }
  return rows.flatMap((row) => {
    const lastDay = row.to === '' ? dayBeforeNext(starts, row.block) : row.to;
    const holds = row.from <= day && (lastDay === null || day <= lastDay);
    return holds ? [{ row, lastDay, rate: rowRate(row) }] : [];
  });
}

function dayBeforeNext(starts: ReadonlyMap<string, string>, block: string): string | null {
  const later = [...starts].filter(([each]) => each > block).map(([, from]) => from);
  const next = later.toSorted()[0];
  return next === undefined ? null : addDays(next, -1);
}

/** The one candidate that fits, or all that do when they differ. */
function fitting(candidates: readonly Candidate[], rest: string): readonly Candidate[] {
  const byLevel = withoutTwins(candidates.filter(({ row }) => row.level === rest));
  if (byLevel.length === 1) return byLevel;
  const wanted = plain(rest);
  const named = withoutTwins(candidates.filter(({ row }) => namesOf(row).includes(wanted)));
  if (named.length === 0) return byLevel;
  const rates = new Set(named.map(({ rate }) => rateText(rate)));
  if (rates.size > 1) return named;
  const whole = named.find(({ row, rate }) => plain(row.name) === wanted && rate !== null);
  return [whole ?? named[0]].filter((each) => each !== undefined);
}

/** Rows of one name, level and rate are one classification that the export holds twice. */
function withoutTwins(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { row, rate } = candidate;
    const key = JSON.stringify([row.parent, plain(row.name), rateText(rate)]);
    if (!seen.has(key)) seen.set(key, candidate);
  }
  return [...seen.values()];
}

/** The names that a row answers to: its whole name, each part between slashes, with its heading. */
function namesOf(row: AwardRow): string[] {
  const own = [row.name, ...row.name.split('/')];
  const headed = row.parent === '' ? [] : [`${row.parent}/${row.name}`];
  return [...own, ...headed].map(plain);
}

/** Names compare without regard to case, spacing and the kind of dash. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Dash}/gu, '-')
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const rateText = (rate: RowRate | null): string => (rate === null ? '' : formatRatio(rate.rate, 2));

function assertSameRate(
  tables: EffortTables,
  reference: Reference,
  days: Days,
  first: Priced,
): void {
  let { lastDay } = first;
  while (lastDay !== null && lastDay < days.to) {
    const split = addDays(lastDay, 1);
    const next = rateOn(tables, reference, split);
    if (compare(next.rate.rate, first.rate.rate) !== 0) {
      const values = { text: reference.text, split, before: lastDay };
      refuse('range-crosses-rate-change', { ...values, from: days.from, to: days.to });
    }
    lastDay = next.lastDay;
  }
}

function refuseUnknown(tables: EffortTables, reference: Reference, day: string): never {
  const rows = [tables.awardHistory(reference.award), tables.awardSnapshot(reference.award)];
  const held = rows.find((each) => each.length > 0);
  if (held === undefined) return refuseAward(tables, reference, day);
  const begins = held.map((row) => row.from).toSorted()[0] ?? '';
  if (day < begins) {
    refuse('date-before-table', { table: held[0]?.source.tableId ?? '', begins, day });
  }
  const names = rows
    .flatMap((each) => inForce(each, day))
    .map(({ row }) => `${shown(row)} (level ${row.level})`);
  const near = nearest(reference.rest, [...new Set(names)]).join('; ');
  return refuse('classification-unknown', { text: reference.text, day, near });
}

function refuseAward(tables: EffortTables, reference: Reference, day: string): never {
  const names = new Map(tables.awards().map(({ code, name }) => [code, name]));
  const codes = nearest(reference.award, [...names.keys()]);
  const near = codes.map((code) => `${code} ${names.get(code) ?? ''}`).join('; ');
  return refuse('classification-unknown', { text: reference.text, day, near });
}

const MOST_LISTED = 12;

function refuseAmbiguous(
  candidates: readonly Candidate[],
  reference: Reference,
  day: string,
): never {
  const listed = candidates.slice(0, MOST_LISTED).map(({ row, rate }) => {
    const hourly = rate === null ? 'no hourly rate' : `${formatRatio(rate.rate, 2)} an hour`;
    return `${shown(row)} (level ${row.level}, ${hourly})`;
  });
  const more = candidates.length - listed.length;
  const matches = [...listed, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  return refuse('classification-ambiguous', { text: reference.text, day, matches });
}

const shown = (row: AwardRow): string =>
  row.parent === '' ? `${row.award}/${row.name}` : `${row.award}/${row.parent}/${row.name}`;
