// Amounts, quantities and days as people read them, from exact text. No amount becomes a float:
// Intl takes decimal strings as they are.

import { finenessOf, inFull, placesOf, withPlaces } from '../../domain/money/decimals.ts';
import type { Money } from '../../domain/money/amount.ts';

/** One piece of an amount as it is shown; cents and sign are fainter than the rest. */
export interface MoneyPart {
  readonly text: string;
  readonly faint: boolean;
}

const MINUS = '\u2212';
const DECIMAL = /^-?\d+(\.\d+)?$/;
const ISO_CODE = /^[A-Z]{3}$/;

/** Made once for each key: to make a format takes longer than to draw a row with it. */
function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const { style, currency, unit, useGrouping } = options;
  const { minimumFractionDigits: least, maximumFractionDigits: most } = options;
  const digits = options.minimumIntegerDigits;
  const key = [locale, style, currency, unit, useGrouping, least, most, digits].join(' ');
  return kept(numberFormats, key, () => new Intl.NumberFormat(locale, options));
}

/** Exact text for Intl, whose types know decimal strings. */
function partsOf(format: Intl.NumberFormat, decimal: string): Intl.NumberFormatPart[] {
  return format.formatToParts(decimal as `${number}`);
}

function optionsFor({ amount, currency }: Money, bare: boolean): Intl.NumberFormatOptions {
  const places = placesOf(amount);
  const exact = { minimumFractionDigits: places, maximumFractionDigits: places };
  return bare || !ISO_CODE.test(currency) ? exact : { style: 'currency', currency, ...exact };
}

/**
 * An amount in pieces, with every decimal that it came with. `bare` leaves the currency out, for a
 * column whose head names it. A currency that Intl does not know is named after the amount.
 */
export function moneyParts(money: Money, locale: string, bare = false): readonly MoneyPart[] {
  if (!DECIMAL.test(money.amount)) {
    return [{ text: `${money.amount} ${money.currency}`, faint: false }];
  }
  const format = numberFormat(locale, optionsFor(money, bare));
  const parts = partsOf(format, money.amount).map(({ type, value }) => ({
    text: type === 'currency' ? signText(value, money, locale) : value.replace('-', MINUS),
    faint: type === 'currency' || type === 'decimal' || type === 'fraction',
  }));
  if (bare || ISO_CODE.test(money.currency)) return parts;
  return [...parts, { text: `\u00a0${money.currency}`, faint: true }];
}

/** A Latin sign beside figures of a script from right to left keeps its order: A$, not $A. */
function signText(sign: string, { currency }: Money, locale: string): string {
  if (!locale.startsWith('ar') || !/[A-Z]/.test(sign)) return sign;
  return `\u2066${currencySign(currency, 'en-GB')}\u2069`;
}

/** An amount as one text. */
export function moneyText(money: Money, locale: string, bare = false): string {
  return moneyParts(money, locale, bare)
    .map(({ text }) => text)
    .join('');
}

/** The sign of a currency where the language has one, else its code. */
export function currencySign(code: string, asked: string): string {
  if (!ISO_CODE.test(code)) return code;
  const locale = asked.startsWith('ar') ? 'en-GB' : asked;
  const parts = numberFormat(locale, { style: 'currency', currency: code }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? code;
}

/** A decimal string in the language's digits; with at least so many places. */
export function decimalText(decimal: string, locale: string, places = 0): string {
  if (!DECIMAL.test(decimal)) return decimal;
  const least = Math.max(places, placesOf(decimal));
  const options = { minimumFractionDigits: Math.min(least, 20), maximumFractionDigits: 20 };
  return partsOf(numberFormat(locale, options), decimal)
    .map(({ type, value }) => (type === 'minusSign' ? value.replace('-', MINUS) : value))
    .join('');
}

/** A part of one, such as "0.739612", as a percentage of two places, or of at least so many. */
export function percentText(part: string, locale: string, least = 2): string {
  const options = {
    style: 'percent',
    minimumFractionDigits: least,
    maximumFractionDigits: 2,
  } as const;
  return partsOf(numberFormat(locale, options), part)
    .map(({ value }) => value)
    .join('')
    .replace(/(\d)%/, '$1\u00a0%');
}

/** A percentage that is one already, such as "2.5", with all of its decimals. */
export function percentOf(percent: string, locale: string): string {
  const options = { style: 'unit', unit: 'percent', maximumFractionDigits: 20 } as const;
  return partsOf(numberFormat(locale, options), percent)
    .map(({ value }) => value)
    .join('')
    .replace(/(\d)\s?%/, '$1\u00a0%');
}

/** How much of a unit: "120 h", "≈ 9 h" for an estimate; an amount where the unit is money. */
export function quantityText(
  line: { readonly quantity: string; readonly unit: string; readonly estimate?: boolean },
  locale: string,
): string {
  const { quantity, unit } = line;
  const said = ISO_CODE.test(unit)
    ? moneyText({ amount: inFull(quantity, unit), currency: unit }, locale)
    : [decimalText(quantity, locale), ...unitName(unit, quantity, locale)].join('\u00a0');
  return line.estimate === true ? `≈\u00a0${said}` : said;
}

const units: Readonly<Record<string, string>> = {
  h: 'hour',
  day: 'day',
  month: 'month',
  year: 'year',
};

/** What an hour is called beside a number that is being typed. */
export const hourSign = (locale: string): string => unitName('h', '1', locale)[0] ?? 'h';

/** A unit by its sign, which is a Latin one, or by its name; pieces are only counted. */
function unitName(unit: string, quantity: string, locale: string): readonly string[] {
  if (unit === 'item') return [];
  const name = units[unit];
  if (name === undefined || (unit === 'h' && !locale.startsWith('ar'))) return [unit];
  const options = { style: 'unit', unit: name, unitDisplay: 'long' } as const;
  const parts = partsOf(numberFormat(locale, options), quantity);
  return [parts.find(({ type }) => type === 'unit')?.value ?? unit];
}

export { finenessOf, withPlaces };

/** Nothing, written as finely as an amount. */
export const noneOf = ({ amount, currency }: Money): Money => ({
  amount: amount
    .replace(/^-/, '')
    .replaceAll(/\d/g, '0')
    .replace(/^0+(?=0)/, ''),
  currency,
});

/** Nothing at all of a currency. */
export const nothingIn = (currency: string): Money => ({ amount: inFull('0', currency), currency });

const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

const dayOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
} as const;

