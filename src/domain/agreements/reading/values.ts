// Reading one plain value of the terms into its canonical form.

import type { Currencies } from '../../money/currency.ts';
import { compare, parseDecimal } from '../../money/ratio.ts';
import { refuse } from '../../refusals.ts';
import { parseDuration } from '../duration.ts';

/** Where a value stands, for what a refusal says. */
export interface Reading {
  readonly key: string;
  readonly currencies: Currencies;
  /** The work's currency. */
  readonly currency: string;
}

/** The longest text that a term may hold, in characters. */
export const TEXT_MAX = 5000;

/** What a refusal shows of a value. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Refuses `terms-malformed` for the term being read. */
export function malformed(at: Reading, reason: string, expected: string): never {
  return refuse('terms-malformed', { key: at.key, reason, expected });
}

/** A text: NFC, trimmed, any script, no control characters but line ends; not empty. */
export function readText(value: unknown, at: Reading): string {
  if (typeof value !== 'string' || !value.isWellFormed()) {
    return malformed(at, `${shown(value)} is not a text`, 'a text');
  }
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text === '') malformed(at, 'it is empty', 'a text');
  if (text.length > TEXT_MAX) malformed(at, 'it is too long', `at most ${TEXT_MAX} characters`);
  if (/[^\P{Cc}\n]/u.test(text)) malformed(at, 'it has control characters', 'plain text');
  return text;
}

/** One of the given words. */
export function readChoice(value: unknown, choices: readonly string[], at: Reading): string {
  const choice = choices.find((one) => one === value);
  return choice ?? malformed(at, `it is ${shown(value)}`, `one of ${choices.join(', ')}`);
}

const shortest = (whole: string, decimals: string): string => {
  const kept = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
};

/**
 * A plain number of at most four decimals, as the shortest decimal string. A JSON number is taken
 * where it writes itself so: 1.5, but not 1e-7.
 */
export function readDecimal(value: unknown, at: Reading): string {
  const text = typeof value === 'number' ? String(value) : value;
  const parts = typeof text === 'string' ? /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim()) : null;
  if (parts === null) return malformed(at, `it is ${shown(value)}`, 'a decimal such as "1.5"');
  const decimal = shortest(parts[1] ?? '', parts[2] ?? '');
  if ((decimal.split('.')[1] ?? '').length > 4) {
    malformed(at, `${shown(value)} is too fine`, 'a decimal with at most four places');
  }
  return decimal;
}

/** A part of a whole: "0.05", "5 %" and "5%" are all "0.05"; at most four places, at most 1. */
export function readFraction(value: unknown, at: Reading): string {
  const expected = 'a part of the whole such as "5 %" or "0.05", with at most four places';
  const text = typeof value === 'number' ? String(value) : value;
  const parts =
    typeof text === 'string' ? /^(\d{1,9})(?:\.(\d+))?\s?(%)?$/.exec(text.trim()) : null;
  if (parts === null) return malformed(at, `it is ${shown(value)}`, expected);
  const [, whole = '', decimals = '', sign] = parts;
  const digits = sign === undefined ? whole : whole.padStart(3, '0');
  const point = digits.length - (sign === undefined ? 0 : 2);
  const fraction = shortest(digits.slice(0, point), digits.slice(point) + decimals);
  const fine = (fraction.split('.')[1] ?? '').length > 4;
  if (fine || compare(parseDecimal(fraction), parseDecimal('1')) > 0) {
    malformed(at, `it is ${shown(value)}`, expected);
  }
  return fraction;
}

/** A whole number as a decimal string. */
export function readInteger(value: unknown, at: Reading): string {
  const decimal = readDecimal(value, at);
  if (decimal.includes('.')) malformed(at, `it is ${shown(value)}`, 'a whole number');
  return decimal;
}

/** An ISO 8601 duration of years, months, weeks or days. */
export function readDuration(value: unknown, at: Reading): string {
  if (typeof value === 'string' && parseDuration(value) !== null) return value;
  return malformed(at, `it is ${shown(value)}`, 'a duration such as P30D, P6M or P1Y');
}

/** A calendar day that exists, YYYY-MM-DD. */
export function readDay(value: unknown, at: Reading): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const time = Date.parse(`${value}T00:00:00Z`);
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  }
  return malformed(at, `${shown(value)} is not a day`, 'a day such as 2026-05-31');
}

/** True or false; the words "true" and "false" are read as well. */
export function readFlag(value: unknown, at: Reading): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return malformed(at, `it is ${shown(value)}`, 'true or false');
}

/** "none", "all", or "since:" and a day (clause 4). */
export function readEarlier(value: unknown, at: Reading): string {
  if (value === 'none' || value === 'all') return value;
  const day = typeof value === 'string' ? /^since[: ]\s*(\S+)$/.exec(value)?.[1] : undefined;
  if (day === undefined) {
    return malformed(at, `it is ${shown(value)}`, 'none, all, or since:2025-01-01');
  }
  return `since:${readDay(day, at)}`;
}

/** `AWARD/LEVEL` or `AWARD/NAME` by its form alone; whether a row fits, the table says. */
export function readClassification(value: unknown, at: Reading): string {
  const text = readText(value, at);
  if (/^[A-Za-z0-9-]+\/\S.*$/.test(text) && !text.includes('\n')) return text;
  return malformed(at, `it is ${shown(value)}`, 'AWARD/LEVEL or AWARD/NAME, such as MA000065/6');
}

/** A language tag such as en, de-CH or zh-Hant (BCP 47), in its canonical letter case. */
export function readLanguage(value: unknown, at: Reading): string {
  const text = readText(value, at);
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return malformed(at, `${shown(value)} is not a language tag`, 'tags such as en or de-CH');
}
