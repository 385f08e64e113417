import { betweenMinorUnits } from '../../domain/effort/exchange.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { multiply, parseDecimal, ratio } from '../../domain/money/ratio.ts';
import { roundHalfEven } from '../../domain/money/rounding.ts';
import type { StoredQuote } from '../../store/doors/quotes.ts';
import { findPayment, findReversalOf } from '../../store/money/payments.ts';
import type { PaymentRow } from '../../store/money/payments.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import type { QuoteAnswer } from './answers.ts';

/** What came in for a quote. Amounts are minor units of the quote's currency. */
export interface Received {
  readonly payments: QuoteAnswer['payments'];
  /** All that came in and did not go back. */
  readonly minor: bigint;
  /** The payment that is to be sent: another one, or, where all is paid, the last one again. */
  readonly next: { readonly id: string; readonly minor: bigint };
}

/**
 * The id of the nth payment of a quote, from 1. Whoever books what they have looked at twice, or
 * two who look at the same time, send the same id, so it is booked once.
 */
const paymentIdOf = (quote: string, nth: number): string =>
  `pay_${quote.replace(/^quo_/, '')}${nth === 1 ? '' : `.${nth}`}`;

/** What came in for a quote, found by the ids of its payments. */
export async function receivedOf(sight: Sight, quote: StoredQuote): Promise<Received> {
  const payments: QuoteAnswer['payments'] = [];
  const whole = quote.amountMinor;
  let minor = 0n;
  let last = { id: '', minor: whole };
  for (let nth = 1; ; nth += 1) {
    const id = paymentIdOf(quote.id, nth);
    const row = await findPayment(sight.tx, id);
    const next = { id, minor: whole - minor };
    if (row === undefined) return { payments, minor, next: minor < whole ? next : last };
    // Whoever books a payment chooses its id: one for another work is none of this quote.
    if (row.work !== quote.work) continue;
    const isReversed = (await findReversalOf(sight.tx, id)) !== undefined;
    payments.push({
      id,
      on: row.body.on,
      offered: toMoney(amount(row.offeredMinor, currencyOf(sight.currencies, row.currency))),
      status: isReversed ? 'reversed' : 'received',
      opened: row.opened,
    });
    if (isReversed) continue;
    last = next;
    minor += await worthOf(sight, row, { of: quote, left: whole - minor });
  }
}

/**
 * What a payment brings of a quote: at the rate by which it was booked, where it came in another
 * currency than quoted. A quote that is not in the work's currency knows of no such rate: it is
 * paid then, as whoever booked it took it for.
 */
async function worthOf(
  { tx, currencies }: Sight,
  { currency, offeredMinor, release, body }: PaymentRow,
  { of: quote, left }: { readonly of: StoredQuote; readonly left: bigint },
): Promise<bigint> {
  if (currency === quote.currency) return offeredMinor;
  if (body.exchange === null || quote.currency !== (await currencyOfRelease(tx, release))) {
    return left;
  }
  const [foreign, home] = [
    currencyOf(currencies, currency),
    currencyOf(currencies, quote.currency),
  ];
  const rate = betweenMinorUnits(parseDecimal(body.exchange.rate), foreign, home);
  return roundHalfEven(multiply(ratio(offeredMinor), rate));
}
