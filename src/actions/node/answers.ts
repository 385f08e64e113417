import { z } from 'zod';
import { agentAnswer } from '../agents/answers.ts';

/** The node itself. */
export const nodeAnswer = z.object({
  id: z.string(),
  name: z.string(),
  foundedAt: z.string(),
  /** The machine agent that signs what follows from acts. */
  agent: agentAnswer,
  owner: agentAnswer,
});
export type NodeAnswer = z.infer<typeof nodeAnswer>;
