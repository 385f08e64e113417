import { expect, test } from 'vitest';
import { flowOf, outlineOf } from './flow.ts';
import type { Way } from './ways.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });
const room = { along: 800, across: 400, box: 10, between: 26 };

const ways: readonly Way[] = [
  { key: 'tax', kind: 'tax', amount: aud('100.00') },
  { key: 'host', kind: 'host', amount: aud('0.00') },
  { key: 'pool', kind: 'pool', amount: aud('1000.00') },
  { key: 'a', kind: 'person', name: 'A', amount: aud('740.00') },
  { key: 'b', kind: 'person', name: 'B', amount: aud('259.99') },
  { key: 'dust', kind: 'dust', amount: aud('0.01') },
];

test('ribbons are as wide as the amounts, and none is thinner than a pixel', () => {
  const { ribbons } = flowOf(aud('1100.00'), ways, room, true);
  const width = (of: string): number => ribbons.find(({ key }) => key === of)?.width ?? 0;
  expect(width('pool') / width('tax')).toBeCloseTo(10, 1);
  expect(width('dust')).toBe(1);
});

test('a way that took nothing is a box without a ribbon, or left out', () => {
  const shown = flowOf(aud('1100.00'), ways, room, true);
  expect(shown.nodes.map(({ key }) => key)).toContain('host');
  expect(shown.ribbons.map(({ key }) => key)).not.toContain('host');
  const without = flowOf(aud('1100.00'), ways, room, false);
  expect(without.nodes.map(({ key }) => key)).not.toContain('host');
});

test('everything stays inside the room, in three columns', () => {
  const { nodes } = flowOf(aud('1100.00'), ways, room, true);
  expect(nodes.every(({ from, to }) => from >= -0.01 && to <= 400.01)).toBe(true);
  expect(nodes.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))).toBe(true);
  expect(new Set(nodes.map(({ along }) => Math.round(along)))).toEqual(new Set([0, 395, 790]));
});

test('dust that goes out from before is no ribbon', () => {
  const out: Way = { key: 'dust', kind: 'dust', amount: aud('-0.01') };
  const { nodes } = flowOf(aud('1100.00'), [...ways.slice(0, 5), out], room, true);
  expect(nodes.map(({ key }) => key)).not.toContain('dust');
});

test('a ribbon has one closed outline', () => {
  const [ribbon] = flowOf(aud('1100.00'), ways, room, true).ribbons;
  expect(ribbon && outlineOf(ribbon, (along, across) => `${along},${across}`)).toMatch(/^M.*Z$/);
});