/** A year, YYYY, in the language's digits: it has no separator of thousands. */
export const yearText = (year: string, locale: string): string =>
  partsOf(numberFormat(locale, { useGrouping: false }), year)
    .map(({ value }) => value)
    .join('');

/** A month, YYYY-MM, by its name. */
export function monthText(month: string, locale: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(noon(`${month}-01`));
}

const dayFormat = (locale: string): Intl.DateTimeFormat =>
  kept(dayFormats, locale, () => new Intl.DateTimeFormat(locale, dayOptions));

/** A day, YYYY-MM-DD, as people write it. */
export function dayText(day: string, locale: string): string {
  return dayFormat(locale).format(noon(day));
}

/** A range takes a tenth of a millisecond to say, and many lines of a list have the same. */
const ranges = new Map<string, string>();
const RANGES_MOST = 2000;

/** From one day to another, what they share said once. */
export function daysText(on: { readonly from: string; readonly to: string }, locale: string) {
  if (on.from === on.to) return dayText(on.from, locale);
  if (ranges.size > RANGES_MOST) ranges.clear();
  return kept(ranges, `${locale} ${on.from} ${on.to}`, () =>
    dayFormat(locale).formatRange(noon(on.from), noon(on.to)),
  );
}

/** Several names as one text: "Ada, Noor and Tom". */
export const namesText = (names: readonly string[], locale: string): string =>
  kept(listFormats, locale, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(
    names,
  );

/** An instant, in the reader's own zone: its day as all days are written, and the time. */
export function instantText(instant: string, locale: string): string {
  const options = { ...dayOptions, timeZone: undefined };
  const day = new Intl.DateTimeFormat(locale, options).format(new Date(instant));
  return [day, timeText(instant, locale)].join(locale.startsWith('ar') ? '\u060c ' : ', ');
}

/** The day of an instant in the reader's own zone, and the time of that day. */
export function localDayText(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(instant));
}

export function timeText(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(instant));
}

const MINUTE_MS = 60_000;

/** How long something took, as a clock shows it: hours and minutes, and seconds where asked. */
export function clockText(milliseconds: number, locale: string, withSeconds = false): string {
  const two = (n: number): string =>
    numberFormat(locale, { minimumIntegerDigits: 2 }).format(Math.floor(n) % 60);
  const hours = numberFormat(locale, {}).format(Math.floor(milliseconds / (60 * MINUTE_MS)));
  const parts = [hours, two(milliseconds / MINUTE_MS)];
  return [...parts, ...(withSeconds ? [two(milliseconds / 1000)] : [])].join(':');
}

/** A text with whole minor units of a decimal string: for comparing amounts of one currency. */
export function minorOf(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
}

/** The sum of decimal strings, exact, with as many places as the longest of them. */
export function decimalSum(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map(placesOf));
  const minor = decimals.reduce((sum, decimal) => sum + minorOf(decimal, places), 0n);
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${minor < 0n ? '-' : ''}${whole}${rest}`;
}

/** What is left of an amount of money without another of its currency. */
export const less = (whole: Money, { amount }: Money): Money => ({
  amount: decimalSum([whole.amount, `-${amount}`]),
  currency: whole.currency,
});

/** What part one amount is of another of its currency, 0 to 1: for pictures, never for sums. */
export function fractionOf(part: Money, whole: Money): number {
  const places = Math.max(placesOf(part.amount), placesOf(whole.amount));
  const [one, all] = [minorOf(part.amount, places), minorOf(whole.amount, places)];
  if (all <= 0n || one <= 0n) return 0;
  return one >= all ? 1 : Number((one * 1_000_000n) / all) / 1_000_000;
}

/** Whether an amount is nothing. */
export const isZero = ({ amount }: Money): boolean => /^-?[0.]*$/.test(amount);
