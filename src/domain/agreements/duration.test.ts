import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDurations,
  durationDays,
  durationWords,
  parseDuration,
} from './duration.ts';

describe('durations', () => {
  it.each(['', 'P', 'P1', '30D', 'PT1H', 'P1.5D', 'P-1D', 'P1D1Y', 'p1d'])(
    'does not read "%s"',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );

  it.each([
    ['P30D', 0, 30, '30 days'],
    ['P6M', 6, 0, '6 months'],
    ['P1Y', 12, 0, '1 year'],
    ['P1Y6M', 18, 0, '1 year and 6 months'],
    ['P2W', 0, 14, '14 days'],
    ['P0D', 0, 0, '0 days'],
    ['P1D', 0, 1, '1 day'],
  ])('reads %s as %i months and %i days: %s', (text, months, days, said) => {
    expect(parseDuration(text)).toEqual({ months, days });
    expect(durationWords(text)).toBe(said);
  });

  it('orders by length', () => {
    const sorted = ['P1Y', 'P0D', 'P90D', 'P30D', 'P6M'].toSorted(compareDurations);
    expect(sorted).toEqual(['P0D', 'P30D', 'P90D', 'P6M', 'P1Y']);
    expect(compareDurations('P12M', 'P1Y')).toBe(0);
    expect(compareDurations('P365D', 'P1Y')).toBe(0);
  });

  it.each([
    ['2026-01-15', 'P6M', '2026-07-15'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-05-01', 'P1M1D', '2026-06-02'],
    ['2026-05-01', 'P0D', '2026-05-01'],
  ])('%s plus %s is %s', (day, duration, sum) => {
    expect(addDuration(day, duration)).toBe(sum);
  });

  it('counts days, a month as a twelfth of a year, rounded up', () => {
    expect([durationDays('P30D'), durationDays('P1M'), durationDays('P1Y')]).toEqual([30, 31, 365]);
  });

  it('treats an unread duration as a broken assumption', () => {
    expect(() => durationWords('soon')).toThrow('is not a duration');
  });
});
