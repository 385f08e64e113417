// Amounts and days as people read them, from exact text: Intl takes decimal strings as they are.

import { inFull, placesOf } from '../../domain/money/decimals.ts';
import type { Money } from '../../domain/money/amount.ts';

const ISO_CODE = /^[A-Z]{3}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** How an amount is written: with the sign of its currency where it has one, or with its code. */
export interface Writing {
  readonly locale: string;
  readonly by?: 'sign' | 'code';
}

/** An amount with every decimal that it came with. */
export function amountText({ amount, currency }: Money, { locale, by = 'sign' }: Writing): string {
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`;
  const places = placesOf(amount);
  const exact = { minimumFractionDigits: places, maximumFractionDigits: places };
  if (!ISO_CODE.test(currency)) {
    const digits = new Intl.NumberFormat(locale, exact).format(amount as `${number}`);
    return `${digits}\u00a0${currency}`;
  }
  const currencyDisplay = by === 'code' ? 'code' : 'symbol';
  const shown = { style: 'currency', currency, currencyDisplay, ...exact } as const;
  const text = new Intl.NumberFormat(locale, shown).format(amount as `${number}`);
  return locale.startsWith('ar') ? withLatinSign(text, currency) : text;
}

/** A Latin sign beside figures of a script from right to left keeps its order: A$, not $A. */
function withLatinSign(text: string, currency: string): string {
  const parts = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).formatToParts(0);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return text.replace(/[A-Z]+[$£¥]?/, () => `\u2066${sign}\u2069`);
}

/** A part of one, such as "0.75", in percent. */
export const partText = (part: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    part as `${number}`,
  );

/** A count. */
export const countText = (count: number, locale: string): string =>
  new Intl.NumberFormat(locale).format(count);

/** The day of an instant. */
export function dayText(instant: string, locale: string): string {
  const shown = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, shown).format(new Date(instant));
}

/** From one day to another, YYYY-MM-DD, in short: what they share is said once. */
export function daysText(on: { readonly from: string; readonly to: string }, locale: string) {
  const shown = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(locale, shown);
  const [from, to] = [new Date(on.from), new Date(on.to)];
  return on.from === on.to ? format.format(from) : format.formatRange(from, to);
}

/** An amount under a head that names its currency. */
export function bareText({ amount }: Money, locale: string): string {
  if (!DECIMAL.test(amount)) return amount;
  const places = placesOf(amount);
  const exact = { minimumFractionDigits: places, maximumFractionDigits: places };
  return withMinus(new Intl.NumberFormat(locale, exact).format(amount as `${number}`));
}

const withMinus = (text: string): string => text.replace('-', '\u2212');

/** Units that Intl can name. */
const units: Readonly<Record<string, string>> = {
  h: 'hour',
  day: 'day',
  month: 'month',
  year: 'year',
};

/** How much of a unit: "120 h"; an amount where the unit is money; pieces are only counted. */
export function quantityText(
  { quantity, unit }: { readonly quantity: string; readonly unit: string },
  locale: string,
): string {
  if (ISO_CODE.test(unit)) {
    const amount = inFull(quantity, unit);
    return amountText({ amount, currency: unit }, { locale });
  }
  const digits = bareText({ amount: quantity, currency: unit }, locale);
  const name = units[unit];
  if (unit === 'item') return digits;
  if (name === undefined || (unit === 'h' && !locale.startsWith('ar'))) {
    return `${digits}\u00a0${unit}`;
  }
  const options = { style: 'unit', unit: name, unitDisplay: 'long' } as const;
  const parts = new Intl.NumberFormat(locale, options).formatToParts(quantity as `${number}`);
  return `${digits}\u00a0${parts.find(({ type }) => type === 'unit')?.value ?? unit}`;
}
