import { z } from 'zod';
import { listOf, moneyAnswer } from '../shapes.ts';

/** What one agent earned of a payment. */
export const partAnswer = z.object({
  agent: z.string(),
  name: z.string(),
  amount: moneyAnswer,
  /** What they were still owed before it and after it, in the work's currency. */
  owedBefore: moneyAnswer,
  owedAfter: moneyAnswer,
  /** What they had earned in its currency before it; all earned is rounded down as one sum. */
  earnedBefore: moneyAnswer,
});
export type PaymentPart = z.infer<typeof partAnswer>;

/** Who earned what of a payment, and what of all that came in nobody has earned yet. */
export const partsAnswer = z.object({
  payment: z.string(),
  parts: z.array(partAnswer),
  dust: moneyAnswer,
  /** The shares by which it was split: parts of one, as decimals. */
  shares: z.object({
    host: z.string(),
    reserve: z.string(),
    upstream: z.array(z.object({ release: z.string(), share: z.string() })),
    pool: z.string(),
  }),
  /** What went to claims of the pool's part, and what all of them were owed before it. */
  toClaims: moneyAnswer,
  owedBefore: moneyAnswer,
  /** Among how many tranches: within one, each claim gets the same part of what it is owed. */
  tranches: z.number().int(),
});
export type PartsAnswer = z.infer<typeof partsAnswer>;

/** A payment. offered = accepted + excess; accepted = tax + the parts of the split. */
export const paymentAnswer = z.object({
  id: z.string(),
  work: z.string(),
  release: z.string(),
  from: z.string(),
  name: z.string(),
  on: z.string(),
  offered: moneyAnswer,
  accepted: moneyAnswer,
  excess: moneyAnswer,
  /** Who has what was too much: the payer, or where the agreement, or a gift, keeps it. */
  excessTo: z.enum(['payer', 'reserve', 'gifts']),
  taxRate: z.string().nullable(),
  tax: moneyAnswer,
  net: moneyAnswer,
  split: z.object({
    host: moneyAnswer,
    reserve: moneyAnswer,
    upstream: z.array(z.object({ release: z.string(), amount: moneyAnswer })),
    pool: moneyAnswer,
  }),
  /** Part of the pool's share that refilled what a reversal had left missing. */
  deficit: moneyAnswer,
  exchange: z
    .object({ rate: z.string(), source: z.string(), date: z.string() })
    .nullable()
    .describe("Units of the work's currency for one of the payment's"),
  gift: z.boolean(),
  /** What the release still owed, and had been paid, after this payment. */
  owed: moneyAnswer,
  paid: moneyAnswer,
  opened: z.boolean(),
  status: z.enum(['received', 'reversed']),
  /** The entry of the record that booked it. */
  seq: z.number().int(),
  /** `owed`: what the release owed after it, where that was noted. */
  reversal: z
    .object({
      id: z.string(),
      reason: z.string(),
      on: z.string(),
      owed: moneyAnswer.nullable(),
      seq: z.number().int(),
    })
    .nullable(),
});
export type PaymentAnswer = z.infer<typeof paymentAnswer>;

/** What a payment would do, and how each part of it is come by. */
export const previewAnswer = paymentAnswer.extend(partsAnswer.omit({ payment: true }).shape);
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const paymentList = listOf(paymentAnswer);

/** A reversal: what went back, and what the pool is missing now. */
export const reversalAnswer = z.object({
  id: z.string(),
  payment: z.string(),
  reason: z.string(),
  on: z.string(),
  amount: moneyAnswer,
  tax: moneyAnswer,
  host: moneyAnswer,
  reserve: moneyAnswer,
  deficit: moneyAnswer,
  status: z.literal('reversed'),
});
export type ReversalAnswer = z.infer<typeof reversalAnswer>;
