import { afterEach, beforeEach, expect, test } from 'vitest';
import { showPayment } from '../../../src/actions/payments/show-payment.ts';
import { cash, newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'answers', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_ben', 'Ben Okoro');
});
afterEach(() => world.end());

const signers = ['agent_ana', 'agent_ben'];
const gives = (by: string, id: string, amount: string, work = 'guide') =>
  world.give(cash(by, id, { work, amount }));
const pay = (id: string, amount: string, more: object = {}) =>
  world.pay(id, amount, { work: 'guide', ...more });

test('a reversal says what is owed after it, and the work how much of that refills', async () => {
  await world.begin({ work: 'guide', signers });
  await gives('agent_ana', 'con_1', '100');
  await pay('pay_1', '60.00');
  const body = { payment: 'pay_1', reason: 'it bounced' };
  await world.act({ by: world.owner, type: 'payment.reversed', id: 'rev_1', body });
  expect(await world.work('guide')).toMatchObject({ owed: AUD('150.00'), refill: AUD('60.00') });
  const payment = await world.node.read((sight) => showPayment(sight, 'pay_1'));
  expect(payment).toMatchObject({ reversal: { reason: 'it bounced', owed: AUD('150.00') } });
  const next = await pay('pay_2', '80.00');
  expect(next).toMatchObject({ deficit: AUD('60.00'), owed: AUD('70.00') });
  expect(await world.work('guide')).toMatchObject({ owed: AUD('70.00'), refill: AUD('0.00') });
});

test.each([
  ['return', {}, 'payer'],
  ['reserve', {}, 'reserve'],
  ['return', { gift: true }, 'gifts'],
])(
  'where more comes in than is owed (%s, %o), it says who has it: %s',
  async (surplus, more, to) => {
    await world.begin({ work: 'guide', terms: { surplus }, signers });
    await gives('agent_ana', 'con_1', '100');
    const paid = await pay('pay_1', '200.00', more);
    expect(paid).toMatchObject({ excess: AUD('50.00'), excessTo: to });
  },
);

test('what is held for another work is told of both', async () => {
  await world.begin({ work: 'base', signers });
  await gives('agent_ben', 'con_b', '20', 'base');
  await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
  await gives('agent_ana', 'con_1', '1000');
  await pay('pay_1', '10.00');
  expect((await world.work('guide')).buildsOn).toMatchObject([{ held: [AUD('4.00')] }]);
  const { release } = await world.work('base');
  expect(release.heldFor).toMatchObject([{ release: 'rel_guide', amount: AUD('4.00') }]);
  await world.act({ by: world.owner, type: 'work.swept', id: 'swe_1', body: {} });
  expect((await world.work('guide')).buildsOn).toMatchObject([{ held: [] }]);
  expect((await world.work('base')).release.heldFor).toEqual([]);
});
