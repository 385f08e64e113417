import { refuse } from '../refusals.ts';

/** A day is text, YYYY-MM-DD; days compare as text. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Reads one day of the (proleptic) Gregorian calendar. ✗ `date-malformed` */
export function parseDay(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null || dayText(dayNumber(text)) !== text) {
    refuse('date-malformed', { text: text.slice(0, 40) });
  }
  return text;
}

/**
 * Reads DATE or DATE/DATE (first and last day, both counted), none of them after `today`.
 * ✗ `date-malformed`, `date-range-reversed`, `date-in-future`
 */
export function parseDays(text: string, today: string): Days {
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) refuse('date-malformed', { text: text.slice(0, 40) });
  return checkedDays({ from: first, to: second ?? first }, today);
}

/** Holds two days to the same rules. ✗ `date-malformed`, `date-range-reversed`, `date-in-future` */
export function checkedDays(days: Days, today: string): Days {
  const [from, to] = [parseDay(days.from), parseDay(days.to)];
  if (from > to) refuse('date-range-reversed', { from, to });
  if (to > today) refuse('date-in-future', { day: to, today });
  return { from, to };
}

/** The day so many days later; earlier when negative. */
export function addDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count);
}

/** How many days from the first to the last, both counted. */
export function countDays({ from, to }: Days): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Days since 1970-01-01, by Howard Hinnant's "days from civil". */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

/** The day that is so many days after 1970-01-01; the inverse of `dayNumber`. */
export function dayText(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524);
  const yearOfEra = Math.floor((dayOfEra - leaps + Math.floor(dayOfEra / 146_096)) / 365);
  const early = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - early;
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [digits(year, 4), digits(month, 2), digits(date, 2)].join('-');
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
