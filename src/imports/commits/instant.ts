/** A moment: seconds since 1970, and the minutes east of UTC of whoever wrote it down. */
export interface Instant {
  readonly at: number;
  readonly offsetMinutes: number;
}

/**
 * Reads an ISO 8601 date and time with its offset, as git writes it. Offsets that no place has
 * (`+518:00` stands in real histories) are taken at their word, as git does. Undefined where the
 * text is none.
 */
export function instantOf(text: string): Instant | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const clock = digits(text, 11, 13) * 3600 + digits(text, 14, 16) * 60 + digits(text, 17, 19);
  const offset = offsetOf(text);
  if (Number.isNaN(clock) || Number.isNaN(offset)) return undefined;
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return undefined;
  const at = daysFromCivil(year, month, day) * 86_400 + clock - offset * 60;
  return { at, offsetMinutes: offset };
}

/** The day `YYYY-MM-DD` of a moment by the clock of whoever wrote it down. */
export function localDay(at: number, offsetMinutes: number): string {
  const local = new Date((at + offsetMinutes * 60) * 1000);
  if (Number.isNaN(local.getTime())) throw new Error(`no day has the time ${at}`);
  return local.toISOString().slice(0, 10);
}

const offsetOf = (text: string): number => {
  if (text.length === 20 && text[19] === 'Z') return 0;
  const colon = text.indexOf(':', 20);
  if (colon < 21 || colon > 24 || text.length !== colon + 3) return Number.NaN;
  const minutes = digits(text, 20, colon) * 60 + digits(text, colon + 1, colon + 3);
  if (text[19] === '+') return minutes;
  return text[19] === '-' ? -minutes : Number.NaN;
};

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, chrono-compatible dates). */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
};
