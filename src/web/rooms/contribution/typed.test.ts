import { expect, test } from 'vitest';
import { decimalTyped, less } from './typed.ts';

test('a number is read as people of each language write it', () => {
  expect(['7.5', '7,5', ' ٧٫٥ ', '12'].map(decimalTyped)).toEqual(['7.5', '7.5', '7.5', '12']);
});

test('what is no number above zero is not guessed at', () => {
  for (const typed of ['', '0', '0,00', '-3', '1.000,5', '7 h', '1e3']) {
    expect(decimalTyped(typed), typed).toBeUndefined();
  }
});

test('an amount less another keeps its decimals', () => {
  const aud = (amount: string) => ({ amount, currency: 'AUD' });
  expect(less(aud('9240.81'), aud('1122.75'))).toEqual(aud('8118.06'));
  expect(less(aud('0.05'), aud('0.05'))).toEqual(aud('0.00'));
  expect(less({ amount: '120', currency: 'JPY' }, { amount: '20', currency: 'JPY' }).amount).toBe(
    '100',
  );
});
