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

/**
 * A work as everybody may see it: nothing of anybody who has not agreed to it. `figures` is null
 * where the sums would be those of one person who has not agreed to be shown.
 */
export const publicWork = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  status: z.enum(['owing', 'open']),
  licence: z.string(),
  openedAt: z.string().nullable(),
  figures: z
    .object({
      obligation: moneyAnswer,
      owed: moneyAnswer,
      paid: moneyAnswer,
      opensWhen: opensWhenAnswer,
    })
    .nullable(),
  /** Names and aliases, in the order of the alphabet: not of what is owed. */
  people: z.array(z.string()),
  /** How many others take part. */
  others: z.number().int(),
});
export type PublicWork = z.infer<typeof publicWork>;
