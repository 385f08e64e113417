import { z } from 'zod';
import { checkedDays } from '../../domain/effort/days.ts';
import { exactText } from '../../domain/effort/workings.ts';
import { giftReceived, paymentReceived, surplusKept } from '../../domain/ledger/bookings.ts';
import { giftAccount, reserveAccount } from '../../domain/ledger/accounts.ts';
import { amount, formatAmount, parseAmount } from '../../domain/money/amount.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { ONE, ZERO, compare, parseDecimal } from '../../domain/money/ratio.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import { settle } from '../../domain/payments/settle.ts';
import type { Settlement } from '../../domain/payments/settle.ts';
import { splitKey } from '../../domain/payments/split.ts';
import { refuse } from '../../domain/refusals.ts';
import { book } from '../../store/money/ledger.ts';
import { findPayment, insertPayment } from '../../store/money/payments.ts';
import { action } from '../action.ts';
import type { ActOf, Situation } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { releaseFigures } from '../claims/figures.ts';
import { considerStanding } from '../releases/consider-opening.ts';
import { day, decimal, exchange, id, money, text } from '../shapes.ts';
import { mustKeep } from '../works/keeper.ts';
import { meantRelease } from '../works/show-work.ts';
import { knownWork, workAndRelease } from '../works/known-work.ts';
import { returnAdvance } from './advance.ts';
import { incomeFor, receiverOf, takeIn, withoutRest } from './income.ts';
import type { Income, TakenIn } from './income.ts';
import { exchangeText, kept } from './kept.ts';
import { payerNamed } from './payer.ts';
import { roomsOf } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { showPayment } from './show-payment.ts';

const body = z
  .strictObject({
    work: id,
    /** The newest release that is not open, where none is named. */
    release: id.optional(),
    amount: money,
    from: id.optional(),
    payer: z.strictObject({ name: text }).optional(),
    on: day.optional(),
    /** A fraction: "0.1" is 10 %. */
    taxRate: decimal.optional(),
    exchange: exchange.optional(),
    gift: z.boolean().optional(),
  })
  .refine(({ from, payer }) => (from === undefined) !== (payer === undefined), {
    message: 'either from (an agent) or payer (a name)',
  });
type Body = z.output<typeof body>;

/** A payment that was read and checked, before it is settled. */
interface Incoming {
  readonly offered: Amount;
  readonly on: string;
  readonly taxRate: Ratio;
  readonly payer: string;
  readonly gift: boolean;
  readonly income: Income;
  readonly rooms: Rooms;
}

/**
 * A payment comes in: tax, then host, reserve, upstream and pool side by side, then the claims.
 * Only what is owed is accepted; the rest is owed back to the payer. The payment that meets the
 * threshold opens the release, in the same transaction.
 *
 * @throws Refusal not-the-keeper, work-unknown, release-id-unknown,
 *   release-elsewhere, agent-unknown,
 *   amount-malformed, amount-too-precise, amount-too-large, amount-not-positive, currency-unknown,
 *   date-malformed, date-in-future, tax-rate-out-of-range, rate-too-old, exchange-unknown,
 *   gifts-only, deficit-elsewhere, nothing-owed
 */
export const receivePayment = action({
  type: 'payment.received',
  body,
  texts: ({ exchange: given }) => [given?.source],
  async run(act, situation) {
    if ((await findPayment(situation.tx, act.id)) !== undefined)
      refuse('id-reused', { id: act.id });
    const incoming = await read(act, situation);
    await mustKeep(situation, act.by, incoming.income.work);
    const settlement = await settled(situation, incoming);
    if (settlement === undefined) return keepGift(act.id, situation, incoming);
    const taken = await takeIn(situation, incoming.income, settlement);
    await bookPayment(act.id, situation, { incoming, settlement, taken });
    await writePayment(act.id, situation, { incoming, settlement, taken });
  },
  answer: ({ id: payment }, sight) => showPayment(sight, payment),
});

