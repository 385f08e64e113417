import type { Exchange } from '../../domain/effort/exchange.ts';
import { formatRatio } from '../../domain/money/ratio.ts';
import type { PaymentBody } from '../../store/money/payments.ts';

/** Digits after the point with which a rate of exchange is kept and shown. */
const RATE_PLACES = 12;

/** An exchange as a payment keeps it. */
export const exchangeText = (rate: Exchange | null): PaymentBody['exchange'] =>
  rate === null
    ? null
    : { rate: formatRatio(rate.rate, RATE_PLACES), source: rate.named, date: rate.date };

/** A sum that is kept only where there is one, in minor units. */
export const kept = <K extends string>(name: K, minor: bigint): Partial<Record<K, string>> =>
  minor === 0n ? {} : ({ [name]: minor.toString() } as Record<K, string>);
