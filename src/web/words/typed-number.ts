// Amounts and quantities as people type them, each in their own writing. What was typed stays as it
// was; this says what it means. No number becomes a float.

import { localeOf } from './languages.ts';
import { decimalText } from './numbers.ts';

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

/** Before the decimals, and between thousands, where it can be nothing else. */
const ARABIC_DECIMAL = '\u066b';
const ARABIC_COMMA = '\u060c';
const BETWEEN = /[\s\u066c'’_]/g;

/** Groups of digits, the last of three: thousands, or as they are parted in India. */
const GROUPED = /^\d{1,3}( \d{2,3})* \d{3}$/;

/** The writing of whoever reads the page, where there is a page. */
export const readerLocale = (): string => {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang;
  return localeOf(language);
};

/** Of point and comma, the one that a language writes before the decimals. */
function decimalSign(locale: string): '.' | ',' {
  // As it is written with Latin digits, whatever digits the page shows.
  const format = new Intl.NumberFormat(locale, { numberingSystem: 'latn' });
  const parts = format.formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/** A text with the digits and the comma of Latin writing. */
export const latinOf = (text: string): string =>
  Array.from(text)
    .map((sign) => {
      const digit = Math.max(ARABIC.indexOf(sign), PERSIAN.indexOf(sign));
      return digit >= 0 ? String(digit) : sign;
    })
    .join('')
    .replaceAll(ARABIC_COMMA, ',');

/** The sign that stands before the decimals of a text; '' where all of it is whole. */
function signBefore(text: string, locale: string): string {
  if (text.includes(ARABIC_DECIMAL)) return ARABIC_DECIMAL;
  const [points, commas] = ['.', ','].map((sign) => text.split(sign).length - 1);
  if (points === 0 && commas === 0) return '';
  // Two signs: the later one. One of them, several times: it parts thousands.
  if (points !== 0 && commas !== 0)
    return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const only = points === 0 ? ',' : '.';
  if (Math.max(points ?? 0, commas ?? 0) > 1) return '';
  // Once: where it may be either, it is what the reader's language has it for.
  const isEither = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return isEither && only !== decimalSign(locale) ? '' : only;
}

/** A whole number with its groups taken together; undefined where they are no groups. */
function wholeOf(text: string): string | undefined {
  const apart = text.replace(BETWEEN, ' ').replace(/[.,]/g, ' ');
  if (/^\d*$/.test(apart)) return apart;
  // One sign parts all of them: 1.000,000 is no number.
  const signs = new Set(text.replace(/\d/g, ''));
  return GROUPED.test(apart) && signs.size === 1 ? apart.replaceAll(' ', '') : undefined;
}

/** The most digits before and after the decimal sign that an amount of any currency has. */
const MOST_DIGITS = 18;

/**
 * What somebody typed as a number, as a plain decimal string, such as `1500.50`: digits and signs
 * of Arabic, Persian and Latin writing; a comma or a point before the decimals; signs between
 * thousands. What could be read two ways, such as `1,500`, is what it is in the reader's language.
 * Undefined where it is no number.
 */
export function decimalTyped(typed: string, locale: string): string | undefined {
  const text = latinOf(typed.trim());
  const sign = signBefore(text, locale);
  const at = sign === '' ? text.length : text.lastIndexOf(sign);
  const [whole, fraction] = [wholeOf(text.slice(0, at)), text.slice(at + 1)];
  if (whole === undefined || !/^\d*$/.test(fraction)) return undefined;
  if (whole === '' && fraction === '') return undefined;
  if (whole.length > MOST_DIGITS || fraction.length > MOST_DIGITS) return undefined;
  return `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A percentage as people type it, with or without its sign, as a plain decimal string. */
export const percentTyped = (typed: string, locale: string): string | undefined =>
  decimalTyped(withoutPercent(typed), locale);

/** What was typed, without the sign of a percentage. */
export const withoutPercent = (typed: string): string => typed.replace(/\s*[%\u066a]\s*$/u, '');

/** Whether a text has more than digits, so that it is worth saying how it was understood. */
export const isApart = (typed: string): boolean => /\D/.test(latinOf(typed.trim()));

/** A decimal string as the reader would type it: with their decimal sign, without thousands. */
export function typedFrom(decimal: string, locale: string): string {
  if (!/^\d+(\.\d+)?$/.test(decimal)) return decimal;
  const shown = decimalText(decimal, locale);
  const group = new Intl.NumberFormat(locale).formatToParts(1_234_567);
  const between = group.find(({ type }) => type === 'group')?.value;
  return between === undefined ? shown : shown.replaceAll(between, '');
}

/** Whether an amount has more decimals than a currency of so many. */
export const isTooFine = (decimal: string, scale: number): boolean =>
  (decimal.split('.')[1] ?? '').length > scale;
