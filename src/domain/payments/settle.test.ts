import { describe, expect, test } from 'vitest';
import { earned, dust, join, openTranche, pay, stillOwed } from '../ledger/tranche.ts';
import type { Claim, Tranche } from '../ledger/tranche.ts';
import { ratio, ZERO } from '../money/ratio.ts';
import { need, settle } from './settle.ts';
import type { SettleInput } from './settle.ts';
import { POOL_ONLY } from './split.ts';

const owedTo = { programmer: 683_460n, designer: 68_346n, moderator: 112_275n, host: 60_000n };
const total = 924_081n;

function story(): { tranche: Tranche; claims: Claim[] } {
  let tranche = openTranche('AUD');
  const claims: Claim[] = [];
  for (const amount of Object.values(owedTo)) {
    const joined = join(tranche, amount);
    tranche = joined.tranche;
    claims.push(joined.claim);
  }
  return { tranche, claims };
}

function offer(tranche: Tranche, offered: bigint, more: Partial<SettleInput> = {}): SettleInput {
  return {
    offered,
    currency: 'AUD',
    taxRate: ratio(1n, 10n),
    split: POOL_ONLY,
    splitTotal: 0n,
    rooms: {},
    deficit: 0n,
    tranches: [{ id: 't1', priority: 1, outstanding: tranche.outstanding }],
    ...more,
  };
}

function afterFirst(): { tranche: Tranche; claims: Claim[]; splitTotal: bigint } {
  const { tranche, claims } = story();
  const { tranches, splitTotal } = settle(offer(tranche, 110_000n));
  return { tranche: tranches.reduce(pay, tranche), claims, splitTotal };
}

const earnings = (tranche: Tranche, claims: readonly Claim[]): bigint[] =>
  claims.map((claim) => earned(tranche, [claim], 'AUD'));

describe('the story in exact numbers', () => {
  test('a payment of 1,100.00 with 10 % tax gives 739.61, 73.96, 121.49, 64.92, dust 0.02', () => {
    const { tranche, claims } = story();
    expect(tranche.outstanding).toBe(total);
    const first = settle(offer(tranche, 110_000n));
    expect(first).toMatchObject({ accepted: 110_000n, excess: 0n, tax: 10_000n, net: 100_000n });
    const paid = first.tranches.reduce(pay, tranche);
    expect(earnings(paid, claims)).toEqual([73_961n, 7_396n, 12_149n, 6_492n]);
    expect(
      dust(
        paid,
        { AUD: first.net },
        claims.map((claim) => [claim]),
      ),
    ).toEqual({ AUD: 2n });
    expect(stillOwed(paid, claims)).toBe(total - 100_000n);
  });

  test('9,064.89 then closes it exactly, and everyone has earned what was owed', () => {
    const { tranche, claims, splitTotal } = afterFirst();
    const second = settle(offer(tranche, 906_489n, { splitTotal }));
    expect(second).toMatchObject({ accepted: 906_489n, excess: 0n, tax: 82_408n });
    const closed = second.tranches.reduce(pay, tranche);
    expect(closed).toMatchObject({ closed: true, outstanding: 0n });
    expect(earnings(closed, claims)).toEqual(Object.values(owedTo));
    expect(
      dust(
        closed,
        { AUD: total },
        claims.map((claim) => [claim]),
      ),
    ).toEqual({ AUD: 0n });
  });

  test('one cent more is owed back', () => {
    const { tranche, splitTotal } = afterFirst();
    const second = settle(offer(tranche, 906_490n, { splitTotal }));
    expect(second).toMatchObject({ accepted: 906_489n, excess: 1n, net: 824_081n });
    expect(need(offer(tranche, 1n, { splitTotal }))).toBe(906_489n);
  });

  test('a fifth claim that enters between the payments changes nobody’s past', () => {
    const { tranche, claims, splitTotal } = afterFirst();
    const fifth = join(tranche, 75_000n);
    expect(earnings(fifth.tranche, [...claims, fifth.claim]).at(-1)).toBe(0n);
    expect(earnings(fifth.tranche, claims)).toEqual([73_961n, 7_396n, 12_149n, 6_492n]);
    const last = settle(offer(fifth.tranche, 2_000_000n, { splitTotal }));
    const closed = last.tranches.reduce(pay, fifth.tranche);
    expect(earnings(closed, [...claims, fifth.claim])).toEqual([...Object.values(owedTo), 75_000n]);
  });
});

