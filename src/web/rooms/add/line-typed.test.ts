import { expect, test } from 'vitest';
import { bodyOf, hoursOf, nothing, stepped, typedOf, wrongIn } from './line-typed.ts';

const place = {
  work: 'work_a',
  release: 'rel_a',
  currency: 'AUD',
  today: '2026-06-01',
  locale: 'en-GB',
};
const german = { ...place, locale: 'de-DE' };

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
  expect(bodyOf(typedOf(body, 'en-GB'), place)).toEqual(body);
  const cash = bodyOf({ ...nothing, mode: 'cash', amount: '12', paid: '2' }, place);
  expect(bodyOf(typedOf(cash, 'en-GB'), place)).toEqual(cash);
  const prints = { ...nothing, mode: 'thing', kind: 'equipment', unit: 'currency' } as const;
  const thing = bodyOf({ ...prints, quantity: '85' }, place);
  const again = typedOf(thing, 'en-GB');
  expect(again.mode).toBe('thing');
  expect(bodyOf({ ...again, quantity: '86' }, place)).toEqual({ ...thing, quantity: '86' });
});

test('numbers are read as whoever types writes them, and are put back in their writing', () => {
  const cash = { ...nothing, mode: 'cash', amount: '1.234,50', paid: '1.000' } as const;
  const body = bodyOf(cash, german);
  expect([body.quantity, body.paid?.amount]).toEqual(['1234.50', '1000']);
  expect(bodyOf({ ...nothing, mode: 'cash', amount: '1,500' }, place).quantity).toBe('1500');
  const again = typedOf({ ...body, quantity: '1.500', unit: 'KWD' }, 'de-DE');
  expect([again.amount, bodyOf(again, german).quantity]).toEqual(['1,500', '1.500']);
});

test('hours are read by the clock and in minutes too, and nothing else is', () => {
  const quantity = (more: Partial<typeof nothing>) =>
    bodyOf({ ...nothing, ...more }, place).quantity;
  expect(['1:30', '1h30', '90 min'].map((hours) => quantity({ hours }))).toEqual([
    '1.5',
    '1.5',
    '1.5',
  ]);
  expect(quantity({ mode: 'thing', quantity: '1:30', unit: 'h' })).toBe('1.5');
  const pieces = { ...nothing, mode: 'thing', quantity: '1:30', unit: 'item' } as const;
  expect(wrongIn(pieces, { locale: 'en-GB' })).toEqual({ at: 'quantity', is: 'number' });
  expect([stepped('1:30', 1, 'en-GB'), stepped('90 min', -1, 'de-DE')]).toEqual(['1.75', '1,25']);
});

test('what is missing or no number is said where it is, before anything is sent', () => {
  const said = (typed: Partial<typeof nothing>, scale?: number) =>
    wrongIn({ ...nothing, ...typed }, { locale: 'en-GB', scale });
  expect(said({})).toEqual({ at: 'quantity', is: 'missing' });
  expect(said({ hours: '1k' })).toEqual({ at: 'quantity', is: 'number' });
  expect(said({ hours: '25:00' })).toEqual({ at: 'quantity', is: 'hours' });
  expect(said({ hours: '1', hour: 'x' })).toEqual({ at: 'rate', is: 'number' });
  expect(said({ hours: '1', paid: '1..5' })).toEqual({ at: 'paid', is: 'number' });
  expect(said({ hours: '1', from: '2026-05-02', to: '2026-05-01' })?.at).toBe('days');
  expect([said({ hours: '1' }), said({ hours: '1.5' }, 0), said({ hours: '1,5' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an amount has no more decimals than its currency', () => {
  const cash = (amount: string) => ({ ...nothing, mode: 'cash', amount }) as const;
  const yen = { locale: 'en-GB', scale: 0 };
  expect(wrongIn(cash('4000.5'), yen)).toEqual({ at: 'quantity', is: 'number' });
  expect(wrongIn(cash('4,000'), yen)).toBeUndefined();
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
  expect(bodyOf(typedOf(body, 'en-GB'), place)).toEqual(body);
  const wrong = wrongIn({ ...typed, exchangeRate: 'much' }, { locale: 'en-GB' });
  expect(wrong).toEqual({ at: 'exchange', is: 'number' });
  const half = (more: object) => wrongIn({ ...typed, ...more }, { locale: 'en-GB' });
  expect(half({ exchangeSource: ' ' })).toEqual({ at: 'exchange', is: 'source' });
  expect(half({ exchangeRate: '' })).toEqual({ at: 'exchange', is: 'rate' });
  expect(half({})).toBeUndefined();
});

test('the stepper goes by quarters', () => {
  expect([
    stepped('', 1, 'en-GB'),
    stepped('1', 1, 'en-GB'),
    stepped('0.25', -1, 'en-GB'),
    stepped('1,5', 1, 'de-DE'),
    stepped('7.9', 1, 'en-GB'),
  ]).toEqual(['0.25', '1.25', '', '1,75', '8.25']);
});
