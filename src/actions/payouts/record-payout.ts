import { z } from 'zod';
import { accountOf, poolAccount } from '../../domain/ledger/accounts.ts';
import { deficitAdvanced, paidOut } from '../../domain/ledger/bookings.ts';
import { checkedDays } from '../../domain/effort/days.ts';
import { amount, formatAmount, parseAmount } from '../../domain/money/amount.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { balanceOf, book } from '../../store/money/ledger.ts';
import { findPayout, insertPayout } from '../../store/money/payouts.ts';
import type { PayoutPart } from '../../store/money/payouts.ts';
import { findPool } from '../../store/money/pools.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { day, id, money, text } from '../shapes.ts';
import { mustKeep } from '../works/keeper.ts';
import { knownRelease } from '../works/known-work.ts';
import { duesOf } from './due.ts';
import type { Due } from './due.ts';
import { showPayout } from './show-payout.ts';

/**
 * Money was paid out to an agent: what they earned, oldest work first, then a host's share, then
 * what they had paid too much. It never moves money itself; it says that somebody did.
 *
 * @throws Refusal agent-unknown, amount-malformed, amount-too-precise, amount-not-positive,
 *   currency-unknown, date-malformed, date-in-future, payout-exceeds, payout-waits, not-the-keeper
 */
export const recordPayout = action({
  type: 'payout.recorded',
  body: z.strictObject({
    to: id,
    amount: money,
    on: day.optional(),
    reference: text.optional(),
    evidence: text.optional().describe('Where the receipt is.'),
  }),
  lines: ({ reference, evidence }) => [reference, evidence],
  async run({ id: payout, by, body }, situation) {
    const { tx, today, seq, currencies } = situation;
    if ((await findPayout(tx, payout)) !== undefined) refuse('id-reused', { id: payout });
    const agent = await knownAgent(tx, body.to);
    const wanted = parseAmount(body.amount.amount, currencyOf(currencies, body.amount.currency));
    if (wanted.minor <= 0n) refuse('amount-not-positive', { text: body.amount.amount });
    const on =
      body.on === undefined ? today : checkedDays({ from: body.on, to: body.on }, today).from;
    const dues = (await duesOf(situation, agent.id)).filter(
      (due) => due.currency === wanted.currency.code,
    );
    const parts = partsOf(dues, wanted, agent.name);
    for (const { source } of parts) {
      await mustKeep(situation, by, dues.find((due) => due.source === source)?.work ?? null);
    }
    await insertPayout(tx, {
      id: payout,
      agent: agent.id,
      currency: wanted.currency.code,
      amountMinor: wanted.minor,
      on,
      reference: body.reference ?? null,
      evidence: body.evidence ?? null,
      parts,
      seq,
    });
    for (const part of parts) {
      await advance(situation, { payout, on, part, of: wanted });
      await book(
        tx,
        headOf(situation, payout, on),
        paidOut(part.source, amount(part.amountMinor, wanted.currency)),
      );
    }
  },
  answer: ({ id: payout }, sight) => showPayout(sight, payout),
});

const headOf = ({ recordedAt, seq }: Situation, subject: string, happenedOn: string) => ({
  kind: 'payout.recorded',
  subject,
  happenedOn,
  writtenAt: recordedAt,
  seq,
});

/** From which accounts a sum comes: in the order of the dues, each as far as it reaches. */
function partsOf(dues: readonly Due[], wanted: Amount, name: string): PayoutPart[] {
  const currency = wanted.currency.code;
  const due = dues.reduce((sum, { minor }) => sum + minor, 0n);
  const waiting = dues.reduce((sum, { waitingMinor }) => sum + waitingMinor, 0n);
  if (wanted.minor > due) {
    const said = { name, currency, due: formatAmount(amount(due, wanted.currency)) };
    if (wanted.minor <= due + waiting) {
      refuse('payout-waits', { ...said, waiting: formatAmount(amount(waiting, wanted.currency)) });
    }
    refuse('payout-exceeds', { ...said, amount: formatAmount(wanted) });
  }
  let left = wanted.minor;
  const parts: PayoutPart[] = [];
  for (const { source, minor } of dues) {
    const taken = minor < left ? minor : left;
    if (taken > 0n) parts.push({ source, amountMinor: taken });
    left -= taken;
  }
  return parts;
}

/** Where the pool is short and that is agreed, the reserve advances what is missing. */
async function advance(
  situation: Situation,
  { payout, on, part, of }: { payout: string; on: string; part: PayoutPart; of: Amount },
): Promise<void> {
  const { tx } = situation;
  const { kind, ids } = accountOf(part.source);
  const [release] = ids;
  if (kind !== 'pool' || release === undefined) return;
  const pool = await findPool(tx, release, of.currency.code);
  if (pool.deficitMinor === 0n) return;
  const held = -(await balanceOf(tx, poolAccount(release), of.currency.code));
  const short = part.amountMinor - (held > 0n ? held : 0n);
  if (short <= 0n) return;
  const { work } = await knownRelease(tx, release);
  await book(
    tx,
    headOf(situation, payout, on),
    deficitAdvanced({ work, release, amount: amount(short, of.currency) }),
  );
}
