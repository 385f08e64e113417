import { afterEach, beforeEach, expect, test } from 'vitest';
import { WORK, almanac, people } from '../almanac.ts';
import { newWorld, paying, refusesWithoutChange } from '../world.ts';
import type { World } from '../world.ts';

let world: World;
const programmer = people.programmer.id;

beforeEach(async () => {
  world = await newWorld({ seed: 'keepers', on: '2026-06-12' });
  await almanac(world);
});
afterEach(() => world.end());

test('only who keeps the money of a work says that a payment came in', async () => {
  const said = paying(programmer, 'pay_x', '1100.00', { work: WORK });
  const refusal = await refusesWithoutChange(world, said, 'not-the-keeper');
  expect(refusal.remedy).toContain('--by');
});

test('only they say that a payment went back', async () => {
  await world.pay('pay_1', '1100.00', { work: WORK });
  const body = { payment: 'pay_1', reason: 'bounced' };
  const said = { by: programmer, type: 'payment.reversed', id: 'rev_1', body };
  await refusesWithoutChange(world, said, 'not-the-keeper');
});

test('nobody pays themselves out', async () => {
  await world.pay('pay_1', '1100.00', { work: WORK });
  const body = { to: programmer, amount: { amount: '10.00', currency: 'AUD' } };
  const said = { by: programmer, type: 'payout.recorded', id: 'out_1', body };
  await refusesWithoutChange(world, said, 'not-the-keeper');
});

test('a machine acts for the keeper who answers for it', async () => {
  await world.person('agent_till', 'Till', { kind: 'machine', responsible: world.owner });
  const said = paying('agent_till', 'pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  expect(await world.act(said)).toMatchObject({ tax: { amount: '100.00' } });
});
