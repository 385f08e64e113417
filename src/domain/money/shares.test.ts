import { expect, test } from 'vitest';
import { allotted } from './shares.ts';

test('the first units of three parties go by the earliest deadline', () => {
  const weights = [5_000, 3_000, 2_000];
  const owners = Array.from({ length: 10 }, (_, unit) => {
    const [before, after] = [allotted(weights, BigInt(unit)), allotted(weights, BigInt(unit + 1))];
    return after.findIndex((count, party) => count !== before[party]);
  });
  expect(owners).toEqual([0, 1, 0, 2, 0, 1, 0, 1, 0, 2]);
  expect(allotted(weights, 10n)).toEqual([5n, 3n, 2n]);
});

test('the pattern repeats, so that any total is told at once', () => {
  const weights = [1_500, 8_500];
  const total = 10n ** 40n;
  expect(allotted(weights, total + 7n)).toEqual([
    ...allotted(weights, 7n).map(
      (count, party) => count + (total / 10_000n) * BigInt(weights[party] ?? 0),
    ),
  ]);
});
