import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cash, isSound, newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'sweeps', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_ben', 'Ben Okoro');
});
afterEach(() => world.end());

const signers = ['agent_ana', 'agent_ben'];
const gives = (by: string, id: string, amount: string, work = 'guide') =>
  world.give(cash(by, id, { work, amount }));
const pay = (id: string, amount: string, more: object = {}) =>
  world.pay(id, amount, { work: 'guide', ...more });
const balance = (name: string, currency = 'AUD'): Promise<bigint> =>
  world.node.read(async ({ tx }) => {
    const sql = 'select balance_minor as minor from accounts where name = ? and currency = ?';
    return (await tx.get<{ minor: bigint }>(sql, name, currency))?.minor ?? 0n;
  });

describe('a sweep', () => {
  test('is not kept by a gift in a currency that has no rate', async () => {
    await world.begin({ work: 'base', signers });
    await gives('agent_ben', 'con_b', '20', 'base');
    await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
    const body = { code: 'SPARK', scale: 2, name: 'Sparks' };
    await world.act({ by: world.owner, type: 'currency.added', id: 'cur_1', body });
    const exchange = { rate: '0.5', source: 'x' };
    await pay('pay_0', '10.00', { currency: 'SPARK', gift: true, exchange });
    await gives('agent_ana', 'con_1', '1000');
    await pay('pay_1', '10.00');
    await world.act({ by: world.owner, type: 'work.swept', id: 'swe_1', body: {} });
    expect(await balance('held:rel_guide:rel_base')).toBe(0n);
    await isSound(world);
  });

  test('gives nothing to what is open, whose rest is payable by gifts only', async () => {
    const terms = { 'open.threshold': '0.5' };
    await world.begin({ work: 'base', terms, signers });
    await gives('agent_ben', 'con_b', '100', 'base');
    await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
    await gives('agent_ana', 'con_1', '1000');
    await pay('pay_1', '10.00');
    await world.pay('pay_b', '75.00', { work: 'base' });
    expect((await world.work('base')).status).toBe('open');
    const paid = await pay('pay_2', '100.00');
    expect(paid.split.upstream).toEqual([{ release: 'rel_base', amount: AUD('0.00') }]);
    await world.act({ by: world.owner, type: 'work.swept', id: 'swe_1', body: {} });
    expect((await world.work('base')).owed).toEqual(AUD('75.00'));
    await isSound(world);
  });
});
