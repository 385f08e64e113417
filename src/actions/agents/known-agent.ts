import { refuse } from '../../domain/refusals.ts';
import { findAgent } from '../../store/agents.ts';
import type { StoredAgent } from '../../store/agents.ts';
import type { Tx } from '../../store/engine.ts';

/**
 * The agent of an id.
 *
 * @throws Refusal agent-unknown
 */
export async function knownAgent(tx: Tx, id: string): Promise<StoredAgent> {
  return (await findAgent(tx, id)) ?? refuse('agent-unknown', { id });
}

/**
 * The agent of an id, who can act: has a key of its own.
 *
 * @throws Refusal agent-unknown, agent-unclaimed
 */
export async function claimedAgent(tx: Tx, id: string): Promise<StoredAgent> {
  const agent = await knownAgent(tx, id);
  if (agent.unclaimed) refuse('agent-unclaimed', { agent: id, name: agent.name });
  return agent;
}
