import { newAgent } from '../../domain/agents/agent.ts';
import type { Agent, NewAgent } from '../../domain/agents/agent.ts';
import { refuse } from '../../domain/refusals.ts';
import { findKey, insertKey } from '../../store/agent-keys.ts';
import { findAgent, insertAgent } from '../../store/agents.ts';
import type { WriteTx } from '../../store/engine.ts';

/**
 * Checks a new agent against those who are there, and writes it.
 *
 * @throws Refusal id-reused, key-in-use, and those of `newAgent` in domain/agents
 */
export async function writeAgent(
  tx: WriteTx,
  said: NewAgent,
  { seq, identity = null }: { readonly seq: number; readonly identity?: string | null },
): Promise<Agent> {
  const responsible =
    said.responsible === null ? null : ((await findAgent(tx, said.responsible)) ?? null);
  const agent = newAgent(said, responsible);
  if ((await findAgent(tx, agent.id)) !== undefined) refuse('id-reused', { id: agent.id });
  const { publicKey } = agent;
  if (publicKey !== null && (await findKey(tx, publicKey)) !== undefined) {
    refuse('key-in-use', { publicKey });
  }
  await insertAgent(tx, { ...agent, identity, claimedBy: null, seq });
  if (publicKey !== null) {
    const { keptByNode } = agent;
    await insertKey(tx, agent.id, { publicKey, name: null, keptByNode, from: seq, to: null });
  }
  return agent;
}
