import { describe, expect, test } from 'vitest';
import { add, amount, compare, formatAmount, MAX_MINOR, parseAmount, toMoney } from './amount.ts';

const AUD = { code: 'AUD', scale: 2 };
const JPY = { code: 'JPY', scale: 0 };
const KWD = { code: 'KWD', scale: 3 };
const refused = (code: string) => expect.objectContaining({ code });

describe('an amount as text', () => {
  test.each([
    ['9240.81', AUD, 924_081n],
    ['9240.8', AUD, 924_080n],
    ['9240', AUD, 924_000n],
    ['007.50', AUD, 750n],
    ['0', AUD, 0n],
    ['150', JPY, 150n],
    ['1.234', KWD, 1_234n],
    ['92233720368547758.07', AUD, MAX_MINOR],
    [`${'0'.repeat(500)}1`, JPY, 1n],
  ])('%s is read to the minor unit', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ minor, currency });
  });

  test.each([
    '',
    ' ',
    '1e3',
    '1,000.00',
    '1.000,00',
    '.5',
    '5.',
    '+1',
    '0x10',
    'NaN',
    'Infinity',
    '1 000',
    ' 1',
    '1\n',
    '--1',
    '-',
    '1.2.3',
    '٣',
    '１',
    '1_000',
    '$5',
    '−5',
  ])('"%s" is refused as malformed', (text) => {
    expect(() => parseAmount(text, AUD)).toThrowError(refused('amount-malformed'));
  });

  test.each([
    ['0.001', AUD, 'amount-too-precise'],
    ['1.0', JPY, 'amount-too-precise'],
    ['92233720368547758.08', AUD, 'amount-too-large'],
    ['9'.repeat(100_000), JPY, 'amount-too-large'],
    ['-1', AUD, 'amount-not-positive'],
    ['-0', AUD, 'amount-not-positive'],
  ])('%s is refused by name', (text, currency, code) => {
    expect(() => parseAmount(text, currency)).toThrowError(refused(code));
  });

  test('is below zero only where that is allowed', () => {
    expect(parseAmount('-12.30', AUD, { negative: true }).minor).toBe(-1_230n);
  });

  test('is shown in a refusal only as far as a line goes', () => {
    const long = 'x'.repeat(100_000);
    expect(() => parseAmount(long, AUD)).toThrowError(
      expect.objectContaining({ message: expect.not.stringContaining('x'.repeat(61)) }),
    );
  });

  test.each([
    [924_081n, AUD, '9240.81'],
    [5n, AUD, '0.05'],
    [-5n, AUD, '-0.05'],
    [150n, JPY, '150'],
    [1n, { code: 'AUDm', scale: 6 }, '0.000001'],
  ])('%s is written with all its decimals', (minor, currency, text) => {
    expect(formatAmount(amount(minor, currency))).toBe(text);
    expect(toMoney(amount(minor, currency))).toEqual({ amount: text, currency: currency.code });
  });
});

test('amounts of two currencies do not mix, nor of two scales', () => {
  expect(() => add(amount(1n, AUD), amount(1n, JPY))).toThrow('do not mix');
  expect(() => compare(amount(1n, AUD), amount(1n, { code: 'AUD', scale: 3 }))).toThrow('mix');
});
