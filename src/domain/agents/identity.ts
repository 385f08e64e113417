// How the author of an import is found again, without keeping their address.

import { sha256Hex } from '../record/hash.ts';

/**
 * The identity of an author as a node keeps it: a hash of the node's id and of what a source knows
 * the author by, such as an address. The same author is found again on this node; the address
 * stands nowhere in its books, and two nodes cannot compare their authors.
 */
export function authorIdentity({
  node,
  knownAs,
}: {
  readonly node: string;
  readonly knownAs: string;
}): string {
  return sha256Hex(`webizen author\n${node}\n${knownAs.trim().toLowerCase()}`);
}
