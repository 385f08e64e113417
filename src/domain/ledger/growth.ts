import {
  compare,
  divide,
  multiply,
  ONE,
  parseRatioText,
  ratio,
  ratioText,
} from '../money/ratio.ts';
import type { Ratio } from '../money/ratio.ts';
import { floor, roundHalfEven } from '../money/rounding.ts';
import type { Tranche } from './state.ts';

/** What an agreement says about the price of waiting. */
export interface DelayTerms {
  /** A fraction a year, compounded quarterly; zero where nothing grows. */
  readonly yearlyRate: Ratio;
  /** A claim never exceeds its cost times this. */
  readonly ceiling: Ratio;
  /** A claim begins at its cost times this. */
  readonly return: Ratio;
}

/** How a tranche grows: the claims in it have one rate, one cap and one quarter of grace. */
export interface Growth {
  readonly yearlyRate: Ratio;
  /** Ceiling / return: by what a claim may be multiplied at most. */
  readonly cap: Ratio;
  /** The quarter in which grace ends, such as `2026-Q4`; growth begins with the next. */
  readonly graceQuarter: string;
}

const NO_GROWTH = 'none';

/**
 * A tranche's factor was rounded up, each time by less than 2^-128 of it. So much is given back,
 * and no minor unit more: else what may grow to its cap would end a unit short of it.
 */
const FACTOR_ROUNDING = ratio(2n ** 80n + 1n, 2n ** 80n);

/** How a claim grows whose grace ends on a day (ISO); nothing where it never does. */
export function growthOf(terms: DelayTerms, graceEndsOn: string): Growth | undefined {
  const cap = divide(terms.ceiling, terms.return);
  if (terms.yearlyRate.num <= 0n || compare(cap, ONE) <= 0) return undefined;
  const graceQuarter = quarterOf(graceEndsOn);
  return { yearlyRate: terms.yearlyRate, cap, graceQuarter };
}

/** Claims of one priority and one key share a tranche. The key is canonical JSON, or `none`. */
export function growthKey(growth: Growth | undefined): string {
  if (growth === undefined) return NO_GROWTH;
  const { cap, graceQuarter, yearlyRate } = growth;
  return JSON.stringify({
    cap: ratioText(cap),
    graceQuarter,
    yearlyRate: ratioText(yearlyRate),
  });
}

/** Reads what `growthKey` wrote. */
export function growthFromKey(key: string): Growth | undefined {
  if (key === NO_GROWTH) return undefined;
  const kept: unknown = JSON.parse(key);
  const text = (name: string): string => {
    const value: unknown = typeof kept === 'object' && kept && Reflect.get(kept, name);
    if (typeof value !== 'string') throw new Error(`A growth key has no ${name}.`);
    return value;
  };
  return {
    yearlyRate: parseRatioText(text('yearlyRate')),
    cap: parseRatioText(text('cap')),
    graceQuarter: text('graceQuarter'),
  };
}

/**
 * The quarters' last days (ISO), oldest first, on which a tranche has yet to grow: those of whole
 * quarters after grace, not before its last growth, up to and including today.
 */
export function growthDue(growth: Growth, lastGrownOn: string | null, today: string): string[] {
  const due: string[] = [];
  const grown = lastGrownOn === null ? -1 : quarterIndex(quarterOf(lastGrownOn));
  let quarter = Math.max(quarterIndex(growth.graceQuarter), grown) + 1;
  for (let day = lastDayOf(quarter); day <= today; day = lastDayOf(quarter)) {
    due.push(day);
    quarter += 1;
  }
  return due;
}

/**
 * By how much a tranche grows at a quarter's end, in minor units: a quarter of the yearly rate of
 * what is outstanding, half-even, and never beyond its cap, whatever rounding did before.
 */
export function quarterGrowth(tranche: Tranche, growth: Growth): bigint {
  const owed = ratio(tranche.outstanding);
  const full = roundHalfEven(multiply(owed, divide(growth.yearlyRate, ratio(4n))));
  const capped = multiply(owed, divide(growth.cap, tranche.factor));
  const most = floor(multiply(capped, FACTOR_ROUNDING)) - tranche.outstanding;
  const room = most > 0n ? most : 0n;
  return full < room ? full : room;
}

/** The quarter of an ISO day, such as `2026-Q2`. */
export function quarterOf(day: string): string {
  const { year, month } = partsOf(day);
  return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`;
}

/** Quarters counted from the year 0. */
function quarterIndex(quarter: string): number {
  const parts = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (parts === null) throw new Error(`"${quarter}" is not a quarter.`);
  return Number(parts[1]) * 4 + Number(parts[2]) - 1;
}

function lastDayOf(quarter: number): string {
  return isoDay(Math.floor(quarter / 4), (quarter % 4) * 3 + 4, 0);
}

function partsOf(day: string): { year: number; month: number } {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) throw new Error(`"${day}" is not an ISO day.`);
  return { year: Number(parts[1]), month: Number(parts[2]) };
}

/** Months and days beyond their range carry over, as in the Gregorian calendar. */
function isoDay(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}
