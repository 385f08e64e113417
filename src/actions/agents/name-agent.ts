import { z } from 'zod';
import { nameOf } from '../../domain/agents/name.ts';
import { refuse } from '../../domain/refusals.ts';
import { renameAgent } from '../../store/agents.ts';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { showAgent } from './show-agent.ts';

/**
 * Says what an agent is called from now on: by themselves, or by whoever answers for a machine or
 * an organisation. Names need not be unique. What was signed before keeps the name that stood
 * there.
 *
 * @throws Refusal agent-unknown, agent-unclaimed, not-allowed, name-malformed, name-missing,
 *   name-too-long
 */
export const nameAgent = action({
  type: 'agent.named',
  body: z.strictObject({ agent: id, name: text }),
  async run({ by, body, type }, { tx }) {
    const agent = await claimedAgent(tx, body.agent);
    if (by !== agent.id && by !== agent.responsible) {
      refuse('not-allowed', { part: 'visitor', action: type, allowed: 'self' });
    }
    await renameAgent(tx, agent.id, nameOf(body.name));
  },
  answer: ({ body }, sight) => showAgent(sight, body.agent),
});
