// What is typed of a payment that came in, and what is sent of it.

import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { MAX_SCALE } from '../../../domain/money/currency.ts';
import {
  decimalTyped,
  isTooFine,
  percentTyped,
  readerLocale,
  typedFrom,
} from '../../words/typed-number.ts';
import { partOfPercent } from '../quote/typed.ts';
import type { Coming } from './book-sheet.tsx';

/** What is typed, as it lies in the browser until it is booked. */
export interface Receiving {
  /** Its id: a second try is the same payment. */
  readonly id: string;
  readonly kind: 'payment' | 'gift';
  readonly payer: string;
  readonly amount: string;
  readonly currency: string;
  readonly tax: string;
  readonly on: string;
  /** Of another currency: a rate of one's own with its source, where none is published. */
  readonly rate: string;
  readonly source: string;
}

/** What is wrong with what is typed: by its field, so that it is said there. */
export interface Wrong {
  readonly payer?: 'missing';
  readonly amount?: 'bad-number' | 'nothing';
  readonly tax?: 'bad-number';
  readonly on?: 'missing';
  readonly rate?: 'bad-number';
  readonly source?: 'missing';
}

const isNumber = (text: string): boolean => decimalTyped(text, readerLocale()) !== undefined;

const isPercent = (text: string): boolean => percentTyped(text, readerLocale()) !== undefined;

/** Why it is no amount that can have come in; `scale` is how many decimals its currency has. */
function wrongAmount(text: string, scale: number): Wrong['amount'] {
  const plain = decimalTyped(text, readerLocale());
  if (plain === undefined || isTooFine(plain, scale)) return 'bad-number';
  return /[1-9]/.test(plain) ? undefined : 'nothing';
}

/** What would have to be typed otherwise. */
export function wrongIn(
  typed: Receiving,
  work: Pick<WorkAnswer, 'currency'>,
  scale = MAX_SCALE,
): Wrong {
  const [rate, source] = [typed.rate.trim(), typed.source.trim()];
  const amount = wrongAmount(typed.amount, scale);
  const isForeign = typed.currency !== work.currency;
  return {
    ...(typed.payer.trim() === '' && { payer: 'missing' }),
    ...(amount !== undefined && { amount }),
    ...(typed.tax.trim() !== '' && !isPercent(typed.tax) && { tax: 'bad-number' }),
    ...(typed.on === '' && { on: 'missing' }),
    ...(isForeign && (rate !== '' || source !== '') && !isNumber(rate) && { rate: 'bad-number' }),
    ...(isForeign && rate !== '' && source === '' && { source: 'missing' }),
  };
}

/** The payment as it is looked at and booked; undefined while something is wrong. */
export function comingOf(
  typed: Receiving,
  work: WorkAnswer,
  scale = MAX_SCALE,
): Coming | undefined {
  if (Object.keys(wrongIn(typed, work, scale)).length > 0) return undefined;
  const amount = decimalTyped(typed.amount, readerLocale()) ?? '';
  const tax = typed.tax.trim() === '' ? undefined : percentTyped(typed.tax, readerLocale());
  const rate =
    typed.currency === work.currency ? undefined : decimalTyped(typed.rate, readerLocale());
  const payer = typed.payer.trim();
  return {
    id: typed.id,
    payer,
    title: work.title,
    body: {
      work: work.id,
      release: work.release.id,
      amount: { amount, currency: typed.currency },
      payer: { name: payer },
      on: typed.on,
      ...(tax === undefined ? {} : { taxRate: partOfPercent(tax) }),
      ...(rate === undefined ? {} : { exchange: { rate, source: typed.source.trim() } }),
      ...(typed.kind === 'gift' ? { gift: true } : {}),
    },
  };
}

/** A part of one as a percentage to be typed: "0.1" is "10". */
function percentOf(part: string): string {
  const [whole = '0', rest = ''] = part.split('.');
  const digits = rest.padEnd(2, '0');
  const percent = `${whole}${digits.slice(0, 2)}.${digits.slice(2)}`;
  return percent
    .replace(/^0+(?=\d)/, '')
    .replace(/\.?0*$/, (end) => (end.startsWith('.') ? '' : end));
}

/** What is typed to begin with: what is left of a quote, or nothing but the day. */
export const emptyOf = (
  work: Pick<WorkAnswer, 'currency'>,
  quote: QuoteShown | undefined,
  today: string,
): Receiving => ({
  id: quote?.payment.id ?? '',
  kind: 'payment',
  payer: quote?.payer ?? '',
  amount: quote === undefined ? '' : typedFrom(quote.left.amount, readerLocale()),
  currency: quote?.amount.currency ?? work.currency,
  tax:
    quote === undefined || quote.taxRate === null
      ? ''
      : typedFrom(percentOf(quote.taxRate), readerLocale()),
  on: today,
  rate: '',
  source: '',
});
