import { z } from 'zod';
import { listOf } from '../shapes.ts';

/** A currency as answers show it. */
export const currencyAnswer = z.object({
  code: z.string(),
  scale: z.number().int(),
  name: z.string().nullable(),
  /** True for one that the node's people added beside ISO 4217. */
  own: z.boolean(),
  /** True where its rate to the euro is published, so that it is exchanged without being asked. */
  quoted: z.boolean(),
});
export type CurrencyAnswer = z.infer<typeof currencyAnswer>;

export const currencyList = listOf(currencyAnswer);
