import { z } from 'zod';
import { checkedDays } from '../../domain/effort/days.ts';
import { giftAccount, heldAccount } from '../../domain/ledger/accounts.ts';
import { paidOut, paymentReversed, surplusReturned } from '../../domain/ledger/bookings.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { betweenMinorUnits } from '../../domain/effort/exchange.ts';
import { ONE, multiply, parseDecimal, ratio } from '../../domain/money/ratio.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import { roundHalfEven } from '../../domain/money/rounding.ts';
import { reverse } from '../../domain/payments/reverse.ts';
import type { Reversal } from '../../domain/payments/reverse.ts';
import { splitFromKey } from '../../domain/payments/split.ts';
import { refuse } from '../../domain/refusals.ts';
import { balanceOf, book } from '../../store/money/ledger.ts';
import { findReversalOf, insertReversal } from '../../store/money/payments.ts';
import type { PaymentRow } from '../../store/money/payments.ts';
import { findPool, savePool } from '../../store/money/pools.ts';
import type { PoolRow } from '../../store/money/pools.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import { action } from '../action.ts';
import type { Sight, Situation } from '../action.ts';
import { releaseFigures } from '../claims/figures.ts';
import { day, id, text } from '../shapes.ts';
import type { ReversalAnswer } from './answers.ts';
import { knownWork } from '../works/known-work.ts';
import { mustKeep } from '../works/keeper.ts';
import { knownPayment } from './show-payment.ts';

/**
 * The money of a payment went back: a chargeback, a bounced transfer. Nobody's earnings change; the
 * pool is short by what the claims had been given, and refills that before any tranche. What is
 * open stays open. A gift that no claim had part in goes back out of the work's gifts.
 *
 * @throws Refusal payment-unknown, not-the-keeper, already-reversed, reversal-reason-missing,
 *   date-malformed, date-in-future
 */
export const reversePayment = action({
  type: 'payment.reversed',
  body: z.strictObject({ payment: id, reason: text, on: day.optional() }),
  texts: ({ reason }) => [reason],
  async run(act, situation) {
    const { tx, today, seq } = situation;
    const { body } = act;
    if (body.reason.trim() === '') refuse('reversal-reason-missing');
    const on =
      body.on === undefined ? today : checkedDays({ from: body.on, to: body.on }, today).from;
    const payment = await knownPayment(situation, body.payment);
    await mustKeep(situation, act.by, await knownWork(tx, payment.work));
    const before = await findReversalOf(tx, payment.id);
    if (before !== undefined) refuse('already-reversed', { id: payment.id, reversal: before.id });
    const takeBack = wasKept(payment) ? giftBack : partsBack;
    const given = await takeBack(situation, { id: act.id, on, payment });
    const { owed } = await releaseFigures(situation, payment.release);
    const parts = { ...given, owed: owed.minor.toString() };
    const reason = body.reason.trim();
    await insertReversal(tx, { id: act.id, payment: payment.id, reason, on, parts, seq });
  },
  answer: ({ id: _, body }, sight) => showReversal(sight, body.payment),
});

interface Returned {
  readonly id: string;
  readonly on: string;
  readonly payment: PaymentRow;
}

/** Whether it was a gift that was kept, as nothing was owed. */
const wasKept = ({ body, parts, taxMinor }: PaymentRow): boolean => {
  const shares = [parts.host, parts.reserve, parts.pool, ...parts.upstream.map((up) => up.minor)];
  return body.gift && taxMinor === 0n && shares.every((minor) => minor === '0');
};

/** Out of the gifts, even where they have been given on since: later ones make up for it. */
async function giftBack(s: Situation, { id: subject, on, payment }: Returned) {
  const of = amount(payment.offeredMinor, currencyOf(s.currencies, payment.currency));
  const head = headOf(s, { id: subject, on });
  await book(s.tx, head, paidOut(giftAccount(payment.work), of));
  return { host: '0', reserve: '0', upstream: [], deficit: '0', deficitValue: '0' };
}

/** Out of all that had part in it. */
async function partsBack(s: Situation, { id: subject, on, payment }: Returned) {
  const pool = await findPool(s.tx, payment.release, payment.currency);
  const reversal = await reversed(s, payment, pool);
  const value = await valueOf(s, payment, reversal.deficit);
  await savePool(s.tx, {
    ...pool,
    splitTotals: { ...pool.splitTotals, [payment.parts.split]: reversal.splitTotal },
    deficitMinor: pool.deficitMinor + reversal.deficit,
    deficitValueMinor: pool.deficitValueMinor + value,
  });
  await bookReversal(s, { id: subject, on, payment, reversal });
  const { host, reserve, upstream } = reversal.parts;
  return {
    host: host.toString(),
    reserve: reserve.toString(),
    upstream: upstream.map(({ release, minor }) => ({ release, minor: minor.toString() })),
    deficit: reversal.deficit.toString(),
    deficitValue: value.toString(),
  };
}

