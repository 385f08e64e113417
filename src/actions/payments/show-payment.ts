import { decodeTranche, earned } from '../../domain/ledger/tranche.ts';
import type { Claim } from '../../domain/ledger/tranche.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { findAgent, namesOf } from '../../store/agents.ts';
import { listClaimsOfTranche } from '../../store/money/claims.ts';
import type { ClaimRow } from '../../store/money/claims.ts';
import { findPayment, findReversalOf, listPaymentRows } from '../../store/money/payments.ts';
import type { PaymentRow } from '../../store/money/payments.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import type { PartsAnswer, PaymentAnswer, PreviewAnswer } from './answers.ts';

/**
 * A payment: what was offered, accepted, taxed, and how the rest was divided.
 *
 * @throws Refusal payment-unknown
 */
export async function showPayment(sight: Sight, id: string): Promise<PaymentAnswer> {
  return answerOf(sight, await knownPayment(sight, id));
}

/** The payment of an id. @throws Refusal payment-unknown */
export async function knownPayment(sight: Pick<Sight, 'tx'>, id: string): Promise<PaymentRow> {
  return (await findPayment(sight.tx, id)) ?? refuse('payment-unknown', { id });
}

/** Payments in the order in which they came; `after` is the id of the last one seen. */
export async function listPayments(
  sight: Sight,
  filter: {
    readonly work?: string | undefined;
    readonly release?: string | undefined;
    readonly from?: string | undefined;
    readonly after?: string | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<{ items: PaymentAnswer[]; next?: string }> {
  const limit = filter.limit ?? 100;
  const after =
    filter.after === undefined ? undefined : (await knownPayment(sight, filter.after)).seq;
  const rows = await listPaymentRows(sight.tx, {
    work: filter.work,
    release: filter.release,
    payer: filter.from,
    after,
    limit: limit + 1,
  });
  const items: PaymentAnswer[] = [];
  for (const row of rows.slice(0, limit)) items.push(await answerOf(sight, row));
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last.id } : { items };
}

async function answerOf(sight: Sight, row: PaymentRow): Promise<PaymentAnswer> {
  const currency = currencyOf(sight.currencies, row.currency);
  const home = currencyOf(sight.currencies, await currencyOfRelease(sight.tx, row.release));
  const of = (minor: bigint | string): Money => toMoney(amount(BigInt(minor), currency));
  const ofHome = (minor: string): Money => toMoney(amount(BigInt(minor), home));
  const reversal = await findReversalOf(sight.tx, row.id);
  const { parts, body } = row;
  return {
    id: row.id,
    work: row.work,
    release: row.release,
    from: row.payer,
    name: (await findAgent(sight.tx, row.payer))?.name ?? row.payer,
    on: body.on,
    offered: of(row.offeredMinor),
    accepted: of(row.acceptedMinor),
    excess: of(row.excessMinor),
    taxRate: body.taxRate,
    tax: of(row.taxMinor),
    net: of(row.acceptedMinor - row.taxMinor),
    split: {
      host: of(parts.host),
      reserve: of(parts.reserve),
      upstream: parts.upstream.map(({ release, minor }) => ({ release, amount: of(minor) })),
      pool: of(parts.pool),
    },
    deficit: of(parts.refilled),
    exchange: body.exchange,
    gift: body.gift,
    owed: ofHome(parts.owed),
    paid: ofHome(parts.paid),
    opened: row.opened,
    status: reversal === undefined ? 'received' : 'reversed',
    reversal:
      reversal === undefined ? null : { id: reversal.id, reason: reversal.reason, on: reversal.on },
  };
}

/** A payment together with who earned what of it. @throws Refusal payment-unknown */
export async function showPaymentWithParts(sight: Sight, id: string): Promise<PreviewAnswer> {
  const { parts, dust } = await paymentParts(sight, id);
  return { ...(await showPayment(sight, id)), parts, dust };
}

/**
 * Who earned what of a payment: for each holder what all of their claims had earned after it, less
 * what they had before. Dust is what its tranches had received by then and nobody had earned.
 * Computed when somebody asks, for all holders; never on the payment's path.
 *
 * @throws Refusal payment-unknown
 */
export async function paymentParts(sight: Sight, id: string): Promise<PartsAnswer> {
  const row = await knownPayment(sight, id);
  const currency = currencyOf(sight.currencies, row.currency);
  const gains = new Map<string, bigint>();
  let dust = 0n;
  for (const share of row.parts.tranches) {
    const [before, after] = [decodeTranche(share.before), decodeTranche(share.after)];
    dust += BigInt(share.received);
    for (const [agent, claims] of await claimsAt(sight, share.tranche, row.seq)) {
      const had = earned(before, claims, row.currency);
      const has = earned(after, claims, row.currency);
      gains.set(agent, (gains.get(agent) ?? 0n) + has - had);
      dust -= has;
    }
  }
  const names = await namesOf(sight.tx, gains.keys());
  const parts = [...gains]
    .map(([agent, minor]) => ({ agent, name: names.get(agent) ?? agent, minor }))
    .toSorted((left, right) => compareParts(left, right));
  return {
    payment: id,
    parts: parts.map(({ agent, name, minor }) => ({
      agent,
      name,
      amount: toMoney(amount(minor, currency)),
    })),
    dust: toMoney(amount(dust, currency)),
  };
}

interface Part {
  readonly name: string;
  readonly agent: string;
  readonly minor: bigint;
}

const compareParts = (left: Part, right: Part): number => {
  if (left.minor !== right.minor) return left.minor > right.minor ? -1 : 1;
  return `${left.name}\n${left.agent}` < `${right.name}\n${right.agent}` ? -1 : 1;
};

/**
 * The claims of each holder that were in a tranche at an entry of the record, as they were then.
 */
async function claimsAt(sight: Sight, tranche: string, seq: number): Promise<Map<string, Claim[]>> {
  const holders = new Map<string, Claim[]>();
  for (const row of await listClaimsOfTranche(sight.tx, tranche)) {
    if (row.seq >= seq) continue;
    const claims = holders.get(row.agent) ?? [];
    claims.push(asThen(row, seq));
    holders.set(row.agent, claims);
  }
  return holders;
}

const asThen = ({ claim, exitSeq }: ClaimRow, seq: number): Claim => {
  if (exitSeq === null || exitSeq < seq) return claim;
  const { exit: _, ...before } = claim;
  return before;
};
