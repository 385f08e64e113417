import { expect, test } from 'vitest';
import { benchClaims } from '../bench/claims.ts';
import { benchMemory } from '../bench/memory.ts';
import { benchPayments } from '../bench/payments.ts';
import { meetsAim } from '../bench/result.ts';
import type { BenchResult } from '../bench/result.ts';
import { benchStart } from '../bench/start.ts';
import { benchTry } from '../bench/try.ts';

const sound = (results: readonly BenchResult[]): void => {
  expect(results.length).toBeGreaterThan(0);
  for (const result of results) {
    if (result.skipped === true) expect(result.note).toContain('skipped');
    else expect(result.ours).toBeGreaterThan(0);
    expect(result.unit).toMatch(/^(ms|MB|1\/s)$/);
  }
};

test('payments are measured against the very rows that they write', async () => {
  sound(await benchPayments({ payments: 12, inFlight: 4, rounds: 2 }));
});

test('one payment is measured in releases of several sizes', async () => {
  sound(await benchClaims({ claims: [2, 30], payments: 3 }));
});

test('the start of a node is measured to its first answer', async () => {
  sound(await benchStart(1));
});

test('the memory of a node is measured', async () => {
  sound(await benchMemory(1));
});

test('a first look is measured on a repository; a history that is missing is skipped', async () => {
  const results = await benchTry({ commits: 20, runs: 1, history: 'no-such-history.gz' });
  sound(results);
  expect(results.filter(({ skipped }) => skipped === true)).toHaveLength(2);
});

test('an aim is of the ratio where there is one, and of nothing where a thing was skipped', () => {
  const result = { name: '', ours: 90, peer: 100, ratio: 0.9, unit: 'ms', note: '' };
  expect(meetsAim({ ...result, aim: { least: 0.5 } })).toBe(true);
  expect(meetsAim({ ...result, aim: { most: 0.5 } })).toBe(false);
  expect(meetsAim({ ...result, ratio: null, peer: null, aim: { most: 100 } })).toBe(true);
  expect(meetsAim({ ...result, aim: { most: 0.5 }, skipped: true })).toBeUndefined();
  expect(meetsAim({ ...result, aim: null })).toBeUndefined();
});
