import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { writeAgent } from './new-agent.ts';
import { showAgent } from './show-agent.ts';

/**
 * Adds a person, an organisation or a machine with its own key. Names need not be unique. Whoever
 * is to answer for it says so, or the owner of the node does: it then has their parts.
 *
 * @throws Refusal responsible-unasked, and those of `writeAgent`
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
  async run({ id: agentId, by, body }, { tx, seq, node }) {
    await claimedAgent(tx, by);
    const { responsible = null, jurisdiction = null, ...said } = body;
    const { name } = await writeAgent(
      tx,
      { ...said, id: agentId, responsible, jurisdiction },
      { seq },
    );
    if (responsible !== null && ![responsible, node.owner, node.agent].includes(by)) {
      refuse('responsible-unasked', { responsible, name });
    }
  },
  answer: ({ id: agentId }, sight) => showAgent(sight, agentId),
});
