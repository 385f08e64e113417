import { expect, test } from 'vitest';
import { gathered, keptOf, waysOf } from './ways.ts';
import type { Paid } from './ways.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

const paid: Paid = {
  offered: aud('1100.00'),
  accepted: aud('1100.00'),
  excess: aud('0.00'),
  excessTo: 'payer',
  tax: aud('100.00'),
  net: aud('1000.00'),
  split: { host: aud('0.00'), reserve: aud('0.00'), upstream: [], pool: aud('1000.00') },
  deficit: aud('0.00'),
};

const parts = [
  { agent: 'agent_b', name: 'Designer', amount: aud('260.37') },
  { agent: 'agent_a', name: 'Programmer', amount: aud('739.61') },
];

test('the ways come in the order in which money is taken, people from the largest part', () => {
  expect(waysOf(paid, parts, () => '').map(({ key }) => key)).toEqual([
    'tax',
    'host',
    'reserve',
    'upstream',
    'pool',
    'agent_a',
    'agent_b',
    'dust',
  ]);
});

test('what of the pool nobody has earned is kept', () => {
  expect(keptOf(paid, parts)).toEqual(aud('0.02'));
});

test('dust from before that goes out with a payment is below nothing', () => {
  const more = [...parts, { agent: 'agent_c', name: 'Giver', amount: aud('0.05') }];
  expect(keptOf(paid, more)).toEqual(aud('-0.03'));
});

test('a currency without cents stays without them', () => {
  const yen = (amount: string) => ({ amount, currency: 'JPY' });
  const of = { ...paid, split: { ...paid.split, pool: yen('1000') }, deficit: yen('0') };
  expect(keptOf(of, [{ agent: 'a', name: 'A', amount: yen('999') }])).toEqual(yen('1'));
});

test('each work below is a way of its own, by its title', () => {
  const upstream = [{ release: 'rel_1', amount: aud('50.00') }];
  const of = { ...paid, split: { ...paid.split, upstream, pool: aud('950.00') } };
  const [found] = waysOf(of, [], (release) => `Title of ${release}`).filter(
    ({ kind }) => kind === 'upstream',
  );
  expect(found).toMatchObject({ key: 'rel_1', name: 'Title of rel_1' });
});

test('a share is of what went to claims; what refills a deficit is a way of its own', () => {
  const refilling = { ...paid, deficit: aud('500.00') };
  const halves = [{ agent: 'a', name: 'A', amount: aud('302.65') }];
  const ways = waysOf(refilling, halves, () => '');
  expect(ways.find(({ key }) => key === 'deficit')?.amount).toEqual(aud('500.00'));
  expect(ways.find(({ key }) => key === 'a')?.share).toBe(0.6053);
});

test('what is more than is owed is the first way, with who has it', () => {
  const over = { ...paid, offered: aud('1371.58'), excess: aud('271.58') };
  const [first] = waysOf(over, parts, () => '');
  expect(first).toMatchObject({ kind: 'back', amount: aud('271.58'), to: 'payer' });
});

test('a gift that waits for what will be owed is a way, whole', () => {
  const zero = { host: aud('0.00'), reserve: aud('0.00'), upstream: [], pool: aud('0.00') };
  const gift = { ...paid, tax: aud('0.00'), net: aud('1100.00'), split: zero };
  const waits = waysOf(gift, [], () => '').find(({ kind }) => kind === 'kept');
  expect(waits?.amount).toEqual(aud('1100.00'));
  expect(waysOf(paid, parts, () => '').map(({ kind }) => kind)).not.toContain('kept');
});

test('people beyond what has room are drawn as one, and nothing of theirs is left out', () => {
  const person = (key: string, amount: string) =>
    ({ key, kind: 'person', name: key, amount: { amount, currency: 'AUD' } }) as const;
  const pool = { key: 'pool', kind: 'pool', amount: { amount: '6.00', currency: 'AUD' } } as const;
  const ways = [pool, person('a', '3.00'), person('b', '2.00'), person('c', '1.00')];
  expect(gathered(ways, 3)).toEqual(ways);
  const others = { key: 'others', kind: 'person', people: 2 };
  const amount = { amount: '3.00', currency: 'AUD' };
  expect(gathered(ways, 2)).toEqual([pool, ways[1], { ...others, amount }]);
});
