import { expect, test } from 'vitest';
import { bodyOf, hoursOf, nothing, stepped, typedOf, wrongIn } from './line-typed.ts';

const place = { work: 'work_a', release: 'rel_a', currency: 'AUD', today: '2026-06-01' };

test('two taps make a whole contribution: today, in hours, with nothing that was not said', () => {
  expect(bodyOf({ ...nothing, hours: '2' }, place)).toEqual({
    work: 'work_a',
    release: 'rel_a',
    kind: 'knowledge-work',
    quantity: '2',
    unit: 'h',
    from: '2026-06-01',
    to: '2026-06-01',
    evidence: [],
  });
});

test('cash is counted in the currency of the work, and things at what one costs', () => {
  const cash = bodyOf({ ...nothing, mode: 'cash', amount: '85.50' }, place);
  expect([cash.kind, cash.quantity, cash.unit]).toEqual(['cash', '85.50', 'AUD']);
  const typed = { ...nothing, mode: 'thing', quantity: '3', unit: 'month', rate: '20' } as const;
  const thing = bodyOf(typed, place);
  expect([thing.kind, thing.unit, thing.rate]).toEqual([
    'equipment',
    'month',
    { amount: '20', currency: 'AUD' },
  ]);
});

test('what waits can be changed: typed again it is the same contribution', () => {
  const typed = { ...nothing, hours: '1.5', what: 'Beds', from: '2026-05-02', gift: true };
  const body = bodyOf(typed, place);
  expect(bodyOf(typedOf(body), place)).toEqual(body);
  const cash = bodyOf({ ...nothing, mode: 'cash', amount: '12', paid: '2' }, place);
  expect(bodyOf(typedOf(cash), place)).toEqual(cash);
});

test('what is missing or no number is said before anything is sent', () => {
  expect(wrongIn(nothing)).toBe('missing');
  expect(wrongIn({ ...nothing, hours: '1,5' })).toBe('number');
  expect(wrongIn({ ...nothing, hours: '1', from: '2026-05-02', to: '2026-05-01' })).toBe('days');
  expect(wrongIn({ ...nothing, hours: '1' })).toBeUndefined();
});

test('a timer gives whole hundredths of an hour, and never more than have passed', () => {
  expect([0, 4_000, 35_999].map(hoursOf)).toEqual(['', '', '']);
  expect([36_000, 90_000, 107_999].map(hoursOf)).toEqual(['0.01', '0.02', '0.02']);
  expect([3_599_999, 3_600_000, 5_400_000].map(hoursOf)).toEqual(['0.99', '1', '1.5']);
  expect(hoursOf(36_000_000)).toBe('10');
});

test('an exchange goes with the line where one was typed, with where it is from', () => {
  const typed = { ...nothing, hours: '1', exchangeRate: ' 0.2 ', exchangeSource: 'Bank of Kuwait' };
  const body = bodyOf(typed, place);
  expect(body.exchange).toEqual({ rate: '0.2', source: 'Bank of Kuwait' });
  expect(bodyOf(typedOf(body), place)).toEqual(body);
  expect(wrongIn({ ...typed, exchangeRate: 'much' })).toBe('number');
});

test('the stepper goes by quarters', () => {
  expect([stepped('', 1), stepped('1', 1), stepped('0.25', -1)]).toEqual(['0.25', '1.25', '']);
});
