import { refuse } from '../../domain/refusals.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Situation } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';

/**
 * Asserts that whoever acts keeps the money of a work: the owner of the node, who holds its cash,
 * or the work's steward; or a machine for which one of them answers. Without a work, the owner.
 *
 * @throws Refusal not-the-keeper
 */
export async function mustKeep(
  { tx, node }: Pick<Situation, 'tx' | 'node'>,
  by: string,
  work: StoredWork | null,
): Promise<void> {
  const keepers = [node.owner, node.agent, ...(work === null ? [] : [work.steward])];
  if (keepers.includes(by)) return;
  const agent = await knownAgent(tx, by);
  if (agent.responsible !== null && keepers.includes(agent.responsible)) return;
  const owner = await knownAgent(tx, node.owner);
  const steward = work === null ? owner : await knownAgent(tx, work.steward);
  const names = [...new Set([owner.name, steward.name])].join(' or ');
  refuse('not-the-keeper', { name: agent.name, keepers: names });
}
