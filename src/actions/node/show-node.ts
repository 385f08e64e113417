import { findNode } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { showAgent } from '../agents/show-agent.ts';
import type { NodeAnswer } from './answers.ts';

/** The node itself: its name, its owner and its own agent. The node must be founded. */
export async function showNode(sight: Sight): Promise<NodeAnswer> {
  const node = await findNode(sight.tx);
  if (node === undefined) throw new Error('The node is not founded yet.');
  return {
    id: node.id,
    name: node.name,
    foundedAt: node.foundedAt,
    agent: await showAgent(sight, node.agent),
    owner: await showAgent(sight, node.owner),
  };
}
