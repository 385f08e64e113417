import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import canonicalize from 'canonicalize';
import { signAct, verifyAct, verifyAndCanonicalise } from '../../src/domain/record/act.ts';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';
import { commit, decodeEntry, encodeEntry, verifyEntry } from '../../src/domain/record/entry.ts';
import { toHex } from '../../src/domain/record/hash.ts';
import { append, EMPTY_FRONTIER, rootOf } from '../../src/domain/record/merkle.ts';
import { leafHash, verifyConsistency, verifyInclusion } from '../../src/domain/record/merkle.ts';
import type { TileRoot } from '../../src/domain/record/merkle.ts';
import { fromBase58, toBase58, toMultikey } from '../../src/domain/record/multibase.ts';
import { signDocument, verifyDocument } from '../../src/domain/record/proof.ts';
import { signingKey } from '../../src/domain/record/signature.ts';
import { proveConsistency, proveInclusion, treeRoot } from '../../src/domain/record/tree-proof.ts';
import type { TreeReader } from '../../src/domain/record/tree-proof.ts';

const key = signingKey(new Uint8Array(32).fill(9));
const multikey = toMultikey(key.publicKey);
const wellFormed = fc.string({ unit: 'grapheme' });
const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 });
const body = fc.dictionary(wellFormed, json);
const salt = fc.uint8Array({ minLength: 16, maxLength: 64 });
const unsigned = (content: unknown) => ({
  type: 'work.added',
  id: 'work_1',
  by: 'agent_1',
  node: 'node_1',
  composedAt: '2026-05-01T12:00:00Z',
  body: content,
});

describe('canonical JSON', () => {
  test('says the same value again, whatever order the keys came in', () => {
    const shuffled = fc.array(fc.tuple(wellFormed, json)).chain((entries) => {
      const once = [...new Map(entries)];
      return fc.tuple(fc.constant(once), fc.shuffledSubarray(once, { minLength: once.length }));
    });
    fc.assert(
      fc.property(shuffled, ([first, second]) => {
        const text = canonicalJson(Object.fromEntries(first));
        expect(canonicalJson(Object.fromEntries(second))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(text).toBe(canonicalize(Object.fromEntries(first)));
      }),
    );
  });
});

describe('base58', () => {
  test('gives all bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toHex(fromBase58(toBase58(bytes))!)).toBe(toHex(bytes));
      }),
    );
  });

  test('has one text for the same bytes', () => {
    const digits = fc.string({
      unit: fc.constantFrom(
        ...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'.split(''),
      ),
    });
    fc.assert(
      fc.property(digits, (text) => {
        expect(toBase58(fromBase58(text)!)).toBe(text);
      }),
    );
  });
});

describe('acts', () => {
  test('of any body hold, and are ordinary documents with ordinary proofs', () => {
    fc.assert(
      fc.property(body, (content) => {
        const act = signAct(unsigned(content), key);
        const sent: unknown = JSON.parse(JSON.stringify(act));
        const { canonical } = verifyAndCanonicalise(sent, multikey);
        expect(canonical).toBe(canonicalJson(sent));
        const options = { created: act.composedAt };
        expect(canonicalJson(signDocument(unsigned(content), key, options))).toBe(canonical);
        expect(verifyDocument(act)).toEqual([multikey]);
      }),
    );
  });

  test('do not hold once their body says something else', () => {
    fc.assert(
      fc.property(body, body, (said, changed) => {
        fc.pre(canonicalJson(said) !== canonicalJson(changed));
        const act = { ...signAct(unsigned(said), key), body: changed };
        expect(() => verifyAct(act, multikey)).toThrow(
          expect.objectContaining({ code: 'signature-invalid' }),
        );
      }),
    );
  });
});

describe('entries', () => {
  const entry = (content: unknown, bytes: Uint8Array) => {
    const canonical = canonicalJson(signAct(unsigned(content), key));
    const commitment = commit(canonical, bytes);
    return {
      canonical,
      leaf: { type: 'work.added', recordedAt: '2026-05-01T12:00:00Z', commitment },
    };
  };

  test('are read back from their bytes, and hold for their own act and salt alone', () => {
    fc.assert(
      fc.property(body, salt, salt, (content, mine, other) => {
        const { canonical, leaf } = entry(content, mine);
        expect(decodeEntry(encodeEntry(leaf))).toEqual(leaf);
        expect(() => verifyEntry(leaf, canonical, mine)).not.toThrow();
        fc.pre(toHex(mine) !== toHex(other));
        expect(() => verifyEntry(leaf, canonical, other)).toThrow(
          expect.objectContaining({ code: 'commitment-mismatch' }),
        );
      }),
    );
  });

  test('have no other bytes: one flipped bit is refused or is another entry', () => {
    const { leaf } = entry({ title: 'x' }, new Uint8Array(16));
    const bytes = encodeEntry(leaf);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const flipped = Uint8Array.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        let read: unknown = 'refused';
        try {
          read = decodeEntry(flipped);
        } catch (error) {
          expect(error).toMatchObject({ code: 'entry-malformed' });
        }
        expect(read).not.toEqual(leaf);
      }),
    );
  });
});

