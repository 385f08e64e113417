import { accepted, cancelled, paymentReceived } from '../../src/domain/ledger/bookings.ts';
import { growth, paymentReversed } from '../../src/domain/ledger/bookings.ts';
import type { Posting } from '../../src/domain/ledger/transfer.ts';
import * as ledger from '../../src/domain/ledger/tranche.ts';
import type { Claim, Tranche } from '../../src/domain/ledger/tranche.ts';
import { amount } from '../../src/domain/money/amount.ts';
import type { Amount } from '../../src/domain/money/amount.ts';
import { ratio, ZERO } from '../../src/domain/money/ratio.ts';
import type { Ratio } from '../../src/domain/money/ratio.ts';
import { reverse } from '../../src/domain/payments/reverse.ts';
import { need, settle } from '../../src/domain/payments/settle.ts';
import type { Settlement, Situation } from '../../src/domain/payments/settle.ts';
import type { Split } from '../../src/domain/payments/split.ts';

/** A release in memory, moved by the domain's own functions alone, with its books beside it. */
export interface Release {
  readonly split: Split;
  readonly tranches: Readonly<Record<string, { priority: number; state: Tranche }>>;
  readonly claims: readonly { readonly tranche: string; holder: number; claim: Claim }[];
  readonly splitTotals: Readonly<Record<string, bigint>>;
  readonly carries: Readonly<Record<string, Ratio>>;
  readonly deficits: Readonly<Record<string, bigint>>;
  readonly held: Readonly<Record<string, bigint>>;
  /** What tranches and refilled deficits took, by currency. */
  readonly poured: Readonly<Record<string, bigint>>;
  readonly payments: readonly { currency: string; settled: Settlement; reversed: boolean }[];
  readonly balances: ReadonlyMap<string, bigint>;
}

export const UPSTREAM = 'rel_up';
/** Home currency AUD; the others at a rate, in minor units of AUD for one of theirs. */
export const rates: Readonly<Record<string, Ratio>> = {
  EUR: ratio(16_643n, 10_000n),
  JPY: ratio(9_127n, 10_000n),
  KWD: ratio(487n, 1_000n),
};
const scales: Readonly<Record<string, number>> = { AUD: 2, EUR: 2, JPY: 0, KWD: 3 };
const money = (currency: string, minor: bigint): Amount =>
  amount(minor, { code: currency, scale: scales[currency] ?? 2 });

export function newRelease(split: Split, priorities: Readonly<Record<string, number>>): Release {
  const tranches = Object.entries(priorities).map(([id, priority]) => [
    id,
    { priority, state: ledger.openTranche('AUD') },
  ]);
  return {
    split,
    tranches: Object.fromEntries(tranches),
    claims: [],
    splitTotals: {},
    carries: {},
    deficits: {},
    held: {},
    poured: {},
    payments: [],
    balances: new Map(),
  };
}

export function situation(release: Release, currency: string, taxRate: Ratio): Situation {
  const rate = rates[currency];
  const dues = Object.entries(release.tranches).map(([id, { priority, state }]) => ({
    id,
    priority,
    outstanding: state.outstanding,
    ...(state.pace && { pace: state.pace }),
  }));
  return {
    currency,
    taxRate,
    split: release.split,
    splitTotal: release.splitTotals[currency] ?? 0n,
    rooms: { [UPSTREAM]: 100_000n - (release.held[currency] ?? 0n) },
    deficit: release.deficits[currency] ?? 0n,
    tranches: dues.filter(({ outstanding }) => outstanding > 0n),
    ...(rate && { conversion: { rate, carry: release.carries[currency] ?? ZERO } }),
  };
}

/** Pays; where nothing is owed the release stays as it is. */
export function receive(
  release: Release,
  currency: string,
  offered: bigint,
  taxRate: Ratio = ZERO,
): Release {
  const now = situation(release, currency, taxRate);
  if (need(now) === 0n) return release;
  const settled = settle({ ...now, offered });
  const tranches = { ...release.tranches };
  for (const { id, ...share } of settled.tranches) {
    const tranche = tranches[id];
    if (tranche) tranches[id] = { ...tranche, state: ledger.pay(tranche.state, share) };
  }
  const upstream = settled.parts.upstream[0]?.minor ?? 0n;
  const put = (kept: Readonly<Record<string, bigint>>, by: bigint): Record<string, bigint> => ({
    ...kept,
    [currency]: (kept[currency] ?? 0n) + by,
  });
  return booked(
    {
      ...release,
      tranches,
      splitTotals: { ...release.splitTotals, [currency]: settled.splitTotal },
      carries: { ...release.carries, ...(settled.carry && { [currency]: settled.carry }) },
      deficits: put(release.deficits, -settled.deficit),
      held: put(release.held, upstream),
      poured: put(release.poured, settled.parts.pool),
      payments: [...release.payments, { currency, settled, reversed: false }],
    },
    paymentReceived({
      ...partiesOf(currency, settled),
      lowered: settled.tranches.map(({ id, value }) => ({
        tranche: id,
        amount: money('AUD', value),
      })),
    }),
  );
}

