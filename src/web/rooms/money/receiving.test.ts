import { expect, test } from 'vitest';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { comingOf, emptyOf, wrongIn } from './receiving.ts';

const work = {
  id: 'work_1',
  title: 'Garden Almanac',
  currency: 'AUD',
  release: { id: 'rel_1' },
} as WorkAnswer;

const typed = {
  ...emptyOf(work, undefined, '2026-06-01'),
  id: 'pay_1',
  payer: ' Wattle Council ',
  amount: '1,100.00',
};

test('what is typed is what is sent: a name, an amount, a part of one for the tax', () => {
  const coming = comingOf({ ...typed, tax: '8.25' }, work);
  expect(coming).toMatchObject({ id: 'pay_1', payer: 'Wattle Council', title: 'Garden Almanac' });
  expect(coming?.body).toEqual({
    work: 'work_1',
    release: 'rel_1',
    amount: { amount: '1100.00', currency: 'AUD' },
    payer: { name: 'Wattle Council' },
    on: '2026-06-01',
    taxRate: '0.0825',
  });
});

test('a rate is sent with its source, and only of another currency', () => {
  const foreign = { ...typed, currency: 'EUR', rate: '1.65', source: 'The bank' };
  const exchange = { rate: '1.65', source: 'The bank' };
  expect(comingOf(foreign, work)?.body).toMatchObject({ exchange });
  expect(comingOf({ ...foreign, currency: 'AUD' }, work)?.body).not.toHaveProperty('exchange');
  expect(comingOf({ ...foreign, rate: '', source: '' }, work)?.body).not.toHaveProperty('exchange');
});

test('a gift says that it is one', () => {
  expect(comingOf({ ...typed, kind: 'gift' }, work)?.body).toMatchObject({ gift: true });
});

test.each([
  [{ payer: ' ' }, { payer: 'missing' }],
  [{ amount: 'ten' }, { amount: 'bad-number' }],
  [{ amount: '0,00' }, { amount: 'nothing' }],
  [{ amount: '10.005' }, { amount: 'bad-number' }],
  [{ tax: 'x' }, { tax: 'bad-number' }],
  [{ on: '' }, { on: 'missing' }],
  [{ currency: 'EUR', rate: '1.5' }, { source: 'missing' }],
  [{ currency: 'EUR', source: 'The bank' }, { rate: 'bad-number' }],
])('what is wrong is said by its field: %j', (more, wrong) => {
  expect(wrongIn({ ...typed, ...more }, work, 2)).toEqual(wrong);
  expect(comingOf({ ...typed, ...more }, work, 2)).toBeUndefined();
});

test.each([
  ['0.1', '10'],
  ['0.0825', '8.25'],
  ['1', '100'],
  ['0', '0'],
])('what is left of a quote is there to begin with: %s is %s per cent', (taxRate, tax) => {
  const quote = {
    payer: 'Wattle Council',
    amount: { amount: '800.00', currency: 'EUR' },
    left: { amount: '500.00', currency: 'EUR' },
    taxRate,
    payment: { id: 'pay_q' },
  } as QuoteShown;
  const begun = { id: 'pay_q', payer: 'Wattle Council', amount: '500.00', currency: 'EUR', tax };
  expect(emptyOf(work, quote, '2026-06-01')).toMatchObject(begun);
});
