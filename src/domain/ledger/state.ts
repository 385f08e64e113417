import type { Ratio } from '../money/ratio.ts';

/** Running sums by currency code. */
export type Sums = Readonly<Record<string, bigint>>;

/** The running values of a tranche at one moment: what they stand for is value x 2^-exponent. */
export interface Moment {
  readonly product: bigint;
  readonly exponent: number;
  /** Of each payment p, p x product / outstanding: in the home currency what the product lost. */
  readonly sums: Sums;
}

/**
 * Where tranches of one priority share, the proportion that was fixed when they last changed
 * otherwise than by payments: what this one owed then, and what it got since in each currency.
 */
export interface Pace {
  readonly basis: bigint;
  readonly taken: Sums;
}

/**
 * Claims that are paid side by side, each in proportion to what it is still owed. One payment
 * changes these few values alone, however many claims there are. After Batog, Boca and Johnson,
 * Scalable Reward Distribution on the Ethereum Blockchain, 2018; the product-sum form with epochs
 * is that of Liquity's stability pool.
 */
export interface Tranche extends Moment {
  /** What is still owed, minor units of the home currency. */
  readonly outstanding: bigint;
  /** Code of the work's currency. */
  readonly home: string;
  /** Paid in full, or emptied by cancellation; never reopens. */
  readonly closed: boolean;
  /** How many claims joined and were not cancelled. */
  readonly claims: number;
  /** What may leave dust beyond rounding: payments in other currencies, growth, cancellation. */
  readonly foreign: boolean;
  readonly grown: boolean;
  readonly cancelled: boolean;
  /** By which factor growth has multiplied what is owed; rounded up, never below the truth. */
  readonly factor: Ratio;
  readonly pace?: Pace;
}

/** One claim: its amount (minor units of the home currency), and the values when it entered. */
export interface Claim extends Moment {
  readonly amount: bigint;
  /** The values when it was cancelled. */
  readonly exit?: Moment;
}

/** A sum by currency; zero where that currency never came. */
export function sumOf(sums: Sums, currency: string): bigint {
  return Object.hasOwn(sums, currency) ? (sums[currency] ?? 0n) : 0n;
}
