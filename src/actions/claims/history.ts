// What became of the claims of one agent in a release, told by days: for statements of a period.

import {
  decodeTranche,
  earned,
  grow,
  openTranche,
  stillOwed,
} from '../../domain/ledger/tranche.ts';
import type { Claim, Moment, Tranche } from '../../domain/ledger/tranche.ts';
import { listClaimsOfRelease } from '../../store/money/claims.ts';
import type { ClaimRow } from '../../store/money/claims.ts';
import { dayOfBooking, listGrowth } from '../../store/money/ledger.ts';
import { listPaymentRows } from '../../store/money/payments.ts';
import type { TrancheShare } from '../../store/money/payments.ts';
import { listSweepsInto } from '../../store/money/sweeps.ts';
import { listPools } from '../../store/money/pools.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';

/** How what an agent is owed can change. `paid`: a payment, a sweep or a gift lowered it. */
export type ChangeKind = 'accepted' | 'grown' | 'cancelled' | 'paid';

/** Changes of one kind in one span of days. */
export interface Change {
  readonly kind: ChangeKind;
  /** The span, as `spanOf` named it. */
  readonly span: number;
  /** By how much what is owed changed; minor units of the work's currency, below zero for less. */
  readonly owed: bigint;
  /** What was earned, minor units by currency. */
  readonly earned: ReadonlyMap<string, bigint>;
}

/** Whose claims, and how days are told apart. */
export interface HistoryAsked {
  readonly release: string;
  readonly agent: string;
  /** The span that a day is in, such as 0 before a period, 1 in it, 2 after it. */
  readonly spanOf: (day: string) => number;
}

/**
 * All changes of what an agent is owed and has earned in a release, by span of days. Every change
 * is the difference of two standings that are exact, so that those of all spans add up to what
 * stands now: periods chain, to the last unit. A payment counts on the day that it names.
 */
export async function changesOf(
  { tx }: Pick<Sight, 'tx'>,
  { release, agent, spanOf }: HistoryAsked,
): Promise<readonly Change[]> {
  const claims = await listClaimsOfRelease(tx, release, agent);
  const home = await currencyOfRelease(tx, release);
  const pools = await listPools(tx, release);
  const codes = [...new Set([home, ...pools.map(({ currency }) => currency)])];
  const changes: Change[] = [];
  for (const [tranche, rows] of Map.groupBy(claims, (row) => row.tranche)) {
    const events = [
      ...(await claimEvents(tx, rows)),
      ...(await trancheEvents(tx, { release, tranche })),
    ].toSorted((one, other) => one.seq - other.seq);
    changes.push(...walk(events, { home, codes, spanOf }));
  }
  return changes;
}

interface Held {
  readonly tranche: Tranche;
  readonly claims: readonly Claim[];
}

/** Something that changed a tranche, or the agent's claims in it. */
interface Event {
  readonly kind: ChangeKind;
  readonly on: string;
  readonly seq: number;
  readonly change: (held: Held) => Held;
}

interface Walking {
  readonly home: string;
  readonly codes: readonly string[];
  readonly spanOf: (day: string) => number;
}

/** Standings are worked out only where the kind or the span changes: few, for many payments. */
function walk(events: readonly Event[], { home, codes, spanOf }: Walking): Change[] {
  const changes: Change[] = [];
  let held: Held = { tranche: openTranche(home), claims: [] };
  let was = standingOf(held, codes);
  for (const [index, event] of events.entries()) {
    held = event.change(held);
    const next = events[index + 1];
    const span = spanOf(event.on);
    if (next !== undefined && next.kind === event.kind && spanOf(next.on) === span) continue;
    const now = standingOf(held, codes);
    changes.push({ kind: event.kind, span, ...between(was, now) });
    was = now;
  }
  return changes;
}

interface Standing {
  readonly owed: bigint;
  readonly earned: ReadonlyMap<string, bigint>;
}

const between = (was: Standing, now: Standing): Standing => ({
  owed: now.owed - was.owed,
  earned: new Map([...now.earned].map(([code, sum]) => [code, sum - (was.earned.get(code) ?? 0n)])),
});

const standingOf = ({ tranche, claims }: Held, codes: readonly string[]): Standing => ({
  owed: stillOwed(tranche, claims),
  earned: new Map(codes.map((code) => [code, earned(tranche, claims, code)])),
});

const at = (tranche: Tranche, { product, exponent, sums }: Moment): Tranche => ({
  ...tranche,
  product,
  exponent,
  sums,
});

type Tx = Sight['tx'];

async function claimEvents(tx: Tx, rows: readonly ClaimRow[]): Promise<Event[]> {
  const events: Event[] = [];
  for (const { contribution, claim, seq, exitSeq } of rows) {
    const { exit, ...entered } = claim;
    events.push({
      kind: 'accepted',
      on: await dayOfBooking(tx, contribution, seq),
      seq,
      change: ({ tranche, claims }) => ({
        tranche: at(tranche, entered),
        claims: [...claims, entered],
      }),
    });
    if (exitSeq === null || exit === undefined) continue;
    events.push({
      kind: 'cancelled',
      on: await dayOfBooking(tx, contribution, exitSeq),
      seq: exitSeq,
      change: ({ tranche, claims }) => ({
        tranche: at(tranche, exit),
        claims: claims.map((one) => (one === entered ? claim : one)),
      }),
    });
  }
  return events;
}

interface OfTranche {
  readonly release: string;
  readonly tranche: string;
}

async function trancheEvents(tx: Tx, { release, tranche }: OfTranche): Promise<Event[]> {
  const payments = await listPaymentRows(tx, { release, limit: ALL });
  const events = payments.flatMap(({ parts, body, seq }) =>
    parts.tranches
      .filter((share) => share.tranche === tranche)
      .map((share) => paidEvent(share, { on: body.on, seq })),
  );
  for (const { id, moves, seq } of await listSweepsInto(tx, tranche)) {
    const on = await dayOfBooking(tx, id, seq);
    const shares = moves.flatMap(({ given = [] }) => given);
    const mine = shares.filter((share) => share.tranche === tranche);
    events.push(...mine.map((share) => paidEvent(share, { on, seq })));
  }
  for (const { on, seq, owedBefore, added } of await listGrowth(tx, tranche)) {
    const change = ({ tranche: state, claims }: Held): Held => ({
      tranche: grow({ ...state, outstanding: owedBefore, closed: false }, added),
      claims,
    });
    events.push({ kind: 'grown', on, seq, change });
  }
  return events;
}

/** More payments than a release will ever have. */
const ALL = 1_000_000_000;

const paidEvent = (share: TrancheShare, when: Pick<Event, 'on' | 'seq'>): Event => ({
  ...when,
  kind: 'paid',
  change: ({ claims }) => ({ tranche: decodeTranche(share.after), claims }),
});
