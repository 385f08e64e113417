// Sums of a statement, by currency: what stood before a period, what happened in it, what stands.

import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import type { Sight } from '../action.ts';

/** First and last day; null for the beginning, and for today. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** Minor units by currency. */
export type Totals = ReadonlyMap<string, bigint>;

/** What changed in some days. `cancelled` and `paid` lower what is owed, and are above zero. */
export interface Happened {
  readonly accepted: bigint;
  readonly grown: bigint;
  readonly cancelled: bigint;
  readonly paid: bigint;
  readonly earned: Totals;
  readonly received: Totals;
}

/** One agent in one release. */
export interface Figures {
  /** Code of the work's currency, in which what is owed is counted. */
  readonly home: string;
  readonly before: Happened;
  readonly within: Happened;
}

/** What stands at a moment, by currency. */
export interface Standing {
  readonly obligation: Totals;
  readonly owed: Totals;
  readonly earned: Totals;
  readonly received: Totals;
  readonly outstanding: Totals;
}

/** Sums totals, currency by currency; those of `less` are taken away. */
export function summed(all: readonly Totals[], less: readonly Totals[] = []): Totals {
  const sums = new Map<string, bigint>();
  const put = (totals: Totals, sign: bigint): void => {
    for (const [code, minor] of totals) sums.set(code, (sums.get(code) ?? 0n) + sign * minor);
  };
  for (const totals of all) put(totals, 1n);
  for (const totals of less) put(totals, -1n);
  return sums;
}

/** What stands before the period, or at its end, over some releases. */
export function standing(figures: readonly Figures[], when: 'start' | 'end'): Standing {
  const parts = figures.flatMap(({ home, before, within }) =>
    (when === 'start' ? [before] : [before, within]).map((happened) => ({ home, happened })),
  );
  const homes = parts.map(({ home, happened }) => {
    const obligation = happened.accepted + happened.grown - happened.cancelled;
    return { home, obligation, owed: obligation - happened.paid };
  });
  const earned = summed(parts.map(({ happened }) => happened.earned));
  const received = summed(parts.map(({ happened }) => happened.received));
  return {
    obligation: summed(homes.map(({ home, obligation }) => new Map([[home, obligation]]))),
    owed: summed(homes.map(({ home, owed }) => new Map([[home, owed]]))),
    earned,
    received,
    outstanding: summed([earned], [received]),
  };
}

type Reading = Pick<Sight, 'currencies'>;

/** An amount in a currency that the node knows. */
export const moneyOf = ({ currencies }: Reading, minor: bigint, code: string): Money =>
  toMoney(amount(minor, currencyOf(currencies, code)));

const listOf = (sight: Reading, totals: Totals): Money[] =>
  [...totals]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, minor]) => moneyOf(sight, minor, code));

/** What stands, as answers have it: one entry a currency, by code. */
export const standingAnswer = (sight: Reading, one: Standing) => ({
  obligation: listOf(sight, one.obligation),
  owed: listOf(sight, one.owed),
  earned: listOf(sight, one.earned),
  received: listOf(sight, one.received),
  outstanding: listOf(sight, one.outstanding),
});

/** What stood before a period, and what happened in it. */
export function periodAnswer(sight: Reading, figures: readonly Figures[]) {
  const home = (of: (happened: Happened) => bigint): Money[] =>
    listOf(sight, summed(figures.map((one) => new Map([[one.home, of(one.within)]]))));
  const list = (of: (happened: Happened) => Totals): Money[] =>
    listOf(sight, summed(figures.map(({ within }) => of(within))));
  return {
    before: standingAnswer(sight, standing(figures, 'start')),
    accepted: home(({ accepted }) => accepted),
    grown: home(({ grown }) => grown),
    cancelled: home(({ cancelled }) => cancelled),
    paid: home(({ paid }) => paid),
    earned: list(({ earned }) => earned),
    received: list(({ received }) => received),
  };
}
