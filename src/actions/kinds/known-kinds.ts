import { builtInKinds, kindOf } from '../../domain/contributions/kinds.ts';
import type { Kind, Kinds } from '../../domain/contributions/kinds.ts';
import type { Tx } from '../../store/engine.ts';
import { ownKinds } from '../../store/kinds.ts';

/** Every kind of contribution that the node knows, by id: what all nodes have, then its own. */
export async function knownKinds(tx: Tx): Promise<Kinds> {
  // Written by this node from kinds that the domain had checked.
  const own = (await ownKinds(tx)) as Kind[];
  return new Map([...builtInKinds(), ...own.map((kind): [string, Kind] => [kind.id, kind])]);
}

/**
 * The kind of an id.
 *
 * @throws Refusal kind-unknown, naming those that there are
 */
export async function knownKind(tx: Tx, id: string): Promise<Kind> {
  return kindOf(await knownKinds(tx), id);
}
