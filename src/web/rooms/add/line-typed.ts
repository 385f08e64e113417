// What somebody typed about a contribution, and the body of the act that it becomes.

import { isoCurrencies } from '../../../domain/money/currency.ts';
import type { Client } from '../../../sdk/client.ts';
import { exchangeOf, missingOf } from './exchange-typed.ts';
import { minorOf } from '../../words/numbers.ts';
import { hoursTyped, quantityTyped } from '../../words/typed-hours.ts';
import { decimalTyped, isTooFine, typedFrom } from '../../words/typed-number.ts';

/** A contribution that is being typed. */
export interface LineTyped {
  readonly mode: 'time' | 'cash' | 'thing';
  readonly hours: string;
  readonly labour: 'knowledge-work' | 'labour';
  readonly classification: string;
  readonly hour: string;
  readonly amount: string;
  readonly kind: string;
  readonly quantity: string;
  readonly unit: string;
  readonly rate: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly evidence: string;
  readonly paid: string;
  readonly gift: boolean;
  readonly exchangeRate: string;
  readonly exchangeSource: string;
}

/** Nothing typed yet. */
export const nothing: LineTyped = {
  mode: 'time',
  hours: '',
  labour: 'knowledge-work',
  classification: '',
  hour: '',
  amount: '',
  kind: 'equipment',
  quantity: '',
  unit: 'h',
  rate: '',
  from: '',
  to: '',
  what: '',
  evidence: '',
  paid: '',
  gift: false,
  exchangeRate: '',
  exchangeSource: '',
};

type Body = Parameters<Client['contributions']['add']>[0];

interface Place {
  readonly work: string;
  readonly release: string;
  readonly currency: string;
  /** YYYY-MM-DD, where no day was typed. */
  readonly today: string;
  /** Of whoever types: numbers are read as they write them. */
  readonly locale: string;
}

/** How much of it there is, as it was typed. */
export const quantityOf = (typed: LineTyped): string =>
  ({ time: typed.hours, cash: typed.amount, thing: typed.quantity })[typed.mode].trim();

/** The same as a plain decimal string; undefined where it is none. */
export const quantityRead = (typed: LineTyped, locale: string): string | undefined =>
  quantityTyped(quantityOf(typed), unitOf(typed, ''), locale);

