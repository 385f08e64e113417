import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR } from '../../src/domain/money/amount.ts';
import { allotted, WHOLE } from '../../src/domain/money/shares.ts';

/** Weights that add up to 10,000, many of them zero, tiny or equal. */
const anyWeights = fc
  .array(fc.oneof(fc.nat({ max: WHOLE }), fc.nat({ max: 5 })), { minLength: 0, maxLength: 11 })
  .map((cuts) => {
    const sorted = [0, ...cuts.toSorted((a, b) => a - b), WHOLE];
    return sorted.slice(1).map((cut, index) => cut - (sorted[index] ?? 0));
  });

const anyTotal = fc.oneof(
  fc.bigInt({ min: 0n, max: 30_000n }),
  fc.bigInt({ min: MAX_MINOR - 30_000n, max: MAX_MINOR }),
  fc.bigInt({ min: 0n, max: MAX_MINOR }),
);

function assertFair(weights: readonly number[], total: bigint): void {
  const counts = allotted(weights, total);
  expect(counts.reduce((sum, count) => sum + count, 0n)).toBe(total);
  for (const [party, count] of counts.entries()) {
    const offTenThousandths = count * 10_000n - total * BigInt(weights[party] ?? 0);
    const off = offTenThousandths < 0n ? -offTenThousandths : offTenThousandths;
    if (off >= 10_000n)
      throw new Error(`${weights.join()} at ${total}: party ${party} has ${count}`);
  }
}

describe('shares', () => {
  test('are within one unit of the exact ones at any total, and add up', () => {
    fc.assert(
      fc.property(anyWeights, anyTotal, (weights, total) => assertFair(weights, total)),
      { numRuns: 300 },
    );
  });

  test('are within one unit after every single unit of a whole period and beyond', () => {
    const hard = [
      [2_000, 2_000, 2_000, 2_000, 2_000],
      [1, 1, 1, 1, 9_996],
      [3_333, 3_333, 3_334],
      [5_001, 4_999],
      [1_428, 1_428, 1_428, 1_429, 1_429, 1_429, 1_429],
      Array.from({ length: 100 }, () => 100),
      [0, 0, 0, 10_000],
    ];
    for (const weights of hard) {
      for (let total = 0n; total <= 10_050n; total += 1n) assertFair(weights, total);
    }
  });

  test('never shrink, and give each unit to one party', () => {
    fc.assert(
      fc.property(anyWeights, anyTotal, fc.nat({ max: 300 }), (weights, total, steps) => {
        let before = allotted(weights, total);
        for (let step = 1; step <= steps; step += 1) {
          const after = allotted(weights, total + BigInt(step));
          const gained = after.map((count, party) => count - (before[party] ?? 0n));
          expect(gained.filter((gain) => gain !== 0n)).toEqual([1n]);
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are refused as a broken assumption unless they make a whole', () => {
    for (const weights of [[], [9_999], [10_001], [-1, 10_001], [0.5, 9_999.5]]) {
      expect(() => allotted(weights, 1n)).toThrow('not a whole');
    }
    expect(() => allotted([WHOLE], -1n)).toThrow('never negative');
  });
});
