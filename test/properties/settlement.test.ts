import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR } from '../../src/domain/money/amount.ts';
import { ratio, ZERO } from '../../src/domain/money/ratio.ts';
import { need, settle } from '../../src/domain/payments/settle.ts';
import type { Split } from '../../src/domain/payments/split.ts';
import * as at from './settlement-release.ts';
import type { Release } from './settlement-release.ts';

const split: Split = {
  host: 700,
  reserve: 1_100,
  upstream: [{ release: at.UPSTREAM, weight: 1_300 }],
  pool: 6_900,
};
const priorities = { a: 1, b: 1, c: 1, d: 2, e: 3, f: 3 };
const trancheId = fc.constantFrom(...Object.keys(priorities));
const currency = fc.constantFrom('AUD', 'EUR', 'JPY', 'KWD');
const smallMinor = fc.bigInt({ min: 1n, max: 100_000n });
const anyMinor = fc.oneof(smallMinor, fc.bigInt({ min: 1n, max: 10n ** 12n }));
const taxRate = fc.constantFrom(ZERO, ratio(1n, 10n), ratio(19n, 100n), ratio(77n, 1_000n));

type Step = (release: Release) => Release;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(trancheId, fc.nat({ max: 3 }), anyMinor).map(
    ([id, holder, minor]): Step =>
      (release) =>
        at.accept(release, id, holder, minor),
  ),
  fc.tuple(currency, anyMinor, taxRate).map(
    ([code, minor, rate]): Step =>
      (release) =>
        at.receive(release, code, minor, rate),
  ),
  fc.nat({ max: 20 }).map(
    (which): Step =>
      (release) =>
        at.bounce(release, which),
  ),
  fc.nat({ max: 20 }).map(
    (which): Step =>
      (release) =>
        at.withdraw(release, which),
  ),
  fc.tuple(trancheId, smallMinor).map(
    ([id, minor]): Step =>
      (release) =>
        at.delay(release, id, minor),
  ),
);
const anySteps = fc.array(anyStep, { maxLength: 50, size: 'max' });
const play = (steps: readonly Step[], from: Release): Release =>
  steps.reduce((release, step) => step(release), from);
const opened = (): Release =>
  play(
    Object.keys(priorities).map(
      (id, index) => (release: Release) =>
        at.accept(release, id, index % 4, 1_000n + 977n * BigInt(index)),
    ),
    at.newRelease(split, priorities),
  );
const balance = (release: Release, account: string, code: string): bigint =>
  release.balances.get(`${account} ${code}`) ?? 0n;

