import { z } from 'zod';
import { giftAccount } from '../../domain/ledger/accounts.ts';
import { giftUsed, swept, sweptBack } from '../../domain/ledger/bookings.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Amount, Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { need, settle } from '../../domain/payments/settle.ts';
import { POOL_ONLY } from '../../domain/payments/split.ts';
import { sweep, sweptSplit, topologicalOrder } from '../../domain/payments/sweep.ts';
import { ZERO } from '../../domain/money/ratio.ts';
import { Refusal, refuse } from '../../domain/refusals.ts';
import { listHoldings } from '../../store/money/holdings.ts';
import type { Holding } from '../../store/money/holdings.ts';
import { book, listAccountBalances } from '../../store/money/ledger.ts';
import { dependencies } from '../../store/releases.ts';
import { findSweep, insertSweep } from '../../store/money/sweeps.ts';
import type { SweepMove } from '../../store/money/sweeps.ts';
import type { TrancheShare } from '../../store/money/payments.ts';
import { action } from '../action.ts';
import type { Sight, Situation } from '../action.ts';
import { returnAdvance } from '../payments/advance.ts';
import { incomeOf, receiverOf, takeIn, withoutRest } from '../payments/income.ts';
import type { Income } from '../payments/income.ts';
import { lastExchange } from '../payments/last-exchange.ts';
import { roomsOf } from '../payments/rooms.ts';
import { considerOpening } from '../releases/consider-opening.ts';
import { exchange, id } from '../shapes.ts';
import { mustKeep } from './keeper.ts';
import { knownRelease, knownWork } from './known-work.ts';
import { meantRelease } from './show-work.ts';

const body = z.strictObject({ work: id.optional(), exchange: exchange.optional() });
type Given = z.output<typeof body>['exchange'];

/**
 * What works hold for those that they build on goes there, along the graph of dependencies, each
 * release before all that it builds on; and gifts that came when nothing was owed go to what is
 * owed now. Without a second tax or host's share. What an upstream does not need comes back.
 *
 * @throws Refusal work-unknown, not-the-keeper, nothing-held, dependency-cycle, rate-too-old,
 *   exchange-unknown
 */
export const sweepWork = action({
  type: 'work.swept',
  body,
  texts: ({ exchange: given }) => [given?.source],
  async run({ id: sweepId, by, body: said }, situation) {
    const work = said.work === undefined ? null : await knownWork(situation.tx, said.work);
    await mustKeep(situation, by, work);
    const moves: SweepMove[] = [];
    const refusals: Refusal[] = [];
    // One currency without a fresh rate waits, whole; the rest goes on.
    const attempt = async (work: () => Promise<SweepMove | undefined>): Promise<void> => {
      const move = await situation.tx.savepoint(work).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.status >= 500) throw error;
        refusals.push(error);
      });
      if (move !== undefined) moves.push(move);
    };
    for (const release of await orderOf(situation)) {
      for (const holding of await holdingsOf(situation, release, said.work)) {
        const sweeping = { holding, given: said.exchange };
        await attempt(() => sweepHolding(situation, sweepId, sweeping));
      }
    }
    for (const gift of await giftsOf(situation, said.work)) {
      await attempt(() => useGift(situation, sweepId, { ...gift, given: said.exchange }));
    }
    const [first] = refusals;
    if (moves.length === 0 && first !== undefined) throw first;
    if (moves.length === 0) refuse('nothing-held');
    await insertSweep(situation.tx, { id: sweepId, moves, seq: situation.seq });
    for (const release of new Set(moves.map(({ to }) => to))) {
      await considerOpening(situation, release, null);
    }
  },
  answer: ({ id: sweepId }, sight) => showSweep(sight, sweepId),
});

async function orderOf({ tx }: Situation): Promise<string[]> {
  const all = await dependencies(tx);
  return topologicalOrder(all.map(({ release, upstream }) => ({ downstream: release, upstream })));
}

/** What a release holds now, which may have come to it in this very sweep. */
async function holdingsOf(
  { tx }: Situation,
  release: string,
  work: string | undefined,
): Promise<Holding[]> {
  const held = (await listHoldings(tx)).filter(({ downstream }) => downstream === release);
  if (work === undefined || held.length === 0) return held;
  return (await knownRelease(tx, release)).work === work ? held : [];
}

interface Sweeping {
  readonly holding: Holding;
  readonly given: Given;
}

async function sweepHolding(s: Situation, sweepId: string, sweeping: Sweeping): Promise<SweepMove> {
  const { holding } = sweeping;
  const upstream = await incomeInto(s, holding.upstream, sweeping);
  const rooms = await roomsOf(s, upstream, s.today);
  const split = sweptSplit(upstream.split);
  const holder = await incomeInto(s, holding.downstream, sweeping);
  const result = sweep({
    held: holding.minor,
    upstream: withoutRest(upstream, receiverOf(upstream, rooms.rooms, split)),
    holder: receiverOf(holder, {}),
  });
  const currency = upstream.currency;
  const of = (minor: bigint): Amount => amount(minor, currency);
  const given: TrancheShare[] = [];
  if (result.upstream !== undefined) {
    const taken = await takeIn(s, upstream, result.upstream, split);
    given.push(...taken.shares);
    const { parts } = result.upstream;
    await book(
      s.tx,
      headOf(s, sweepId),
      swept(holding.downstream, {
        work: upstream.work.id,
        release: upstream.release.id,
        reserve: of(parts.reserve),
        upstream: parts.upstream.map(({ release, minor }) => ({ release, amount: of(minor) })),
        pool: of(parts.pool),
        lowered: taken.lowered,
      }),
    );
    const refilled = result.upstream.deficit;
    await returnAdvance(s.tx, headOf(s, sweepId), { income: upstream, refilled });
  }
  given.push(...(await bringBack(s, sweepId, { holder, upstream: holding.upstream, result })));
  return {
    from: holding.downstream,
    to: holding.upstream,
    currency: holding.currency,
    moved: (result.upstream?.accepted ?? 0n).toString(),
    back: (result.back?.accepted ?? 0n).toString(),
    toReserve: result.toReserve.toString(),
    given,
  };
}

