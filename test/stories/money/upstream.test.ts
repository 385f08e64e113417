import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SweepAnswer } from '../../../src/actions/works/sweep-work.ts';
import { RELEASE, WORK, almanac, people } from '../../almanac.ts';
import type { Said } from '../../stage.ts';
import { cash, isSound, moneyText, newWorld, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

let world: World;
const sweeping = (id: string, body: object = {}): Said => ({
  by: world.owner,
  type: 'work.swept',
  id,
  body,
});
const sweep = (id: string, body: object = {}): Promise<SweepAnswer> =>
  world.act(sweeping(id, body));

const owedOf = async (work: string): Promise<string> => moneyText((await world.work(work)).owed);

/** A seed catalogue whose two makers are owed 150.00 and 75.00 EUR. */
async function seeds(): Promise<void> {
  await world.person('agent_ada', 'Ada Brunner', { jurisdiction: 'DE' });
  await world.person('agent_bo', 'Bo Vermeer', { jurisdiction: 'NL' });
  await world.begin({ work: 'seeds', currency: 'EUR', signers: ['agent_ada', 'agent_bo'] });
  await world.give(cash('agent_ada', 'con_ada', { work: 'seeds', amount: '100', unit: 'EUR' }));
  await world.give(cash('agent_bo', 'con_bo', { work: 'seeds', amount: '50', unit: 'EUR' }));
}

beforeEach(async () => {
  world = await newWorld({ seed: 'upstream', on: '2026-04-10' });
});
afterEach(() => world.end());

describe('the almanac builds on a catalogue whose makers are owed euros', () => {
  beforeEach(async () => {
    await seeds();
    world.on('2026-06-12');
    await almanac(world, { work: { buildsOn: [{ release: 'rel_seeds', share: '0.1' }] } });
    await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  });

  test('a tenth of what is left after tax is held for them, and bears no second tax', async () => {
    const held = `held:${RELEASE}:rel_seeds`;
    expect(await world.balance(held, 'AUD')).toBe(-100_00n);
    expect(await owedOf(WORK)).toBe('8340.81 AUD');
    expect((await world.work(WORK)).buildsOn).toMatchObject([
      { release: 'rel_seeds', work: 'seeds', title: 'The seeds', share: '0.1', status: 'owing' },
    ]);
  });

  test('the sweep waits for a rate where none is fresh, and takes one that is given', async () => {
    const refusal = await refusesWithoutChange(world, sweeping('sweep_0'), 'rate-too-old');
    expect(refusal.values).toMatchObject({ currency: 'AUD/EUR', published: '2026-04-13' });
    const given = { exchange: { rate: '0.6', source: 'the bank, 12 June' } };
    const swept = await sweep('sweep_1', given);
    expect(swept.moves).toEqual([
      {
        from: RELEASE,
        to: 'rel_seeds',
        moved: AUD('100.00'),
        back: AUD('0.00'),
        toReserve: AUD('0.00'),
      },
    ]);
    // 100.00 AUD is worth 60.00 EUR; two thirds and a third of it, each floored once.
    expect(await owedOf('seeds')).toBe('165.00 EUR');
    expect(await world.statement('agent_ada')).toMatchObject({
      obligation: [EUR('150.00')],
      owed: [EUR('110.00')],
      earned: [AUD('66.66'), EUR('0.00')],
      received: [AUD('0.00'), EUR('0.00')],
      works: [{ work: 'seeds', obligation: EUR('150.00'), owed: EUR('110.00') }],
    });
    expect(await world.earned('seeds')).toEqual({
      agent_ada: '0.00 EUR, 66.66 AUD',
      agent_bo: '0.00 EUR, 33.33 AUD',
    });
    expect(await sweep('sweep_1', given)).toEqual(swept);
    await refusesWithoutChange(world, sweeping('sweep_2', given), 'nothing-held');
    await world.payOut('out_ada', 'agent_ada', '66.66', 'AUD');
    await isSound(world);
  });

  test('what they do not need goes to the reserve once the almanac owes nothing', async () => {
    // With no fresh rate nobody knows what they need, so the whole share is held.
    const last = await world.pay('pay_2', '12000.00', { work: WORK });
    // 9,267.56 is the least of which nine tenths, by the pattern of the split, are 8,340.81.
    expect(last).toMatchObject({ opened: true, owed: AUD('0.00') });
    const { host, reserve, upstream, pool } = last.split;
    expect([host, reserve, pool]).toEqual([AUD('0.00'), AUD('0.00'), AUD('8340.81')]);
    expect(upstream).toEqual([{ release: 'rel_seeds', amount: AUD('926.75') }]);
    const swept = await sweep('sweep_1', { exchange: { rate: '0.6', source: 'the bank' } });
    // They are owed 225.00 EUR, which is 375.00 AUD of the 1,026.75 that are held.
    expect(swept.moves).toEqual([
      {
        from: RELEASE,
        to: 'rel_seeds',
        moved: AUD('375.00'),
        back: AUD('0.00'),
        toReserve: AUD('651.75'),
      },
    ]);
    expect(await world.work('seeds')).toMatchObject({ status: 'open', owed: EUR('0.00') });
    expect(await world.earned('seeds')).toEqual({
      agent_ada: '0.00 EUR, 250.00 AUD',
      agent_bo: '0.00 EUR, 125.00 AUD',
    });
    expect(await world.balance(`reserve:${WORK}`, 'AUD')).toBe(-651_75n);
    expect(await world.earned(WORK)).toMatchObject({ [people.programmer.id]: '6834.60 AUD' });
    await isSound(world);
  });

  test('a payment may bounce before it was swept: what was held goes back too', async () => {
    const reversing = { payment: 'pay_1', reason: 'no funds' };
    const said = { by: world.owner, type: 'payment.reversed', id: 'rev_1', body: reversing };
    expect(await world.act(said)).toMatchObject({ deficit: AUD('900.00'), tax: AUD('100.00') });
    expect(await world.balance(`held:${RELEASE}:rel_seeds`, 'AUD')).toBe(0n);
    expect(await owedOf(WORK)).toBe('9240.81 AUD');
    await isSound(world);
  });

  test('what was swept before the payment bounced is a deficit of the pool', async () => {
    await sweep('sweep_1', { exchange: { rate: '0.6', source: 'the bank' } });
    const reversing = { payment: 'pay_1', reason: 'no funds' };
    const said = { by: world.owner, type: 'payment.reversed', id: 'rev_1', body: reversing };
    expect(await world.act(said)).toMatchObject({ deficit: AUD('1000.00') });
    expect(await world.earned('seeds')).toMatchObject({ agent_ada: '0.00 EUR, 66.66 AUD' });
    await isSound(world);
  });
});

describe('a kit builds on the catalogue, at the published rates of each day', () => {
  beforeEach(async () => {
    await seeds();
    await world.person('agent_cleo', 'Cleo Marsh', { jurisdiction: 'AU' });
    await world.begin({ work: 'kit', buildsOn: [['seeds', '0.2']], signers: ['agent_cleo'] });
    await world.give(cash('agent_cleo', 'con_cleo', { work: 'kit', amount: '1000' }));
  });

  test('shares reach them at the rate of the day of the sweep; fractions carry', async () => {
    expect(await world.pay('pay_1', '500.00', { work: 'kit' })).toMatchObject({
      split: { upstream: [{ amount: AUD('100.00') }], pool: AUD('400.00') },
    });
    await sweep('sweep_1');
    // A euro was 1.6561 AUD: 100.00 AUD is 60.38 EUR and a fraction that carries.
    expect(await owedOf('seeds')).toBe('164.62 EUR');
    expect(await world.earned('seeds')).toEqual({
      agent_ada: '0.00 EUR, 66.66 AUD',
      agent_bo: '0.00 EUR, 33.33 AUD',
    });
    await isSound(world);
  });

  test('what they no longer need comes back to the pool of the kit', async () => {
    await world.pay('pay_1', '500.00', { work: 'kit' });
    await sweep('sweep_1');
    world.on('2026-04-13');
    await world.pay('pay_2', '1200.00', { work: 'kit' });
    expect(await owedOf('kit')).toBe('140.00 AUD');
    await world.pay('pay_3', '100.00', { work: 'seeds', currency: 'EUR' });
    expect(await owedOf('seeds')).toBe('64.62 EUR');
    // 64.62 EUR at 1.661 AUD, less the fraction that carried, is 107.33 AUD of the 240.00 held.
    expect((await sweep('sweep_2')).moves).toEqual([
      {
        from: 'rel_kit',
        to: 'rel_seeds',
        moved: AUD('107.33'),
        back: AUD('132.67'),
        toReserve: AUD('0.00'),
      },
    ]);
    expect(await world.work('seeds')).toMatchObject({ status: 'open', owed: EUR('0.00') });
    expect(await owedOf('kit')).toBe('7.33 AUD');
    // They need nothing any more, so their share stays in the pool.
    expect(await world.pay('pay_4', '10.00', { work: 'kit' })).toMatchObject({
      accepted: AUD('7.33'),
      excess: AUD('2.67'),
      opened: true,
    });
    await isSound(world);
  });

  test('no more is held than they are owed', async () => {
    // 225.00 EUR at 1.6561 are 372.63 AUD; a fifth of 1,872.63 would be 374.52.
    const paid = await world.pay('pay_1', '5000.00', { work: 'kit' });
    expect(paid).toMatchObject({
      accepted: AUD('1872.63'),
      split: { upstream: [{ amount: AUD('372.63') }], pool: AUD('1500.00') },
      opened: true,
    });
    await sweep('sweep_1');
    expect(await world.work('seeds')).toMatchObject({ status: 'open', owed: EUR('0.00') });
    await isSound(world);
  });
});

test('one sweep carries money down a chain of works, each in its turn', async () => {
  for (const id of ['agent_a', 'agent_b', 'agent_c']) await world.person(id, `Maker ${id.at(-1)}`);
  await world.begin({ work: 'core', signers: ['agent_c'] });
  await world.begin({ work: 'library', buildsOn: [['core', '0.5']], signers: ['agent_b'] });
  await world.begin({ work: 'app', buildsOn: [['library', '0.5']], signers: ['agent_a'] });
  await world.give(cash('agent_a', 'con_a', { work: 'app', amount: '100' }));
  await world.give(cash('agent_b', 'con_b', { work: 'library', amount: '100' }));
  await world.give(cash('agent_c', 'con_c', { work: 'core', amount: '100' }));
  await world.pay('pay_1', '80.00', { work: 'app' });
  expect((await sweep('sweep_1')).moves.map(({ to, moved }) => [to, moved.amount])).toEqual([
    ['rel_library', '40.00'],
    ['rel_core', '20.00'],
  ]);
  expect([await owedOf('app'), await owedOf('library'), await owedOf('core')]).toEqual([
    '110.00 AUD',
    '130.00 AUD',
    '130.00 AUD',
  ]);
  await isSound(world);
});

describe('a guide builds on a base', () => {
  const signers = ['agent_ana', 'agent_ben'];
  const begun = async (gave: string, terms: object = {}): Promise<void> => {
    await world.person('agent_ana', 'Ana Duarte');
    await world.person('agent_ben', 'Ben Okoro');
    await world.begin({ work: 'base', terms, signers });
    await world.give(cash('agent_ben', 'con_b', { work: 'base', amount: gave }));
    await world.begin({ work: 'guide', buildsOn: [['base', '0.4']], signers });
  };
  const give = () => world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '1000' }));

  test('a gift in a currency that has no rate does not keep a sweep', async () => {
    await begun('20');
    const body = { code: 'SPARK', scale: 2, name: 'Sparks' };
    await world.act({ by: world.owner, type: 'currency.added', id: 'cur_1', body });
    const gift = { currency: 'SPARK', gift: true, exchange: { rate: '0.5', source: 'x' } };
    await world.pay('pay_0', '10.00', { work: 'guide', ...gift });
    await give();
    await world.pay('pay_1', '10.00', { work: 'guide' });
    await sweep('swe_1');
    expect(await world.balance('held:rel_guide:rel_base')).toBe(0n);
    await isSound(world);
  });

  test('what is open gets nothing of a sweep: its rest is payable by gifts only', async () => {
    await begun('100', { 'open.threshold': '0.5' });
    await give();
    await world.pay('pay_1', '10.00', { work: 'guide' });
    await world.pay('pay_b', '75.00', { work: 'base' });
    expect((await world.work('base')).status).toBe('open');
    const paid = await world.pay('pay_2', '100.00', { work: 'guide' });
    expect(paid.split.upstream).toEqual([{ release: 'rel_base', amount: AUD('0.00') }]);
    await sweep('swe_1');
    expect((await world.work('base')).owed).toEqual(AUD('75.00'));
    await isSound(world);
  });
});
