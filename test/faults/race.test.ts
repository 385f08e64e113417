import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/refusals.ts';
import { Device, ending } from '../device.ts';
import { cash, isSound, newWorld, paying } from '../world.ts';
import type { World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'race', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.begin({
    work: 'guide',
    terms: { return: '1', 'return.cash': '1' },
    signers: ['agent_ana'],
  });
});
afterEach(() => world.end());

/** What became of each submission: its answer, or the code of its refusal. */
const outcomes = async (acts: readonly unknown[]): Promise<unknown[]> => {
  const settled = await Promise.allSettled(acts.map((act) => world.node.submit(act)));
  return settled.map((one) => {
    if (one.status === 'fulfilled') return one.value;
    if (one.reason instanceof Refusal) return one.reason.code;
    throw one.reason;
  });
};

test('64 payments race for the last cent, round after round: exactly one pays it', async () => {
  for (let round = 0; round < 40; round++) {
    const release = (await world.work('guide')).release.id;
    const line = { work: 'guide', amount: '0.01', release };
    await world.give(cash('agent_ana', `con_${round}`, line));
    const acts: unknown[] = [];
    for (let one = 0; one < 64; one++) {
      const more = { work: 'guide', release };
      acts.push(await world.signed(paying(world.owner, `pay_${round}_${one}`, '0.01', more)));
    }
    const found = await outcomes(acts);
    expect(found.filter((one) => one !== 'nothing-owed')).toHaveLength(1);
    await world.act({
      by: world.owner,
      type: 'release.added',
      id: `rel_${round}`,
      body: { work: 'guide' },
    });
  }
  const { earned } = await world.statement('agent_ana');
  expect(earned).toEqual([{ amount: '0.40', currency: 'AUD' }]);
  await isSound(world);
});

test('payments that race past what is owed are owed back together to the cent', async () => {
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '10.00' }));
  const acts: unknown[] = [];
  for (let one = 0; one < 64; one++) {
    acts.push(await world.signed(paying(world.owner, `pay_${one}`, '0.30', { work: 'guide' })));
  }
  const found = await outcomes(acts);
  const refused = found.filter((one) => one === 'nothing-owed').length;
  // 33 times 0.30 are 9.90; of the 34th 0.10 is accepted, and the rest find nothing owed.
  expect(refused).toBe(30);
  expect(await world.work('guide')).toMatchObject({
    status: 'open',
    paid: { amount: '10.00' },
    owed: { amount: '0.00' },
  });
  const refund = (await world.dues()).due.find(({ kind }) => kind === 'refund');
  expect(refund?.amount.amount).toBe('0.20');
  await isSound(world);
});

test('the same act sent 64 times at once is taken once, with one answer', async () => {
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '10.00' }));
  const act = await world.signed(paying(world.owner, 'pay_1', '0.30', { work: 'guide' }));
  const found = await outcomes(Array.from({ length: 64 }, () => act));
  expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await world.work('guide')).toMatchObject({ paid: { amount: '0.30' } });
});

test('payouts that race for the same earnings never pay out more than was earned', async () => {
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '10.00' }));
  await world.pay('pay_1', '1.00', { work: 'guide' });
  const acts: unknown[] = [];
  for (let one = 0; one < 64; one++) {
    const body = { to: 'agent_ana', amount: { amount: '0.09', currency: 'AUD' } };
    const said = { by: world.owner, type: 'payout.recorded', id: `out_${one}`, body };
    acts.push(await world.signed(said));
  }
  const found = await outcomes(acts);
  expect(found.filter((one) => one === 'payout-exceeds')).toHaveLength(64 - 11);
  await isSound(world);
});

test('a clock that jumps back changes no order: that is the order of the record', async () => {
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '10.00' }));
  await world.pay('pay_1', '1.00', { work: 'guide' });
  world.on('2026-04-02');
  await world.pay('pay_2', '2.00', { work: 'guide' });
  world.on('2026-04-10');
  await world.pay('pay_3', '3.00', { work: 'guide' });
  const rows = await world.node.read(({ tx }) =>
    tx.all<{ id: string; at: string }>(
      `select id, recorded_at as at from acts where type = 'payment.received' order by seq`,
    ),
  );
  expect(rows.map(({ id, at }) => [id, at.slice(0, 10)])).toEqual([
    ['pay_1', '2026-04-10'],
    ['pay_2', '2026-04-02'],
    ['pay_3', '2026-04-10'],
  ]);
  await world.reopen();
  expect(await world.work('guide')).toMatchObject({ paid: { amount: '6.00' } });
  await isSound(world);
});

test('acts that race with the end of their key: those before it count, those behind it do not', async () => {
  const [phone, laptop] = [new Device('Phone'), new Device('Laptop')];
  const agent = 'agent_ana';
  await world.act(phone.adding(world, agent));
  await phone.act(world, laptop.adding(world, agent));
  const naming = (name: string) =>
    laptop.signs(world, {
      by: agent,
      type: 'agent.named',
      id: `named_${name}`,
      body: { agent, name },
    });
  // All are admitted before any is decided: the end waits among them.
  const acts: unknown[] = Array.from({ length: 64 }, (_, one) => naming(`Ana_${one}`));
  acts.splice(32, 0, phone.signs(world, ending(agent, laptop.publicKey)));
  const found = await outcomes(acts);
  const order = await world.node.read(({ tx }) =>
    tx.all<{ type: string; act: string }>(
      'select type, act from acts where by = ? order by seq',
      agent,
    ),
  );
  const ended = order.findIndex(({ type }) => type === 'agent.unkeyed');
  const signedByLaptop = ({ act }: { act: string }): boolean =>
    act.includes(laptop.publicKey + '#');
  expect(order.slice(ended + 1).filter(signedByLaptop)).toEqual([]);
  const counted = order.filter(
    ({ type, act }) => type === 'agent.named' && signedByLaptop({ act }),
  );
  const refused = found.filter((one) => one === 'signing-key-ended');
  expect(counted.length + refused.length).toBe(64);
  await isSound(world);
});

test('two keys that end each other at once: one of them is left', async () => {
  const [phone, laptop] = [new Device('Phone'), new Device('Laptop')];
  const agent = 'agent_ana';
  const kept = await world.node.keyring.publicKey(agent);
  await world.act(phone.adding(world, agent));
  await phone.act(world, laptop.adding(world, agent));
  await phone.act(world, ending(agent, kept));
  const found = await outcomes([
    phone.signs(world, ending(agent, laptop.publicKey)),
    laptop.signs(world, ending(agent, phone.publicKey)),
  ]);
  expect(found.filter((one) => one === 'signing-key-ended')).toHaveLength(1);
  await isSound(world);
});
