import { z } from 'zod';
import { previewAnswer } from '../payments/answers.ts';
import { listOf, moneyAnswer } from '../shapes.ts';

/** A payment that was booked for a quote. */
const quotePayment = z.object({
  id: z.string(),
  on: z.string(),
  /** What came in, in its own currency. */
  offered: moneyAnswer,
  status: z.enum(['received', 'reversed']),
  opened: z.boolean(),
});

/** A quote for an organisation. amount = tax + net = received + left, but where more came in. */
export const quoteAnswer = z.object({
  id: z.string(),
  work: z.string(),
  title: z.string(),
  release: z.string(),
  number: z.number().int(),
  payer: z.string(),
  amount: moneyAnswer,
  taxRate: z.string().nullable(),
  tax: moneyAnswer,
  net: moneyAnswer,
  note: z.string().nullable(),
  /** How the payer is to pay: an account, an address, a number for tax. */
  payTo: z.string().nullable(),
  /** Who made it. */
  from: z.string(),
  madeAt: z.string(),
  validUntil: z.string(),
  status: z.enum(['valid', 'expired', 'part-paid', 'paid', 'reversed']),
  /** What came in for it and did not go back, in the quote's currency. */
  received: moneyAnswer,
  left: moneyAnswer,
  payments: z.array(quotePayment),
  /** The payment that brings what is left: its id, and the body to send; once paid, the last. */
  payment: z.object({ id: z.string(), body: z.record(z.string(), z.unknown()) }),
});
export type QuoteAnswer = z.infer<typeof quoteAnswer>;

export const quoteList = listOf(quoteAnswer);

/** What a payment of what is left would do today, or what its payments did; names nobody. */
export const quotePays = previewAnswer
  .pick({
    offered: true,
    accepted: true,
    excess: true,
    excessTo: true,
    taxRate: true,
    tax: true,
    net: true,
    split: true,
    deficit: true,
    shares: true,
    owed: true,
    paid: true,
  })
  .extend({ opens: z.boolean() });
export type QuotePays = z.infer<typeof quotePays>;

/**
 * A quote with what it pays, or paid; null where a payment would be refused now, and why, and where
 * several payments paid it: each of them says what it did.
 */
export const quoteShown = quoteAnswer.extend({
  /** Whose node it is from, for whoever has its link alone. */
  nodeName: z.string(),
  pays: quotePays.nullable(),
  refused: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
export type QuoteShown = z.infer<typeof quoteShown>;
