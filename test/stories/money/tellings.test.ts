import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paymentParts } from '../../../src/actions/payments/payment-parts.ts';
import type { Said } from '../../stage.ts';
import { RELEASE, WORK, almanac, almanacLines, givers, giving, people } from '../../almanac.ts';
import {
  accepting,
  isSound,
  newWorld,
  paying,
  refusalOf,
  refusesWithoutChange,
} from '../../world.ts';
import type { World } from '../../world.ts';

const { programmer, designer, moderator, giver } = people;
const AUD = (amount: string) => ({ amount, currency: 'AUD' });
const GST = { work: WORK, taxRate: '0.1' };

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'tellings', on: '2026-06-12' });
  await almanac(world);
});
afterEach(() => world.end());

const first = () => world.pay('pay_1', '1100.00', GST);

const partsOf = async (payment: string) => {
  const { parts, dust } = await world.node.read((sight) => paymentParts(sight, payment));
  return { ...Object.fromEntries(parts.map((part) => [part.agent, part.amount.amount])), dust };
};

const reversing = (id: string, payment: string): Said => ({
  by: world.owner,
  type: 'payment.reversed',
  id,
  body: { payment, reason: 'the transfer bounced' },
});

describe('the almanac, paid in two payments', () => {
  test('four people are owed 9,240.81 together, at the rates of the award, times 1.5', async () => {
    const { obligation, owed, paid, people: holders, status, licence } = await world.work(WORK);
    expect({ obligation, owed, paid, status, licence }).toEqual({
      obligation: AUD('9240.81'),
      owed: AUD('9240.81'),
      paid: AUD('0.00'),
      status: 'owing',
      licence: 'LicenseRef-PaidUntilOpen-1.0',
    });
    const owedTo = Object.fromEntries(holders.map((one) => [one.agent, one.obligation.amount]));
    delete owedTo[world.owner];
    expect(owedTo).toEqual({
      [programmer.id]: '6834.60',
      [designer.id]: '683.46',
      [moderator.id]: '1122.75',
      [giver.id]: '600.00',
    });
  });

  test('of 1,100.00 with GST 100.00 is tax, and each earns their part of the rest', async () => {
    expect(await first()).toMatchObject({
      offered: AUD('1100.00'),
      accepted: AUD('1100.00'),
      excess: AUD('0.00'),
      tax: AUD('100.00'),
      net: AUD('1000.00'),
      owed: AUD('8240.81'),
      paid: AUD('1000.00'),
      opened: false,
    });
    expect(await partsOf('pay_1')).toEqual({
      [programmer.id]: '739.61',
      [designer.id]: '73.96',
      [moderator.id]: '121.49',
      [giver.id]: '64.92',
      dust: AUD('0.02'),
    });
    const { due } = await world.dues();
    expect(due.map(({ agent, amount }) => [agent, amount.amount])).toEqual([
      [designer.id, '73.96'],
      [programmer.id, '739.61'],
      [moderator.id, '121.49'],
      [giver.id, '64.92'],
    ]);
  });

  test('a dry run shows the same and writes nothing', async () => {
    const before = await world.digests();
    const dry = await world.preview(paying(world.owner, 'pay_1', '1100.00', GST));
    expect(dry.dust).toEqual(AUD('0.02'));
    expect(dry.parts[0]).toMatchObject({
      agent: programmer.id,
      name: programmer.name,
      amount: AUD('739.61'),
    });
    expect(await world.digests()).toEqual(before);
    expect(await first()).toMatchObject({ net: AUD('1000.00') });
  });

  test('9,064.89 more closes it: all have earned what was owed, and it is open', async () => {
    await first();
    expect(await world.pay('pay_2', '9064.89', GST)).toMatchObject({
      accepted: AUD('9064.89'),
      excess: AUD('0.00'),
      tax: AUD('824.08'),
      net: AUD('8240.81'),
      owed: AUD('0.00'),
      paid: AUD('9240.81'),
      opened: true,
    });
    expect(await world.work(WORK)).toMatchObject({
      status: 'open',
      licence: 'Apache-2.0',
      owed: AUD('0.00'),
      dust: AUD('0.00'),
      release: { openedBy: 'pay_2' },
    });
    expect(await world.earned(WORK)).toEqual({
      [programmer.id]: '6834.60 AUD',
      [designer.id]: '683.46 AUD',
      [moderator.id]: '1122.75 AUD',
      [giver.id]: '600.00 AUD',
    });
    await isSound(world);
  });

  test('everybody is paid out to the cent, and then nothing is due', async () => {
    await first();
    await world.payOut('out_1', programmer.id, '739.61');
    await world.pay('pay_2', '9064.89', GST);
    await world.payOut('out_2', programmer.id, '6094.99');
    await world.payOut('out_3', designer.id, '683.46');
    await world.payOut('out_4', moderator.id, '1122.75');
    await world.payOut('out_5', giver.id, '600.00');
    expect((await world.dues()).due).toEqual([]);
    const statement = await world.statement(programmer.id);
    expect(statement).toMatchObject({
      obligation: [AUD('6834.60')],
      owed: [AUD('0.00')],
      earned: [AUD('6834.60')],
      received: [AUD('6834.60')],
      outstanding: [AUD('0.00')],
    });
    const more = { to: programmer.id, amount: AUD('0.01') };
    const payingMore = { by: world.owner, type: 'payout.recorded', id: 'out_6', body: more };
    await refusesWithoutChange(world, payingMore, 'payout-exceeds');
    await isSound(world);
  });

  test('one cent more is owed back to the payer, whole', async () => {
    await first();
    const last = await world.pay('pay_2', '9064.90', GST);
    expect(last).toMatchObject({ accepted: AUD('9064.89'), excess: AUD('0.01'), opened: true });
    const { due } = await world.dues();
    expect(due.find(({ kind }) => kind === 'refund')).toMatchObject({
      name: 'Harbour Books',
      amount: AUD('0.01'),
    });
    await world.payOut('out_back', last.from, '0.01');
    expect((await world.dues()).due.some(({ kind }) => kind === 'refund')).toBe(false);
  });

  test('one cent less leaves a cent owed, and it stays closed', async () => {
    await first();
    expect(await world.pay('pay_2', '9064.88', GST)).toMatchObject({
      owed: AUD('0.01'),
      opened: false,
    });
    expect(await world.work(WORK)).toMatchObject({ status: 'owing', owed: AUD('0.01') });
    expect(await world.pay('pay_3', '5.00', { work: WORK })).toMatchObject({
      accepted: AUD('0.01'),
      excess: AUD('4.99'),
      opened: true,
    });
  });

  test('once it is open and square no payment is taken; a gift is no payment', async () => {
    await first();
    await world.pay('pay_2', '9064.89', GST);
    await refusesWithoutChange(
      world,
      paying(world.owner, 'pay_3', '1.00', { work: WORK, release: RELEASE }),
      'nothing-owed',
    );
  });

  test('every act said again gives the same answer and adds no entry', async () => {
    const acts: Said[] = [
      ...almanacLines(),
      ...almanacLines().map(({ id }) => accepting(id, world.owner)),
      paying(world.owner, 'pay_1', '1100.00', GST),
      paying(world.owner, 'pay_2', '9064.89', GST),
    ];
    const once: unknown[] = [];
    for (const said of acts) once.push(await world.act(said));
    const before = await world.digests();
    world.on('2026-06-20');
    const payments: unknown[] = [];
    for (const said of acts.slice(-2)) payments.push(await world.act(said));
    expect(payments).toEqual(once.slice(-2));
    for (const said of acts) await world.act(said);
    expect(await world.digests()).toEqual(before);
    const other = paying(world.owner, 'pay_1', '1100.01', GST);
    await refusesWithoutChange(world, other, 'id-reused');
  });
});

