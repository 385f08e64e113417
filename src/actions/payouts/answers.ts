import { z } from 'zod';
import { listOf, moneyAnswer } from '../shapes.ts';

/** A payout that was made. */
export const payoutAnswer = z.object({
  id: z.string(),
  to: z.string(),
  name: z.string(),
  amount: moneyAnswer,
  on: z.string(),
  reference: z.string().nullable(),
  /** Where the receipt is. */
  evidence: z.string().nullable(),
  /** The accounts of the ledger that it came from. */
  parts: z.array(z.object({ account: z.string(), amount: moneyAnswer })),
});
export type PayoutAnswer = z.infer<typeof payoutAnswer>;

/** What somebody has to receive now, in one currency. */
export const dueAnswer = z.object({
  agent: z.string(),
  name: z.string(),
  kind: z.enum(['earnings', 'host', 'refund']),
  /** What can be paid out now. */
  amount: moneyAnswer,
  /** What waits because a payment went back. */
  waiting: moneyAnswer,
  works: z.array(z.object({ work: z.string(), title: z.string(), amount: moneyAnswer })),
});
export type DueAnswer = z.infer<typeof dueAnswer>;

/** Who gets what now, and what was paid out before. */
export const payoutList = z.object({
  due: z.array(dueAnswer),
  recorded: z.array(payoutAnswer),
  next: z.string().optional(),
});
export type PayoutListAnswer = z.infer<typeof payoutList>;

export const recordedPayouts = listOf(payoutAnswer);
