import { z } from 'zod';

/** A kind of contribution as answers show it. */
export const kindAnswer = z.object({
  /** The kind's name in commands and acts. */
  id: z.string(),
  name: z.string(),
  measure: z.enum(['time', 'money', 'use', 'energy']),
  units: z.array(z.string()),
  rateSource: z.enum(['terms', 'agreed', 'price']),
  /** How many pieces of evidence it needs at least. */
  evidenceMin: z.number().int(),
  /** Whether agreed factors may apply. */
  factors: z.boolean(),
  /** True for one that the node's people added. */
  own: z.boolean(),
});
export type KindAnswer = z.infer<typeof kindAnswer>;

export const kindList = z.object({ items: z.array(kindAnswer) });
