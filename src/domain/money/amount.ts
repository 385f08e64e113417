import { refuse } from '../refusals.ts';
import type { Currency } from './currency.ts';

/** Money: a whole number of minor units of one currency. */
export interface Amount {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Money where it crosses a boundary (JSON, CSV, forms): a decimal string and a code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** The largest amount that the books hold, in minor units; its negative is the smallest. */
export const MAX_MINOR = 2n ** 63n - 1n;

/** An amount of so many minor units. Not bounded: what is computed between may be larger. */
export function amount(minor: bigint, currency: Currency): Amount {
  return { minor, currency };
}

/**
 * Reads a decimal string, strictly: ASCII digits, at most one point with digits on both sides, no
 * exponent, no grouping, no blanks. Below zero only where `negative` allows it.
 *
 * @throws Refusal amount-malformed, amount-not-positive, amount-too-precise, amount-too-large
 */
export function parseAmount(
  text: string,
  currency: Currency,
  options: { readonly negative?: boolean } = {},
): Amount {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (parts === null) return refuse('amount-malformed', { text: shown });
  const [, sign = '', whole = '', decimals = ''] = parts;
  if (sign === '-' && options.negative !== true) refuse('amount-not-positive', { text: shown });
  if (decimals.length > currency.scale) {
    refuse('amount-too-precise', { text: shown, currency: currency.code, scale: currency.scale });
  }
  const digits = (whole + decimals.padEnd(currency.scale, '0')).replace(/^0+(?=.)/, '');
  // Reading a million digits as a number takes long: their count alone says that it is too large.
  const minor = digits.length > 19 ? MAX_MINOR + 1n : BigInt(digits);
  if (minor > MAX_MINOR) refuse('amount-too-large', { text: shown, currency: currency.code });
  return { minor: sign === '-' ? -minor : minor, currency };
}

/** The decimal string of an amount, with all decimals of its currency: "9240.81", JPY "150". */
export function formatAmount({ minor, currency }: Amount): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(currency.scale + 1, '0');
  const point = digits.length - currency.scale;
  const decimals = currency.scale === 0 ? '' : `.${digits.slice(point)}`;
  return `${minor < 0n ? '-' : ''}${digits.slice(0, point)}${decimals}`;
}

/** An amount as it crosses a boundary: {"amount":"9240.81","currency":"AUD"}. */
export function toMoney(value: Amount): Money {
  return { amount: formatAmount(value), currency: value.currency.code };
}

/** The sum of two amounts of one currency. */
export function add(left: Amount, right: Amount): Amount {
  assertSameCurrency(left, right);
  return { minor: left.minor + right.minor, currency: left.currency };
}

/** What is left of an amount after another of the same currency; may fall below zero. */
export function subtract(left: Amount, right: Amount): Amount {
  assertSameCurrency(left, right);
  return { minor: left.minor - right.minor, currency: left.currency };
}

/** Below zero, zero or above, as the left amount is smaller, equal or larger. */
export function compare(left: Amount, right: Amount): -1 | 0 | 1 {
  assertSameCurrency(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

function assertSameCurrency(left: Amount, right: Amount): void {
  const same =
    left.currency.code === right.currency.code && left.currency.scale === right.currency.scale;
  if (!same) throw new Error(`${left.currency.code} and ${right.currency.code} do not mix.`);
}
