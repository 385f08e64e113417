import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cash, isSound, newWorld, paying, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

const money = (amount: string, currency: string) => ({ amount, currency });
const MOST = '92233720368547758.07';

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'currencies', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_ben', 'Ben Okoro');
});
afterEach(() => world.end());

const begin = (currency: string, terms: object = {}): Promise<void> =>
  world.begin({ work: 'guide', currency, terms, signers: ['agent_ana', 'agent_ben'] });
const gives = (by: string, id: string, amount: string, unit: string) =>
  world.give(cash(by, id, { work: 'guide', amount, unit }));
const pay = (id: string, amount: string, currency: string, more: object = {}) =>
  world.pay(id, amount, { work: 'guide', currency, ...more });

describe('a payment in another currency', () => {
  test('lowers what is owed at the rate of the day; fractions carry', async () => {
    await begin('AUD');
    await gives('agent_ana', 'con_1', '100', 'AUD');
    await gives('agent_ben', 'con_2', '50', 'AUD');
    // On 10 April 1 EUR = 1.6561 AUD = 1.1711 USD: 1 USD = 1.41414… AUD.
    const paid = await pay('pay_1', '10.00', 'USD');
    expect(paid.exchange).toMatchObject({ rate: '1.414140551618', date: '2026-04-10' });
    expect(paid).toMatchObject({ owed: money('210.86', 'AUD'), paid: money('14.14', 'AUD') });
    // 0.14 cents carried: ten times 14.1414 is 141.41, not ten times 14.14.
    for (const id of ['2', '3', '4', '5', '6', '7', '8', '9', '10']) {
      await pay(`pay_${id}`, '10.00', 'USD');
    }
    expect(await world.work('guide')).toMatchObject({ paid: money('141.41', 'AUD') });
    expect(await world.earned('guide')).toEqual({
      agent_ana: '0.00 AUD, 66.66 USD',
      agent_ben: '0.00 AUD, 33.33 USD',
    });
    await pay('pay_home', '83.59', 'AUD');
    expect(await world.work('guide')).toMatchObject({ status: 'open', owed: money('0.00', 'AUD') });
    await world.payOut('out_1', 'agent_ana', '66.66', 'USD');
    await world.payOut('out_2', 'agent_ana', '55.72', 'AUD');
    const body = { to: 'agent_ana', amount: money('0.02', 'USD') };
    const more = { by: world.owner, type: 'payout.recorded', id: 'out_3', body };
    await refusesWithoutChange(world, more, 'payout-exceeds');
    await isSound(world);
  });

  test('is the last when its value reaches what is owed, by the least that does', async () => {
    await begin('AUD');
    await gives('agent_ana', 'con_1', '1', 'AUD');
    // 1.07 USD is worth 1.51 AUD, 1.06 USD 1.4989.
    expect(await pay('pay_1', '5.00', 'USD')).toMatchObject({
      accepted: money('1.07', 'USD'),
      excess: money('3.93', 'USD'),
      opened: true,
    });
    expect(await world.earned('guide')).toEqual({ agent_ana: '0.00 AUD, 1.07 USD' });
    await isSound(world);
  });

  test('takes a rate given with its source, and needs one where none is fresh', async () => {
    await begin('AUD');
    await gives('agent_ana', 'con_1', '100', 'AUD');
    world.on('2026-06-12');
    const said = paying(world.owner, 'pay_1', '10.00', { work: 'guide', currency: 'USD' });
    await refusesWithoutChange(world, said, 'rate-too-old');
    const nameless = {
      work: 'guide',
      currency: 'USD',
      exchange: { rate: '1.500000000000', source: ' ' },
    };
    const unsaid = paying(world.owner, 'pay_2', '10.00', nameless);
    await refusesWithoutChange(world, unsaid, 'exchange-source-missing');
    const exchange = { rate: '1.5', source: 'the bank' };
    expect(await pay('pay_3', '10.00', 'USD', { exchange })).toMatchObject({
      owed: money('135.00', 'AUD'),
      exchange: { rate: '1.500000000000', source: 'the bank', date: '2026-06-12' },
    });
    const zero = { work: 'guide', currency: 'USD', exchange: { rate: '0', source: 'x' } };
    await refusesWithoutChange(
      world,
      paying(world.owner, 'pay_4', '10.00', zero),
      'amount-not-positive',
    );
    await isSound(world);
  });

  test('that bounces leaves a deficit in its currency, which that currency refills', async () => {
    await begin('AUD');
    await gives('agent_ana', 'con_1', '100', 'AUD');
    await pay('pay_1', '10.00', 'USD');
    const body = { payment: 'pay_1', reason: 'bounced' };
    await world.act({ by: world.owner, type: 'payment.reversed', id: 'rev_1', body });
    expect(await world.work('guide')).toMatchObject({
      owed: money('150.00', 'AUD'),
      release: { deficits: [money('10.00', 'USD')] },
    });
    await pay('pay_2', '135.86', 'AUD');
    expect(await world.work('guide')).toMatchObject({
      status: 'owing',
      owed: money('14.14', 'AUD'),
    });
    expect(await pay('pay_3', '50.00', 'USD')).toMatchObject({
      accepted: money('10.00', 'USD'),
      deficit: money('10.00', 'USD'),
      opened: true,
    });
    await isSound(world);
  });
});

