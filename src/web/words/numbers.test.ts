import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  currencySign,
  dayText,
  instantText,
  daysText,
  decimalText,
  decimalSum,
  fractionOf,
  isZero,
  minorOf,
  moneyParts,
  moneyText,
  clockText,
  noneOf,
  nothingIn,
  percentText,
  quantityText,
} from './numbers.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

test('an amount is shown to the last digit, however large', () => {
  expect(moneyText(aud('9240.81'), 'en-GB')).toBe('A$9,240.81');
  expect(moneyText(aud('92233720368547758.07'), 'en-GB')).toBe('A$92,233,720,368,547,758.07');
  expect(moneyText(aud('-64.92'), 'en-GB', true)).toBe('\u221264.92');
  expect(moneyText({ amount: '150', currency: 'JPY' }, 'en-GB')).toBe('JP¥150');
});

test('no amount loses a digit on its way to the page', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 63n - 1n), fc.integer({ min: 1, max: 8 }), (minor, places) => {
      const digits = minor.toString().padStart(places + 1, '0');
      const amount = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      const shown = moneyText(aud(amount), 'en-GB', true).replaceAll(',', '');
      expect(shown).toBe(amount);
    }),
  );
});

test('sign and cents are the faint parts', () => {
  const parts = moneyParts(aud('9240.81'), 'en-GB');
  expect(parts.filter(({ faint }) => faint).map(({ text }) => text)).toEqual(['A$', '.', '81']);
});

test('a currency of the node’s own is named after the amount', () => {
  expect(moneyText({ amount: '12.50', currency: 'willow-hours' }, 'en-GB')).toBe(
    '12.50\u00a0willow-hours',
  );
  expect(currencySign('willow-hours', 'en-GB')).toBe('willow-hours');
  expect(currencySign('AUD', 'en-GB')).toBe('A$');
});

test('digits and separators are those of the language', () => {
  expect(moneyText(aud('9240.81'), 'de-DE', true)).toBe('9.240,81');
  expect(moneyText(aud('9240.81'), 'ar-EG-u-nu-arab', true)).toBe('٩٬٢٤٠٫٨١');
});

test('what is no decimal is shown as it came', () => {
  expect(moneyText(aud('many'), 'en-GB')).toBe('many AUD');
  expect(decimalText('1/3', 'en-GB')).toBe('1/3');
});

test('decimals keep their places, and get more where asked', () => {
  expect(decimalText('1.5', 'en-GB', 2)).toBe('1.50');
  expect(decimalText('24.95', 'en-GB')).toBe('24.95');
  expect(percentText('0.739612', 'en-GB')).toBe('73.96\u00a0%');
});

test('a quantity names its unit, an estimate says so, cash is an amount', () => {
  expect(quantityText({ quantity: '120', unit: 'h' }, 'en-GB')).toBe('120\u00a0h');
  expect(quantityText({ quantity: '9', unit: 'h', estimate: true }, 'en-GB')).toBe(
    '≈\u00a09\u00a0h',
  );
  expect(quantityText({ quantity: '400', unit: 'AUD' }, 'en-GB')).toBe('A$400.00');
  expect(quantityText({ quantity: '1200', unit: 'JPY' }, 'en-GB')).toBe('JP¥1,200');
  expect(quantityText({ quantity: '50.5', unit: 'KWD' }, 'en-GB')).toBe('KWD\u00a050.500');
  expect(nothingIn('JPY')).toEqual({ amount: '0', currency: 'JPY' });
  expect(noneOf(aud('-1100.50'))).toEqual(aud('0.00'));
  expect(noneOf({ amount: '1200', currency: 'JPY' })).toEqual(nothingIn('JPY'));
  expect(quantityText({ quantity: '3', unit: 'day' }, 'en-GB')).toBe('3\u00a0days');
  expect(quantityText({ quantity: '3', unit: 'item' }, 'en-GB')).toBe('3');
});

test('days that share a month or a year say it once', () => {
  expect(dayText('2026-05-02', 'en-GB')).toBe('2 May 2026');
  // An instant has its day as all days are written, in each language.
  for (const locale of ['en-GB', 'de-DE', 'ar-EG-u-nu-arab']) {
    const said = instantText('2026-05-02T12:05:00Z', locale);
    expect(said.startsWith(dayText('2026-05-02', locale))).toBe(true);
  }
  expect(daysText({ from: '2026-05-02', to: '2026-05-02' }, 'en-GB')).toBe('2 May 2026');
  expect(daysText({ from: '2026-05-01', to: '2026-05-29' }, 'en-GB')).toMatch(/^1\D+29 May 2026$/);
});

test('a part of a whole is between nothing and all of it', () => {
  expect(fractionOf(aud('1000'), aud('9240.81'))).toBeCloseTo(0.1082, 4);
  expect(fractionOf(aud('0.00'), aud('0.00'))).toBe(0);
  expect(fractionOf(aud('10'), aud('9.99'))).toBe(1);
  expect(fractionOf(aud('-1'), aud('9.99'))).toBe(0);
  expect(minorOf('12.3', 2)).toBe(1230n);
  expect([isZero(aud('0.00')), isZero(aud('0.01'))]).toEqual([true, false]);
});

test('decimals are added exactly, below zero too', () => {
  expect(decimalSum(['0.1', '0.2'])).toBe('0.3');
  expect(decimalSum(['9007199254740993.01', '0.99', '-1'])).toBe('9007199254740993.00');
  expect(decimalSum(['1', '-1.50'])).toBe('-0.50');
  expect(decimalSum([])).toBe('0');
});

test('how long something took is shown as a clock shows it', () => {
  expect([0, 59_999, 60_000, 5_400_000].map((ms) => clockText(ms, 'en-GB'))).toEqual([
    '0:00',
    '0:00',
    '0:01',
    '1:30',
  ]);
  expect(clockText(36_065_000, 'en-GB', true)).toBe('10:01:05');
  expect(clockText(5_400_000, 'ar-EG-u-nu-arab')).toBe('١:٣٠');
});
