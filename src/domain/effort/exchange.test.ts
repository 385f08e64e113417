import { describe, expect, test } from 'vitest';
import { openTables } from '../../tables/tables.ts';
import { divide, parseDecimal } from '../money/ratio.ts';
import { betweenMinorUnits, exchangeOn } from './exchange.ts';

const tables = openTables();
const refused = (code: string): unknown => expect.objectContaining({ code });

const on = (foreign: string, home: string, day: string): ReturnType<typeof exchangeOn> =>
  exchangeOn(tables, { foreign, home, day });

describe('what is refused', () => {
  test('decimal-malformed and amount-not-positive: a given rate is a number above zero', () => {
    const given = { rate: '1e3', source: 'the bank' };
    const asked = { foreign: 'USD', home: 'AUD', day: '2026-05-01' };
    expect(() => exchangeOn(tables, { ...asked, given })).toThrow(refused('decimal-malformed'));
    expect(() => exchangeOn(tables, { ...asked, given: { ...given, rate: '0' } })).toThrow(
      refused('amount-not-positive'),
    );
  });

  test('exchange-source-missing: a given rate says where it is from', () => {
    const given = { rate: '1.5', source: ' ' };
    expect(() =>
      exchangeOn(tables, { foreign: 'USD', home: 'AUD', day: '2026-05-01', given }),
    ).toThrow(refused('exchange-source-missing'));
  });

  test('exchange-unknown: a currency that is not quoted', () => {
    expect(() => on('kWh', 'AUD', '2026-04-01')).toThrow(refused('exchange-unknown'));
    expect(() => on('AUD', 'XPF', '2026-04-01')).toThrow(refused('exchange-unknown'));
  });

  test('date-before-table: before the euro', () => {
    expect(() => on('USD', 'AUD', '1999-01-03')).toThrow(refused('date-before-table'));
  });

  test('rate-too-old: after eight days, not after seven', () => {
    expect(on('USD', 'AUD', '2026-04-20')?.date).toBe('2026-04-13');
    expect(() => on('USD', 'AUD', '2026-04-21')).toThrow(refused('rate-too-old'));
  });

  test('rate-too-old: a currency that is no longer quoted', () => {
    expect(() => on('BGN', 'EUR', '2026-03-01')).toThrow(refused('rate-too-old'));
  });
});

describe('an exchange', () => {
  test('between one currency and itself is none', () => {
    expect(on('AUD', 'AUD', '2026-05-01')).toBeNull();
  });

  test('crosses over the euro of one day, exactly', () => {
    const found = on('USD', 'AUD', '2026-04-13');
    expect(found?.rate).toEqual(divide(parseDecimal('1.661'), parseDecimal('1.1684')));
    expect(found?.figures.map(({ op, value }) => op + value)).toEqual(['×1.661', '÷1.1684']);
  });

  test('takes the last day before a weekend, and names it', () => {
    const found = on('USD', 'EUR', '2026-04-12');
    expect(found?.date).toBe('2026-04-10');
    expect(found?.named).toContain('2026-04-10');
    expect(found?.figures[0]?.note).toContain('the last one published by 2026-04-12');
    expect(found?.figures[0]?.source?.row).toBe(3);
  });

  test('takes a given rate with its source, as it was given', () => {
    const given = { rate: '1.52', source: 'bank statement of 5 May' };
    const found = exchangeOn(tables, { foreign: 'USD', home: 'AUD', day: '2026-05-05', given });
    expect(found?.rate).toEqual(parseDecimal('1.52'));
    expect(found?.named).toBe('bank statement of 5 May');
  });

  test('between minor units minds the decimals of both', () => {
    const [yen, dollar] = [
      { code: 'JPY', scale: 0 },
      { code: 'AUD', scale: 2 },
    ];
    expect(betweenMinorUnits(parseDecimal('0.01'), yen, dollar)).toEqual(parseDecimal('1'));
  });
});
