import { describe, expect, test } from 'vitest';
import {
  append,
  assertFrontier,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { proveConsistency, proveInclusion, treeRoot } from './tree-proof.ts';

const leaf = leafHash(new Uint8Array(3));
const refused = expect.objectContaining({ code: 'proof-mismatch' });

describe('the Merkle tree', () => {
  test('keeps leaves and inner nodes apart, so that neither poses as the other', () => {
    const inner = nodeHash(leaf, leaf);
    expect(leafHash(Buffer.concat([leaf, leaf]))).not.toEqual(inner);
  });

  test('leaves the frontier that it grew from as it was', () => {
    const { frontier } = append(EMPTY_FRONTIER, [leaf]);
    append(frontier, [leaf, leaf]);
    expect(frontier).toEqual({ size: 1n, peaks: [leaf] });
    expect(rootOf(EMPTY_FRONTIER)).toEqual(EMPTY_ROOT);
  });

  test('does not grow from a frontier that does not fit its size', () => {
    expect(() => assertFrontier({ size: 2n, peaks: [] })).toThrow(/does not fit/);
    expect(() => append({ size: 1n, peaks: [leaf.subarray(1)] }, [leaf])).toThrow(/does not fit/);
    expect(() => append(EMPTY_FRONTIER, [leaf.subarray(1)])).toThrow(/32 bytes/);
  });

  test('counts beyond the safe integers', () => {
    const size = 2n ** 60n;
    const grown = append({ size, peaks: [leaf] }, [leaf]);
    expect(grown.frontier).toEqual({ size: size + 1n, peaks: [leaf, leaf] });
  });
});

describe('proofs', () => {
  test('with hashes of another length are refused', () => {
    const claim = { index: 0n, size: 1n, leaf, root: leaf, proof: [] };
    expect(() => verifyInclusion(claim)).not.toThrow();
    expect(() => verifyInclusion({ ...claim, root: leaf.subarray(1) })).toThrow(refused);
    expect(() => verifyInclusion({ ...claim, index: -1n })).toThrow(refused);
  });

  test('between trees of one size, and from the empty tree, have no hashes', () => {
    const same = { oldSize: 1n, oldRoot: leaf, newSize: 1n, newRoot: leaf, proof: [] };
    expect(() => verifyConsistency(same)).not.toThrow();
    expect(() => verifyConsistency({ ...same, newRoot: EMPTY_ROOT })).toThrow(refused);
    expect(() => verifyConsistency({ ...same, proof: [leaf] })).toThrow(refused);
    const first = { ...same, oldSize: 0n, oldRoot: EMPTY_ROOT };
    expect(() => verifyConsistency(first)).not.toThrow();
    expect(() => verifyConsistency({ ...first, oldRoot: leaf })).toThrow(refused);
    expect(() => verifyConsistency({ ...same, newSize: 0n })).toThrow(refused);
    expect(() => verifyConsistency({ ...same, newSize: 2n })).toThrow(refused);
    const both = { ...first, newSize: 0n };
    expect(() => verifyConsistency({ ...both, newRoot: leaf })).toThrow(refused);
    expect(() => verifyConsistency({ ...both, newRoot: EMPTY_ROOT })).not.toThrow();
    const odd = { ...same, oldSize: 3n, newSize: 5n };
    expect(() => verifyConsistency(odd)).toThrow(refused);
  });

  test('are not made for what the tree does not hold, nor from a record with gaps', async () => {
    const reader = { levels: 0, read: () => [] };
    await expect(proveInclusion(reader, { index: 1n, size: 1n })).rejects.toThrow(/no such/);
    const turned = proveConsistency(reader, { oldSize: 2n, newSize: 1n });
    await expect(turned).rejects.toThrow(/larger/);
    await expect(treeRoot(reader, 4n)).rejects.toThrow(/lacks hashes/);
    expect(await treeRoot(reader, 0n)).toEqual(EMPTY_ROOT);
  });
});