describe('a fifth person between the payments', () => {
  test("changes nobody's past, and all close together", async () => {
    await first();
    const before = await world.earned(WORK);
    await world.person('agent_fifth', 'Ines Abreu', { jurisdiction: 'AU' });
    await world.sign(await world.version('agr_almanac'), 'agent_fifth');
    const cash = {
      kind: 'cash',
      quantity: '100',
      unit: 'AUD',
      from: '2026-05-02',
      to: '2026-05-02',
    };
    await world.give(giving('agent_fifth', 'con_fifth', cash));
    expect(await world.earned(WORK)).toEqual({ ...before, agent_fifth: '0.00 AUD' });
    expect(await partsOf('pay_1')).not.toHaveProperty('agent_fifth');
    expect(await world.work(WORK)).toMatchObject({
      obligation: AUD('9390.81'),
      owed: AUD('8390.81'),
    });
    // 9,229.89 is the least that leaves 8,390.81 after a GST of 839.08.
    expect(await world.pay('pay_2', '9230.00', GST)).toMatchObject({
      accepted: AUD('9229.89'),
      excess: AUD('0.11'),
      tax: AUD('839.08'),
      opened: true,
    });
    expect(await world.earned(WORK)).toEqual({
      [programmer.id]: '6834.60 AUD',
      [designer.id]: '683.46 AUD',
      [moderator.id]: '1122.75 AUD',
      [giver.id]: '600.00 AUD',
      agent_fifth: '150.00 AUD',
    });
    expect((await world.work(WORK)).dust).toEqual(AUD('0.00'));
    await isSound(world);
  });
});

