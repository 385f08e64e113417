import { z } from 'zod';
import { listOf } from '../shapes.ts';

const party = z.object({ agent: z.string(), name: z.string() });

/** One changed term, before and after. */
export const termChange = z.object({
  clause: z.number().int(),
  key: z.string(),
  was: z.unknown(),
  becomes: z.unknown(),
  saidWas: z.string(),
  saysNow: z.string(),
  /** Whether all claim holders of the release must sign the change. */
  locked: z.boolean(),
});

/** One version of an agreement. */
export const agreementAnswer = z.object({
  id: z.string(),
  work: z.string(),
  release: z.string(),
  version: z.number().int(),
  preset: z.string(),
  /** The one object of terms: flat dotted keys. */
  terms: z.record(z.string(), z.unknown()),
  termsHash: z.string(),
  templateHash: z.string(),
  textHash: z.string(),
  /** What a layperson reads, made from the terms: the same bytes each time. */
  text: z.string(),
  signed: z.array(party.extend({ at: z.string() })),
  unsigned: z.array(party),
  /** `replaced`: a draft that nobody has signed, after which another was made. */
  status: z.enum(['in-force', 'waiting', 'draft', 'replaced']),
  /** Whether the release follows it in what it has but once, and is amended from it. */
  governs: z.boolean(),
  /** Claim holders without whose signature it does not hold. */
  waitsFor: z.array(party),
  /** Number of the version that `changes` compares with; null for the first. */
  changesFrom: z.number().int().nullable(),
  /** What it changes in the newest version before it that is in force, else in the one before. */
  changes: z.array(termChange),
});
export type AgreementAnswer = z.infer<typeof agreementAnswer>;

export const agreementLine = agreementAnswer.omit({
  terms: true,
  text: true,
  changesFrom: true,
  changes: true,
});
export type AgreementLine = z.infer<typeof agreementLine>;

export const agreementList = listOf(agreementLine);
