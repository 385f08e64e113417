import { describe, expect, test } from 'vitest';
import * as ledger from './tranche.ts';
import type { Claim, Tranche } from './tranche.ts';

function withClaims(...amounts: readonly bigint[]): { tranche: Tranche; claims: Claim[] } {
  const claims: Claim[] = [];
  let tranche = ledger.openTranche('AUD');
  for (const amount of amounts) {
    const joined = ledger.join(tranche, amount);
    claims.push(joined.claim);
    ({ tranche } = joined);
  }
  return { tranche, claims };
}

const home = (tranche: Tranche, minor: bigint): Tranche =>
  ledger.pay(tranche, { currency: 'AUD', minor, value: minor });

describe('a tranche', () => {
  test('that was paid in full is closed and never reopens', () => {
    const { tranche, claims } = withClaims(70n, 30n);
    const closed = home(tranche, 100n);
    expect(closed.closed).toBe(true);
    expect(() => ledger.join(closed, 1n)).toThrow('never reopens');
    expect(() => home(closed, 1n)).toThrow('something that is owed');
    expect(claims.map((claim) => ledger.stillOwed(closed, [claim]))).toEqual([0n, 0n]);
  });

  test('asserts what a payment must be', () => {
    const { tranche, claims } = withClaims(100n);
    expect(() => home(tranche, 101n)).toThrow('not above what is owed');
    expect(() => home(tranche, -1n)).toThrow('not negative');
    expect(() => ledger.pay(tranche, { currency: 'AUD', minor: 2n, value: 1n })).toThrow('itself');
    expect(() => ledger.join(tranche, 0n)).toThrow('above zero');
    const [claim] = claims;
    if (claim === undefined) throw new Error('There is a claim.');
    const left = ledger.cancel(tranche, claim);
    expect(() => ledger.cancel(tranche, left.claim)).toThrow('cancelled once');
  });

  test('pays people in the currency that came in, and knows its value at home', () => {
    const { tranche, claims } = withClaims(600n, 400n);
    const paid = ledger.pay(home(tranche, 500n), { currency: 'JPY', minor: 9_000n, value: 100n });
    const earnings = (currency: string): bigint[] =>
      claims.map((claim) => ledger.earned(paid, [claim], currency));
    expect(earnings('AUD')).toEqual([300n, 200n]);
    expect(earnings('JPY')).toEqual([5_400n, 3_600n]);
    expect(earnings(ledger.FOREIGN_VALUE)).toEqual([60n, 40n]);
    expect(ledger.stillOwed(paid, claims)).toBe(400n);
    expect(paid).toMatchObject({ foreign: true, grown: false, cancelled: false });
  });

  test('lets a cancelled claim keep what it has earned, and owes the rest no more', () => {
    const { tranche, claims } = withClaims(600n, 400n);
    const [first, second] = claims;
    if (first === undefined || second === undefined) throw new Error('There are two claims.');
    const left = ledger.cancel(home(tranche, 500n), first);
    expect(left.remainder).toBe(300n);
    const closed = home(left.tranche, 200n);
    expect(closed.closed).toBe(true);
    expect(ledger.earned(closed, [left.claim], 'AUD')).toBe(300n);
    expect(ledger.stillOwed(left.tranche, [left.claim, second])).toBe(200n);
    expect(ledger.earned(closed, [second], 'AUD')).toBe(400n);
  });

  test('owes nothing when its last claim is cancelled, and is closed', () => {
    const { tranche, claims } = withClaims(50n, 50n);
    let after = home(tranche, 33n);
    const remainders = claims.map((claim) => {
      const left = ledger.cancel(after, claim);
      after = left.tranche;
      return left.remainder;
    });
    expect(remainders).toEqual([33n, 34n]);
    expect(after).toMatchObject({ outstanding: 0n, closed: true, cancelled: true });
  });

  test('keeps a lone claim whole to the last unit, whatever the product has lost', () => {
    const { tranche, claims } = withClaims(100n);
    const [claim] = claims;
    if (claim === undefined) throw new Error('There is a claim.');
    let paid = tranche;
    for (const minor of [1n, 2n, 3n, 5n, 7n]) paid = home(paid, minor);
    expect(ledger.stillOwed(paid, [claim])).toBe(82n);
    expect(ledger.earned(paid, [claim], 'AUD')).toBe(18n);
    expect(ledger.cancel(paid, claim).remainder).toBe(82n);
    const foreign = ledger.pay(paid, { currency: 'EUR', minor: 50n, value: 80n });
    expect(ledger.earned(foreign, [claim], 'EUR')).toBe(50n);
    const grown = ledger.grow(foreign, 5n);
    expect(ledger.stillOwed(grown, [claim])).toBe(7n);
    expect(ledger.earned(home(grown, 7n), [claim], 'AUD')).toBe(25n);
  });

  test('rounds once for a holder of ten thousand claims, at any time', () => {
    let tranche = ledger.openTranche('AUD');
    const claims: Claim[] = [];
    for (let round = 0; round < 10_000; round += 1) {
      const joined = ledger.join(tranche, 7n);
      claims.push(joined.claim);
      tranche = home(joined.tranche, 3n);
    }
    expect(ledger.earned(tranche, claims, 'AUD')).toBe(30_000n);
    expect(ledger.stillOwed(tranche, claims)).toBe(40_000n);
  });

  test('keeps its sums by own names, even those that every object has', () => {
    const { tranche, claims } = withClaims(10n);
    const currency = 'constructor';
    expect(ledger.earned(tranche, claims, currency)).toBe(0n);
    const paid = ledger.pay(tranche, { currency, minor: 50n, value: 10n });
    expect(ledger.earned(paid, claims, currency)).toBe(50n);
  });

  test.each([null, 7, {}, { outstanding: 'x' }, { outstanding: '1', product: 5 }])(
    'is not read from %j',
    (kept) => {
      expect(() => ledger.decodeTranche(kept)).toThrow('kept');
    },
  );
});