describe('a first payment that bounces after it was paid out', () => {
  beforeEach(async () => {
    await first();
    await world.payOut('out_1', programmer.id, '739.61');
    await world.payOut('out_2', designer.id, '73.96');
    await world.payOut('out_3', moderator.id, '121.49');
  });

  test("nobody's earnings change; the pool is short by 1,000.00 and payouts wait", async () => {
    const before = await world.earned(WORK);
    const reversal = await world.act(reversing('rev_1', 'pay_1'));
    expect(reversal).toMatchObject({
      payment: 'pay_1',
      amount: AUD('1100.00'),
      tax: AUD('100.00'),
      deficit: AUD('1000.00'),
      status: 'reversed',
    });
    expect(await world.earned(WORK)).toEqual(before);
    expect(await world.work(WORK)).toMatchObject({
      owed: AUD('9240.81'),
      paid: AUD('0.00'),
      release: { deficits: [AUD('1000.00')] },
    });
    const { due } = await world.dues();
    expect(due).toMatchObject([{ agent: giver.id, amount: AUD('0.00'), waiting: AUD('64.92') }]);
    const body = { to: giver.id, amount: AUD('64.92') };
    const early = { by: world.owner, type: 'payout.recorded', id: 'out_4', body };
    await refusesWithoutChange(world, early, 'payout-waits');
    expect(await world.act(reversing('rev_1', 'pay_1'))).toEqual(reversal);
    await refusesWithoutChange(world, reversing('rev_2', 'pay_1'), 'already-reversed');
    const silent = { ...reversing('rev_3', 'pay_1'), body: { payment: 'pay_1', reason: ' ' } };
    await refusesWithoutChange(world, silent, 'reversal-reason-missing');
    await refusesWithoutChange(world, reversing('rev_4', 'pay_none'), 'payment-unknown');
    await isSound(world);
  });

  test('the next payment refills it first; it opens when all is paid after all', async () => {
    await world.act(reversing('rev_1', 'pay_1'));
    expect(await world.pay('pay_2', '9064.89', GST)).toMatchObject({
      net: AUD('8240.81'),
      deficit: AUD('1000.00'),
      owed: AUD('1000.00'),
      paid: AUD('8240.81'),
      opened: false,
    });
    await world.payOut('out_4', giver.id, '64.92');
    expect(await world.pay('pay_3', '1100.00', GST)).toMatchObject({
      accepted: AUD('1100.00'),
      owed: AUD('0.00'),
      opened: true,
    });
    expect(await world.earned(WORK)).toEqual({
      [programmer.id]: '6834.60 AUD',
      [designer.id]: '683.46 AUD',
      [moderator.id]: '1122.75 AUD',
      [giver.id]: '600.00 AUD',
    });
    expect((await world.work(WORK)).dust).toEqual(AUD('0.00'));
    await isSound(world);
  });

  test('what is open stays open when the payment that opened it goes back', async () => {
    await world.pay('pay_2', '9064.89', GST);
    await world.act(reversing('rev_2', 'pay_2'));
    expect(await world.work(WORK)).toMatchObject({
      status: 'open',
      licence: 'Apache-2.0',
      owed: AUD('8240.81'),
      paid: AUD('1000.00'),
    });
    const again = await world.pay('pay_3', '9064.90', { ...GST, release: RELEASE });
    expect(again).toMatchObject({
      accepted: AUD('9064.89'),
      deficit: AUD('8240.81'),
      owed: AUD('0.00'),
      opened: false,
    });
    for (const [index, id] of givers.entries()) {
      const { outstanding } = await world.statement(id);
      await world.payOut(`rest_${index}`, id, outstanding[0]?.amount ?? '');
    }
    await isSound(world);
  });

  test('a gift that was kept goes back out of the gifts, once', async () => {
    await world.pay('pay_2', '9064.89', GST);
    await world.pay('pay_gift', '10.00', { work: WORK, release: RELEASE, gift: true });
    expect(await world.act(reversing('rev_gift', 'pay_gift'))).toMatchObject({
      amount: AUD('10.00'),
      deficit: AUD('0.00'),
      status: 'reversed',
    });
    await refusesWithoutChange(world, reversing('rev_2', 'pay_gift'), 'already-reversed');
    await isSound(world);
    expect((await refusalOf(world.statement('agent_nobody'))).code).toBe('agent-unknown');
  });
});
