import { afterEach, beforeEach, expect, test } from 'vitest';
import { cash, isSound, newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'machines', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_bot', 'A build machine', { kind: 'machine', responsible: 'agent_ana' });
});
afterEach(() => world.end());

test('a locked term is changed with the signature of whoever answers for a machine', async () => {
  await world.begin({ work: 'guide', signers: ['agent_ana'] });
  await world.give(cash('agent_bot', 'con_1', { work: 'guide', amount: '100' }));
  const terms = { 'split.reserve': '0.1' };
  const amended = await world.agree({ work: 'guide', release: 'rel_guide', terms, signers: [] });
  await world.sign(amended, world.owner);
  expect((await world.pay('pay_1', '10.00', { work: 'guide' })).split.reserve.amount).toBe('0.00');
  await world.sign(amended, 'agent_ana');
  expect((await world.pay('pay_2', '10.00', { work: 'guide' })).split.reserve.amount).toBe('1.00');
  await isSound(world);
});
