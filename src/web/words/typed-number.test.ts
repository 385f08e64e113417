import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finenessOf, moneyText, withPlaces } from './numbers.ts';
import { decimalTyped, isApart, isTooFine, typedFrom } from './typed-number.ts';

const locales = ['en-GB', 'de-DE', 'ar-EG-u-nu-arab'] as const;
const inAll = (typed: string) => locales.map((locale) => decimalTyped(typed, locale));

test.each([
  ['1100', '1100'],
  [' 1,100.00 ', '1100.00'],
  ['1.100,00', '1100.00'],
  ['1 100,5', '1100.5'],
  ['12,50', '12.50'],
  ['12.5', '12.5'],
  ['0,125', '0.125'],
  ['0.125', '0.125'],
  ['1,234,567', '1234567'],
  ['1.234.567', '1234567'],
  ['1.234.567,5', '1234567.5'],
  ['12,34,567.50', '1234567.50'],
  ["1'100.05", '1100.05'],
  ['1\u202f100,05', '1100.05'],
  ['٧٫٥', '7.5'],
  ['٧،٥', '7.5'],
  ['١٬١٠٠٫٥٠', '1100.50'],
  ['١٬٥٠٠', '1500'],
  ['۱۲۳', '123'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['0', '0'],
])('%s is the number %s, whoever types it', (typed, plain) => {
  expect(inAll(typed)).toEqual([plain, plain, plain]);
});

test('what could be read two ways is what it is in the reader’s language', () => {
  expect(inAll('1,500')).toEqual(['1500', '1.500', '1500']);
  expect(inAll('1.500')).toEqual(['1.500', '1500', '1.500']);
  expect(decimalTyped('١٫٥٠٠', 'ar-EG-u-nu-arab')).toBe('1.500');
  expect(inAll('1500,250')).toEqual(['1500.250', '1500.250', '1500.250']);
});

test.each(['', '.', ',', 'ten', '-5', '1.2.3', '1e9', '<b>', '7 h', '1 5', '1.000,000.0', '1,,5'])(
  '%j is no number',
  (typed) => {
    expect(inAll(typed)).toEqual([undefined, undefined, undefined]);
  },
);

test('a number as it is shown, and as it is put into a field, is read as itself', () => {
  const minor = fc.bigInt(0n, 10n ** 15n - 1n);
  fc.assert(
    fc.property(
      minor,
      fc.constantFrom(0, 2, 3),
      fc.constantFrom(...locales),
      (n, places, locale) => {
        const digits = n.toString().padStart(places + 1, '0');
        const whole = digits.slice(0, digits.length - places);
        const amount = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
        const shown = moneyText({ amount, currency: 'AUD' }, locale, true);
        expect(decimalTyped(shown, locale)).toBe(amount);
        expect(decimalTyped(typedFrom(amount, locale), locale)).toBe(amount);
      },
    ),
  );
});

test('what is put into a field has the reader’s decimal sign, and no thousands', () => {
  expect(locales.map((locale) => typedFrom('1500.250', locale))).toEqual([
    '1500.250',
    '1500,250',
    '١٥٠٠٫٢٥٠',
  ]);
});

test('only a text with more than digits needs to be said how it was understood', () => {
  expect(['1500', '١٥٠٠', '1,500', '1 500'].map(isApart)).toEqual([false, false, true, true]);
});

test('an amount that is finer than its currency is told', () => {
  expect([isTooFine('4000.5', 0), isTooFine('1.500', 2), isTooFine('1.500', 3)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an amount has the decimals of its currency, and no digit is lost', () => {
  expect([withPlaces('1500', 3), withPlaces('1.5', 2), withPlaces('40.0', 0)]).toEqual([
    '1500.000',
    '1.50',
    '40',
  ]);
  expect([withPlaces('4000.5', 0), finenessOf('4000.50'), finenessOf('4000')]).toEqual([
    '4000.5',
    1,
    0,
  ]);
});
