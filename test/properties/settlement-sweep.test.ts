import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio, ZERO } from '../../src/domain/money/ratio.ts';
import { roomOf, sweep, topologicalOrder } from '../../src/domain/payments/sweep.ts';
import type { Receiver } from '../../src/domain/payments/sweep.ts';

const minor = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 9n }));
const receiver = fc
  .record({ owed: minor, other: minor, deficit: minor, room: minor, splitTotal: minor })
  .chain(({ owed, other, deficit, room, splitTotal }) =>
    fc.boolean().map((isForeign): Receiver => ({
      currency: isForeign ? 'EUR' : 'AUD',
      split: {
        host: 600,
        reserve: 900,
        upstream: [{ release: 'deep', weight: 1_500 }],
        pool: 7_000,
      },
      rooms: { deep: room },
      tranches: [
        { id: 'a', priority: 1, outstanding: owed },
        { id: 'b', priority: 2, outstanding: other },
      ].filter(({ outstanding }) => outstanding > 0n),
      deficit,
      splitTotal,
      ...(isForeign && { conversion: { rate: ratio(16_643n, 10_000n), carry: ZERO } }),
    })),
  );

describe('a sweep', () => {
  test('moves all that is held, to the unit, and never to the upstream’s host', () => {
    fc.assert(
      fc.property(minor, receiver, receiver, (held, upstream, holder) => {
        const swept = sweep({ held, upstream, holder });
        const moved = swept.upstream?.accepted ?? 0n;
        expect(moved + (swept.back?.accepted ?? 0n) + swept.toReserve).toBe(held);
        expect(swept.upstream?.parts.host ?? 0n).toBe(0n);
        expect(moved).toBeLessThanOrEqual(roomOf(upstream, 0n));
      }),
    );
  });

  test('follows an order in which nothing comes before what builds on it', () => {
    const edge = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.array(edge), fc.array(fc.nat({ max: 12 })), (edges, shuffle) => {
        const name = (node: number): string => `rel_${(shuffle[node] ?? 0) * 100 + node}`;
        const dependencies = edges.map(([a, b]) => ({ downstream: name(a), upstream: name(b) }));
        const order = topologicalOrder(dependencies);
        for (const { downstream, upstream } of dependencies) {
          expect(order.indexOf(downstream)).toBeLessThan(order.indexOf(upstream));
        }
        expect(new Set(order).size).toBe(order.length);
        const [first] = dependencies;
        if (first === undefined) return;
        const back = { downstream: first.upstream, upstream: first.downstream };
        expect(() => topologicalOrder([...dependencies, back])).toThrowError(
          expect.objectContaining({ code: 'dependency-cycle' }),
        );
      }),
    );
  });
});
