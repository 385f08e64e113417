import { describe, expect, test } from 'vitest';
import { ratio } from '../money/ratio.ts';
import {
  growthDue,
  growthFromKey,
  growthKey,
  growthOf,
  quarterGrowth,
  quarterOf,
} from './growth.ts';
import type { DelayTerms } from './growth.ts';
import { earned, grow, join, openTranche, pay, stillOwed } from './tranche.ts';

const terms: DelayTerms = {
  yearlyRate: ratio(8n, 100n),
  ceiling: ratio(2n),
  return: ratio(3n, 2n),
};

describe('the price of waiting', () => {
  test('is due at the end of each whole quarter after grace, up to today', () => {
    const growth = growthOf(terms, '2026-11-10');
    if (growth === undefined) throw new Error('It grows.');
    expect(growth.graceQuarter).toBe('2026-Q4');
    expect(growthDue(growth, null, '2027-03-30')).toEqual([]);
    expect(growthDue(growth, null, '2027-03-31')).toEqual(['2027-03-31']);
    const due = ['2027-06-30', '2027-09-30', '2027-12-31', '2028-03-31'];
    expect(growthDue(growth, '2027-03-31', '2028-04-01')).toEqual(due);
    expect(growthDue(growth, '2028-03-31', '2028-04-01')).toEqual([]);
    expect(quarterOf('2026-03-31')).toBe('2026-Q1');
  });

  test('is nothing at a rate of zero, or where the ceiling is the return', () => {
    expect(growthOf({ ...terms, yearlyRate: ratio(0n) }, '2026-11-10')).toBeUndefined();
    expect(growthOf({ ...terms, ceiling: ratio(3n, 2n) }, '2026-11-10')).toBeUndefined();
    expect(growthKey(undefined)).toBe('none');
    expect(growthFromKey('none')).toBeUndefined();
  });

  test('tells by a key which claims may share a tranche', () => {
    const growth = growthOf(terms, '2026-11-10');
    const key = growthKey(growth);
    expect(key).toBe('{"cap":"4/3","graceQuarter":"2026-Q4","yearlyRate":"2/25"}');
    expect(growthFromKey(key)).toEqual(growth);
    expect(growthKey(growthOf(terms, '2026-10-01'))).toBe(key);
    expect(growthKey(growthOf(terms, '2027-01-01'))).not.toBe(key);
    expect(() => growthFromKey('{}')).toThrow('no yearlyRate');
  });

  test('is a quarter of the yearly rate, half-even, and stops at the ceiling', () => {
    const growth = growthOf(terms, '2026-11-10');
    if (growth === undefined) throw new Error('It grows.');
    const { claim, ...joined } = join(openTranche('AUD'), 150_025n);
    let { tranche } = joined;
    expect(quarterGrowth(tranche, growth)).toBe(3_000n);
    const steps: bigint[] = [];
    for (let quarter = 0; quarter < 20; quarter += 1) {
      const step = quarterGrowth(tranche, growth);
      steps.push(step);
      tranche = grow(tranche, step);
    }
    expect(steps.filter((step) => step > 0n)).toHaveLength(15);
    expect(tranche.outstanding).toBe(200_033n);
    expect(stillOwed(tranche, [claim])).toBe(200_033n);
    const closed = pay(tranche, { currency: 'AUD', minor: 200_033n, value: 200_033n });
    expect(earned(closed, [claim], 'AUD')).toBe(200_033n);
  });

  test('never lets rounding carry a small claim beyond the ceiling', () => {
    const growth = growthOf(terms, '2026-11-10');
    if (growth === undefined) throw new Error('It grows.');
    let { tranche } = join(openTranche('AUD'), 26n);
    for (let quarter = 0; quarter < 100; quarter += 1) {
      tranche = grow(tranche, quarterGrowth(tranche, growth));
    }
    expect(tranche.outstanding).toBe(34n);
  });
});
