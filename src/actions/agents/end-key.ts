import { z } from 'zod';
import { withoutKey } from '../../domain/agents/key-chain.ts';
import { endKey as writeEnd, keysOf } from '../../store/agent-keys.ts';
import { action } from '../action.ts';
import { text } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { showKey } from './show-keys.ts';

/**
 * An agent ends a key of theirs: one of a device that was lost or given away, or the one that the
 * node keeps. Signed by any key of theirs that lives, also by the one that ends. From this entry on
 * it signs nothing; what it signed before stays signed.
 *
 * @throws Refusal in this order: agent-unknown, agent-unclaimed, key-not-yours, key-ended, key-last
 */
export const endKey = action({
  type: 'agent.unkeyed',
  body: z.strictObject({ publicKey: z.string().max(200), reason: text.optional() }),
  texts: ({ reason }) => [reason],
  async run({ by, body }, { tx, seq }) {
    const agent = await claimedAgent(tx, by);
    const { publicKey, reason = null } = body;
    withoutKey(await keysOf(tx, agent.id), publicKey, seq);
    await writeEnd(tx, agent.id, { publicKey, seq, reason });
  },
  answer: ({ body }, sight) => showKey(sight, body.publicKey),
});
