import { taxIn } from '../../domain/payments/tax.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { parseDecimal } from '../../domain/money/ratio.ts';
import { refuse } from '../../domain/refusals.ts';
import { findAgent } from '../../store/agents.ts';
import { findQuote, quotesOf } from '../../store/doors/quotes.ts';
import type { StoredQuote } from '../../store/doors/quotes.ts';
import { findNode } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';
import type { QuoteAnswer, QuoteShown } from './answers.ts';
import { receivedOf } from './received.ts';
import type { Received } from './received.ts';

/**
 * A quote, as whoever has its link may see it.
 *
 * @throws Refusal quote-unknown
 */
export async function showQuote(sight: Sight, id: string): Promise<QuoteAnswer> {
  return answerOf(sight, (await findQuote(sight.tx, id)) ?? refuse('quote-unknown', { id }));
}

/**
 * A quote, and the name of the node that it is from.
 *
 * @throws Refusal quote-unknown
 */
export async function showQuoteFrom(
  sight: Sight,
  id: string,
): Promise<QuoteAnswer & Pick<QuoteShown, 'nodeName'>> {
  const nodeName = (await findNode(sight.tx))?.name ?? sight.node.id;
  return { ...(await showQuote(sight, id)), nodeName };
}

/**
 * The quotes for a work, in the order in which they were made.
 *
 * @throws Refusal work-unknown
 */
export async function listQuotes(sight: Sight, work: string): Promise<{ items: QuoteAnswer[] }> {
  const { id } = await knownWork(sight.tx, work);
  const items: QuoteAnswer[] = [];
  for (const one of await quotesOf(sight.tx, id)) items.push(await answerOf(sight, one));
  return { items };
}

async function answerOf(sight: Sight, it: StoredQuote): Promise<QuoteAnswer> {
  const { tx, currencies } = sight;
  const currency = currencyOf(currencies, it.currency);
  const money = (minor: bigint) => toMoney(amount(minor, currency));
  const tax = it.taxRate === null ? 0n : taxIn(it.amountMinor, parseDecimal(it.taxRate));
  const { work, release, taxRate } = it;
  const received = await receivedOf(sight, it);
  return {
    id: it.id,
    work,
    title: (await knownWork(tx, work)).title,
    release,
    number: (await knownRelease(tx, release)).number,
    payer: it.payer,
    amount: money(it.amountMinor),
    taxRate,
    tax: money(tax),
    net: money(it.amountMinor - tax),
    note: it.note,
    payTo: it.payTo,
    from: (await findAgent(tx, it.madeBy))?.name ?? it.madeBy,
    madeAt: it.madeAt,
    validUntil: it.validUntil,
    status: statusOf(sight, it, received),
    received: money(received.minor),
    left: money(received.minor < it.amountMinor ? it.amountMinor - received.minor : 0n),
    payments: received.payments,
    payment: {
      id: received.next.id,
      body: {
        work,
        release,
        amount: money(received.next.minor),
        payer: { name: it.payer },
        ...(taxRate === null ? {} : { taxRate }),
      },
    },
  };
}

function statusOf(
  { today }: Sight,
  { amountMinor, validUntil }: StoredQuote,
  { payments, minor }: Received,
): QuoteAnswer['status'] {
  if (minor >= amountMinor) return 'paid';
  if (minor > 0n) return 'part-paid';
  if (payments.length > 0) return 'reversed';
  return validUntil < today ? 'expired' : 'valid';
}
