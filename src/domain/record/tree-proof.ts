// Making inclusion and consistency proofs from stored hashes, without reading the whole record.

import { EMPTY_ROOT, nodeHash, TILE_HEIGHT } from './merkle.ts';

/**
 * Stored hashes of a tree. Level 0 are the leaf hashes; level L are the roots of full subtrees of
 * 256^L leaves, as `append` reports them. `read` gives `count` hashes of a level from an index on.
 */
export interface TreeReader {
  /** The highest level that is kept; 0 where only leaf hashes are. */
  readonly levels: number;
  readonly read: (
    level: number,
    from: bigint,
    count: number,
  ) => Promise<readonly Uint8Array[]> | readonly Uint8Array[];
}

/** Number of hashes read at once. */
const READ_MAX = 1024;

function splitOf(size: bigint): bigint {
  let split = 1n;
  while (split << 1n < size) split <<= 1n;
  return split;
}

function fold(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < row.length; index += 2) {
      const [left, right] = [row[index], row[index + 1]];
      if (left === undefined || right === undefined) throw new Error('The subtree is not full.');
      above.push(nodeHash(left, right));
    }
    row = above;
  }
  const [root] = row;
  if (root === undefined) throw new Error('A subtree has at least one leaf.');
  return root;
}

/** The root of the full subtree of 2^height leaves that starts at a leaf. */
async function perfectRoot(reader: TreeReader, start: bigint, height: number): Promise<Uint8Array> {
  const level = Math.min(Math.floor(height / TILE_HEIGHT), reader.levels);
  const below = BigInt(level * TILE_HEIGHT);
  const width = 1n << (BigInt(height) - below);
  if (width > BigInt(READ_MAX)) {
    const half = 1n << BigInt(height - 1);
    const left = await perfectRoot(reader, start, height - 1);
    return nodeHash(left, await perfectRoot(reader, start + half, height - 1));
  }
  const hashes = await reader.read(level, start >> below, Number(width));
  if (hashes.length !== Number(width)) throw new Error('The record lacks hashes.');
  return fold(hashes);
}

/**
 * The root of the leaves from `start` (inclusive) to `end` (exclusive), as RFC 6962 hashes a list.
 * `start` must begin a subtree of that size, as it does in all proofs.
 */
export async function rangeRoot(
  reader: TreeReader,
  start: bigint,
  end: bigint,
): Promise<Uint8Array> {
  const size = end - start;
  if (size === 0n) return EMPTY_ROOT;
  if ((size & (size - 1n)) === 0n) {
    return perfectRoot(reader, start, size.toString(2).length - 1);
  }
  const middle = start + splitOf(size);
  const left = await rangeRoot(reader, start, middle);
  return nodeHash(left, await rangeRoot(reader, middle, end));
}

/** The root of the tree of that size. */
export function treeRoot(reader: TreeReader, size: bigint): Promise<Uint8Array> {
  return rangeRoot(reader, 0n, size);
}

/**
 * The proof that entry `index` is in the tree of that size (RFC 6962, 2.1.1), for
 * `verifyInclusion`. At most 64 hashes.
 */
export async function proveInclusion(
  reader: TreeReader,
  { index, size }: { readonly index: bigint; readonly size: bigint },
): Promise<Uint8Array[]> {
  if (index < 0n || index >= size) throw new Error('The tree has no such entry.');
  const proof: Uint8Array[] = [];
  let [start, end] = [0n, size];
  while (end - start > 1n) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      proof.unshift(await rangeRoot(reader, middle, end));
      end = middle;
    } else {
      proof.unshift(await rangeRoot(reader, start, middle));
      start = middle;
    }
  }
  return proof;
}

/**
 * The proof that the tree of `newSize` begins with the tree of `oldSize` (RFC 6962, 2.1.2), for
 * `verifyConsistency`. Empty where the sizes are equal or the older tree is.
 */
export async function proveConsistency(
  reader: TreeReader,
  { oldSize, newSize }: { readonly oldSize: bigint; readonly newSize: bigint },
): Promise<Uint8Array[]> {
  if (oldSize < 0n || oldSize > newSize) throw new Error('The older tree is the larger one.');
  if (oldSize === 0n || oldSize === newSize) return [];
  const proof: Uint8Array[] = [];
  let [start, end] = [0n, newSize];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      proof.unshift(await rangeRoot(reader, middle, end));
      end = middle;
    } else {
      proof.unshift(await rangeRoot(reader, start, middle));
      start = middle;
    }
  }
  // The root of the older tree itself is left out: whoever asks has it.
  if (start !== 0n) proof.unshift(await rangeRoot(reader, start, end));
  return proof;
}
