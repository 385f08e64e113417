import { z } from 'zod';
import { nameOf } from '../../domain/agents/name.ts';
import { refuse } from '../../domain/refusals.ts';
import { renameNode } from '../../store/record.ts';
import { action } from '../action.ts';
import { text } from '../shapes.ts';
import { showNode } from './show-node.ts';

/**
 * Says what the node is called; the last word counts. Said by its owner alone. The name is in the
 * act, and in the record only as part of the act's salted commitment.
 *
 * @throws Refusal not-allowed for anybody but the owner, name-malformed, name-missing,
 *   name-too-long
 */
export const nameNode = action({
  type: 'node.named',
  body: z.strictObject({ name: text }),
  async run({ by, body, type }, { tx, node }) {
    if (by !== node.owner) {
      refuse('not-allowed', { part: 'visitor', action: type, allowed: 'owner' });
    }
    await renameNode(tx, nameOf(body.name));
  },
  answer: (_act, sight) => showNode(sight),
});