/** Takes a payment back; it may be any that came in. */
export function bounce(release: Release, which: number): Release {
  const found = release.payments[which];
  if (found === undefined || found.reversed) return release;
  const { currency, settled } = found;
  const splitTotal = release.splitTotals[currency] ?? 0n;
  const held = { [UPSTREAM]: release.held[currency] ?? 0n };
  const back = reverse({ ...settled, split: release.split, splitTotal, held });
  const upstream = back.parts.upstream[0]?.minor ?? 0n;
  const put = (kept: Readonly<Record<string, bigint>>, by: bigint): Record<string, bigint> => ({
    ...kept,
    [currency]: (kept[currency] ?? 0n) + by,
  });
  return booked(
    {
      ...release,
      splitTotals: { ...release.splitTotals, [currency]: back.splitTotal },
      deficits: put(release.deficits, back.deficit),
      held: put(release.held, -upstream),
      poured: put(release.poured, -back.deficit),
      payments: release.payments.map((payment, index) =>
        index === which ? { ...payment, reversed: true } : payment,
      ),
    },
    paymentReversed(partiesOf(currency, back)),
  );
}

export function accept(release: Release, id: string, holder: number, minor: bigint): Release {
  const tranche = release.tranches[id];
  if (tranche === undefined || tranche.state.closed) return release;
  const joined = ledger.join(tranche.state, minor);
  return booked(
    {
      ...release,
      tranches: { ...release.tranches, [id]: { ...tranche, state: joined.tranche } },
      claims: [...release.claims, { tranche: id, holder, claim: joined.claim }],
    },
    accepted({ release: 'rel_1', tranche: id, amount: money('AUD', minor) }),
  );
}

export function withdraw(release: Release, which: number): Release {
  const chosen = release.claims[which];
  const tranche = chosen && release.tranches[chosen.tranche];
  if (!chosen || !tranche || tranche.state.closed || chosen.claim.exit) return release;
  const left = ledger.cancel(tranche.state, chosen.claim);
  const claims = release.claims.map((held) =>
    held === chosen ? { ...held, claim: left.claim } : held,
  );
  const tranches = { ...release.tranches, [chosen.tranche]: { ...tranche, state: left.tranche } };
  const remainder = money('AUD', left.remainder);
  const postings = cancelled({ release: 'rel_1', tranche: chosen.tranche, amount: remainder });
  return booked({ ...release, claims, tranches }, postings);
}

export function delay(release: Release, id: string, minor: bigint): Release {
  const tranche = release.tranches[id];
  if (!tranche || tranche.state.outstanding === 0n) return release;
  const tranches = {
    ...release.tranches,
    [id]: { ...tranche, state: ledger.grow(tranche.state, minor) },
  };
  const amountGrown = money('AUD', minor);
  return booked(
    { ...release, tranches },
    growth({ release: 'rel_1', tranche: id, amount: amountGrown }),
  );
}

/** What holders have earned in a tranche, each with all claims together, summed. */
export function earnedIn(release: Release, currency: string): bigint {
  let sum = 0n;
  for (const [id, { state }] of Object.entries(release.tranches)) {
    const here = release.claims.filter(({ tranche }) => tranche === id);
    for (const holder of new Set(here.map((claim) => claim.holder))) {
      const claims = here.filter((claim) => claim.holder === holder).map(({ claim }) => claim);
      sum += ledger.earned(state, claims, currency);
    }
  }
  return sum;
}

function partiesOf(
  currency: string,
  { tax, excess, parts }: Pick<Settlement, 'tax' | 'excess' | 'parts'>,
) {
  return {
    work: 'work_1',
    release: 'rel_1',
    payer: 'agent_1',
    tax: money(currency, tax),
    excess: money(currency, excess),
    host: money(currency, parts.host),
    reserve: money(currency, parts.reserve),
    upstream: parts.upstream.map(({ release, minor }) => ({
      release,
      amount: money(currency, minor),
    })),
    pool: money(currency, parts.pool),
  };
}

function booked(release: Release, postings: readonly Posting[]): Release {
  const balances = new Map(release.balances);
  for (const { account, amount: moved } of postings) {
    const place = `${account} ${moved.currency.code}`;
    balances.set(place, (balances.get(place) ?? 0n) + moved.minor);
  }
  return { ...release, balances };
}