describe('currencies of other scales', () => {
  test('yen have no decimals', async () => {
    await begin('JPY');
    await gives('agent_ana', 'con_1', '1000', 'JPY');
    await gives('agent_ben', 'con_2', '335', 'JPY');
    // 335 x 1.5 = 502.5 rounds half-even.
    expect(await world.work('guide')).toMatchObject({ obligation: money('2002', 'JPY') });
    const tooFine = paying(world.owner, 'pay_0', '1.5', { work: 'guide', currency: 'JPY' });
    await refusesWithoutChange(world, tooFine, 'amount-too-precise');
    expect(await pay('pay_1', '1100', 'JPY', { taxRate: '0.1' })).toMatchObject({
      tax: money('100', 'JPY'),
      owed: money('1002', 'JPY'),
    });
    await pay('pay_2', '1002', 'JPY');
    expect(await world.earned('guide')).toEqual({ agent_ana: '1500 JPY', agent_ben: '502 JPY' });
    await isSound(world);
  });

  test('dinars have three', async () => {
    await begin('BHD');
    await gives('agent_ana', 'con_1', '0.667', 'BHD');
    await gives('agent_ben', 'con_2', '0.333', 'BHD');
    await pay('pay_1', '0.001', 'BHD');
    expect(await world.earned('guide')).toEqual({ agent_ana: '0.000 BHD', agent_ben: '0.000 BHD' });
    expect(await world.work('guide')).toMatchObject({ dust: money('0.001', 'BHD') });
    await pay('pay_2', '5.000', 'BHD');
    expect(await world.work('guide')).toMatchObject({
      status: 'open',
      dust: money('0.000', 'BHD'),
    });
    expect(await world.earned('guide')).toEqual({ agent_ana: '1.000 BHD', agent_ben: '0.500 BHD' });
    await isSound(world);
  });

  test("a node's own currency of six decimals takes the smallest payments", async () => {
    const body = { code: 'SPARK', scale: 6, name: 'Sparks' };
    await world.act({ by: world.owner, type: 'currency.added', id: 'cur_1', body });
    await begin('SPARK');
    await gives('agent_ana', 'con_1', '0.000002', 'SPARK');
    await gives('agent_ben', 'con_2', '0.000004', 'SPARK');
    for (let count = 1; count <= 9; count++) {
      const { owed } = await pay(`pay_${count}`, '0.000001', 'SPARK');
      expect(owed).toEqual(money(`0.00000${9 - count}`, 'SPARK'));
    }
    expect(await world.work('guide')).toMatchObject({
      status: 'open',
      dust: money('0.000000', 'SPARK'),
    });
    expect(await world.earned('guide')).toEqual({
      agent_ana: '0.000003 SPARK',
      agent_ben: '0.000006 SPARK',
    });
    await isSound(world);
  });

  test('what a preview of a currency did is forgotten with it', async () => {
    const body = { code: 'GHOST', scale: 2, name: 'Ghosts' };
    await world.preview({ by: world.owner, type: 'currency.added', id: 'cur_1', body });
    const said = {
      by: world.owner,
      type: 'work.added',
      id: 'haunted',
      body: { title: 'Haunted', kind: 'software', currency: 'GHOST', release: 'rel_haunted' },
    };
    await refusesWithoutChange(world, said, 'currency-unknown');
  });
});