describe('a release', () => {
  test('neither creates nor loses money, whatever happens, in every currency', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const release = play(steps, opened());
        for (const code of ['AUD', 'EUR', 'JPY', 'KWD']) {
          let sum = 0n;
          for (const [place, minor] of release.balances) sum += place.endsWith(code) ? minor : 0n;
          expect(sum).toBe(0n);
          const poured = release.poured[code] ?? 0n;
          expect(balance(release, 'pool:rel_1', code)).toBe(-poured);
          expect(balance(release, `held:rel_1:${at.UPSTREAM}`, code)).toBe(
            -(release.held[code] ?? 0n),
          );
          expect(balance(release, 'cash', code)).toBe(cashIn(release, code));
          const covered = poured + (release.deficits[code] ?? 0n);
          expect(at.earnedIn(release, code)).toBeLessThanOrEqual(covered);
          const splitTotal = release.splitTotals[code] ?? 0n;
          const hostPart = -balance(release, 'host:work_1', code);
          expect(offShare(hostPart, splitTotal, split.host)).toBeLessThan(10_000n);
        }
        for (const [id, { state }] of Object.entries(release.tranches)) {
          expect(balance(release, `claims:${id}`, 'AUD')).toBe(-state.outstanding);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is left the same by a payment and by its slices', () => {
    const slices = fc.array(fc.bigInt({ min: 1n, max: 900n }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(currency, slices, anySteps, (code, sliced, steps) => {
        const before = play(steps.slice(0, 10), opened());
        const whole = sliced.reduce((sum, slice) => sum + slice, 0n);
        const pay = (release: Release, minor: bigint): Release => at.receive(release, code, minor);
        const [once, often] = [pay(before, whole), sliced.reduce(pay, before)];
        expect(often.splitTotals).toEqual(once.splitTotals);
        expect(often.held).toEqual(once.held);
        expect(often.deficits).toEqual(once.deficits);
        expect(often.poured).toEqual(once.poured);
        expect(often.carries).toEqual(once.carries);
        expect(outstanding(often)).toEqual(outstanding(once));
      }),
      { numRuns: 150 },
    );
  });

  test('takes no more than the least gross amount that pays all, at any size', () => {
    const large = fc.bigInt({ min: 1n, max: MAX_MINOR / 1_000n });
    fc.assert(
      fc.property(currency, taxRate, fc.oneof(large, smallMinor), (code, rate, owed) => {
        const release = at.accept(at.newRelease(split, { a: 1 }), 'a', 0, owed);
        const now = at.situation(release, code, rate);
        const least = need(now);
        const full = settle({ ...now, offered: least + 12_345n });
        expect(full).toMatchObject({ accepted: least, excess: 12_345n });
        expect(full.tranches.map(({ value }) => value)).toEqual([owed]);
        expect(full.accepted).toBe(full.tax + full.net);
        if (least === 1n) return;
        const short = settle({ ...now, offered: least - 1n });
        expect(short.excess).toBe(0n);
        expect(short.tranches.reduce((sum, { value }) => sum + value, 0n)).toBeLessThan(owed);
      }),
    );
  });

  test('keeps tranches of one priority in proportion within two units, however it is paid', () => {
    const payments = fc.array(fc.bigInt({ min: 1n, max: 40n }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(payments, currency, (minors, code) => {
        const owed: Record<string, bigint> = { a: 30_000n, b: 10_001n, c: 777n };
        const fresh = at.newRelease(
          { ...split, host: 0, reserve: 0, upstream: [], pool: 10_000 },
          {
            a: 1,
            b: 1,
            c: 1,
          },
        );
        const start = Object.entries(owed).reduce(
          (release, [id, minor]) => at.accept(release, id, 0, minor),
          fresh,
        );
        const end = minors.reduce((release, minor) => at.receive(release, code, minor), start);
        const left = outstanding(end);
        const [all, rest] = [sumOf(Object.values(owed)), sumOf(Object.values(left))];
        for (const [id, basis] of Object.entries(owed)) {
          const off = (left[id] ?? 0n) * all - basis * rest;
          expect(off < 0n ? -off : off).toBeLessThan(2n * all);
        }
      }),
    );
  });

  test('is not changed by asking, nor by a payment that is refused', () => {
    fc.assert(
      fc.property(anySteps, currency, (steps, code) => {
        const release = play(steps, opened());
        const now = frozen(at.situation(release, code, ZERO));
        if (need(now) > 0n) settle({ ...now, offered: 77n });
        const nothing = frozen({ ...now, deficit: 0n, tranches: [], offered: 77n });
        expect(() => settle(nothing)).toThrowError(
          expect.objectContaining({ code: 'nothing-owed' }),
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** How far a part is from its exact share, in ten-thousandths of a minor unit. */
function offShare(part: bigint, splitTotal: bigint, weight: number): bigint {
  const off = part * 10_000n - splitTotal * BigInt(weight);
  return off < 0n ? -off : off;
}

/** All that payers gave in a currency and have not taken back. */
function cashIn(release: Release, code: string): bigint {
  const kept = release.payments.filter(({ currency, reversed }) => currency === code && !reversed);
  return kept.reduce((sum, { settled }) => sum + settled.accepted + settled.excess, 0n);
}

function outstanding(release: Release): Record<string, bigint> {
  const entries = Object.entries(release.tranches);
  return Object.fromEntries(entries.map(([id, { state }]) => [id, state.outstanding]));
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** Frozen all through, so that whoever changes it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
