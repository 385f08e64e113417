import { describe, expect, test } from 'vitest';
import { currencyOf, isoCurrencies, withCurrency } from './currency.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('the currencies of a node', () => {
  test('are those of ISO 4217 with their minor units', () => {
    const scales = ['AUD', 'JPY', 'KWD', 'CLF'].map((code) => currencyOf(isoCurrencies(), code));
    expect(scales.map(({ scale }) => scale)).toEqual([2, 0, 3, 4]);
  });

  test.each(['aud', 'DEM', 'XAU', 'XTS', '', 'constructor', 'x'.repeat(1_000)])(
    'do not have the code "%s"',
    (code) => {
      expect(() => currencyOf(isoCurrencies(), code)).toThrowError(refused('currency-unknown'));
    },
  );

  test('take a node’s own, and leave the registry that they were added to as it was', () => {
    const before = isoCurrencies().size;
    const own = withCurrency(isoCurrencies(), { code: 'AUDm', scale: 6 });
    expect(currencyOf(own, 'AUDm')).toEqual({ code: 'AUDm', scale: 6 });
    expect(withCurrency(own, { code: 'AUDm', scale: 6 })).toBe(own);
    expect(isoCurrencies().size).toBe(before);
  });

  test.each(['A', '1AB', 'A B', 'A:B', 'ÄUD', '-AB', 'ABCDEFGHIJKLM', '', 'kWh\n'])(
    'refuse the code "%s"',
    (code) => {
      expect(() => withCurrency(isoCurrencies(), { code, scale: 2 })).toThrowError(
        refused('currency-code-malformed'),
      );
    },
  );

  test.each([-1, 19, 1.5, Number.NaN])('refuse a scale of %s', (scale) => {
    expect(() => withCurrency(isoCurrencies(), { code: 'kWh', scale })).toThrowError(
      refused('currency-scale-malformed'),
    );
  });

  test('refuse to change a scale with which amounts are written', () => {
    expect(() => withCurrency(isoCurrencies(), { code: 'AUD', scale: 6 })).toThrowError(
      refused('currency-scale-fixed'),
    );
  });
});