describe('the largest amounts', () => {
  beforeEach(() => begin('AUD', { return: '1', 'return.cash': '1' }));

  test('are owed, paid, split and paid out to the last cent', async () => {
    await gives('agent_ana', 'con_1', '92233720368547757.07', 'AUD');
    await gives('agent_ben', 'con_2', '1.00', 'AUD');
    expect(await world.work('guide')).toMatchObject({ obligation: money(MOST, 'AUD') });
    await pay('pay_1', '46116860184273879.04', 'AUD');
    expect(await world.work('guide')).toMatchObject({ owed: money('46116860184273879.03', 'AUD') });
    expect(await pay('pay_2', '46116860184273879.03', 'AUD')).toMatchObject({
      owed: money('0.00', 'AUD'),
      opened: true,
    });
    expect(await world.earned('guide')).toEqual({
      agent_ana: '92233720368547757.07 AUD',
      agent_ben: '1.00 AUD',
    });
    await isSound(world);
  });

  test('beyond 2^63 - 1 minor units nothing is taken, and nothing changes', async () => {
    await gives('agent_ana', 'con_1', MOST, 'AUD');
    const more = cash('agent_ben', 'con_2', { work: 'guide', amount: '0.01' });
    await world.act(more);
    const body = { contribution: 'con_2' };
    const accepting = { by: world.owner, type: 'contribution.accepted', id: 'acc_2', body };
    await refusesWithoutChange(world, accepting, 'amount-too-large');
    const beyond = paying(world.owner, 'pay_1', '92233720368547758.08', { work: 'guide' });
    await refusesWithoutChange(world, beyond, 'amount-too-large');
  });

  test('books that would hold more than that refuse it, and go on', async () => {
    await gives('agent_ana', 'con_1', MOST, 'AUD');
    await pay('pay_1', MOST, 'AUD');
    await world.begin({
      work: 'second',
      terms: { return: '1', 'return.cash': '1' },
      signers: ['agent_ben'],
    });
    await world.give(cash('agent_ben', 'con_2', { work: 'second', amount: '5.00' }));
    const said = paying(world.owner, 'pay_2', '5.00', { work: 'second' });
    await refusesWithoutChange(world, said, 'amount-too-large');
    await world.payOut('out_1', 'agent_ana', MOST);
    expect(await world.act(said)).toMatchObject({ opened: true });
    await isSound(world);
  });

  test('growth stops at what the books hold, and the node still opens', async () => {
    const terms = { 'return.cash': '1', 'delay.rate': '0.1', 'delay.grace': 'P0D' };
    await world.begin({ work: 'old', terms, signers: ['agent_ben'] });
    const line = { work: 'old', amount: '92233720368547757.00', release: 'rel_old' };
    await world.give(cash('agent_ben', 'con_2', line));
    await world.close();
    world.on('2027-01-15');
    await world.open();
    expect(await world.work('old')).toMatchObject({ obligation: money(MOST, 'AUD') });
    await isSound(world);
  });

  test.each([
    ['1e3', 'amount-malformed'],
    ['1,000.00', 'amount-malformed'],
    ['0.001', 'amount-too-precise'],
    ['٣', 'amount-malformed'],
    ['', 'amount-malformed'],
    ['-1.00', 'amount-not-positive'],
    ['0.00', 'amount-not-positive'],
    ['9007199254740993.001', 'amount-too-precise'],
  ] as const)('an amount written "%s" is refused', async (amount, code) => {
    const said = paying(world.owner, 'pay_1', amount, { work: 'guide' });
    await refusesWithoutChange(world, said, code);
  });

  test.each(['', 'a b', 'a:b', 'a\n2026-01-01 x', '../x', 'Z'.repeat(101), 'é'])(
    'a payment of the id %j is refused',
    async (id) => {
      await gives('agent_ana', 'con_1', '100', 'AUD');
      const said = paying(world.owner, id, '1.00', { work: 'guide' });
      await refusesWithoutChange(world, said, id === '' ? 'act-malformed' : 'id-malformed');
    },
  );

  test.each([
    [{ currency: 'XYZ' }, 'currency-unknown'],
    [{ on: '2026-04-31' }, 'date-malformed'],
    [{ on: '2026-04-11' }, 'date-in-future'],
    [{ taxRate: '1.1' }, 'tax-rate-out-of-range'],
    [{ taxRate: '10 %' }, 'decimal-malformed'],
    [{ work: 'nothing' }, 'work-unknown'],
    [{ release: 'rel_nothing' }, 'release-id-unknown'],
    [{ from: 'agent_nobody' }, 'agent-unknown'],
    [{ payer: ' ' }, 'name-missing'],
    [{ from: 'agent_ana', payer: 'x', both: true }, 'act-malformed'],
  ] as const)('a payment with %j is refused', async (more, code) => {
    await gives('agent_ana', 'con_1', '100', 'AUD');
    const said = paying(world.owner, 'pay_1', '1.00', { work: 'guide', ...more });
    await refusesWithoutChange(world, said, code);
  });
});
