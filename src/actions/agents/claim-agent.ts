import { z } from 'zod';
import { action } from '../action.ts';
import { id } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { showAgent } from './show-agent.ts';
import { mustSayWho, takeOver, unclaimedAgent } from './take-over.ts';

/**
 * Says who the author of an import is: their lines then belong to the agent, who still has to
 * confirm them. Said by the owner of the node, or by the steward of every work in which the name
 * gave or paid something.
 *
 * @throws Refusal agent-unknown, agent-not-unclaimed, already-claimed, agent-unclaimed,
 *   claim-not-yours
 */
export const claimAgent = action({
  type: 'agent.claimed',
  body: z.strictObject({ unclaimed: id, agent: id }),
  async run({ id: claim, by, body }, situation) {
    const { tx } = situation;
    const found = await unclaimedAgent(tx, body.unclaimed);
    const agent = await claimedAgent(tx, body.agent);
    await mustSayWho(situation, by, found);
    await takeOver(situation, {
      act: { type: 'agent.claimed', id: claim },
      from: found,
      to: agent.id,
    });
  },
  answer: ({ body }, sight) => showAgent(sight, body.unclaimed),
});
