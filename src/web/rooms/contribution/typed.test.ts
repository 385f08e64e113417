import { expect, test } from 'vitest';
import { decimalTyped } from '../../words/typed-number.ts';
import { countTyped, lackingOf, less } from './typed.ts';

test('how much of it there was is a number above zero', () => {
  const inEnglish = (typed: string) => countTyped(typed, 'en-GB');
  expect(['7.5', '7,5', ' ٧٫٥ ', '1,200'].map(inEnglish)).toEqual(['7.5', '7.5', '7.5', '1200']);
  for (const typed of ['', '0', '0,00', '-3', '7 h', '1e3']) {
    expect(inEnglish(typed), typed).toBeUndefined();
  }
});

test('hours may be typed by the clock', () => {
  expect(countTyped('7:30', 'en-GB', 'h')).toBe('7.5');
  expect(countTyped('0:00', 'en-GB', 'h')).toBeUndefined();
  expect(countTyped('7:30', 'en-GB', 'day')).toBeUndefined();
});

test('an amount less another keeps its decimals', () => {
  const aud = (amount: string) => ({ amount, currency: 'AUD' });
  expect(less(aud('9240.81'), aud('1122.75'))).toEqual(aud('8118.06'));
  expect(less(aud('0.05'), aud('0.05'))).toEqual(aud('0.00'));
  expect(less({ amount: '120', currency: 'JPY' }, { amount: '20', currency: 'JPY' }).amount).toBe(
    '100',
  );
});

test('rates that a line has already stand in the form as its reader writes them', () => {
  const line = {
    rate: { amount: '25.500', currency: 'KWD' },
    exchange: { rate: '1.653', source: 'The bank', date: '2026-06-01' },
  };
  const { rate, exchange } = lackingOf(line, 'de-DE');
  expect([rate, exchange.rate]).toEqual(['25,500', '1,653']);
  expect(decimalTyped(exchange.rate, 'de-DE')).toBe('1.653');
});
