import { listAgents as listStored } from '../../store/agents.ts';
import type { AgentFilter, StoredAgent } from '../../store/agents.ts';
import type { Page, Paged } from '../../store/page.ts';
import type { Sight } from '../action.ts';
import type { AgentAnswer } from './answers.ts';
import { knownAgent } from './known-agent.ts';

/**
 * An agent as answers show it: without the hash by which an imported author is found again, and
 * unclaimed only until somebody claims the name.
 */
export function agentAnswerOf({ identity: _, seq: __, ...agent }: StoredAgent): AgentAnswer {
  return { ...agent, unclaimed: agent.unclaimed && agent.claimedBy === null };
}

/**
 * One agent.
 *
 * @throws Refusal agent-unknown
 */
export async function showAgent({ tx }: Sight, id: string): Promise<AgentAnswer> {
  return agentAnswerOf(await knownAgent(tx, id));
}

/** Agents in the order in which they came, a page of them. */
export async function listAgents(
  { tx }: Sight,
  filter: AgentFilter & Page = {},
): Promise<Paged<AgentAnswer>> {
  const found = await listStored(tx, filter, filter);
  return { ...found, items: found.items.map(agentAnswerOf) };
}
