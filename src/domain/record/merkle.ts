// The Merkle tree of RFC 6962 (and 9162): growing it, and checking what others say of it.

import { refuse } from '../refusals.ts';
import { sha256 } from './hash.ts';

/** Height of a tile: its 256 hashes are the roots of 256 subtrees (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;

/** The root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256('');

/**
 * The compact range of a tree: all that is needed to let it grow. `peaks` are the roots of its
 * perfect subtrees, the largest (leftmost) first: one for each bit set in `size`.
 */
export interface Frontier {
  readonly size: bigint;
  readonly peaks: readonly Uint8Array[];
}

/** A perfect subtree that an append has completed, of 256^level leaves. Level 1 and above. */
export interface TileRoot {
  readonly level: number;
  readonly index: bigint;
  readonly hash: Uint8Array;
}

/** The frontier of the tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0n, peaks: [] };

/** The hash of a leaf: SHA-256 of a zero byte and the entry's bytes. */
export function leafHash(entry: Uint8Array): Uint8Array {
  const data = new Uint8Array(entry.length + 1);
  data.set(entry, 1);
  return sha256(data);
}

/** The hash of an inner node: SHA-256 of a byte of 1 and the two hashes below. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== 32 || right.length !== 32) throw new Error('A hash has 32 bytes.');
  const data = new Uint8Array(65);
  data[0] = 1;
  data.set(left, 1);
  data.set(right, 33);
  return sha256(data);
}

function bitsSet(size: bigint): number {
  let count = 0;
  for (let rest = size; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Throws unless the frontier has as many peaks as its size asks for. */
export function assertFrontier(frontier: Frontier): void {
  const sound =
    frontier.size >= 0n &&
    bitsSet(frontier.size) === frontier.peaks.length &&
    frontier.peaks.every((peak) => peak.length === 32);
  if (!sound) throw new Error('The frontier does not fit its size.');
}

/**
 * The tree with leaves appended, given by their hashes in order, and the roots of the tiles that
 * this has filled. The frontier that came in is left as it was.
 */
export function append(
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { readonly frontier: Frontier; readonly filled: readonly TileRoot[] } {
  assertFrontier(frontier);
  const peaks = [...frontier.peaks];
  const filled: TileRoot[] = [];
  let { size } = frontier;
  for (const leaf of leafHashes) {
    let hash = leaf;
    let height = 0;
    for (let rest = size; (rest & 1n) === 1n; rest >>= 1n) {
      const left = peaks.pop();
      if (left === undefined) throw new Error('The frontier does not fit its size.');
      hash = nodeHash(left, hash);
      height += 1;
      if (height % TILE_HEIGHT === 0) {
        filled.push({ level: height / TILE_HEIGHT, index: size >> BigInt(height), hash });
      }
    }
    if (hash.length !== 32) throw new Error('A hash has 32 bytes.');
    peaks.push(hash);
    size += 1n;
  }
  return { frontier: { size, peaks }, filled };
}

/** The root hash of a tree. */
export function rootOf(frontier: Frontier): Uint8Array {
  assertFrontier(frontier);
  const last = frontier.peaks.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return frontier.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

const mismatch = (reason: string): never => refuse('proof-mismatch', { reason });

function sameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  if (!hashes.every((hash) => hash.length === 32)) mismatch('a hash has not 32 bytes');
}

/** What an inclusion proof is about. */
export interface Inclusion {
  /** Number of the entry, from 0. */
  readonly index: bigint;
  readonly size: bigint;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** One step of an inclusion proof, from below: what is put beside the hash, and what it gives. */
export interface InclusionStep {
  /** On which side the hash of the proof is put. */
  readonly side: 'left' | 'right';
  readonly sibling: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * The way from a leaf up, as an inclusion proof says it (RFC 9162, 2.1.3.2); the last hash is the
 * root, where the proof holds. Refuses `proof-mismatch` where the proof does not fit the tree.
 */
export function inclusionSteps({
  index,
  size,
  leaf,
  proof,
}: Omit<Inclusion, 'root'>): InclusionStep[] {
  checkHashes([leaf, ...proof]);
  if (index < 0n || index >= size) mismatch('the tree has no such entry');
  const steps: InclusionStep[] = [];
  let node = index;
  let last = size - 1n;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0n) mismatch('it is too long');
    const side = (node & 1n) === 1n || node === last ? 'left' : 'right';
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    steps.push({ side, sibling, hash });
    if (side === 'left') {
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    }
    node >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n) mismatch('it is too short');
  return steps;
}

/**
 * Checks that the leaf is at that index of the tree of that size and root. Refuses
 * `proof-mismatch`.
 */
export function verifyInclusion({ root, ...claim }: Inclusion): void {
  checkHashes([root]);
  const top = inclusionSteps(claim).at(-1)?.hash ?? claim.leaf;
  if (!sameHash(top, root)) mismatch('the entry is not in the tree of that root');
}

/** What a consistency proof is about. */
export interface Consistency {
  readonly oldSize: bigint;
  readonly oldRoot: Uint8Array;
  readonly newSize: bigint;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Checks that the newer tree begins with the older one: nothing was changed, dropped or moved
 * (RFC 9162, 2.1.4.2). Refuses `proof-mismatch`.
 */
export function verifyConsistency(claim: Consistency): void {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  checkHashes([oldRoot, newRoot, ...proof]);
  if (oldSize < 0n || oldSize > newSize) mismatch('the newer tree is smaller than the older one');
  if (oldSize === newSize || oldSize === 0n) {
    if (proof.length > 0) mismatch('it is too long');
    const expected = oldSize === 0n ? EMPTY_ROOT : newRoot;
    if (!sameHash(oldRoot, expected)) mismatch('the roots differ');
    if (newSize === 0n && !sameHash(newRoot, EMPTY_ROOT)) mismatch('the roots differ');
    return;
  }
  walkConsistency(claim);
}

function walkConsistency({ oldSize, oldRoot, newSize, newRoot, proof }: Consistency): void {
  // Where the older tree is one perfect subtree, its root is the first hash, and is left out.
  const perfect = (oldSize & (oldSize - 1n)) === 0n;
  const [first, ...rest] = perfect ? [oldRoot, ...proof] : proof;
  if (first === undefined) return mismatch('it is too short');
  let node = oldSize - 1n;
  let last = newSize - 1n;
  while ((node & 1n) === 1n) {
    node >>= 1n;
    last >>= 1n;
  }
  let older = first;
  let newer = first;
  for (const sibling of rest) {
    if (last === 0n) mismatch('it is too long');
    if ((node & 1n) === 1n || node === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      newer = nodeHash(newer, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n) mismatch('it is too short');
  if (!sameHash(older, oldRoot)) mismatch('the older tree is another one');
  if (!sameHash(newer, newRoot)) mismatch('the newer tree is another one');
}
