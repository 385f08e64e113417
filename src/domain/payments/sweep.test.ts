import { describe, expect, test } from 'vitest';
import { roomOf, sweep, topologicalOrder } from './sweep.ts';
import type { Receiver } from './sweep.ts';
import { POOL_ONLY, splitFromKey, splitKey } from './split.ts';

const builds = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [downstream = '', upstream = ''] = pair.split('>');
    return { downstream, upstream };
  });

const owing = (outstanding: bigint): Receiver => ({
  currency: 'AUD',
  split: POOL_ONLY,
  splitTotal: 0n,
  rooms: {},
  deficit: 0n,
  tranches: outstanding > 0n ? [{ id: 't', priority: 1, outstanding }] : [],
});

describe('the order in which held money flows', () => {
  test('has each release before all that it builds on, whatever the order of asking', () => {
    const edges = builds('app>lib', 'app>core', 'lib>core', 'core>base', 'tool>base');
    expect(topologicalOrder(edges)).toEqual(['app', 'tool', 'lib', 'core', 'base']);
    expect(topologicalOrder(edges.toReversed())).toEqual(['app', 'tool', 'lib', 'core', 'base']);
    expect(topologicalOrder([])).toEqual([]);
  });

  test.each([
    [builds('B>A', 'A>B'), 'A -> B -> A'],
    [builds('A>A'), 'A -> A'],
    [builds('x>B', 'B>C', 'C>D', 'D>B', 'D>y'), 'B -> C -> D -> B'],
  ])('is refused when there is a circle, which it names', (edges, cycle) => {
    expect(() => topologicalOrder(edges)).toThrowError(
      expect.objectContaining({ code: 'dependency-cycle', values: { cycle } }),
    );
  });
});

describe('sweeping what is held for an upstream', () => {
  test('pays it without tax or host’s share, whose weight stays in its pool', () => {
    const split = {
      host: 1_000,
      reserve: 1_000,
      upstream: [{ release: 'deep', weight: 2_000 }],
      pool: 6_000,
    };
    const upstream = { ...owing(1_000n), split, rooms: { deep: 5n } };
    const { upstream: moved, back, toReserve } = sweep({ held: 100n, upstream, holder: owing(9n) });
    expect(moved?.parts).toEqual({
      host: 0n,
      reserve: 10n,
      upstream: [{ release: 'deep', minor: 5n }],
      pool: 85n,
    });
    expect(moved).toMatchObject({ tax: 0n, accepted: 100n, splitTotal: 100n });
    expect({ back, toReserve }).toEqual({ back: undefined, toReserve: 0n });
  });

  test('gives what it does not need to the holder’s pool, and the rest to the reserve', () => {
    const swept = sweep({ held: 100n, upstream: owing(60n), holder: owing(30n) });
    expect(swept.upstream).toMatchObject({ accepted: 60n, excess: 40n });
    expect(swept.back).toMatchObject({ accepted: 30n, excess: 10n });
    expect(swept.toReserve).toBe(10n);
    expect(sweep({ held: 100n, upstream: owing(0n), holder: owing(0n) })).toEqual({
      toReserve: 100n,
    });
    expect(sweep({ held: 0n, upstream: owing(5n), holder: owing(5n) })).toEqual({ toReserve: 0n });
  });

  test('has room for what the upstream owes, less what is held already', () => {
    expect(roomOf(owing(100n), 30n)).toBe(70n);
    expect(roomOf(owing(100n), 130n)).toBe(0n);
    const split = { host: 1_000, reserve: 1_000, upstream: [], pool: 8_000 };
    expect(roomOf({ ...owing(900n), split }, 0n)).toBe(1_000n);
  });
});

test('the key of a split is the same whatever the order of releases, and is read back', () => {
  const [a, b] = [
    { release: 'rel_a', weight: 1_000 },
    { release: 'rel_b', weight: 2_000 },
  ];
  const split = { host: 0, reserve: 500, upstream: [b, a], pool: 6_500 };
  expect(splitKey(split)).toBe('0 500 6500 rel_a=1000 rel_b=2000');
  expect(splitFromKey(splitKey(split))).toEqual({ ...split, upstream: [a, b] });
  expect(splitFromKey(splitKey(POOL_ONLY))).toEqual(POOL_ONLY);
  expect(() => splitFromKey('')).toThrow('not the key of a split');
});
