import { poolAccount } from '../../domain/ledger/accounts.ts';
import type { PayoutRow } from '../../store/money/payouts.ts';
import type { Sight } from '../action.ts';
import { changesOf } from '../claims/history.ts';
import type { Change } from '../claims/history.ts';
import { summed } from './sums.ts';
import type { Figures, Happened, Span, Totals } from './sums.ts';

/** Whose figures, in which release, told apart by which days. */
export interface FiguresAsked {
  readonly agent: string;
  readonly release: string;
  /** Code of the work's currency. */
  readonly home: string;
  /** All payouts to the agent. */
  readonly payouts: readonly PayoutRow[];
  readonly span: Span;
}

const [BEFORE, WITHIN, AFTER] = [0, 1, 2];

/** What an agent was owed, earned and received in a release, before a period and in it. */
export async function figuresOf(sight: Sight, asked: FiguresAsked): Promise<Figures> {
  const { agent, release, home, payouts, span } = asked;
  const spanOf = (day: string): number => {
    if (span.from !== null && day < span.from) return BEFORE;
    return span.to === null || day <= span.to ? WITHIN : AFTER;
  };
  const changes = await changesOf(sight, { release, agent, spanOf });
  const received = payouts.flatMap(({ on, currency, parts }) =>
    parts
      .filter(({ source }) => source === poolAccount(release))
      .map(({ amountMinor }) => ({
        span: spanOf(on),
        totals: new Map([[currency, amountMinor]]),
      })),
  );
  // What is zero in the work's own currency is said; any other currency only where there was some.
  const known = new Set([
    home,
    ...[...changes.map(({ earned }) => earned), ...received.map(({ totals }) => totals)].flatMap(
      (totals) => [...totals].flatMap(([code, minor]) => (minor === 0n ? [] : [code])),
    ),
  ]);
  const zeros: Totals = new Map([...known].map((code) => [code, 0n]));
  const of = (which: number): Happened => ({
    ...owedBy(changes.filter((one) => one.span === which)),
    earned: only(known, [
      zeros,
      ...changes.filter((one) => one.span === which).map(({ earned }) => earned),
    ]),
    received: only(known, [
      zeros,
      ...received.filter((one) => one.span === which).map(({ totals }) => totals),
    ]),
  });
  return { home, before: of(BEFORE), within: of(WITHIN) };
}

const only = (known: ReadonlySet<string>, all: readonly Totals[]): Totals =>
  new Map([...summed(all)].filter(([code]) => known.has(code)));

function owedBy(changes: readonly Change[]) {
  const of = (wanted: Change['kind']): bigint =>
    changes.filter(({ kind }) => kind === wanted).reduce((sum, { owed }) => sum + owed, 0n);
  return {
    accepted: of('accepted'),
    grown: of('grown'),
    cancelled: -of('cancelled'),
    paid: -of('paid'),
  };
}
