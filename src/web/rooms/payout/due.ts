// What is to be paid out, for each who is to have it: one sum a currency, wherever it comes from.

import type { DueAnswer, PayoutAnswer } from '../../../actions/payouts/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { decimalSum, isZero, less, withPlaces } from '../../words/numbers.ts';
import { decimalTyped, isTooFine } from '../../words/typed-number.ts';

/** All that one agent is to have in one currency. */
export interface ToPay {
  readonly key: string;
  readonly agent: string;
  readonly name: string;
  /** What can be paid out now. */
  readonly amount: Money;
  /** What waits, as a payment went back. */
  readonly waiting: Money;
  readonly from: readonly DueAnswer[];
}

const sumOf = (all: readonly Money[], currency: string): Money => ({
  amount: decimalSum(all.map(({ amount }) => amount)),
  currency,
});

/** The sums that are due, in the order in which the node tells them. */
export function toPayOf(due: readonly DueAnswer[]): readonly ToPay[] {
  const groups = Map.groupBy(due, ({ agent, amount }) => `${agent} ${amount.currency}`);
  return [...groups].flatMap(([key, from]) => {
    const [first] = from;
    if (first === undefined) return [];
    const { agent, name, amount } = first;
    return [
      {
        key,
        agent,
        name,
        amount: sumOf(
          from.map((one) => one.amount),
          amount.currency,
        ),
        waiting: sumOf(
          from.map((one) => one.waiting),
          amount.currency,
        ),
        from,
      },
    ];
  });
}

/** What is typed of a payout, as it lies in the browser until it is recorded. */
export interface Paying {
  /** Its id: a second try is the same payout. */
  readonly id: string;
  readonly amount: string;
  readonly on: string;
  readonly how: string;
  readonly evidence: string;
}

/** What is wrong with an amount that is typed, to be said in its field. */
export type WrongAmount = 'bad-number' | 'nothing' | 'above';

/** As finely as the sum that is due: with all decimals of its currency. */
const scaleOf = ({ amount }: Money): number => placesOf(amount);

/** The amount that is typed as one of the currency that is due, or what is wrong with it. */
export function amountOf(typed: string, due: Money, locale: string): Money | WrongAmount {
  const plain = decimalTyped(typed, locale);
  if (plain === undefined || isTooFine(plain, scaleOf(due))) return 'bad-number';
  const money = { amount: withPlaces(plain, scaleOf(due)), currency: due.currency };
  if (isZero(money)) return 'nothing';
  return less(due, money).amount.startsWith('-') ? 'above' : money;
}

/** How it was paid and where the receipt is, in one line; '' where neither is known. */
export const receiptOf = (paid: Pick<PayoutAnswer, 'reference' | 'evidence'>): string =>
  [paid.reference, paid.evidence].filter((text) => text !== null).join(' · ');
