// What somebody types for a term, and the value that it stands for. What cannot be read is passed
// on as it is, so that the domain refuses it and nobody's words are lost.

import type { Field, FieldType } from '../../../../domain/agreements/reading/field.ts';
import { isProperties } from '../../../../domain/agreements/reading/structures.ts';
import type { Party, TrancheRule } from '../../../../domain/agreements/reading/structures.ts';
import { percentWords } from '../../../../domain/agreements/wording/saying.ts';
import { valueText } from '../../../../domain/agreements/wording/words.ts';
import { canonicalJson } from '../../../../domain/record/canonical-json.ts';
import { decimalTyped, typedFrom } from '../../../words/typed-number.ts';
import { columnsOf } from './columns.ts';
import type { Column } from './columns.ts';

/** One row of a term that is a list of things, as it is typed. */
export type Row = Readonly<Record<string, string>>;

/** What is typed for one term. */
export type Entry = string | readonly string[] | readonly Row[];

/** What is typed, by term; a term that is not here stays as it is. */
export type Typed = Readonly<Record<string, Entry>>;

/** How numbers are written: in the work's currency, by whoever types. */
export interface Writing {
  readonly currency: string;
  readonly locale: string;
}

/** What reading an entry takes: how it is written, and who can be named. */
export interface At extends Writing {
  readonly people: readonly Party[];
}

/** Kinds of time and of money, for who is paid first. */
const FIRST = { cash: ['cash'], time: ['knowledge-work', 'labour'] } as const;

const sameJson = (left: unknown, right: unknown): boolean =>
  canonicalJson(left) === canonicalJson(right);

/** The rules by which some kinds are paid before all others. */
const tranchesOf = (first: keyof typeof FIRST): readonly TrancheRule[] => [
  { priority: 1, kinds: FIRST[first] },
  { priority: 2 },
];

function tranchesEntry(value: unknown): string {
  if (value === 'one') return 'one';
  const known = (['cash', 'time'] as const).find((first) => sameJson(value, tranchesOf(first)));
  return known ?? 'own';
}

/** A list of objects, or the one object, that the reader of its type made. */
function listed(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (value === null) return [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter(isProperties);
}

/** An amount of another currency than the work's is written with its code. */
function cellText(value: unknown, type: Column['type'], { currency, locale }: Writing): string {
  if (value === null || value === undefined) return '';
  const plain = isProperties(value) ? valueText(value['amount']) : valueText(value);
  const number = type === 'money' || type === 'number' ? typedFrom(plain, locale) : plain;
  if (!isProperties(value) || value['currency'] === currency) return number;
  return `${number} ${valueText(value['currency'])}`;
}

/** Before the name of what a row has beside its columns: it is kept as it is. */
const KEPT = '~';

function rowOf(
  columns: readonly Column[],
  value: Readonly<Record<string, unknown>>,
  writing: Writing,
): Row {
  const names = columns.map(({ name }) => name);
  const kept = Object.entries(value).filter(([name]) => !names.includes(name));
  const row: Record<string, string> = {};
  for (const { name, type } of columns) row[name] = cellText(value[name], type, writing);
  for (const [name, more] of kept) row[`${KEPT}${name}`] = JSON.stringify(more);
  return row;
}

const linesOf = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '');

/** A part of one, such as "0.05", as a percentage without its sign: "5". */
export const percentOf = (part: string): string => percentWords(part).replace(' %', '');

/** Types whose value is shown otherwise than as its own text. */
const shown: Readonly<Partial<Record<FieldType, (value: unknown, locale: string) => Entry>>> = {
  texts: linesOf,
  languages: linesOf,
  decimal: (value, locale) => typedFrom(valueText(value), locale),
  integer: (value, locale) => typedFrom(valueText(value), locale),
  sum: (value, locale) => typedFrom(valueText(value), locale),
  fraction: (value, locale) => typedFrom(percentOf(String(value)), locale),
  flag: (value) => String(value === true),
  choices: (value) => (Array.isArray(value) ? value.map(String) : []),
  'optional-party': (value) => (value === null ? '' : (value as Party).agent),
  parties: (value) => (value as readonly Party[]).map(({ agent }) => agent),
  tables: () => 'kept',
  'equal-rate': (value, locale) => {
    const rate = value as { classification?: string; amount?: { amount: string } };
    const { amount } = rate.amount ?? {};
    return amount === undefined ? (rate.classification ?? '') : typedFrom(amount, locale);
  },
  tranches: tranchesEntry,
};

