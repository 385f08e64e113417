import { z } from 'zod';
import { withKey } from '../../domain/agents/key-chain.ts';
import { checkPossession } from '../../domain/agents/possession.ts';
import { refuse } from '../../domain/refusals.ts';
import { findKey, insertKey, keysOf } from '../../store/agent-keys.ts';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { claimedAgent } from './known-agent.ts';
import { showKey } from './show-keys.ts';

/**
 * An agent says that another key of theirs signs for them too, such as that of a second device. The
 * act is signed by a key that they have; the new one has signed that it is held, and for whom.
 *
 * @throws Refusal in this order: agent-unknown, agent-unclaimed, key-of-node, key-malformed,
 *   possession-elsewhere, possession-wrong, possession-expired, possession-too-long,
 *   name-malformed, name-missing, name-too-long, key-in-use, key-ended, key-known, keys-too-many
 */
export const addKey = action({
  type: 'agent.keyed',
  body: z.strictObject({
    publicKey: z.string().max(200),
    name: text,
    possession: z.strictObject({
      node: id,
      agent: id,
      expiresAt: z.iso.datetime().describe('Until when the new key is offered.'),
      signature: z.string().max(200).describe('By the new key, multibase, over five lines.'),
    }),
  }),
  async run({ by, body }, { tx, seq, node, recordedAt }) {
    const agent = await claimedAgent(tx, by);
    if (agent.id === node.agent) refuse('key-of-node');
    const { publicKey, possession } = body;
    checkPossession(publicKey, possession, { node: node.id, agent: agent.id, at: recordedAt });
    const holder = (await findKey(tx, publicKey))?.agent ?? null;
    const known = await keysOf(tx, agent.id);
    const added = withKey(known, body, { holder, agent: agent.id, entry: seq }).at(-1);
    if (added !== undefined) await insertKey(tx, agent.id, added);
  },
  answer: ({ body }, sight) => showKey(sight, body.publicKey),
});
