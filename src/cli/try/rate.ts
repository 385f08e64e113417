import { classifiedRate, type ClassifiedRate } from '../../domain/effort/classification.ts';
import type { Days } from '../../domain/effort/days.ts';
import type { EffortTables, Source } from '../../domain/effort/tables.ts';
import { currencyOf, isoCurrencies, type Currency } from '../../domain/money/currency.ts';
import { compare, formatRatio, parseDecimal, ZERO, type Ratio } from '../../domain/money/ratio.ts';
import { Refusal, refuse } from '../../domain/refusals.ts';
import { openTables } from '../../tables/tables.ts';
import type { TryOptions } from './options.ts';

/** One rate for an hour, and where it comes from. */
export interface HourlyRate {
  readonly rate: Ratio;
  /** As it is shown: a decimal string. */
  readonly text: string;
  readonly currency: Currency;
  /** In one line: what it is the rate of. */
  readonly name: string;
  /** The day for which it was looked up, or on which it was given; `YYYY-MM-DD`. */
  readonly date: string;
  readonly classification?: string;
  readonly source: Source | { readonly title: string };
}

/**
 * The rate of a first look: the one that was given, else that of the classification on `today`.
 * Refuses what `classifiedRate` and `parseDecimal` do, currency-unknown, and amount-not-positive.
 */
export function hourlyRate(options: TryOptions, today: string): HourlyRate {
  return options.rate === undefined
    ? ratedBy(options.classification, today)
    : givenRate(options.rate, options.rateCurrency ?? options.currency ?? 'AUD', today);
}

const givenRate = (text: string, code: string, date: string): HourlyRate => {
  const currency = currencyOf(isoCurrencies(), code);
  const rate = parseDecimal(text);
  if (compare(rate, ZERO) <= 0) refuse('amount-not-positive', { text });
  const source = { title: 'given on the command line' };
  return { rate, text, currency, name: 'the rate that you gave', date, source };
};

const ratedBy = (classification: string, date: string): HourlyRate => {
  const found = currentRate(openTables(), classification, { from: date, to: date });
  return {
    rate: found.rate,
    text: formatRatio(found.rate, 2),
    currency: currencyOf(isoCurrencies(), found.currency),
    name: `${classification}: ${found.name}`,
    date,
    classification,
    source: found.source,
  };
};

/**
 * The dated history decides where it holds the one row; only else is the much larger snapshot read,
 * which the same rule then weighs together with it.
 */
const currentRate = (tables: EffortTables, text: string, days: Days): ClassifiedRate => {
  try {
    return classifiedRate({ ...tables, awardSnapshot: () => [] }, text, days);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return classifiedRate(tables, text, days);
  }
};

/** The day of a moment by this machine's clock, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