async function read({ id: paymentId, body: said }: ActOf<Body>, s: Situation): Promise<Incoming> {
  const { work, release } = await meant(s, said);
  const currency = currencyOf(s.currencies, said.amount.currency);
  const offered = parseAmount(said.amount.amount, currency);
  if (offered.minor <= 0n) refuse('amount-not-positive', { text: said.amount.amount });
  const on = dayOf(said.on, s.today);
  const income = await incomeFor(s, {
    work,
    release,
    currency: currency.code,
    day: on,
    given: said.exchange,
  });
  const payer =
    said.from === undefined
      ? await payerNamed(s, { payment: paymentId, name: said.payer?.name ?? '' })
      : (await knownAgent(s.tx, said.from)).id;
  return {
    offered,
    on,
    taxRate: taxRateOf(said.taxRate),
    payer,
    gift: said.gift ?? false,
    income,
    rooms: await roomsOf(s, income, on),
  };
}

async function meant(s: Situation, said: Body): Promise<Pick<Income, 'work' | 'release'>> {
  if (said.release !== undefined) {
    return workAndRelease(s.tx, { work: said.work, release: said.release });
  }
  const work = await knownWork(s.tx, said.work);
  return { work, release: await meantRelease(s, work.id) };
}

const dayOf = (said: string | undefined, today: string): string =>
  said === undefined ? today : checkedDays({ from: said, to: said }, today).from;

function taxRateOf(said: string | undefined): Ratio {
  if (said === undefined) return ZERO;
  const rate = parseDecimal(said);
  const inRange = compare(rate, ZERO) >= 0 && compare(rate, ONE) <= 0;
  return inRange ? rate : refuse('tax-rate-out-of-range', { rate: said });
}

/** The settlement; undefined for a gift where nothing is owed. */
async function settled(
  s: Situation,
  { offered, taxRate, income, rooms, gift }: Incoming,
): Promise<Settlement | undefined> {
  const receiver = receiverOf(income, rooms.rooms);
  const { tranches } = gift ? receiver : withoutRest(income, receiver);
  const nothing = tranches.length === 0 && receiver.deficit === 0n;
  if (nothing && gift) return undefined;
  if (nothing && receiver.tranches.length > 0) {
    refuse('gifts-only', { release: income.release.id });
  }
  if (nothing) await mustHaveNoDeficit(s, income);
  return settle({ ...receiver, tranches, taxRate, offered: offered.minor });
}

/**
 * A deficit is refilled in its own currency alone: those who earned it are paid in it, and the
 * node exchanges nothing.
 */
async function mustHaveNoDeficit(s: Situation, { release, currency }: Income): Promise<void> {
  const { deficits } = await releaseFigures(s, release.id);
  if (deficits.length === 0) return;
  const missing = deficits.map((one) => `${formatAmount(one)} ${one.currency.code}`).join(', ');
  refuse('deficit-elsewhere', { currency: currency.code, missing });
}

interface Settled {
  readonly incoming: Incoming;
  readonly settlement: Settlement;
  readonly taken: TakenIn;
}

async function bookPayment(paymentId: string, s: Situation, done: Settled): Promise<void> {
  const { incoming, settlement, taken } = done;
  const { currency, work, release } = incoming.income;
  const of = (minor: bigint): Amount => amount(minor, currency);
  const excess = of(settlement.excess);
  const postings = paymentReceived({
    work: work.id,
    release: release.id,
    payer: incoming.payer,
    tax: of(settlement.tax),
    excess,
    host: of(settlement.parts.host),
    reserve: of(settlement.parts.reserve),
    upstream: settlement.parts.upstream.map((part) => ({
      release: part.release,
      amount: of(part.minor),
    })),
    pool: of(settlement.parts.pool),
    lowered: taken.lowered,
  });
  const head = {
    kind: 'payment.received',
    subject: paymentId,
    happenedOn: incoming.on,
    writtenAt: s.recordedAt,
    seq: s.seq,
  };
  await book(s.tx, head, postings);
  await returnAdvance(s.tx, head, { income: incoming.income, refilled: settlement.deficit });
  const account = keptIn(incoming, settlement);
  if (account !== null) await book(s.tx, head, surplusKept(incoming.payer, account, excess));
}

