import { expect, test } from 'vitest';
import { dust, earned, stillOwed } from './earnings.ts';
import { join, openTranche, pay } from './tranche.ts';
import type { Claim } from './tranche.ts';

/** A claim on one unit that left when its sum stood at num, having entered at a product of den. */
const part = (num: bigint, den: bigint): Claim => ({
  amount: 1n,
  product: den,
  exponent: 0,
  sums: {},
  exit: { product: 1n, exponent: 0, sums: { AUD: num } },
});

test('a sum that no bounds can tell from a whole number is made exactly', () => {
  const tranche = openTranche('AUD');
  const third = part(1n, 3n);
  const restLessTrace = part(2n ** 65n - 3n, 3n * 2n ** 64n);
  const belowThat = part(2n ** 65n - 4n, 3n * 2n ** 64n);
  expect(earned(tranche, [third, restLessTrace], 'AUD')).toBe(1n);
  expect(earned(tranche, [third, belowThat], 'AUD')).toBe(0n);
});

test('a holder’s claims are rounded together, not one by one', () => {
  let { tranche, claim } = join(openTranche('AUD'), 10n);
  const claims: Claim[] = [claim];
  for (let more = 0; more < 2; more += 1) {
    ({ tranche, claim } = join(tranche, 10n));
    claims.push(claim);
  }
  tranche = pay(tranche, { currency: 'AUD', minor: 10n, value: 10n });
  expect(claims.map((one) => earned(tranche, [one], 'AUD'))).toEqual([3n, 3n, 3n]);
  expect(earned(tranche, claims, 'AUD')).toBe(10n);
  expect(claims.map((one) => stillOwed(tranche, [one]))).toEqual([7n, 7n, 7n]);
  expect(stillOwed(tranche, claims)).toBe(20n);
  expect(
    dust(
      tranche,
      { AUD: 10n },
      claims.map((one) => [one]),
    ),
  ).toEqual({ AUD: 1n });
  expect(dust(tranche, { AUD: 10n }, [claims.toReversed()])).toEqual({ AUD: 0n });
});

test('whoever has no claims has earned nothing and is owed nothing', () => {
  expect(earned(openTranche('AUD'), [], 'AUD')).toBe(0n);
  expect(stillOwed(openTranche('AUD'), [])).toBe(0n);
});
