import { z } from 'zod';
import { listOf, moneyAnswer } from '../shapes.ts';

/** An account's balance in one currency. Debits are above zero, credits below. */
export const accountAnswer = z.object({
  account: z.string(),
  class: z.enum(['asset', 'liability', 'equity']),
  balance: moneyAnswer,
  entries: z.number().int(),
  /** Of a pool: what it lacks since a payment went back, until what comes in has refilled it. */
  missing: moneyAnswer.optional(),
  /** What the ids in its name are called: works with the release and tranche, people. */
  of: z.array(
    z.object({
      name: z.string(),
      release: z.number().int().nullable(),
      tranche: z.number().int().nullable(),
    }),
  ),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const accountList = listOf(accountAnswer).extend({
  /** The sum of all accounts of each currency: always nothing. */
  sums: z.array(moneyAnswer),
});
export type AccountList = z.infer<typeof accountList>;

/** One entry of a transfer, with the account's balance before and after it. */
export const entryAnswer = z.object({
  account: z.string(),
  amount: moneyAnswer,
  before: moneyAnswer,
  after: moneyAnswer,
  version: z.number().int(),
});

/** A transfer: balanced in each currency, written once, corrected only by another. */
export const transferAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  subject: z.string(),
  /** Who paid or was paid, or what was given, where that can be said. */
  about: z.string().nullable(),
  /** Kind of the contribution that it books, which is its name where it has no words. */
  given: z.string().nullable(),
  on: z.string(),
  writtenAt: z.string(),
  /** Number of the record entry that caused it. */
  entry: z.number().int(),
  entries: z.array(entryAnswer),
});
export type TransferAnswer = z.infer<typeof transferAnswer>;

export const transferList = listOf(transferAnswer).extend({
  /** How many entries stand before those of the first transfer; said where `skip` was. */
  at: z.number().int().optional(),
  /** How many entries fit altogether; said where `skip` was. */
  total: z.number().int().optional(),
});
export type TransferList = z.infer<typeof transferList>;