/** The account that keeps what was not needed; none where it is owed back to the payer. */
function keptIn(
  { gift, income: { work, terms } }: Incoming,
  settlement: Settlement,
): string | null {
  if (settlement.excess === 0n || (terms?.surplus === 'return' && !gift)) return null;
  return terms?.surplus === 'reserve' && !gift ? reserveAccount(work.id) : giftAccount(work.id);
}

async function writePayment(paymentId: string, s: Situation, done: Settled): Promise<void> {
  const { incoming, settlement, taken } = done;
  const { work, release, terms, pool, home } = incoming.income;
  const figures = await releaseFigures(s, release.id, home.code);
  const opened = await considerStanding(s, { release, terms, figures }, paymentId);
  const { parts } = settlement;
  const surplus = keptIn(incoming, settlement);
  await insertPayment(s.tx, {
    id: paymentId,
    work: work.id,
    release: release.id,
    payer: incoming.payer,
    currency: incoming.offered.currency.code,
    offeredMinor: incoming.offered.minor,
    acceptedMinor: settlement.accepted,
    excessMinor: settlement.excess,
    taxMinor: settlement.tax,
    body: bodyOf(incoming),
    parts: {
      host: parts.host.toString(),
      reserve: parts.reserve.toString(),
      upstream: parts.upstream.map((part) => ({
        release: part.release,
        minor: part.minor.toString(),
        ...kept('short', settlement.short[part.release] ?? 0n),
        exchange: exchangeText(incoming.rooms.exchanges[part.release] ?? null),
      })),
      pool: parts.pool.toString(),
      refilled: settlement.deficit.toString(),
      ...kept('refilledValue', pool.deficitValueMinor - taken.pool.deficitValueMinor),
      tranches: taken.shares,
      split: splitKey(incoming.income.split),
      owed: figures.owed.minor.toString(),
      paid: figures.paid.minor.toString(),
      ...(surplus === null ? {} : { surplus }),
    },
    opened,
    seq: s.seq,
  });
}

const bodyOf = (incoming: Incoming) => ({
  on: incoming.on,
  taxRate: compare(incoming.taxRate, ZERO) === 0 ? null : exactText(incoming.taxRate),
  exchange: exchangeText(incoming.income.exchange),
  gift: incoming.gift,
});

/** A gift where nothing is owed: it is kept for what the work will owe. */
async function keepGift(paymentId: string, s: Situation, incoming: Incoming): Promise<void> {
  const { work, release } = incoming.income;
  const zero = { host: '0', reserve: '0', upstream: [], pool: '0', refilled: '0' };
  const figures = await releaseFigures(s, release.id);
  await book(
    s.tx,
    {
      kind: 'payment.received',
      subject: paymentId,
      happenedOn: incoming.on,
      writtenAt: s.recordedAt,
      seq: s.seq,
    },
    giftReceived({ work: work.id, amount: incoming.offered }),
  );
  await insertPayment(s.tx, {
    id: paymentId,
    work: work.id,
    release: release.id,
    payer: incoming.payer,
    currency: incoming.offered.currency.code,
    offeredMinor: incoming.offered.minor,
    acceptedMinor: incoming.offered.minor,
    excessMinor: 0n,
    taxMinor: 0n,
    body: bodyOf(incoming),
    parts: {
      ...zero,
      tranches: [],
      split: splitKey(incoming.income.split),
      owed: figures.owed.minor.toString(),
      paid: figures.paid.minor.toString(),
    },
    opened: false,
    seq: s.seq,
  });
}
