import { z } from 'zod';
import { reviewStages } from '../../domain/contributions/silence.ts';
import { listOf, moneyAnswer } from '../shapes.ts';

export const contributionStatus = z.enum([
  'draft',
  'submitted',
  'accepted',
  'rejected',
  'withdrawn',
  'cancelled',
]);

/** What one reviewer said. */
export const reviewAnswer = z.object({
  id: z.string(),
  agent: z.string(),
  name: z.string(),
  verdict: z.enum(['accepted', 'rejected']),
  reason: z.string().nullable(),
  criterion: z.string().nullable(),
  at: z.string(),
});

/** How far the review of a line has come that was handed in (clause 11). */
export const reviewStandingAnswer = z.object({
  /** Some are asked; after a silence all are; after that silence it is a case, never a no. */
  stage: z.enum(reviewStages),
  /** First day of the stage, and its last; null where it does not end by itself. */
  since: z.string(),
  until: z.string().nullable(),
});
export type ReviewStandingAnswer = z.infer<typeof reviewStandingAnswer>;

/** Where an imported line came from. */
export const importedFrom = z.object({
  id: z.string(),
  format: z.string(),
  source: z.string(),
  key: z.string(),
});

/** A contribution as lists show it. */
export const contributionLine = z.object({
  id: z.string(),
  work: z.string(),
  release: z.string(),
  agent: z.string(),
  name: z.string(),
  kind: z.string(),
  quantity: z.string(),
  unit: z.string(),
  on: z.object({ from: z.string(), to: z.string() }),
  what: z.string().nullable(),
  status: contributionStatus,
  /** True while hours are estimated and their author has not confirmed them. */
  estimate: z.boolean(),
  /** The version of the agreement that it is under; null until its author signs one. */
  agreement: z.string().nullable(),
  /** Null where nothing values it yet. Before acceptance: what it would come to. */
  cost: moneyAnswer.nullable(),
  obligation: moneyAnswer.nullable(),
  gift: z.boolean(),
  paid: moneyAnswer.nullable(),
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  import: importedFrom.nullable(),
});
export type ContributionLine = z.infer<typeof contributionLine>;

/** A contribution in a list of contributions: with what is owed of it, and who reviewed it. */
export const listedContribution = contributionLine.extend({
  /** What is still to be paid of it; null before acceptance. */
  owed: moneyAnswer.nullable(),
  reviewers: z.array(reviewAnswer.pick({ agent: true, name: true, verdict: true })),
  /** Null unless it waits for review. */
  review: reviewStandingAnswer.nullable(),
});
export type ListedContribution = z.infer<typeof listedContribution>;

/** A contribution whole. */
export const contributionAnswer = contributionLine.extend({
  classification: z.string().nullable(),
  rate: moneyAnswer.nullable(),
  exchange: z.object({ rate: z.string(), source: z.string() }).nullable(),
  exclusive: z.boolean(),
  urgent: z.boolean(),
  depreciation: moneyAnswer.nullable(),
  evidence: z.array(z.string()),
  /** What is still to be paid of it; null before acceptance. */
  owed: moneyAnswer.nullable(),
  /** Its part of what its author has earned, one entry a currency; empty before acceptance. */
  earned: z.array(moneyAnswer),
  reviews: z.array(reviewAnswer),
  /** Who took it back or gave up the rest of it, and why; null otherwise. */
  ended: z
    .object({ by: z.string(), name: z.string(), reason: z.string().nullable(), at: z.string() })
    .nullable(),
  /** How many acceptances it needs altogether. */
  reviewsNeeded: z.number().int(),
  /** Null unless it waits for review; `asked`: who may review it, and has said nothing yet. */
  review: reviewStandingAnswer
    .extend({ asked: z.array(z.object({ agent: z.string(), name: z.string() })) })
    .nullable(),
  /** Lines of the same person for the same days. */
  overlaps: z.array(z.string()),
  /** Why it has no value yet, where it has none. */
  unvalued: z.string().nullable(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type ContributionAnswer = z.infer<typeof contributionAnswer>;

export const contributionList = listOf(listedContribution).extend({
  /** How many fit altogether; said where `skip` was. */
  total: z.number().int().optional(),
});

/** How a value was computed, step by step. */
export const workingsAnswer = z.object({
  id: z.string(),
  contribution: contributionLine,
  obligation: moneyAnswer,
  cost: moneyAnswer,
  workings: z.record(z.string(), z.unknown()),
});
export type WorkingsAnswer = z.infer<typeof workingsAnswer>;

/** What became of an import, line by line. */
export const importAnswer = z.object({
  id: z.string(),
  work: z.string(),
  release: z.string(),
  format: z.string(),
  source: z.string(),
  taken: z.array(
    z.object({
      line: z.number().int(),
      id: z.string(),
      agent: z.string(),
      name: z.string(),
      quantity: z.string(),
      unit: z.string(),
      on: z.object({ from: z.string(), to: z.string() }),
    }),
  ),
  replaced: z.array(z.object({ line: z.number().int(), id: z.string(), replaces: z.string() })),
  skipped: z.array(z.object({ line: z.number().int(), reason: z.string(), text: z.string() })),
  /** Lines that were there already, word for word. */
  unchanged: z.number().int(),
  /** Authors whom nobody knew: names without a key until somebody claims them. */
  authors: z.array(z.object({ id: z.string(), name: z.string(), unclaimed: z.boolean() })),
  notes: z.array(z.string()),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
