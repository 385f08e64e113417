import { signingKeyIn } from '../../domain/agents/key-chain.ts';
import { keysOf } from '../../store/agent-keys.ts';
import type { Tx } from '../../store/engine.ts';
import type { Action } from '../action.ts';
import { claimedAgent } from './known-agent.ts';

/** What of an act decides whether it counts. */
interface Signed {
  readonly act: { readonly by: string; readonly body: unknown };
  /** The key that its proof names. */
  readonly key: string;
}

/**
 * Asserts that the key that signed an act is one of its agent, and lives; of an agent who is not
 * there yet, that it is the one that the act brings.
 *
 * @throws Refusal agent-unknown, agent-unclaimed, signature-invalid, signing-key-ended
 */
export async function mustCount(
  tx: Tx,
  { act, key }: Signed,
  { keyBrought }: Pick<Action<unknown>, 'keyBrought'>,
): Promise<void> {
  const chain = await keysOf(tx, act.by);
  if (chain.length === 0) {
    if (keyBrought?.(act.body) === key) return;
    await claimedAgent(tx, act.by);
  }
  signingKeyIn(chain, key);
}
