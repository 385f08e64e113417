import { expect, test } from 'vitest';
import { currenciesOf } from './currencies.ts';

const account = (currency: string, entries: number) => ({
  account: `pool:rel_${currency}`,
  class: 'equity' as const,
  balance: { amount: '0.00', currency },
  entries,
  of: [],
});

test('the currency in which most was booked comes first, the others by that and their codes', () => {
  const items = [account('AUD', 2), account('KWD', 5), account('EUR', 2), account('AUD', 1)];
  expect(currenciesOf({ items })).toEqual(['KWD', 'AUD', 'EUR']);
  expect(currenciesOf({ items: [] })).toEqual([]);
});
