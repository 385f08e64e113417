import { builtInKinds } from '../../domain/contributions/kinds.ts';
import type { Kind } from '../../domain/contributions/kinds.ts';
import type { Sight } from '../action.ts';
import type { KindAnswer } from './answers.ts';
import { knownKind, knownKinds } from './known-kinds.ts';

const answerOf = (kind: Kind): KindAnswer => ({
  ...kind,
  units: [...kind.units],
  own: !builtInKinds().has(kind.id),
});

/**
 * One kind of contribution.
 *
 * @throws Refusal kind-unknown
 */
export async function showKind({ tx }: Sight, id: string): Promise<KindAnswer> {
  return answerOf(await knownKind(tx, id));
}

/** Every kind of contribution: what all nodes have, then the node's own. */
export async function listKinds({ tx }: Sight): Promise<{ items: KindAnswer[] }> {
  return { items: [...(await knownKinds(tx)).values()].map(answerOf) };
}
