import { expect, test } from 'vitest';
import {
  addDays,
  checkedDays,
  countDays,
  dayNumber,
  dayText,
  parseDay,
  parseDays,
} from './days.ts';

const refused = (code: string): unknown => expect.objectContaining({ code });

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-5-1',
  '01/05/2026',
  '',
  '２０２６-05-01',
])('date-malformed: "%s" is not a day', (text) => {
  expect(() => parseDay(text)).toThrow(refused('date-malformed'));
});

test('date-malformed: three days are no range', () => {
  expect(() => parseDays('2026-05-01/2026-05-02/2026-05-03', '2026-11-21')).toThrow(
    refused('date-malformed'),
  );
});

test('date-range-reversed: a range begins before it ends', () => {
  expect(() => parseDays('2026-05-02/2026-05-01', '2026-11-21')).toThrow(
    refused('date-range-reversed'),
  );
});

test('date-in-future: today counts, tomorrow does not', () => {
  expect(parseDays('2026-11-21', '2026-11-21')).toEqual({ from: '2026-11-21', to: '2026-11-21' });
  expect(() => checkedDays({ from: '2026-11-21', to: '2026-11-22' }, '2026-11-21')).toThrow(
    refused('date-in-future'),
  );
});

test('a range has both its days', () => {
  const days = parseDays('2024-02-28/2024-03-01', '2026-11-21');
  expect(countDays(days)).toBe(3);
});

test('days agree with the platform’s calendar over eight centuries', () => {
  for (let number = dayNumber('1600-01-01'); number < dayNumber('2400-01-01'); number += 97) {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
    expect(dayText(number)).toBe(day);
    expect(dayNumber(day)).toBe(number);
  }
});

test('days are counted back over the end of a year', () => {
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