/** The body of `contribution.added`; what is empty is left out. */
export function bodyOf(typed: LineTyped, place: Place): Body {
  const { work, release, currency, today, locale } = place;
  const from = typed.from || today;
  const read = (text: string): string => decimalTyped(text, locale) ?? text.trim();
  const money = (amount: string) =>
    amount.trim() === '' ? undefined : { amount: read(amount), currency };
  const what = typed.what.trim();
  const classification = typed.classification.trim();
  const evidence = typed.evidence.trim();
  const isTime = typed.mode === 'time';
  const rate = isTime ? money(typed.hour) : typed.mode === 'thing' ? money(typed.rate) : undefined;
  const paid = money(typed.paid);
  const exchange = exchangeOf({ rate: typed.exchangeRate, source: typed.exchangeSource });
  return {
    work,
    release,
    kind: { time: typed.labour, cash: 'cash', thing: typed.kind }[typed.mode],
    quantity: quantityRead(typed, locale) ?? quantityOf(typed),
    unit: unitOf(typed, currency),
    from,
    to: typed.to || from,
    ...(what === '' ? {} : { what }),
    ...(rate === undefined ? {} : { rate }),
    ...(isTime && classification !== '' ? { classification } : {}),
    evidence: evidence === '' ? [] : [evidence],
    ...(paid === undefined ? {} : { paid }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(typed.gift ? { gift: true } : {}),
  };
}

/** What it is counted in; what is money, in that of the work. */
function unitOf({ mode, unit }: LineTyped, currency: string): string {
  if (mode === 'time') return 'h';
  return mode === 'cash' || unit === 'currency' ? currency : unit;
}

/** The same, typed again: of a line that waits and is to be changed. */
export function typedOf(body: Body, locale: string): LineTyped {
  const put = (decimal = ''): string => typedFrom(decimal, locale);
  const rate = put(body.rate?.amount);
  const quantity = put(body.quantity);
  const mode =
    body.kind === 'cash' ? 'cash' : body.unit === 'h' && isLabour(body) ? 'time' : 'thing';
  return {
    ...nothing,
    mode,
    ...(mode === 'time' && {
      hours: quantity,
      labour: body.kind === 'labour' ? 'labour' : 'knowledge-work',
      hour: rate,
    }),
    ...(mode === 'cash' && { amount: quantity }),
    ...(mode === 'thing' && {
      kind: body.kind,
      quantity,
      unit: isoCurrencies().has(body.unit) ? 'currency' : body.unit,
      rate,
    }),
    classification: body.classification ?? '',
    from: body.from,
    to: body.to,
    what: body.what ?? '',
    evidence: body.evidence[0] ?? '',
    paid: put(body.paid?.amount),
    gift: body.gift ?? false,
    exchangeRate: put(body.exchange?.rate),
    exchangeSource: body.exchange?.source ?? '',
  };
}

const isLabour = ({ kind }: Body): boolean => kind === 'labour' || kind === 'knowledge-work';

/** What is wrong with a contribution that is typed, and where. */
export interface Wrong {
  readonly at: 'quantity' | 'classification' | 'rate' | 'paid' | 'exchange' | 'days';
  readonly is: 'missing' | 'number' | 'days' | 'hours' | 'own-hour.missing' | 'rate' | 'source';
}

/** What is wrong with it before it is sent; undefined for nothing. */
export function wrongIn(
  typed: LineTyped,
  { locale, scale = 18 }: { readonly locale: string; readonly scale?: number | undefined },
): Wrong | undefined {
  const quantity = quantityOf(typed);
  if (quantity === '') return { at: 'quantity', is: 'missing' };
  const isMoney = typed.mode === 'cash' || (typed.mode === 'thing' && typed.unit === 'currency');
  const rate = { time: typed.hour, cash: '', thing: isMoney ? '' : typed.rate }[typed.mode];
  const numbers = [
    { at: 'quantity', text: quantity, isMoney },
    { at: 'rate', text: rate, isMoney: true },
    { at: 'paid', text: typed.paid, isMoney: true },
    { at: 'exchange', text: typed.exchangeRate, isMoney: false },
  ] as const;
  const bad = numbers.find(({ at, text, isMoney: counts }) => {
    if (text.trim() === '') return false;
    const plain = at === 'quantity' ? quantityRead(typed, locale) : decimalTyped(text, locale);
    return plain === undefined || (counts && isTooFine(plain, scale));
  });
  if (bad !== undefined) return { at: bad.at, is: 'number' };
  const missing = missingOf({ rate: typed.exchangeRate, source: typed.exchangeSource });
  if (missing !== undefined) return { at: 'exchange', is: missing };
  const isBackward = typed.to !== '' && typed.from !== '' && typed.to < typed.from;
  if (isBackward) return { at: 'days', is: 'days' };
  return isTooLong(typed, locale) ? { at: 'quantity', is: 'hours' } : undefined;
}

/** Whether it is more hours than its days have. */
function isTooLong({ mode, hours, from, to }: LineTyped, locale: string): boolean {
  if (mode !== 'time') return false;
  const last = to || from;
  const days = last === '' ? 1 : (Date.parse(last) - Date.parse(from || last)) / DAY_MS + 1;
  return Number(hoursTyped(hours, locale)) > days * 24;
}

const DAY_MS = 86_400_000;

/**
 * Hours, in whole hundredths, of a time in milliseconds: never more than have passed. Empty before
 * the first.
 */
export function hoursOf(milliseconds: number): string {
  const whole = Math.floor(milliseconds / 36_000);
  if (whole < 1) return '';
  const hundredths = String(whole).padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, '');
}

const QUARTER = 25n;

/** Hours one step up or down, by quarters, as they were typed; never below nothing. */
export function stepped(hours: string, by: 1 | -1, locale: string): string {
  const hundredths = minorOf(hoursTyped(hours, locale) ?? '0', 2);
  const quarters = (hundredths + QUARTER / 2n) / QUARTER + BigInt(by);
  if (quarters <= 0n) return '';
  const digits = String(quarters * QUARTER).padStart(3, '0');
  const plain = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return typedFrom(plain, locale);
}
