// One hour of work, worked out with the numbers of the terms.

import { placesOf } from '../../money/decimals.ts';
import type { Money } from '../../money/amount.ts';
import { divide, formatRatio, multiply, parseDecimal, subtract } from '../../money/ratio.ts';
import type { Ratio } from '../../money/ratio.ts';
import type { Terms } from '../fields.ts';
import { piece, said, saying } from './saying.ts';
import type { Piece, Saying } from './saying.ts';
import { becauseWords } from './words.ts';

/** What one hour costs in the example, and why: what the terms say, else a round sum. */
function exampleHour(terms: Terms): { readonly amount: Money; readonly because: Piece } {
  if (terms.example !== null) {
    return { amount: terms.example.amount, because: becauseWords(terms.example.because) };
  }
  if (terms.rateBy === 'equal' && 'amount' in terms.equalRate) {
    return { amount: terms.equalRate.amount, because: said('what any hour is worth here') };
  }
  const rate = terms.rateBy === 'agreed' ? terms.rates[0] : undefined;
  if (rate !== undefined) {
    return { amount: rate.amount, because: said('the first of the agreed rates') };
  }
  const scale = placesOf(terms['payout.min']);
  const amount = { amount: formatRatio(parseDecimal('40'), scale), currency: terms.currency };
  return { amount, because: said('a round sum, for the example only') };
}

/** The ratio as an amount with the decimals and the currency of another, rounded half-even. */
function like({ amount, currency }: Money, value: Ratio): Piece {
  const scale = placesOf(amount);
  return { is: 'money', money: { amount: formatRatio(value, scale), currency } };
}

/**
 * The worked example, a paragraph each: an hour that is owed, one that was partly paid or given,
 * and cash.
 */
export function workedExample(terms: Terms): readonly (readonly Saying[])[] {
  const { amount: money, because } = exampleHour(terms);
  const cost = parseDecimal(money.amount);
  const scale = placesOf(money.amount);
  const half = parseDecimal(formatRatio(divide(cost, parseDecimal('2')), scale));
  const times = parseDecimal(terms['return']);
  const rest = subtract(cost, half);
  const filling = {
    hour: like(money, cost),
    because,
    times: piece('decimal', terms['return']),
    owed: like(money, multiply(cost, times)),
    half: like(money, half),
    rest: like(money, rest),
    restOwed: like(money, multiply(rest, times)),
    cashTimes: piece('decimal', terms['return.cash']),
    cashOwed: like(money, multiply(cost, parseDecimal(terms['return.cash']))),
  };
  return paragraphs.map((sentences) => sentences.map((text) => saying(text, filling)));
}

const paragraphs: readonly (readonly string[])[] = [
  [
    'You work one hour. It costs {hour} ({because}).',
    'Times {times}, you are owed {owed} and never more.',
    'When half of what the release owes has been paid, you have earned half of that; ' +
      'when all has been paid, all of it.',
    'If nobody pays, you get nothing.',
  ],
  [
    'Had you been paid {half} on the day, you would be owed the rest of the cost, {rest}, ' +
      'times {times}: {restOwed}.',
    'Had you given the hour as a gift, you would be owed nothing.',
  ],
  ['Had you put in {hour} in cash, you would be owed {cashOwed}, its amount times {cashTimes}.'],
];
