import type { Currency } from '../money/currency.ts';
import {
  compare,
  divide,
  multiply,
  parseDecimal,
  ratio,
  ZERO,
  type Ratio,
} from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { dayNumber } from './days.ts';
import type { EffortTables, EuroRate, Source } from './tables.ts';
import { told, type Told } from './workings.ts';

/** How many days old a published rate may be. */
export const OLDEST_RATE_DAYS = 7;

/** A rate that somebody gives: home units for one foreign unit, and where it is from. */
export interface GivenExchange {
  readonly rate: string;
  readonly source: string;
}

/** What is to be exchanged, and when. Codes of currencies. */
export interface ExchangeAsked {
  readonly foreign: string;
  readonly home: string;
  readonly day: string;
  readonly given?: GivenExchange | undefined;
}

/** One published or given figure of an exchange; multiplied or divided by. */
export interface ExchangeFigure {
  readonly op: '×' | '÷';
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  readonly told: Told;
  readonly source?: Source;
}

/** An exchange: home units for one foreign unit, exactly, and the figures that make it up. */
export interface Exchange {
  readonly rate: Ratio;
  /** The day that the rate was published, or that it was given for. */
  readonly date: string;
  /** Where it is from, in words. */
  readonly named: string;
  readonly figures: readonly ExchangeFigure[];
}

/**
 * The exchange at the last published rate on or before the day (European Central Bank, both
 * currencies on the same day, so the euro cancels out), or at the rate that was given with its
 * source. Null when both currencies are one.
 *
 * ✗ `decimal-malformed`, `amount-not-positive`, `exchange-source-missing` of a given rate;
 * `exchange-unknown`, `date-before-table`, `rate-too-old` of a published one
 */
export function exchangeOn(tables: EffortTables, asked: ExchangeAsked): Exchange | null {
  if (asked.foreign === asked.home) return null;
  return asked.given === undefined ? published(tables, asked) : given(asked, asked.given);
}

/** The same rate between minor units: home minor units for one foreign minor unit. */
export function betweenMinorUnits(rate: Ratio, foreign: Currency, home: Currency): Ratio {
  const scales = ratio(10n ** BigInt(home.scale), 10n ** BigInt(foreign.scale));
  return multiply(rate, scales);
}

function given(asked: ExchangeAsked, { rate, source }: GivenExchange): Exchange {
  const value = parseDecimal(rate);
  if (compare(value, ZERO) <= 0) refuse('amount-not-positive', { text: rate });
  if (source.trim() === '') refuse('exchange-source-missing');
  const from = source.trim();
  const why = told(`given, from: ${from}`, 'exchange-given', { source: from });
  const unit = `${asked.home} for 1 ${asked.foreign}`;
  const figures = [{ op: '×' as const, value: rate, unit, ...why }];
  return { rate: value, date: asked.day, named: source.trim(), figures };
}

function published(tables: EffortTables, asked: ExchangeAsked): Exchange {
  const { foreign, home, day } = asked;
  const [homes, foreigns] = [quotesOf(tables, home), quotesOf(tables, foreign)];
  if (homes === 'none' || foreigns === 'none') {
    return refuse('exchange-unknown', { currency: foreign, home });
  }
  const date = lastCommonDay(homes, foreigns, day);
  if (date === null) return refuseEarly(tables, asked);
  const days = OLDEST_RATE_DAYS;
  if (dayNumber(day) - dayNumber(date) > days) {
    refuse('rate-too-old', { currency: `${foreign}/${home}`, day, published: date, days });
  }
  const [forHome, forForeign] = [quoteOn(homes, date), quoteOn(foreigns, date)];
  const rate = divide(parseDecimal(forHome?.rate ?? '1'), parseDecimal(forForeign?.rate ?? '1'));
  const figures = [
    ...figureOf('×', home, forHome, day),
    ...figureOf('÷', foreign, forForeign, day),
  ];
  const named = `European Central Bank reference rates of ${date}`;
  return { rate, date, named, figures };
}

/** Quotes of a currency: `euro` for the euro itself, `none` where there are none. */
type Quotes = readonly EuroRate[] | 'euro' | 'none';

function quotesOf(tables: EffortTables, currency: string): Quotes {
  if (currency === 'EUR') return 'euro';
  const rates = tables.euroRates(currency);
  return rates.length === 0 ? 'none' : rates;
}

function lastCommonDay(homes: Quotes, foreigns: Quotes, day: string): string | null {
  const lists = [homes, foreigns].filter((each) => typeof each !== 'string');
  const [first = [], second] = lists;
  const dates = second === undefined ? null : new Set(second.map(({ date }) => date));
  const found = first.find(({ date }) => date <= day && (dates === null || dates.has(date)));
  return found?.date ?? null;
}

const quoteOn = (quotes: Quotes, date: string): EuroRate | undefined =>
  typeof quotes === 'string' ? undefined : quotes.find((each) => each.date === date);

function figureOf(
  op: '×' | '÷',
  currency: string,
  quote: EuroRate | undefined,
  day: string,
): ExchangeFigure[] {
  if (quote === undefined) return [];
  const onTheDay = quote.date === day ? '' : `, the last one published by ${day}`;
  const why = told(
    `European Central Bank reference rate of ${quote.date}${onTheDay}`,
    quote.date === day ? 'exchange-ecb' : 'exchange-ecb-last',
    { date: quote.date, day },
  );
  const { source } = quote;
  return [{ op, value: quote.rate, unit: `${currency} for 1 EUR`, ...why, source }];
}

function refuseEarly(tables: EffortTables, { foreign, home, day }: ExchangeAsked): never {
  const rows = [foreign, home].map((code) => tables.euroRates(code).at(-1));
  const begins = rows.map((row) => row?.date ?? '').toSorted();
  const table = rows.find((row) => row !== undefined)?.source.tableId ?? '';
  return refuse('date-before-table', { table, begins: begins.at(-1) ?? '', day });
}
