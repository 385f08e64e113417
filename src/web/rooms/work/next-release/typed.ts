import {
  UPSTREAM_LIMIT_UNITS,
  shareText,
  shareUnits,
} from '../../../../domain/works/dependencies.ts';
import { percentTyped } from '../../../words/typed-number.ts';

/** What somebody says that a release builds on, as it was typed. */
export interface Below {
  readonly release: string;
  readonly percent: string;
}

/** What is wrong with one of them. */
export type Wrong = 'percent.wrong' | 'twice';

/** What was typed, as it would be sent; the sums are parts of one. */
export interface Stood {
  readonly buildsOn: readonly { readonly release: string; readonly share: string }[];
  /** Of each, in order: what is wrong, if anything is. */
  readonly wrong: readonly (Wrong | undefined)[];
  readonly flows: string;
  readonly rest: string;
  readonly isTooMuch: boolean;
}

const WHOLE = 10_000;

const unitsOf = (percent: string, locale: string): number | null => {
  const typed = percentTyped(percent, locale);
  return typed === undefined ? null : shareUnits(`${typed}%`);
};

/** Reads what a release is said to build on. */
export function stood(rows: readonly Below[], locale: string): Stood {
  const units = rows.map(({ percent }) => unitsOf(percent, locale));
  const sum = units.reduce<number>((all, one) => all + (one ?? 0), 0);
  return {
    buildsOn: rows.map(({ release }, at) => ({ release, share: shareText(units[at] ?? 0) })),
    wrong: rows.map(({ release }, at) => {
      if (rows.findIndex((one) => one.release === release) < at) return 'twice';
      return (units[at] ?? 0) === 0 ? 'percent.wrong' : undefined;
    }),
    flows: shareText(sum),
    rest: shareText(Math.max(0, WHOLE - sum)),
    isTooMuch: sum > UPSTREAM_LIMIT_UNITS,
  };
}
