import { expect, test } from 'vitest';
import type { DueAnswer } from '../../../actions/payouts/answers.ts';
import { amountOf, receiptOf, toPayOf } from './due.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });
const due = (more: Partial<DueAnswer>): DueAnswer => ({
  agent: 'agent_a',
  name: 'Ada',
  kind: 'earnings',
  amount: aud('10.50'),
  waiting: aud('0.00'),
  works: [],
  ...more,
});

test('one is paid one sum a currency, wherever it comes from', () => {
  const all = [
    due({}),
    due({ kind: 'host', amount: aud('0.25'), waiting: aud('3.00') }),
    due({ amount: { amount: '7.00', currency: 'EUR' } }),
    due({ agent: 'agent_b', name: 'Ben' }),
  ];
  expect(toPayOf(all).map(({ name, amount, waiting }) => [name, amount, waiting.amount])).toEqual([
    ['Ada', aud('10.75'), '3.00'],
    ['Ada', { amount: '7.00', currency: 'EUR' }, '0.00'],
    ['Ben', aud('10.50'), '0.00'],
  ]);
});

test('an amount is all that is due or a part of it, in whole units', () => {
  const typed = ['73.96', '1.5', '0', '0.00', '73.97', '1.505', '', 'all'];
  expect(typed.map((text) => amountOf(text, aud('73.96'), 'en-GB'))).toEqual([
    ...[aud('73.96'), aud('1.50'), 'nothing', 'nothing', 'above'],
    ...['bad-number', 'bad-number', 'bad-number'],
  ]);
  const yen = { amount: '500', currency: 'JPY' };
  expect(amountOf('500', yen, 'en-GB')).toEqual(yen);
  expect(amountOf('0.5', yen, 'en-GB')).toBe('bad-number');
});

test('how it was paid and where its receipt is are said in one line', () => {
  const reference = 'Bank transfer 4711';
  expect(receiptOf({ reference, evidence: 'Folder 3' })).toBe('Bank transfer 4711 · Folder 3');
  expect(receiptOf({ reference, evidence: null })).toBe(reference);
  expect(receiptOf({ reference: null, evidence: null })).toBe('');
});
