// What was booked of the payments for a release, as rows: each payment, and each reversal.

import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { less } from '../../words/numbers.ts';

/** One entry: a payment, or the reversal of one, which takes the same out again. */
export interface Booked {
  readonly key: string;
  readonly payment: PaymentAnswer;
  readonly isReversal: boolean;
  readonly on: string;
  readonly seq: number;
  readonly came: Money;
  readonly back: Money;
  readonly tax: Money;
  readonly net: Money;
  /** What was owed after it; null where that was not noted. */
  readonly owed: Money | null;
}

const minus = ({ amount, currency }: Money): Money => ({
  amount: /[1-9]/.test(amount) ? `-${amount}` : amount,
  currency,
});

function entriesOf(payment: PaymentAnswer): readonly Booked[] {
  const { id, on, seq, offered, excess, tax, net, owed, reversal } = payment;
  const came = { payment, on, seq, came: offered, back: excess, tax, net, owed };
  const booked = { ...came, key: id, isReversal: false };
  if (reversal === null) return [booked];
  const taken = { came: minus(offered), back: minus(excess), tax: minus(tax), net: minus(net) };
  const { id: key, owed: after } = reversal;
  const when = { on: reversal.on, seq: reversal.seq };
  return [booked, { payment, key, isReversal: true, ...when, ...taken, owed: after }];
}

/** All entries: the newest day first, and of one day what was booked last. */
export const bookedOf = (payments: readonly PaymentAnswer[]): readonly Booked[] =>
  payments
    .flatMap(entriesOf)
    .toSorted((one, other) =>
      one.on === other.on ? other.seq - one.seq : one.on < other.on ? 1 : -1,
    );

/** What is owed to people: all that is owed, but for what refills a reversal. */
export const toPeopleOf = ({ owed, refill }: Pick<WorkAnswer, 'owed' | 'refill'>): Money =>
  less(owed, refill);
