import { z } from 'zod';
import { listOf } from '../shapes.ts';

/** An agent as answers show it. */
export const agentAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'organisation', 'machine']),
  publicKey: z.string().nullable(),
  keptByNode: z.boolean(),
  responsible: z.string().nullable(),
  jurisdiction: z.string().nullable(),
  unclaimed: z.boolean(),
  claimedBy: z.string().nullable(),
});
export type AgentAnswer = z.infer<typeof agentAnswer>;

export const agentList = listOf(agentAnswer);
