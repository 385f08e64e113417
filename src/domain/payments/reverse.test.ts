import { describe, expect, test } from 'vitest';
import { ratio } from '../money/ratio.ts';
import { reverse } from './reverse.ts';
import { nextParts } from './split.ts';
import { taxIn } from './tax.ts';

const split = {
  host: 500,
  reserve: 1_000,
  upstream: [{ release: 'rel_b', weight: 2_000 }],
  pool: 6_500,
};
const booked = { split, splitTotal: 3_000n, tax: 100n, net: 1_000n, excess: 7n };

describe('a reversal', () => {
  test('takes back what the split gave, tax and excess as booked', () => {
    const back = reverse({ ...booked, held: { rel_b: 600n } });
    expect(back).toEqual({
      tax: 100n,
      excess: 7n,
      parts: {
        host: 50n,
        reserve: 100n,
        upstream: [{ release: 'rel_b', minor: 200n }],
        pool: 650n,
      },
      deficit: 650n,
      splitTotal: 2_000n,
    });
    expect(nextParts({ split, splitTotal: 2_000n }, 1_000n)).toEqual(back.parts);
  });

  test('leaves to the pool’s deficit what an upstream no longer holds', () => {
    const back = reverse({ ...booked, held: { rel_b: 30n } });
    expect(back.parts.upstream).toEqual([{ release: 'rel_b', minor: 30n }]);
    expect(back.deficit).toBe(820n);
    expect(reverse({ ...booked, held: {} }).deficit).toBe(850n);
  });

  test('never takes more than came in', () => {
    expect(() => reverse({ ...booked, net: 3_001n, held: {} })).toThrow('More is taken back');
    expect(() => reverse({ ...booked, tax: -1n, held: {} })).toThrow('not negative');
  });
});

describe('the tax in a gross amount', () => {
  test.each([
    [110_000n, ratio(1n, 10n), 10_000n],
    [906_489n, ratio(1n, 10n), 82_408n],
    [5n, ratio(1n, 9n), 1n],
    [1n, ratio(1n), 1n],
    [100n, ratio(0n), 0n],
    [119n, ratio(19n, 100n), 19n],
  ])('of %s minor units is rounded half up', (gross, rate, tax) => {
    expect(taxIn(gross, rate)).toBe(tax);
  });

  test('has no rate below zero', () => {
    expect(() => taxIn(100n, ratio(-1n, 10n))).toThrow('below zero');
  });
});
