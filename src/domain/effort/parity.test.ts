import { expect, test } from 'vitest';
import { openTables } from '../../tables/tables.ts';
import { parityBetween } from './parity.ts';

const tables = openTables();

test('parity-unknown: a country without figures, or none so early, or none of the currency', () => {
  for (const [country, day] of [
    ['AQ', '2026-05-01'],
    ['DE', '1999-12-31'],
    ['VE', '2026-05-01'],
  ] as const) {
    expect(() => parityBetween(tables, { tableCountry: 'AU', country, day })).toThrow(
      expect.objectContaining({ code: 'parity-unknown' }),
    );
  }
});

test('the newest year that is not after the work counts, of both countries the same', () => {
  const newest = parityBetween(tables, { tableCountry: 'AU', country: 'DE', day: '2026-05-01' });
  expect(newest).toMatchObject({ year: 2024, currency: 'EUR' });
  const then = parityBetween(tables, { tableCountry: 'AU', country: 'DE', day: '2021-08-01' });
  expect([then.year, then.ofTable.year, then.ofContributor.year]).toEqual([2021, 2021, 2021]);
  const late = parityBetween(tables, { tableCountry: 'AU', country: 'AF', day: '2026-05-01' });
  expect([late.ofTable.year, late.ofContributor.year]).toEqual([2023, 2023]);
});
