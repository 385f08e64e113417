// One hour of work, worked out with the numbers of the terms.

import type { Money } from '../../money/amount.ts';
import { divide, formatRatio, multiply, parseDecimal, subtract } from '../../money/ratio.ts';
import type { Ratio } from '../../money/ratio.ts';
import type { ExampleHour } from '../reading/structures.ts';
import type { Terms } from '../fields.ts';

/** What one hour costs in the example: what the terms say, else a round sum. */
function exampleHour(terms: Terms): ExampleHour {
  if (terms.example !== null) return terms.example;
  if (terms.rateBy === 'equal' && 'amount' in terms.equalRate) {
    return { amount: terms.equalRate.amount, because: 'what any hour is worth here' };
  }
  const rate = terms.rateBy === 'agreed' ? terms.rates[0] : undefined;
  if (rate !== undefined) return { amount: rate.amount, because: 'the first of the agreed rates' };
  const scale = terms['payout.min'].split('.')[1]?.length ?? 0;
  const amount = { amount: formatRatio(parseDecimal('40'), scale), currency: terms.currency };
  return { amount, because: 'a round sum, for the example only' };
}

/** The ratio as an amount with the decimals and the currency of another, rounded half-even. */
function like(money: Money, value: Ratio): string {
  const scale = money.amount.split('.')[1]?.length ?? 0;
  return `${formatRatio(value, scale)} ${money.currency}`;
}

/** The worked example: an hour that is owed, one that was partly paid, one given, and cash. */
export function workedExample(terms: Terms): readonly string[] {
  const { amount: money, because } = exampleHour(terms);
  const cost = parseDecimal(money.amount);
  const scale = money.amount.split('.')[1]?.length ?? 0;
  const half = parseDecimal(formatRatio(divide(cost, parseDecimal('2')), scale));
  const times = parseDecimal(terms['return']);
  const [hour, owed] = [like(money, cost), like(money, multiply(cost, times))];
  const rest = subtract(cost, half);
  const restOwed = like(money, multiply(rest, times));
  const cashOwed = like(money, multiply(cost, parseDecimal(terms['return.cash'])));
  const sentences = [
    [
      `You work one hour. It costs ${hour} (${because}).`,
      `Times ${terms['return']}, you are owed ${owed} and never more.`,
      'When half of what the release owes has been paid, you have earned half of that;',
      'when all has been paid, all of it. If nobody pays, you get nothing.',
    ],
    [
      `Had you been paid ${like(money, half)} on the day, you would be owed the rest of the cost,`,
      `${like(money, rest)}, times ${terms['return']}: ${restOwed}.`,
      'Had you given the hour as a gift, you would be owed nothing.',
    ],
    [
      `Had you put in ${hour} in cash, you would be owed ${cashOwed},`,
      `its amount times ${terms['return.cash']}.`,
    ],
  ];
  return sentences.map((parts) => parts.join(' '));
}