/** The value of a term as somebody would have typed it. */
export function entryOf({ type }: Field, value: unknown, writing: Writing): Entry {
  const columns = columnsOf(type);
  if (columns !== undefined) {
    return listed(value).map((row) => rowOf(columns, row, writing));
  }
  const showing = shown[type];
  if (showing !== undefined) return showing(value, writing.locale);
  return value === null || value === undefined ? '' : valueText(value);
}

const text = (entry: Entry): string => (typeof entry === 'string' ? entry.trim() : '');
const plain = (typed: string, { locale }: Pick<At, 'locale'>): string =>
  decimalTyped(typed, locale) ?? typed;
const orNull = (typed: string): string | null => (typed === '' ? null : typed);

const lines = (entry: Entry): string[] =>
  text(entry)
    .split(/[\n,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const partyOf = (agent: string, { people }: At): Party | string =>
  people.find((one) => one.agent === agent) ?? agent;

/** An amount that may have the code of another currency after it: `50 EUR`. */
export function amountIn(typed: string, usual: string): { amount: string; currency: string } {
  const [, amount = typed, currency = usual] = /^(.+?)\s+([A-Za-z][\w-]+)$/.exec(typed) ?? [];
  return { amount, currency };
}

function cellValue({ type }: Column, typed: string, at: At): unknown {
  if (type !== 'money') return type === 'number' ? plain(typed, at) : typed;
  const { amount, currency } = amountIn(typed, at.currency);
  return { amount: plain(amount, at), currency };
}

/** A row without its empty cells, which say nothing. */
function rowValue(columns: readonly Column[], row: Row, at: At): Record<string, unknown> {
  const filled = columns.filter(({ name }) => (row[name] ?? '').trim() !== '');
  const kept = Object.entries(row).filter(([name]) => name.startsWith(KEPT));
  const value: Record<string, unknown> = {};
  for (const [name, more] of kept) value[name.slice(KEPT.length)] = JSON.parse(more);
  for (const column of filled) {
    value[column.name] = cellValue(column, (row[column.name] ?? '').trim(), at);
  }
  // A class of users that has no id yet gets one of its name, in small letters.
  const isClass = columns.some(({ type }) => type === 'class');
  if (isClass && value['id'] === undefined && typeof value['name'] === 'string') {
    value['id'] = value['name'].toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'class';
  }
  return value;
}

type Meaning = (entry: Entry, at: At) => unknown;

/** Types whose value is not what was typed. */
const meant: Readonly<Partial<Record<FieldType, Meaning>>> = {
  'optional-text': (entry) => orNull(text(entry)),
  classification: (entry) => orNull(text(entry)),
  texts: (entry) =>
    text(entry)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  languages: lines,
  decimal: (entry, at) => plain(text(entry), at),
  integer: (entry, at) => plain(text(entry), at),
  sum: (entry, at) => plain(text(entry), at),
  fraction: (entry, at) => `${plain(text(entry), at)} %`,
  choices: (entry) => entry,
  parties: (entry, at) => (typeof entry === 'string' ? [] : entry).map((id) => named(id, at)),
  'optional-party': (entry, at) => (text(entry) === '' ? null : partyOf(text(entry), at)),
  tables: (entry) => (entry === 'current' ? 'current' : undefined),
  'equal-rate': (entry, { currency, locale }) => {
    const amount = decimalTyped(text(entry), locale);
    return amount === undefined ? text(entry) : { amount: { amount, currency } };
  },
  tranches: (entry) => {
    const first = text(entry);
    return first === 'cash' || first === 'time' ? tranchesOf(first) : first;
  },
};

const named = (id: string | Row, at: At): unknown =>
  typeof id === 'string' ? partyOf(id, at) : id;

/** The value that an entry stands for, as a draft takes it; undefined for none. */
export function valueOf({ type }: Field, entry: Entry, at: At): unknown {
  const columns = columnsOf(type);
  if (columns === undefined) return (meant[type] ?? text)(entry, at);
  const rows = typeof entry === 'string' ? [] : entry;
  const values = rows.flatMap((row) => (typeof row === 'string' ? [] : rowValue(columns, row, at)));
  return type === 'arbitration' || type === 'review' ? (values[0] ?? null) : values;
}

/** Whether two entries say the same. */
export const sameEntry = (left: Entry, right: Entry): boolean => sameJson(left, right);
