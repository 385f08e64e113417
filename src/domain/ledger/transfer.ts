import type { Amount } from '../money/amount.ts';
import { accountOf } from './accounts.ts';

/** One side of a transfer: debits are above zero, credits below. */
export interface Posting {
  readonly account: string;
  readonly amount: Amount;
}

/**
 * The postings of one transfer: those of one account and currency together, none of zero, in the
 * order given. That they add up to zero in each currency is asserted, so nothing is ever created
 * or lost.
 */
export function transfer(postings: readonly Posting[]): Posting[] {
  const merged = new Map<string, Posting>();
  const sums = new Map<string, bigint>();
  for (const { account, amount } of postings) {
    accountOf(account);
    const { minor, currency } = amount;
    const place = `${account} ${currency.code}`;
    const before = merged.get(place)?.amount.minor ?? 0n;
    merged.set(place, { account, amount: { minor: before + minor, currency } });
    sums.set(currency.code, (sums.get(currency.code) ?? 0n) + minor);
  }
  for (const [code, sum] of sums) {
    if (sum !== 0n) throw new Error(`A transfer is off balance by ${sum} minor units of ${code}.`);
  }
  return [...merged.values()].filter((posting) => posting.amount.minor !== 0n);
}
