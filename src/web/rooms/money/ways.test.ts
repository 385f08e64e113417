import { expect, test } from 'vitest';
import { keptOf, waysOf } from './ways.ts';
import type { Paid } from './ways.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

const paid: Paid = {
  accepted: aud('1100.00'),
  tax: aud('100.00'),
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
