import { parseAmount, type Amount } from '../../domain/money/amount.ts';
import { currencyOf, isoCurrencies, type Currency } from '../../domain/money/currency.ts';
import { compare, parseDecimal, ONE } from '../../domain/money/ratio.ts';
import { refuse } from '../../domain/refusals.ts';
import type { SessionRule } from '../../imports/git-hours.ts';
import { estimate, type Estimates, type TimedAuthor } from './estimate.ts';
import type { TryOptions } from './options.ts';
import { dayOf, hourlyRate, type HourlyRate } from './rate.ts';
import type { PaymentSplit } from './split.ts';

/** What is known before any commit was read. */
export interface Terms {
  readonly rate: HourlyRate;
  readonly returnText: string;
  readonly rule: SessionRule;
  readonly payment?: Amount;
}

/** A first look: all that the report shows, in text or in JSON. */
export interface FirstLook extends Terms {
  readonly estimates: Estimates;
  readonly bots: readonly { readonly agent: string; readonly commits: number }[];
  readonly commits: number;
  readonly split?: PaymentSplit;
  readonly notes: readonly string[];
}

/** What was read of the source. */
export interface ReadCommits {
  readonly authors: readonly TimedAuthor[];
  readonly commits: number;
  readonly undated: number;
  readonly shallow: boolean;
}

/**
 * Reads the terms of a look from its options. Refuses decimal-malformed, currency-unknown, what
 * `parseAmount` and `classifiedRate` do, return-malformed as option-malformed, and
 * payment-currency-differs.
 */
export function termsOf(options: TryOptions, now: Date): Terms {
  const rate = hourlyRate(options, dayOf(now));
  const rule = { sessionSeconds: options.sessionSeconds, firstSeconds: options.firstSeconds };
  if (compare(parseDecimal(options.returnFactor), ONE) < 0) {
    const what = 'a return is 1 or more, as 1 is the cost itself';
    refuse('option-malformed', { option: '--return', text: options.returnFactor, what });
  }
  const terms = { rate, returnText: options.returnFactor, rule };
  const currency = paymentCurrency(options, rate.currency);
  if (options.payment === undefined) return terms;
  const payment = parseAmount(options.payment, currency);
  if (payment.minor === 0n) refuse('amount-not-positive', { text: options.payment });
  return { ...terms, payment };
}

const paymentCurrency = (options: TryOptions, owed: Currency): Currency => {
  const currency =
    options.currency === undefined ? owed : currencyOf(isoCurrencies(), options.currency);
  if (currency.code !== owed.code) {
    refuse('payment-currency-differs', { paid: currency.code, owed: owed.code });
  }
  return currency;
};

/** Puts a look together from the terms and the commits. */
export async function lookAt(read: ReadCommits, terms: Terms): Promise<FirstLook> {
  const { rate, rule } = terms;
  const people = read.authors.filter((author) => !author.bot);
  const returnFactor = parseDecimal(terms.returnText);
  const valuing = { rate: rate.rate, currency: rate.currency, returnFactor };
  const estimates = estimate(people, rule, valuing);
  const bots = read.authors
    .filter((author) => author.bot)
    .map(({ name, commits }) => ({ agent: name, commits }))
    .toSorted((a, b) => b.commits - a.commits || (a.agent < b.agent ? -1 : 1));
  const obligations = estimates.people.map((person) => person.obligation);
  return {
    ...terms,
    estimates,
    bots,
    commits: read.commits,
    notes: notesOf(read, terms),
    ...(terms.payment === undefined ? {} : { split: await split(obligations, terms.payment) }),
  };
}

/** Loaded only where a payment was named. */
const split = async (obligations: readonly bigint[], payment: Amount): Promise<PaymentSplit> =>
  (await import('./split.ts')).splitPayment(obligations, payment.minor);

const notesOf = (read: ReadCommits, terms: Terms): string[] => {
  const notes = [
    'Commits carry no hours: every figure here is an estimate from the times of commits.',
    'An estimate counts for nothing until its author confirms it and others accept it.',
    'Work that leaves no commit (design, support, co-authors named in a message) is not in it.',
  ];
  if (terms.rate.classification !== undefined) {
    notes.push('All hours are valued at one rate, that of today; no parity between countries.');
  }
  if (read.shallow) {
    notes.push('The history was cut off when it was cloned: people and hours are missing.');
  }
  if (read.undated > 0) {
    notes.push(`${read.undated} commits have no readable date, and add no hours.`);
  }
  if (read.authors.every((author) => author.bot)) {
    notes.push('Every author here is a program; --human NAME says that one is a person.');
  }
  return notes;
};
