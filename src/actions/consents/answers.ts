import { z } from 'zod';
import { moneyAnswer } from '../shapes.ts';
import { opensWhenAnswer } from '../works/answers.ts';

/** What somebody lets the public page of a work say of them. */
export const shown = ['name', 'alias', 'none'] as const;

/** A consent as answers show it; `none` where nothing was said. */
export const consentAnswer = z.object({
  work: z.string(),
  agent: z.string(),
  show: z.enum(shown),
  alias: z.string().nullable(),
  givenAt: z.string().nullable(),
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

/** Who pays what for a work before it opens; free where there is no price. */
const offer = z.object({
  /** Such as `person` or `student`, which most works know. */
  id: z.string(),
  name: z.string(),
  price: moneyAnswer.nullable(),
  per: z.enum(['once', 'year', 'seat', 'use']),
});

/** What was agreed on that concerns everybody. */
const agreed = z.object({
  /** The part of what is owed that must be paid before it opens, a decimal. */
  threshold: z.string(),
  /** Who pays what; empty where each payment is agreed with its payer. */
  offers: z.array(offer),
  /** People depend on it for their rights, and so never pay. */
  rightsWork: z.boolean(),
  /** Where money goes that is beyond what is owed. */
  surplus: z.enum(['return', 'next-release', 'reserve']),
});

/**
 * A work as everybody may see it: nothing of anybody who has not agreed to it. `figures` is null
 * where the sums would be those of one person who has not agreed to be shown.
 */
export const publicWork = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  node: z.object({ id: z.string(), name: z.string() }),
  /** Number of the release that is shown. */
  release: z.number().int(),
  status: z.enum(['owing', 'open']),
  licence: z.string(),
  openedAt: z.string().nullable(),
  /** Earlier releases that are open to everyone already. */
  openBefore: z.array(z.object({ number: z.number().int(), licence: z.string() })),
  figures: z
    .object({
      obligation: moneyAnswer,
      owed: moneyAnswer,
      /** Part of `owed` that refills what a reversal took. */
      refill: moneyAnswer,
      paid: moneyAnswer,
      opensWhen: opensWhenAnswer,
    })
    .nullable(),
  /** How many have given something that was accepted. */
  makers: z.number().int(),
  /** Names and aliases of those, in the order of the alphabet: not of what is owed. */
  people: z.array(z.string()),
  /** How many more of them have given something. */
  others: z.number().int(),
  /** Null where no agreement is in force yet. */
  agreed: agreed.nullable(),
  /** The newest signed checkpoint of the node's record, a signed note (C2SP); null before any. */
  checkpoint: z.string().nullable(),
});
export type PublicWork = z.infer<typeof publicWork>;
