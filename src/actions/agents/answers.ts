import { z } from 'zod';
import { listOf } from '../shapes.ts';

/** An agent as answers show it. */
export const agentAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'organisation', 'machine']),
  publicKey: z.string().nullable().describe('The first of its keys that lives.'),
  keptByNode: z.boolean().describe('Whether the node keeps a key of its that lives.'),
  responsible: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  unclaimed: z.boolean(),
  claimedBy: z.string().nullable(),
});
export type AgentAnswer = z.infer<typeof agentAnswer>;

export const agentList = listOf(agentAnswer);

const entryAt = z.object({ entry: z.number().int(), at: z.string() });

/** A key of an agent as answers show it. */
export const keyAnswer = z.object({
  publicKey: z.string(),
  agent: z.string(),
  name: z.string().nullable().describe('As its holder calls it; the first has none.'),
  keptByNode: z.boolean(),
  since: entryAt.describe('The entry that brought it.'),
  ended: entryAt.nullable().describe('The entry that ended it.'),
  reason: z.string().nullable(),
});
export type KeyAnswer = z.infer<typeof keyAnswer>;

/** Whether a key signs here; whose it is stays unsaid. */
export const keyStanding = z.object({ status: z.enum(['unknown', 'lives', 'ended']) });
export type KeyStanding = z.infer<typeof keyStanding>;

export const keyList = z.object({ items: z.array(keyAnswer) });
