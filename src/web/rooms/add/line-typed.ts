// What somebody typed about a contribution, and the body of the act that it becomes.

import type { Client } from '../../../sdk/client.ts';
import { exchangeOf } from './exchange-typed.ts';

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
}

/** How much of it there is, as it was typed. */
export const quantityOf = (typed: LineTyped): string =>
  ({ time: typed.hours, cash: typed.amount, thing: typed.quantity })[typed.mode].trim();

/** The body of `contribution.added`; what is empty is left out. */
export function bodyOf(typed: LineTyped, place: Place): Body {
  const { work, release, currency, today } = place;
  const from = typed.from || today;
  const money = (amount: string) =>
    amount.trim() === '' ? undefined : { amount: amount.trim(), currency };
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
    quantity: quantityOf(typed),
    unit: { time: 'h', cash: currency, thing: unitOf(typed, currency) }[typed.mode],
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

const unitOf = ({ unit }: LineTyped, currency: string): string =>
  unit === 'currency' ? currency : unit;

/** The same, typed again: of a line that waits and is to be changed. */
export function typedOf(body: Body): LineTyped {
  const mode =
    body.kind === 'cash' ? 'cash' : body.unit === 'h' && isLabour(body) ? 'time' : 'thing';
  return {
    ...nothing,
    mode,
    ...(mode === 'time' && {
      hours: body.quantity,
      labour: body.kind === 'labour' ? 'labour' : 'knowledge-work',
      hour: body.rate?.amount ?? '',
    }),
    ...(mode === 'cash' && { amount: body.quantity }),
    ...(mode === 'thing' && {
      kind: body.kind,
      quantity: body.quantity,
      unit: body.unit,
      rate: body.rate?.amount ?? '',
    }),
    classification: body.classification ?? '',
    from: body.from,
    to: body.to,
    what: body.what ?? '',
    evidence: body.evidence[0] ?? '',
    paid: body.paid?.amount ?? '',
    gift: body.gift ?? false,
    exchangeRate: body.exchange?.rate ?? '',
    exchangeSource: body.exchange?.source ?? '',
  };
}

const isLabour = ({ kind }: Body): boolean => kind === 'labour' || kind === 'knowledge-work';

/** What is wrong with it before it is sent, as a name among the words; undefined for nothing. */
export function wrongIn(typed: LineTyped): 'missing' | 'number' | 'days' | undefined {
  const quantity = quantityOf(typed);
  if (quantity === '') return 'missing';
  const rate = typed.mode === 'time' ? typed.hour : typed.rate;
  const numbers = [quantity, typed.paid, rate, typed.exchangeRate];
  if (!numbers.every((text) => text.trim() === '' || isDecimal(text))) return 'number';
  return typed.to !== '' && typed.from !== '' && typed.to < typed.from ? 'days' : undefined;
}

const isDecimal = (text: string): boolean => /^\d{1,12}(\.\d{1,6})?$/.test(text.trim());

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

/** Hours one step up or down, by quarters; never below nothing. */
export function stepped(hours: string, by: 1 | -1): string {
  const quarters = Math.round((isDecimal(hours) ? Number(hours) : 0) * 4) + by;
  return quarters <= 0 ? '' : String(quarters / 4);
}
