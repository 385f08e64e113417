// ISO 8601 durations of whole years, months, weeks and days, as the terms use them.

const pattern = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const DAY_MS = 86_400_000;

/** Whole months (years are twelve) and whole days (weeks are seven). */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

/** The duration, or null where the text is none: `P30D`, `P6M`, `P1Y`, `P1Y6M`, `P2W`. */
export function parseDuration(text: string): Duration | null {
  const parts = pattern.exec(text);
  if (parts === null) return null;
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? '0'));
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
  };
}

function requireDuration(text: string): Duration {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`"${text}" is not a duration.`);
  return duration;
}

/** Below zero, zero or above by length, a year being 365 days and a month a twelfth of it. */
export function compareDurations(left: string, right: string): number {
  const twelfths = ({ months, days }: Duration): number => months * 365 + days * 12;
  return twelfths(requireDuration(left)) - twelfths(requireDuration(right));
}

/** The whole days of a duration by the same count, rounded up: P1M is 31, P1Y is 365. */
export function durationDays(text: string): number {
  const { months, days } = requireDuration(text);
  return Math.ceil((months * 365) / 12) + days;
}

/**
 * The ISO day that lies a duration after a day. Months keep the day of the month, or take the last
 * day of a shorter month: 2026-08-31 plus P6M is 2027-02-28. Days are added after months.
 */
export function addDuration(day: string, text: string): string {
  const { months, days } = requireDuration(text);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const moved = Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth));
  return new Date(moved + days * DAY_MS).toISOString().slice(0, 10);
}

const counted = (count: number, unit: string): string[] =>
  count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];

/** The duration in words: "6 months", "1 year and 6 months", "0 days". */
export function durationWords(text: string): string {
  const { months, days } = requireDuration(text);
  const words = [
    ...counted(Math.floor(months / 12), 'year'),
    ...counted(months % 12, 'month'),
    ...counted(days, 'day'),
  ];
  return words.length === 0 ? '0 days' : words.join(' and ');
}
