import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursTyped, quantityTyped } from './typed-hours.ts';

const locales = ['en-GB', 'de-DE', 'ar-EG-u-nu-arab'] as const;
const inAll = (typed: string) => locales.map((locale) => hoursTyped(typed, locale));

test.each([
  ['1:30', '1.5'],
  ['0:05', '0.083333'],
  ['12:00', '12'],
  ['100:20', '100.333333'],
  ['١:٣٠', '1.5'],
  ['1h30', '1.5'],
  ['1H30', '1.5'],
  ['1 h 30 min', '1.5'],
  ['1 Std. 30 Min.', '1.5'],
  ['2 hours, 15 minutes', '2.25'],
  ['7 h', '7'],
  ['1.5h', '1.5'],
  ['1,5 Stunden', '1.5'],
  ['3 hrs', '3'],
  ['٣ ساعات', '3'],
  ['90m', '1.5'],
  ['90 min', '1.5'],
  ['90 mins', '1.5'],
  ['90 Minuten', '1.5'],
  ['٩٠ دقيقة', '1.5'],
  ['20 min', '0.333333'],
  ['7.5', '7.5'],
])('%s is %s hours, whoever types it', (typed, hours) => {
  expect(inAll(typed)).toEqual([hours, hours, hours]);
});

test.each([
  '',
  'h',
  'ten hours',
  '1:60',
  '1:5',
  ':30',
  '1h75',
  '1.5h30',
  '90 min 5',
  '1 day',
  '5 kg',
])('%j is no time', (typed) => {
  expect(inAll(typed)).toEqual([undefined, undefined, undefined]);
});

test('a time by the clock is the same as its minutes, to a millionth of an hour', () => {
  const upTo = (most: number) => fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(upTo(999), upTo(59), fc.constantFrom(...locales), (hour, minute, locale) => {
      const clock = hoursTyped(`${hour}:${String(minute).padStart(2, '0')}`, locale);
      expect(hoursTyped(`${hour} h ${minute} min`, locale)).toBe(clock);
      expect(hoursTyped(`${hour * 60 + minute} min`, locale)).toBe(clock);
      expect(Math.abs(Number(clock) - (hour + minute / 60))).toBeLessThan(0.000001);
    }),
  );
});

test('only what is counted in hours is read as a time', () => {
  expect(quantityTyped('1:30', 'h', 'en-GB')).toBe('1.5');
  expect(quantityTyped('1:30', 'day', 'en-GB')).toBeUndefined();
  expect(quantityTyped('1,5', 'day', 'de-DE')).toBe('1.5');
});
