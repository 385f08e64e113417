import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decimalText, durationSeconds, hoursOf, timeSeconds } from './numbers.ts';

describe('numbers in sheets', () => {
  it.each([
    ['1', '1'],
    ['1.5', '1.5'],
    ['1,5', '1.5'],
    [',5', '0.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['2.000,0', '2000.0'],
    ['1e3', undefined],
    ['1.2.3', undefined],
    ['12.34,5', undefined],
    ['-1', undefined],
    ['', undefined],
    ['١', undefined],
  ])('reads %s as %s', (text, expected) => expect(decimalText(text)).toBe(expected));

  it.each([
    ['02:00:00 AM', 7200],
    ['12:20:00 AM', 1200],
    ['12:00:00 PM', 43_200],
    ['1:30', 5400],
    ['100:00:00', 360_000],
    ['0,01', 36],
    ['1.5', 5400],
    ['13:00 PM', undefined],
    ['1:60', undefined],
    ['1h', undefined],
  ])('takes the duration %s for %s seconds', (text, expected) => {
    expect(durationSeconds(text)).toBe(expected);
  });

  it('knows a time of day only within a day, and not as a bare number', () => {
    expect(timeSeconds('2:30 PM')).toBe(52_200);
    expect(timeSeconds('25:00')).toBeUndefined();
    expect(timeSeconds('9')).toBeUndefined();
  });

  it('writes hours that give the same seconds again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(durationSeconds(hoursOf(seconds))).toBe(seconds);
      }),
    );
  });
});
