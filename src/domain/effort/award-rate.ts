import { roundHalfEven } from '../money/rounding.ts';
import { divide, formatRatio, multiply, parseDecimal, ratio, type Ratio } from '../money/ratio.ts';
import { exactText, told, type Rounding, type Told } from './workings.ts';
import type { AwardRow } from './tables.ts';

/** Hours of a full week in Australian awards (National Employment Standards). */
export const HOURS_A_WEEK = '38';

/** The hourly rate of a row: exact, in whole cents, and how it was come by. */
export interface RowRate {
  readonly rate: Ratio;
  /** How it follows from the row, in words. */
  readonly note: string;
  /** The same by its code, with the row's own figure. */
  readonly told: Told;
  /** Where the row's figure is not the rate itself. */
  readonly rounding?: Rounding;
}

/**
 * The hourly rate of an award row, or null where it is paid by the piece, day or month and has no
 * hourly figure. An hourly figure counts as it is (rounded to the cent: floats in it are artefacts
 * of the export); a weekly calculated one is divided by 38, as it may hold an equal-pay order that
 * the base rate lacks; else the base rate counts: weekly / 38, annual x 6 / (313 x 38), as annual
 * salaries are hourly x 38 x 313/6. The rule is that of data/rates/SOURCE.md.
 */
export function rowRate(row: AwardRow): RowRate | null {
  if (row.calculatedRate !== '' && row.calculatedType === 'Hourly') {
    return inCents(parseDecimal(row.calculatedRate), HOURLY);
  }
  if (row.calculatedRate !== '' && row.calculatedType === 'Weekly') {
    return perWeek(row.calculatedRate);
  }
  return baseHourly(row);
}

function baseHourly(row: AwardRow): RowRate | null {
  if (row.baseRate === '') return null;
  switch (row.baseType) {
    case 'Hourly':
    case 'Ordinary hourly':
      return inCents(parseDecimal(row.baseRate), HOURLY);
    case 'Weekly':
      return perWeek(row.baseRate);
    case 'Annual':
      return perYear(row.baseRate);
    default:
      return null;
  }
}

function perWeek(text: string): RowRate {
  const weekly = cents(parseDecimal(text));
  const values = { amount: formatRatio(weekly, 2), hours: HOURS_A_WEEK };
  const note = `${values.amount} a week / ${HOURS_A_WEEK} hours`;
  return inCents(divide(weekly, parseDecimal(HOURS_A_WEEK)), told(note, 'award-weekly', values));
}

function perYear(text: string): RowRate {
  const yearly = cents(parseDecimal(text));
  const values = { amount: formatRatio(yearly, 2), hours: HOURS_A_WEEK };
  const note = `${values.amount} a year x 6 / (313 x ${HOURS_A_WEEK})`;
  const hourly = multiply(yearly, ratio(6n, 313n * BigInt(HOURS_A_WEEK)));
  return inCents(hourly, told(note, 'award-yearly', values));
}

const HOURLY = told('the hourly rate of the row', 'award-hourly');

function inCents(exact: Ratio, how: ReturnType<typeof told>): RowRate {
  const rate = cents(exact);
  if (rate.num === exact.num && rate.den === exact.den) return { rate, ...how };
  const rounding = {
    mode: 'half-even' as const,
    places: 2,
    before: exactText(exact),
    after: formatRatio(rate, 2),
  };
  return { rate, ...how, rounding };
}

const cents = (value: Ratio): Ratio => ratio(roundHalfEven(multiply(value, ratio(100n))), 100n);
