import { expect, test } from 'vitest';
import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import { bookedOf, toPeopleOf } from './booked.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

const payment = (id: string, on: string, seq: number, more: object = {}) =>
  ({
    id,
    on,
    seq,
    offered: aud('110.00'),
    excess: aud('0.00'),
    tax: aud('10.00'),
    net: aud('100.00'),
    owed: aud('900.00'),
    reversal: null,
    ...more,
  }) as PaymentAnswer;

const reversal = {
  id: 'rev_a',
  reason: 'It bounced.',
  on: '2026-06-05',
  seq: 9,
  owed: aud('1000.00'),
};

test('the newest day comes first, and of one day what was booked last', () => {
  const rows = bookedOf([
    payment('pay_a', '2026-06-01', 7, { reversal }),
    payment('pay_b', '2026-06-05', 10),
    payment('pay_c', '2026-06-02', 8),
  ]);
  expect(rows.map(({ key }) => key)).toEqual(['pay_b', 'rev_a', 'pay_c', 'pay_a']);
});

test('a reversal is a row that takes out what its payment brought, with what is owed after it', () => {
  const [taken] = bookedOf([payment('pay_a', '2026-06-01', 7, { reversal })]);
  expect(taken).toMatchObject({
    isReversal: true,
    came: aud('-110.00'),
    back: aud('0.00'),
    tax: aud('-10.00'),
    net: aud('-100.00'),
    owed: aud('1000.00'),
  });
});

test('what is owed is owed to people, and refills what was reversed', () => {
  expect(toPeopleOf({ owed: aud('770.63'), refill: aud('100.00') })).toEqual(aud('670.63'));
});
