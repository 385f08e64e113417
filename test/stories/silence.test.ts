import { afterEach, expect, test } from 'vitest';
import { cash, isSound, newWorld } from '../world.ts';
import type { World } from '../world.ts';

let world: World;
afterEach(() => world.end());

/** A line that Ada handed in on 1 April 2026 and nobody says anything about. */
async function handedIn(terms: object): Promise<void> {
  world = await newWorld({ seed: 'silence', on: '2026-04-01' });
  await world.person('agent_ada', 'Ada Brunner');
  await world.person('agent_bo', 'Bo Vermeer');
  await world.begin({ work: 'seeds', signers: ['agent_ada', 'agent_bo'], terms });
  await world.act(cash('agent_ada', 'con_ada', { work: 'seeds', amount: '100' }));
}

const owed = async (): Promise<string> => (await world.work('seeds')).owed.amount;

test('silence accepts where that is agreed, and not a day before', async () => {
  await handedIn({ 'review.silence': 'accept' });
  // Thirty days of review, then fourteen in which all are asked: up to 15 May.
  world.on('2026-05-15');
  await world.node.tend();
  expect(await owed()).toBe('0.00');
  world.on('2026-05-16');
  await world.node.tend();
  expect(await owed()).toBe('150.00');
  await world.node.tend();
  await isSound(world);
});

test('silence is no acceptance where it is not agreed', async () => {
  await handedIn({});
  world.on('2027-01-01');
  await world.node.tend();
  expect(await owed()).toBe('0.00');
});

test('a line is not accepted by silence that somebody spoke against', async () => {
  await handedIn({ 'review.silence': 'accept', 'review.n': '2' });
  const body = { contribution: 'con_ada', reason: 'not new: it was in the first edition' };
  await world.act({ by: 'agent_bo', type: 'contribution.rejected', id: 'rej_1', body });
  world.on('2027-01-01');
  await world.node.tend();
  expect(await owed()).toBe('0.00');
});
