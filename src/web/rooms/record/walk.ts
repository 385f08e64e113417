// Working out a record's tree from its entries alone, as anybody can who is shown them.

import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import { encodeEntry } from '../../../domain/record/entry.ts';
import { toHex } from '../../../domain/record/hash.ts';
import { append, EMPTY_FRONTIER, leafHash, rootOf } from '../../../domain/record/merkle.ts';
import type { Frontier } from '../../../domain/record/merkle.ts';

const HASH_BYTES = 32;

/** An entry by its name: number, type, and the id of what the act made. */
export interface Named {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
}

/** An entry that is not what it should be. */
export interface Stumble {
  /**
   * `entry`: it does not hash to its own leaf. `missing`: another one comes in its place.
   * `changed`: this browser saw another one there before. `act`: what is shown as its act is not
   * what it commits to. `signer`: no key that its agent had then signed it. `own`: only the node's
   * own agent signs such an act, and it is another's.
   */
  readonly what: 'entry' | 'missing' | 'changed' | 'act' | 'signer' | 'own';
  readonly entry: Named;
}

type Shown = Pick<RecordEntryAnswer, 'type' | 'recordedAt' | 'commitment'>;

/** The leaf of an entry as it is shown; undefined where it cannot be one. */
export function leafOf({ type, recordedAt, commitment }: Shown): Uint8Array | undefined {
  try {
    return leafHash(encodeEntry({ type, recordedAt, commitment }));
  } catch {
    return undefined;
  }
}

/** Goes through a record from its first entry, and keeps the leaves. */
export class Walk {
  readonly #before: Uint8Array;
  readonly #leaves: Uint8Array;
  readonly #names: Named[] = [];
  #frontier: Frontier = EMPTY_FRONTIER;

  /** `before`: the leaves that were worked out here earlier, one after another. */
  constructor(size: number, before: Uint8Array) {
    this.#leaves = new Uint8Array(size * HASH_BYTES);
    this.#before = before;
  }

  /** How many entries were taken. */
  get count(): number {
    return this.#names.length;
  }

  /** Takes the entries that come next, up to the first that is not what it should be. */
  take(entries: readonly RecordEntryAnswer[]): Stumble | undefined {
    const fresh: Uint8Array[] = [];
    for (const { seq, type, id } of entries) {
      const entry = { seq, type, id };
      const next = this.count;
      const shown = entries[fresh.length];
      if (shown === undefined || seq !== next) return { what: 'missing', entry };
      const leaf = leafOf(shown);
      if (leaf === undefined || toHex(leaf) !== shown.leafHash) return { what: 'entry', entry };
      if (!this.#wasSo(next, leaf)) return { what: 'changed', entry };
      this.#leaves.set(leaf, next * HASH_BYTES);
      this.#names.push(entry);
      fresh.push(leaf);
    }
    this.#frontier = append(this.#frontier, fresh).frontier;
    return undefined;
  }

  /** The root of all that was taken. */
  root(): Uint8Array {
    return rootOf(this.#frontier);
  }

  /** The root of the first so many. */
  rootAt(size: number): Uint8Array {
    const leaves = Array.from({ length: size }, (_, index) => this.#leaf(index));
    return rootOf(append(EMPTY_FRONTIER, leaves).frontier);
  }

  /** The leaves that were taken, one after another. */
  leaves(): Uint8Array {
    return this.#leaves.slice(0, this.count * HASH_BYTES);
  }

  /** The name of an entry that was taken. */
  named(seq: number): Named | undefined {
    return this.#names[seq];
  }

  #leaf(index: number): Uint8Array {
    return this.#leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  #wasSo(index: number, leaf: Uint8Array): boolean {
    const at = index * HASH_BYTES;
    if (at >= this.#before.length) return true;
    return leaf.every((byte, offset) => byte === this.#before[at + offset]);
  }
}
