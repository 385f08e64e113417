import { z } from 'zod';
import { nameOf } from '../../domain/agents/name.ts';
import { addDays, parseDay } from '../../domain/effort/days.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { compare, ONE, parseDecimal, ZERO } from '../../domain/money/ratio.ts';
import { refuse } from '../../domain/refusals.ts';
import { findQuote, insertQuote } from '../../store/doors/quotes.ts';
import { action } from '../action.ts';
import { day, decimal, id, money, text } from '../shapes.ts';
import { workAndOwingRelease } from '../works/known-work.ts';
import { meantRelease } from '../works/show-work.ts';
import { showQuote } from './show-quote.ts';

/** For how many days a quote can hold. */
const DAYS_MAX = 366;

/**
 * Quotes an amount, tax included, to an organisation: what it would pay, and until when that
 * holds. It books nothing; paying it is a payment of its own.
 *
 * @throws Refusal id-reused, work-unknown, release-id-unknown, release-elsewhere, already-open,
 *   amount-malformed, amount-too-precise, amount-too-large, amount-not-positive,
 *   currency-unknown, tax-rate-out-of-range, date-malformed, expiry-out-of-range, name-missing
 */
export const makeQuote = action({
  type: 'quote.made',
  body: z.strictObject({
    work: id,
    /** The newest release that is not open, where none is named. */
    release: id.optional(),
    payer: z.strictObject({ name: text }),
    amount: money,
    /** A fraction: "0.1" is 10 %. */
    taxRate: decimal.optional(),
    validUntil: day,
    note: text.optional(),
    payTo: text.optional(),
  }),
  texts: ({ note, payTo }) => [note, payTo],
  async run({ id: quote, by, body }, { tx, seq, recordedAt, today, currencies }) {
    if ((await findQuote(tx, quote)) !== undefined) refuse('id-reused', { id: quote });
    const release = body.release ?? (await meantRelease({ tx }, body.work)).id;
    const found = await workAndOwingRelease(tx, { work: body.work, release });
    const currency = currencyOf(currencies, body.amount.currency);
    const { minor } = parseAmount(body.amount.amount, currency);
    if (minor <= 0n) refuse('amount-not-positive', { text: body.amount.amount });
    const validUntil = parseDay(body.validUntil);
    if (validUntil < today || validUntil > addDays(today, DAYS_MAX)) {
      refuse('expiry-out-of-range', { text: body.validUntil, days: DAYS_MAX });
    }
    await insertQuote(tx, {
      id: quote,
      work: found.work.id,
      release: found.release.id,
      payer: nameOf(body.payer.name),
      currency: currency.code,
      amountMinor: minor,
      taxRate: taxRateOf(body.taxRate),
      note: body.note ?? null,
      payTo: body.payTo ?? null,
      madeBy: by,
      madeAt: recordedAt,
      validUntil,
      seq,
    });
  },
  answer: ({ id: quote }, sight) => showQuote(sight, quote),
});

function taxRateOf(said: string | undefined): string | null {
  if (said === undefined) return null;
  const rate = parseDecimal(said);
  const isWithin = compare(rate, ZERO) >= 0 && compare(rate, ONE) <= 0;
  return isWithin ? said : refuse('tax-rate-out-of-range', { rate: said });
}