describe('settling a payment', () => {
  const due = (id: string, priority: number, outstanding: bigint) => ({
    id,
    priority,
    outstanding,
  });

  test('is refused when nothing is owed', () => {
    expect(() => settle(offer(openTranche('AUD'), 100n, { tranches: [] }))).toThrowError(
      expect.objectContaining({ code: 'nothing-owed' }),
    );
  });

  test('splits what is left after tax by shares, and keeps what an upstream has no room for', () => {
    const split = {
      host: 500,
      reserve: 1_000,
      upstream: [{ release: 'rel_b', weight: 2_000 }],
      pool: 6_500,
    };
    const input = offer(story().tranche, 110_000n, { split, rooms: { rel_b: 15_000n } });
    const { parts, splitTotal, tranches } = settle(input);
    expect(parts).toEqual({
      host: 5_000n,
      reserve: 10_000n,
      upstream: [{ release: 'rel_b', minor: 15_000n }],
      pool: 70_000n,
    });
    expect(splitTotal).toBe(100_000n);
    expect(tranches).toEqual([{ id: 't1', currency: 'AUD', minor: 70_000n, value: 70_000n }]);
    expect(settle({ ...input, rooms: {} }).parts.pool).toBe(85_000n);
  });

  test('refills a deficit before any tranche, and accepts payments for it alone', () => {
    const tranches = [due('t1', 1, 1_000n)];
    const input = offer(openTranche('AUD'), 300n, { deficit: 500n, tranches, taxRate: ZERO });
    expect(settle(input)).toMatchObject({ deficit: 300n, tranches: [] });
    expect(settle({ ...input, offered: 700n })).toMatchObject({ deficit: 500n, excess: 0n });
    expect(settle({ ...input, tranches: [], offered: 501n })).toMatchObject({ excess: 1n });
  });

  test('pays by priority, and within one priority in proportion to what each still owes', () => {
    const tranches = [due('c', 2, 100n), due('a', 1, 100n), due('b', 1, 300n)];
    const input = offer(openTranche('AUD'), 40n, { tranches, taxRate: ZERO });
    const values = (offered: bigint): string[] =>
      settle({ ...input, offered }).tranches.map(({ id, value }) => `${id} ${value}`);
    expect(values(40n)).toEqual(['a 10', 'b 30']);
    expect(values(450n)).toEqual(['a 100', 'b 300', 'c 50']);
  });

  test('converts at the rate, and carries the fraction to the next payment', () => {
    const conversion = { rate: ratio(3n, 2n), carry: ZERO };
    const tranches = [due('t1', 1, 100n)];
    const input = offer(openTranche('AUD'), 5n, {
      currency: 'EUR',
      conversion,
      tranches,
      taxRate: ZERO,
    });
    const first = settle(input);
    expect(first.tranches).toEqual([{ id: 't1', currency: 'EUR', minor: 5n, value: 7n }]);
    expect(first.carry).toEqual(ratio(1n, 2n));
    const second = settle({ ...input, conversion: { ...conversion, carry: ratio(1n, 2n) } });
    expect(second.tranches[0]?.value).toBe(8n);
  });

  test('accepts the least foreign amount whose value reaches what is owed, overshoot earned', () => {
    const conversion = { rate: ratio(3n, 2n), carry: ZERO };
    const input = offer(openTranche('AUD'), 1_000n, {
      currency: 'EUR',
      conversion,
      tranches: [due('t1', 1, 100n)],
      taxRate: ZERO,
    });
    const { accepted, excess, tranches, carry } = settle(input);
    expect({ accepted, excess, carry }).toEqual({ accepted: 67n, excess: 933n, carry: ZERO });
    expect(tranches).toEqual([{ id: 't1', currency: 'EUR', minor: 67n, value: 100n }]);
    expect(need(input)).toBe(67n);
  });

  test('keeps a carry of bounded length', () => {
    const carry = ratio(1n, 2n ** 1024n + 1n);
    const conversion = { rate: ratio(1n, 3n), carry };
    const input = offer(openTranche('AUD'), 1n, {
      currency: 'EUR',
      conversion,
      tranches: [due('t1', 1, 100n)],
      taxRate: ZERO,
    });
    expect(settle(input).carry?.den).toBeLessThanOrEqual(2n ** 512n);
  });

  test('is a broken assumption for an offer of nothing', () => {
    expect(() => settle(offer(story().tranche, 0n))).toThrowError('above zero');
  });
});
