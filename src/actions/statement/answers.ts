import { z } from 'zod';
import { moneyAnswer } from '../shapes.ts';

const lists = {
  obligation: z.array(moneyAnswer),
  owed: z.array(moneyAnswer),
  earned: z.array(moneyAnswer),
  received: z.array(moneyAnswer),
  outstanding: z.array(moneyAnswer),
};

/** One contribution on a statement. */
export const gaveAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  quantity: z.string(),
  unit: z.string(),
  on: z.object({ from: z.string(), to: z.string() }),
  what: z.string(),
  status: z.string(),
  obligation: moneyAnswer,
});

/** What an agent gave, earned, received and is still owed in one release of a work. */
export const statementWork = z.object({
  work: z.string(),
  title: z.string(),
  release: z.string(),
  number: z.number().int(),
  status: z.enum(['owing', 'open']),
  gave: z.array(gaveAnswer),
  obligation: moneyAnswer,
  owed: moneyAnswer,
  earned: z.array(moneyAnswer),
  received: z.array(moneyAnswer),
  outstanding: z.array(moneyAnswer),
});

/** An agent's statement; the lists at the top have one entry a currency, over all works. */
export const statementAnswer = z.object({
  agent: z.string(),
  name: z.string(),
  /** The days between which contributions are listed; the sums are as of now. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  ...lists,
  works: z.array(statementWork),
  payouts: z.array(
    z.object({
      id: z.string(),
      on: z.string(),
      amount: moneyAnswer,
      reference: z.string().nullable(),
    }),
  ),
});
export type StatementAnswer = z.infer<typeof statementAnswer>;