/** The hashes of 70,000 leaves and all full tiles over them, made once. */
const SIZE = 70_000;
const leaves = Array.from({ length: SIZE }, (_, index) => leafHash(Buffer.from(String(index))));
const { filled } = append(EMPTY_FRONTIER, leaves);
const rows = [leaves, ...[1, 2].map((level) => rowOf(filled, level))];

function rowOf(roots: readonly TileRoot[], level: number): Uint8Array[] {
  return roots.filter((root) => root.level === level).map((root) => root.hash);
}

const readerOf = (levels: number): TreeReader => ({
  levels,
  read: (level, from, count) => rows[level]!.slice(Number(from), Number(from) + count),
});

describe('the tree', () => {
  test('reports each tile that is full, in order, once', () => {
    expect(rows.map((row) => row.length)).toEqual([SIZE, 273, 1]);
    const indexes = filled.filter((root) => root.level === 1).map((root) => Number(root.index));
    expect(indexes).toEqual(Array.from({ length: 273 }, (_, index) => index));
  });

  test('grows to the same root in whatever portions', () => {
    const cut = fc.array(fc.nat({ max: 600 }), { maxLength: 6 });
    fc.assert(
      fc.property(cut, (cuts) => {
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), 600];
        const tiles: TileRoot[] = [];
        let frontier = EMPTY_FRONTIER;
        for (const [index, end] of bounds.entries()) {
          const step = append(frontier, leaves.slice(bounds[index - 1] ?? 0, end));
          frontier = step.frontier;
          tiles.push(...step.filled);
        }
        const whole = append(EMPTY_FRONTIER, leaves.slice(0, 600));
        expect(toHex(rootOf(frontier))).toBe(toHex(rootOf(whole.frontier)));
        expect(tiles).toEqual(whole.filled);
      }),
    );
  });

  const places = fc
    .tuple(
      fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 60_000, max: SIZE })),
      fc.nat(),
      fc.constantFrom(1, 1, 2, 0),
    )
    .map(([size, pick, levels]) => ({ size, index: pick % size, levels }));

  test('proves each leaf, with and without stored tiles, and nothing in its place', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (place) => {
        const [size, index] = [BigInt(place.size), BigInt(place.index)];
        const reader = readerOf(place.levels);
        const root = await treeRoot(reader, size);
        const proof = await proveInclusion(reader, { index, size });
        const claim = { index, size, leaf: leaves[place.index]!, root, proof };
        expect(() => verifyInclusion(claim)).not.toThrow();
        const wrong = [
          { ...claim, leaf: root },
          { ...claim, root: leaves[0]! },
          { ...claim, index: size },
          { ...claim, proof: [...proof, root] },
          { ...claim, proof: proof.length === 0 ? [root] : proof.slice(1) },
          { ...claim, size: size * 2n + 1n },
        ].filter((one) => toHex(one.leaf) !== toHex(one.root));
        for (const one of wrong) {
          expect(() => verifyInclusion(one)).toThrow(
            expect.objectContaining({ code: 'proof-mismatch' }),
          );
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test('proves that it only grew, and no other past', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (place) => {
        const [oldSize, newSize] = [BigInt(place.index), BigInt(place.size)];
        const reader = readerOf(place.levels);
        const oldRoot = await treeRoot(reader, oldSize);
        const newRoot = await treeRoot(reader, newSize);
        const proof = await proveConsistency(reader, { oldSize, newSize });
        const claim = { oldSize, oldRoot, newSize, newRoot, proof };
        expect(() => verifyConsistency(claim)).not.toThrow();
        const rewritten = { ...claim, oldRoot: leafHash(oldRoot) };
        const longer = { ...claim, proof: [...proof, newRoot] };
        for (const one of [rewritten, longer]) {
          expect(() => verifyConsistency(one)).toThrow(
            expect.objectContaining({ code: 'proof-mismatch' }),
          );
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
