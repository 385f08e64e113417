import { fromHex, toHex } from '../domain/record/hash.ts';
import { EMPTY_FRONTIER, append, leafHash, rootOf } from '../domain/record/merkle.ts';
import type { Frontier } from '../domain/record/merkle.ts';
import type { Tx } from './engine.ts';
import {
  countActs,
  insertCheckpoint,
  insertTile,
  lastCheckpoint,
  listLeafHashes,
} from './record.ts';

/** Where the record stood; to go back to when an act was refused after its entry was made. */
export interface AppenderMark {
  readonly frontier: Frontier;
}

const PAGE = 1000;

/** Lets the record's tree grow, entry by entry, keeping only its compact range at hand. */
export class RecordAppender {
  #frontier: Frontier = EMPTY_FRONTIER;

  /** Number of entries. */
  get size(): number {
    return Number(this.#frontier.size);
  }

  /** The root hash over all entries. */
  get root(): Uint8Array {
    return rootOf(this.#frontier);
  }

  /** The compact range as a checkpoint's row keeps it: hex, largest subtree first. */
  get peaks(): string[] {
    return this.#frontier.peaks.map(toHex);
  }

  mark(): AppenderMark {
    return { frontier: this.#frontier };
  }

  restore(mark: AppenderMark): void {
    this.#frontier = mark.frontier;
  }

  /**
   * Reads the compact range from the newest checkpoint and lets it grow by the entries after it,
   * from their stored hashes.
   */
  async load(tx: Tx): Promise<void> {
    const checkpoint = await lastCheckpoint(tx);
    this.#frontier =
      checkpoint === undefined
        ? EMPTY_FRONTIER
        : { size: BigInt(checkpoint.size), peaks: checkpoint.frontier.map(bytesOf) };
    const count = await countActs(tx);
    while (this.size < count) {
      const leaves = await listLeafHashes(tx, this.size, PAGE);
      if (leaves.length === 0) throw new Error('The record has a gap.');
      this.#frontier = append(this.#frontier, leaves).frontier;
    }
  }

  /** Appends one leaf; gives its number and hash. The caller writes the entry itself. */
  async append(tx: Tx, leaf: Uint8Array): Promise<{ seq: number; leafHash: Uint8Array }> {
    const seq = this.size;
    const hash = leafHash(leaf);
    const { frontier, filled } = append(this.#frontier, [hash]);
    for (const tile of filled) await insertTile(tx, tile.level, Number(tile.index), tile.hash);
    this.#frontier = frontier;
    return { seq, leafHash: hash };
  }

  /** Writes a checkpoint over the record as it stands, unless there is one of that size. */
  async seal(tx: Tx, sign: (size: bigint, root: Uint8Array) => string): Promise<void> {
    const last = await lastCheckpoint(tx);
    if (last?.size === this.size || this.size === 0) return;
    await insertCheckpoint(tx, {
      size: this.size,
      note: sign(this.#frontier.size, this.root),
      frontier: this.peaks,
    });
  }
}

const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error('A kept hash is not hexadecimal.');
  return bytes;
};
