import { decimalTyped, readerLocale } from '../../words/typed-number.ts';
import { Problem } from '../../../sdk/problem.ts';

/** An exchange rate as it is typed, and where it is from. */
export interface ExchangeTyped {
  readonly rate: string;
  readonly source: string;
}

const ASKING = new Set([
  'exchange-unknown',
  'rate-too-old',
  'date-before-table',
  'exchange-source-missing',
]);

/** Whether a refusal asks for an exchange rate. */
export const isExchangeAsked = (error: unknown): boolean =>
  error instanceof Problem && ASKING.has(error.code);

/** What is missing of the two, where one of them was typed. */
export function missingOf({ rate, source }: ExchangeTyped): 'rate' | 'source' | undefined {
  const [hasRate, hasSource] = [rate.trim() !== '', source.trim() !== ''];
  if (hasRate === hasSource) return undefined;
  return hasRate ? 'source' : 'rate';
}

/** What is sent of it; nothing where no rate was typed. */
export const exchangeOf = ({ rate, source }: ExchangeTyped): ExchangeTyped | undefined =>
  rate.trim() === ''
    ? undefined
    : { rate: decimalTyped(rate, readerLocale()) ?? rate.trim(), source: source.trim() };
