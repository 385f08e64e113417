import { nameOf } from '../../domain/agents/name.ts';
import { idOf } from '../../domain/agents/id.ts';
import { sha256 } from '../../domain/record/hash.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Situation } from '../action.ts';
import { writeAgent } from '../agents/new-agent.ts';
import { agentsCalled } from '../agents/resolve.ts';

/**
 * The payer of that name. One who is not known becomes an organisation without a key, so that a
 * company can pay that has never heard of this node.
 *
 * @throws Refusal agent-ambiguous, name-missing, name-too-long
 */
export async function payerNamed(
  { tx, seq }: Situation,
  said: { readonly payment: string; readonly name: string },
): Promise<string> {
  const name = nameOf(said.name);
  const found = await agentsCalled(tx, name);
  if (found.length > 1) {
    refuse('agent-ambiguous', { text: name, candidates: found.map(({ id }) => id).join(', ') });
  }
  const [known] = found;
  if (known !== undefined) return known.id;
  const id = idOf('agent_', sha256(`payer of ${said.payment}`));
  await writeAgent(
    tx,
    {
      id,
      name,
      kind: 'organisation',
      publicKey: null,
      keptByNode: false,
      responsible: null,
      jurisdiction: null,
      unclaimed: true,
    },
    { seq },
  );
  return id;
}
