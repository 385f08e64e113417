import { z } from 'zod';
import { moneyAnswer } from '../shapes.ts';

const list = z.array(moneyAnswer);

const lists = {
  obligation: list,
  owed: list,
  earned: list,
  received: list,
  outstanding: list,
};

/**
 * What happened in the days of a period. What stood before it, with what happened in it, is what
 * stands at its end: owed = before.owed + accepted + grown - cancelled - paid, and
 * outstanding = before.outstanding + earned - received.
 */
const periodOf = <M extends z.ZodType>(one: M) =>
  z.object({
    before: z.object({
      obligation: one,
      owed: one,
      earned: list,
      received: list,
      outstanding: list,
    }),
    accepted: one,
    /** Growth for delay, as the agreement has it. */
    grown: one,
    cancelled: one,
    /** By how much payments lowered what is owed. */
    paid: one,
    earned: list,
    received: list,
  });

/** One contribution on a statement. */
export const gaveAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  quantity: z.string(),
  unit: z.string(),
  on: z.object({ from: z.string(), to: z.string() }),
  what: z.string(),
  status: z.string(),
  /** The day on which it was accepted, where something is owed for it. */
  acceptedOn: z.string().nullable(),
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
  period: periodOf(moneyAnswer).nullable(),
});

/**
 * An agent's statement; the lists at the top have one entry a currency, over all works. All sums
 * are as of the end of the last day, today where none is named.
 */
export const statementAnswer = z.object({
  agent: z.string(),
  name: z.string(),
  /** The first and the last day; null for the beginning, and for today. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  ...lists,
  /** Null where no days are named. */
  period: periodOf(list).nullable(),
  works: z.array(statementWork),
  payouts: z.array(
    z.object({
      id: z.string(),
      on: z.string(),
      amount: moneyAnswer,
      reference: z.string().nullable(),
      evidence: z.string().nullable(),
    }),
  ),
});
export type StatementAnswer = z.infer<typeof statementAnswer>;
