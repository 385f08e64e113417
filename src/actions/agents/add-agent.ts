import { z } from 'zod';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { writeAgent } from './new-agent.ts';
import { showAgent } from './show-agent.ts';

/**
 * Adds a person, an organisation or a machine with its own key. Names need not be unique.
 *
 * @throws Refusal as `writeAgent`
 */
export const addAgent = action({
  type: 'agent.added',
  body: z.strictObject({
    name: text,
    kind: z.string().max(40),
    publicKey: z.string().max(200),
    keptByNode: z.boolean(),
    responsible: id.optional(),
    jurisdiction: z.string().max(40).optional(),
  }),
  async run({ id: agentId, by, body }, { tx, seq }) {
    await claimedAgent(tx, by);
    const { responsible = null, jurisdiction = null, ...said } = body;
    await writeAgent(tx, { ...said, id: agentId, responsible, jurisdiction }, { seq });
  },
  answer: ({ id: agentId }, sight) => showAgent(sight, agentId),
});