const headOf = (
  { recordedAt, seq }: Situation,
  { id: subject, on }: Omit<Returned, 'payment'>,
) => ({
  kind: 'payment.reversed',
  subject,
  happenedOn: on,
  writtenAt: recordedAt,
  seq,
});

async function reversed(s: Situation, payment: PaymentRow, pool: PoolRow): Promise<Reversal> {
  const held: Record<string, bigint> = {};
  const short: Record<string, bigint> = {};
  for (const { release, short: had = '0' } of payment.parts.upstream) {
    short[release] = BigInt(had);
    held[release] = -(await balanceOf(
      s.tx,
      heldAccount(payment.release, release),
      payment.currency,
    ));
  }
  return reverse({
    split: splitFromKey(payment.parts.split),
    splitTotal: pool.splitTotals[payment.parts.split] ?? 0n,
    tax: payment.taxMinor,
    net: payment.acceptedMinor - payment.taxMinor,
    excess: payment.excessMinor,
    held,
    short,
  });
}

/**
 * What a deficit is worth in the work's currency: what the payment was to the claims and to an
 * earlier deficit, and at its own rate what comes on top, as an upstream has it. Never more than
 * has been paid: owed and paid stay within the obligation.
 */
async function valueOf(s: Situation, payment: PaymentRow, deficit: bigint): Promise<bigint> {
  const { parts } = payment;
  const pool = BigInt(parts.pool);
  const given = parts.tranches.reduce(
    (sum, share) => sum + BigInt(share.value),
    BigInt(parts.refilledValue ?? '0'),
  );
  const rate = await rateOf(s, payment);
  const value =
    deficit < pool
      ? roundHalfEven(ratio(given * deficit, pool))
      : given + roundHalfEven(multiply(ratio(deficit - pool), rate));
  const { paid } = await releaseFigures(s, payment.release);
  return value < paid.minor ? value : paid.minor;
}

/** Minor units of the work's currency for one of the payment's. */
async function rateOf(s: Situation, { body, release, currency }: PaymentRow): Promise<Ratio> {
  if (body.exchange === null) return ONE;
  const home = currencyOf(s.currencies, await currencyOfRelease(s.tx, release));
  const foreign = currencyOf(s.currencies, currency);
  return betweenMinorUnits(parseDecimal(body.exchange.rate), foreign, home);
}

async function bookReversal(
  s: Situation,
  done: {
    readonly id: string;
    readonly on: string;
    readonly payment: PaymentRow;
    readonly reversal: Reversal;
  },
): Promise<void> {
  const { payment, reversal } = done;
  const currency = currencyOf(s.currencies, payment.currency);
  const of = (minor: bigint): Amount => amount(minor, currency);
  const head = headOf(s, done);
  await book(
    s.tx,
    head,
    paymentReversed({
      work: payment.work,
      release: payment.release,
      payer: payment.payer,
      tax: of(reversal.tax),
      excess: of(reversal.excess),
      host: of(reversal.parts.host),
      reserve: of(reversal.parts.reserve),
      upstream: reversal.parts.upstream.map(({ release, minor }) => ({
        release,
        amount: of(minor),
      })),
      pool: of(reversal.parts.pool),
    }),
  );
  const { surplus } = payment.parts;
  if (surplus !== undefined) {
    // What the account has given away since then the payer goes on owing.
    const kept = -(await balanceOf(s.tx, surplus, payment.currency));
    const back = kept < reversal.excess ? kept : reversal.excess;
    if (back > 0n) await book(s.tx, head, surplusReturned(payment.payer, surplus, of(back)));
  }
}

/** The reversal of a payment. @throws Refusal payment-unknown, payment-not-reversed */
export async function showReversal(sight: Sight, paymentId: string): Promise<ReversalAnswer> {
  const payment = await knownPayment(sight, paymentId);
  const reversal =
    (await findReversalOf(sight.tx, paymentId)) ??
    refuse('payment-not-reversed', { id: paymentId });
  const currency = currencyOf(sight.currencies, payment.currency);
  const of = (minor: bigint | string) => toMoney(amount(BigInt(minor), currency));
  return {
    id: reversal.id,
    payment: payment.id,
    reason: reversal.reason,
    on: reversal.on,
    amount: of(payment.offeredMinor),
    tax: of(payment.taxMinor),
    host: of(reversal.parts.host),
    reserve: of(reversal.parts.reserve),
    deficit: of(reversal.parts.deficit),
    status: 'reversed',
  };
}
