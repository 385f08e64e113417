import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listWorks } from '../../../src/actions/works/show-work.ts';
import { cash, isSound, newWorld, paying, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'reversals', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_ben', 'Ben Okoro');
});
afterEach(() => world.end());

const signers = ['agent_ana', 'agent_ben'];
const begin = (terms: object = {}) => world.begin({ work: 'guide', terms, signers });
const gives = (by: string, id: string, amount: string, work = 'guide') =>
  world.give(cash(by, id, { work, amount }));
const pay = (id: string, amount: string, more: object = {}) =>
  world.pay(id, amount, { work: 'guide', ...more });
const bounces = (payment: string) => {
  const body = { payment, reason: 'it bounced' };
  return world.act({ by: world.owner, type: 'payment.reversed', id: `rev_${payment}`, body });
};

describe('a payment that bounces', () => {
  test('having refilled a deficit in another currency, is owed again', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '10.00', { currency: 'USD' });
    await bounces('pay_1');
    await pay('pay_2', '10.00', { currency: 'USD' });
    expect(await world.work('guide')).toMatchObject({ owed: AUD('135.86') });
    await bounces('pay_2');
    expect(await world.work('guide')).toMatchObject({ owed: AUD('150.00'), paid: AUD('0.00') });
    expect(await pay('pay_3', '135.86')).toMatchObject({ opened: false });
    await isSound(world);
  });

  test('is refilled in its own currency alone, which opens the release', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '10.00', { currency: 'USD' });
    await bounces('pay_1');
    await pay('pay_2', '135.86');
    const work = await world.work('guide');
    expect(work).toMatchObject({ status: 'owing', owed: AUD('14.14') });
    expect(work.opensWhen.text).toContain('10.00 of it in USD');
    const more = paying(world.owner, 'pay_3', '14.14', { work: 'guide' });
    await refusesWithoutChange(world, more, 'deficit-elsewhere');
    const refilled = await pay('pay_4', '10.00', { currency: 'USD' });
    expect(refilled).toMatchObject({ opened: true, deficit: { amount: '10.00', currency: 'USD' } });
    expect(await world.work('guide')).toMatchObject({ status: 'open', owed: AUD('0.00') });
    await isSound(world);
  });

  test('comes off what was paid in all, and what other releases were paid stays', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '100.00');
    const next = { work: 'guide' };
    await world.act({ by: world.owner, type: 'release.added', id: 'rel_guide_2', body: next });
    const paid = async () => {
      const [line] = (await world.node.read((sight) => listWorks(sight))).items;
      return line?.releases.map((release) => release.paid.amount);
    };
    expect(await paid()).toEqual(['100.00', '0.00']);
    await bounces('pay_1');
    expect(await paid()).toEqual(['0.00', '0.00']);
  });

  test('takes from an upstream only what it gave', async () => {
    await world.begin({ work: 'base', signers });
    await gives('agent_ben', 'con_b', '20', 'base');
    await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
    await gives('agent_ana', 'con_1', '1000');
    await pay('pay_1', '100.00');
    expect(await world.balance('held:rel_guide:rel_base')).toBe(-30_00n);
    await pay('pay_2', '100.00');
    expect(await world.balance('held:rel_guide:rel_base')).toBe(-30_00n);
    await bounces('pay_2');
    expect(await world.balance('held:rel_guide:rel_base')).toBe(-30_00n);
    await isSound(world);
  });

  test('after a sweep leaves a larger deficit, and yet no more owed than was agreed', async () => {
    await world.begin({ work: 'base', signers });
    await gives('agent_ben', 'con_b', '100', 'base');
    await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '100.00');
    await world.act({ by: world.owner, type: 'work.swept', id: 'swe_1', body: {} });
    await bounces('pay_1');
    expect(await world.work('guide')).toMatchObject({
      owed: AUD('150.00'),
      paid: AUD('0.00'),
      release: { deficits: [AUD('100.00')] },
    });
    await isSound(world);
  });

  test('is refilled to the reserve first, where that had advanced payouts', async () => {
    await begin({ 'split.reserve': '0.2', 'deficit.advance': true });
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '50.00');
    await pay('pay_2', '10.00');
    await bounces('pay_2');
    await world.payOut('out_1', 'agent_ana', '48.00');
    expect(await world.balance('reserve:guide')).toBe(-2_00n);
    await pay('pay_3', '60.00');
    expect(await world.earned('guide')).toEqual({ agent_ana: '88.00 AUD' });
    await world.payOut('out_2', 'agent_ana', '40.00');
    expect(await world.balance('pool:rel_guide')).toBe(0n);
    expect(await world.balance('reserve:guide')).toBe(-22_00n);
    await isSound(world);
  });

  test('and was a gift that no claim had part in, goes back out of the gifts', async () => {
    await begin();
    await pay('pay_1', '10.00', { gift: true });
    await bounces('pay_1');
    expect(await world.balance('cash')).toBe(0n);
    expect(await world.balance('gift:guide')).toBe(0n);
    await isSound(world);
  });
});