async function bringBack(
  s: Situation,
  sweepId: string,
  given: {
    readonly holder: Income;
    readonly upstream: string;
    readonly result: ReturnType<typeof sweep>;
  },
): Promise<readonly TrancheShare[]> {
  const { holder, result } = given;
  const rest = (result.back?.accepted ?? 0n) + result.toReserve;
  if (rest === 0n) return [];
  // What comes back to the pool was split before: it moves no running total of a split.
  const taken =
    result.back === undefined ? undefined : await takeIn(s, holder, result.back, POOL_ONLY);
  await book(
    s.tx,
    headOf(s, sweepId),
    sweptBack({
      holder: { work: holder.work.id, release: holder.release.id },
      upstream: given.upstream,
      pool: amount(result.back?.accepted ?? 0n, holder.currency),
      reserve: amount(result.toReserve, holder.currency),
      lowered: taken?.lowered ?? [],
    }),
  );
  const refilled = result.back?.deficit ?? 0n;
  await returnAdvance(s.tx, headOf(s, sweepId), { income: holder, refilled });
  return taken?.shares ?? [];
}

const headOf = ({ today, recordedAt, seq }: Situation, subject: string) => ({
  kind: 'work.swept',
  subject,
  happenedOn: today,
  writtenAt: recordedAt,
  seq,
});

/**
 * Where money goes that is held in a currency: at the day's rate, else at the one that held when
 * the money came in, else at the one that is given.
 */
async function incomeInto(
  s: Situation,
  release: string,
  { holding, given }: Sweeping,
): Promise<Income> {
  const asked = { release, currency: holding.currency, day: s.today };
  try {
    return await incomeOf(s, asked);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const kept = given ?? (await lastExchange(s, { ...holding, into: release }));
    if (kept === undefined) throw error;
    return incomeOf(s, { ...asked, given: kept });
  }
}

/** A gift that came when nothing was owed, and waits. */
interface Gift {
  readonly work: string;
  readonly currency: string;
  readonly minor: bigint;
}

async function giftsOf({ tx }: Situation, wanted: string | undefined): Promise<Gift[]> {
  const accounts = await listAccountBalances(tx, 'gift:');
  return accounts.flatMap(({ name, currency, balanceMinor }) => {
    const work = name.slice('gift:'.length);
    const isMeant = wanted === undefined || wanted === work;
    return isMeant && balanceMinor < 0n ? [{ work, currency, minor: -balanceMinor }] : [];
  });
}

/** A gift goes to what its work owes now; nothing moves where that is nothing. */
async function useGift(
  s: Situation,
  sweepId: string,
  { work, currency, minor, given }: Gift & { readonly given: Given },
): Promise<SweepMove | undefined> {
  const { id: release, status } = await meantRelease(s, work);
  if (status === 'open') return undefined;
  const income = await incomeOf(s, { release, currency, day: s.today, given });
  const receiver = { ...receiverOf(income, {}), split: POOL_ONLY, splitTotal: 0n, taxRate: ZERO };
  if (need(receiver) === 0n) return undefined;
  const settlement = settle({ ...receiver, offered: minor });
  const taken = await takeIn(s, income, settlement, POOL_ONLY);
  await book(
    s.tx,
    headOf(s, sweepId),
    giftUsed({
      work,
      release,
      amount: amount(settlement.accepted, income.currency),
      lowered: taken.lowered,
    }),
  );
  await returnAdvance(s.tx, headOf(s, sweepId), { income, refilled: settlement.deficit });
  const moved = settlement.accepted.toString();
  const from = giftAccount(work);
  const { shares } = taken;
  return { from, to: release, currency, moved, back: '0', toReserve: '0', given: shares };
}

/** One movement of a sweep, as answers show it. */
export const sweepAnswer = z.object({
  id: z.string(),
  moves: z.array(
    z.object({
      from: z.string().describe('The release that held it, or the account of gifts'),
      to: z.string().describe('The release that it was for'),
      moved: z.object({ amount: z.string(), currency: z.string() }),
      back: z.object({ amount: z.string(), currency: z.string() }),
      toReserve: z.object({ amount: z.string(), currency: z.string() }),
    }),
  ),
});
export type SweepAnswer = z.infer<typeof sweepAnswer>;

/** What a sweep moved. */
export async function showSweep(sight: Sight, sweepId: string): Promise<SweepAnswer> {
  const found = await findSweep(sight.tx, sweepId);
  if (found === undefined) throw new Error(`There is no sweep ${sweepId}.`);
  const moves = found.moves.map((move) => {
    const of = (minor: string): Money =>
      toMoney(amount(BigInt(minor), currencyOf(sight.currencies, move.currency)));
    return {
      from: move.from,
      to: move.to,
      moved: of(move.moved),
      back: of(move.back),
      toReserve: of(move.toReserve),
    };
  });
  return { id: found.id, moves };
}
