import { describe, expect, test } from 'vitest';
import { taxRate } from '../payment.ts';
import { fraction } from '../work.ts';
import { table } from './table.ts';
import { grouped, moneyText, percentText, said, shareText, shortened, shownWidth } from './text.ts';

describe('amounts are shown from their own digits', () => {
  test.each([
    ['9240.81', '9,240.81'],
    ['-9240.81', '−9,240.81'],
    ['92233720368547758.07', '92,233,720,368,547,758.07'],
    ['1000', '1,000'],
    ['999.999', '999.999'],
    ['0.00', '0.00'],
  ])('%s is %s', (amount, text) => {
    expect(grouped(amount)).toBe(text);
    expect(moneyText({ amount, currency: 'AUD' })).toBe(`AUD ${text}`);
  });

  test.each([
    ['0.1', '10 %'],
    ['0.075', '7.5 %'],
    ['1', '100 %'],
    ['0', '0 %'],
    ['0.00125', '0.125 %'],
  ])('a rate of %s is %s', (rate, text) => expect(percentText(rate)).toBe(text));

  test.each([
    ['0.739610', '73.96 %'],
    ['0.121499', '12.15 %'],
    ['0.000049', '0.00 %'],
    ['1.000000', '100.00 %'],
  ])('a share of %s is %s', (share, text) => expect(shareText(share)).toBe(text));
});

describe('parts of a whole are read exactly', () => {
  test.each([
    ['10%', '0.1'],
    ['10 %', '0.1'],
    ['7.5%', '0.075'],
    ['100%', '1'],
    ['0.5%', '0.005'],
    ['0%', '0'],
    ['0.1', '0.1'],
  ])('%s is %s', (text, read) => expect(fraction('--share', text)).toBe(read));

  test.each([
    ['10', '0.1'],
    ['10%', '0.1'],
    ['0.10', '0.10'],
    ['19', '0.19'],
    ['7.7', '0.077'],
    ['1%', '0.01'],
    ['100%', '1'],
    ['0', '0'],
    ['1.5', '0.015'],
    ['ten', 'ten'],
  ])('as a tax rate, %s is %s', (text, read) => expect(taxRate(text)).toBe(read));

  test('a bare 1 as a tax rate could be 1 % or all, and is refused', () => {
    expect(() => taxRate('1')).toThrow('write 1% or 100%');
    expect(() => taxRate('1.0')).toThrow('write 1% or 100%');
  });
});

describe('what people wrote', () => {
  test('keeps its columns in wide, combining and right-to-left scripts', () => {
    const names = ['Ada', '張偉', 'Zoë', 'أمل', '👩‍🌾'];
    const lines = table(names, [
      { title: 'who', of: said },
      { title: 'n', right: true, of: () => '1' },
    ]).split('\n');
    const widths = lines.slice(0, 5).map(shownWidth);
    expect(new Set(widths).size).toBe(1);
  });

  test('loses what would steer a terminal', () => {
    expect(said('a\u001b[2Jb\u0007c\u202ed')).toBe('a\ufffd[2Jb\ufffdc\ufffdd');
    expect(said('two\nlines')).toBe('two lines');
  });

  test('is cut between characters, not in them', () => {
    expect(shortened('Night-shift moderation', 12)).toBe('Night-shift…');
    expect(shortened('張偉張偉', 5)).toBe('張偉…');
    expect(shortened('short', 12)).toBe('short');
  });
});
