import { refuse } from '../../domain/refusals.ts';
import { findKey, keysOf } from '../../store/agent-keys.ts';
import type { StoredKey } from '../../store/agent-keys.ts';
import type { Tx } from '../../store/engine.ts';
import { recordedAtOf } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import type { KeyAnswer, KeyStanding } from './answers.ts';
import { knownAgent } from './known-agent.ts';

async function answerOf(tx: Tx, { from, to, ...key }: StoredKey): Promise<KeyAnswer> {
  const ended = to === null ? null : { entry: to, at: await recordedAtOf(tx, to) };
  return { ...key, since: { entry: from, at: await recordedAtOf(tx, from) }, ended };
}

/**
 * One key, whoever's it is.
 *
 * @throws Refusal key-not-yours where nobody has it
 */
export async function showKey({ tx }: Sight, publicKey: string): Promise<KeyAnswer> {
  const found = (await findKey(tx, publicKey)) ?? refuse('key-not-yours', { publicKey });
  return answerOf(tx, found);
}

/** Whether a key signs for anybody here: for a new device that waits to be added. */
export async function showStanding({ tx }: Sight, publicKey: string): Promise<KeyStanding> {
  const found = await findKey(tx, publicKey);
  return { status: found === undefined ? 'unknown' : found.to === null ? 'lives' : 'ended' };
}

/**
 * All keys that an agent ever had, in the order in which they came.
 *
 * @throws Refusal agent-unknown
 */
export async function showKeys({ tx }: Sight, id: string): Promise<{ items: KeyAnswer[] }> {
  const { id: agent } = await knownAgent(tx, id);
  const items: KeyAnswer[] = [];
  for (const key of await keysOf(tx, agent)) items.push(await answerOf(tx, key));
  return { items };
}
