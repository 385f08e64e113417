// What this browser last saw of a node's record, and found sound. A node that rewrites its past is
// found out by whoever kept a checkpoint from before.

import { drop, put, take } from './shelf.ts';

/** A checkpoint that held, and the leaves that this browser worked out itself. */
export interface Seen {
  /** The key that signed it, a multikey. */
  readonly key: string;
  /** The signed note. */
  readonly note: string;
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** When it was seen, by the clock of this device; an ISO instant. */
  readonly at: string;
  /** Leaf hashes, 32 bytes each, from the first on; as far as they were worked out here. */
  readonly leaves: Uint8Array;
}

/** What was seen of the record of a node, or undefined. */
export const seenOf = (node: string): Promise<Seen | undefined> => take('seen', node);

/** Keeps what was seen. */
export const keepSeen = (node: string, seen: Seen): Promise<void> => put('seen', node, seen);

/** Forgets what was seen: the next look begins anew. */
export const forgetSeen = (node: string): Promise<void> => drop('seen', node);
