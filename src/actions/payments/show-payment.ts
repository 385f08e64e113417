import { accountOf } from '../../domain/ledger/accounts.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { findAgent } from '../../store/agents.ts';
import { findPayment, findReversalOf, listPaymentRows } from '../../store/money/payments.ts';
import type { PaymentRow, ReversalRow } from '../../store/money/payments.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import type { PaymentAnswer } from './answers.ts';

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
    excessTo: keeperOf(parts.surplus),
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
    seq: row.seq,
    status: reversal === undefined ? 'received' : 'reversed',
    reversal: reversal === undefined ? null : reversalOf(reversal, ofHome),
  };
}

/** Who has what was too much; the account where it was kept begins with the kind that it is. */
const keeperOf = (account: string | undefined): PaymentAnswer['excessTo'] => {
  if (account === undefined) return 'payer';
  return accountOf(account).kind === 'reserve' ? 'reserve' : 'gifts';
};

const reversalOf = (
  { id, reason, on, parts: { owed }, seq }: ReversalRow,
  ofHome: (minor: string) => Money,
): NonNullable<PaymentAnswer['reversal']> => ({
  id,
  reason,
  on,
  owed: owed === undefined ? null : ofHome(owed),
  seq,
});
