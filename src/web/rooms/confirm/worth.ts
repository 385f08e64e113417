import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ContributionLine, WorkingsAnswer } from '../../../actions/contributions/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import { add, parseDecimal, formatRatio, ZERO } from '../../../domain/money/ratio.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { reader } from '../../app/session.ts';
import { exchangeOf } from '../add/exchange-typed.ts';
import { quantityTyped } from '../../words/typed-hours.ts';
import { decimalTyped, readerLocale } from '../../words/typed-number.ts';
import type { Corrected } from './corrected.ts';

/** What a line would come to with what is typed, as the node works it out. */
export interface Worth {
  /** Undefined while it is being worked out for the first time, or where it cannot be. */
  readonly answer: WorkingsAnswer | undefined;
  /** It is being worked out anew: what is shown is from before. */
  readonly stale: boolean;
  readonly error: unknown;
}

/** How long a hand rests before the node is asked. */
const RESTS_MS = 250;

/** A value once it has not changed for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), RESTS_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** Whether a line is one of hours or days. */
export const isTime = ({ unit }: Pick<ContributionLine, 'unit'>): boolean =>
  unit === 'h' || unit === 'day';

/** What is asked about lines before they are confirmed, beside how much it was. */
export interface Asking {
  /** The currency of the work. */
  readonly currency: string;
  /** Whether its author says what an hour of a line costs. */
  readonly isRateAsked: (line: ContributionLine) => boolean;
}

/** What somebody says of a line beside what stands there already. */
export function correctionsOf(line: ContributionLine, said: Corrected, asking: Asking) {
  const locale = readerLocale();
  const typed = said.quantities[line.id];
  const quantity =
    typed === undefined ? line.quantity : (quantityTyped(typed, line.unit, locale) ?? typed.trim());
  const classification = said.classification.trim();
  const amount = decimalTyped(said.rate, locale) ?? said.rate.trim();
  // What has a value already needs no exchange.
  const exchange = line.cost === null ? exchangeOf(said.exchange) : undefined;
  return {
    ...(quantity === line.quantity ? {} : { quantity }),
    ...(classification !== '' && isTime(line) ? { classification } : {}),
    ...(amount !== '' && asking.isRateAsked(line)
      ? { rate: { amount, currency: asking.currency } }
      : {}),
    ...(exchange === undefined ? {} : { exchange }),
  };
}

/** What each line would come to, in the order of the lines. */
export function useWorths(
  lines: readonly ContributionLine[],
  said: Corrected,
  asking: Asking,
): readonly Worth[] {
  const rested = useRested(said);
  return useQueries({
    queries: lines.map((line) => {
      const corrections = correctionsOf(line, rested, asking);
      return {
        queryKey: ['workings', line.id, corrections],
        queryFn: () => reader.contributions.explain(line.id, corrections),
        placeholderData: keepPreviousData,
        retry: false,
      };
    }),
    combine: (results) =>
      results.map(({ data, error, isPlaceholderData, isError }) => ({
        answer: isError ? undefined : data,
        stale: isPlaceholderData || rested !== said,
        error,
      })),
  });
}

/** What several lines come to together; undefined while one of them has no value. */
export function togetherOf(worths: readonly Worth[]): Money | undefined {
  const all = worths.map(({ answer }) => answer?.obligation);
  const first = all[0];
  if (first === undefined) return undefined;
  let sum = ZERO;
  for (const value of all) {
    if (value === undefined || value.currency !== first.currency) return undefined;
    sum = add(sum, parseDecimal(value.amount));
  }
  const places = placesOf(first.amount);
  return { amount: formatRatio(sum, places), currency: first.currency };
}
