// Statements of a period: what stood before, what happened, what stands at the end.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showStatement } from '../../../src/actions/statement/show-statement.ts';
import type { StatementAnswer } from '../../../src/actions/statement/answers.ts';
import { cash, isSound, newWorld, refusalOf } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

let world: World;

const statement = (agent: string, from?: string, to?: string): Promise<StatementAnswer> =>
  world.node.read((sight) => showStatement(sight, agent, { from, to }));

beforeEach(async () => {
  world = await newWorld({ seed: 'statements', on: '2026-03-02' });
  for (const [id, name] of [
    ['agent_ana', 'Ana Duarte'],
    ['agent_bo', 'Bo Vermeer'],
  ] as const) {
    await world.person(id, name, { jurisdiction: 'AU' });
  }
});
afterEach(() => world.end());

const terms = { 'delay.rate': '0.1', 'delay.grace': 'P0D', 'delay.ceiling': '1.6' };
const rate = { rate: '1.5', source: 'the bank' };

/** Two years: acceptance, growth, payments in two currencies, a gift, a cancellation, payouts. */
async function twoYears(): Promise<void> {
  await world.begin({ work: 'seeds', signers: ['agent_ana', 'agent_bo'], terms });
  const guide = { work: 'guide', signers: ['agent_ana', 'agent_bo'], terms };
  await world.begin({ ...guide, buildsOn: [['seeds', '0.5']] });
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '1000', on: '2026-01-05' }));
  await world.give(cash('agent_bo', 'con_2', { work: 'guide', amount: '333', on: '2026-01-05' }));
  await world.give(cash('agent_ana', 'con_3', { work: 'seeds', amount: '70', on: '2026-01-05' }));
  await world.on('2026-10-01').node.tend();
  await world.pay('pay_1', '101.01', { work: 'guide' });
  await world.on('2027-01-10').node.tend();
  await world.give(cash('agent_ana', 'con_4', { work: 'guide', amount: '77', on: '2026-12-30' }));
  // Booked in January for the last day of the year before.
  await world.pay('pay_2', '33.33', { work: 'guide', on: '2026-12-31' });
  await world.payOut('out_1', 'agent_ana', '40.00');
  await world.on('2027-02-01').node.tend();
  const body = { exchange: rate };
  await world.pay('pay_3', '50.00', { work: 'guide', currency: 'EUR', exchange: rate });
  await world.act({ by: world.owner, type: 'work.swept', id: 'sweep_1', body });
  const cancelling = { contribution: 'con_4' };
  const by = 'agent_ana';
  await world.on('2027-05-05').node.tend();
  await world.act({ by, type: 'contribution.cancelled', id: 'act_c', body: cancelling });
  await world.pay('pay_4', '400.00', { work: 'guide' });
  await world.on('2027-11-11').node.tend();
  await world.payOut('out_2', 'agent_ana', '10.00');
  await isSound(world);
}

const minor = (list: readonly { amount: string; currency: string }[], code: string): bigint =>
  BigInt(list.find(({ currency }) => currency === code)?.amount.replace('.', '') ?? '0');

/** Holds that what stood before and what happened make up what stands at the end. */
function addsUp({ period, ...end }: StatementAnswer): void {
  if (period === null) throw new Error('The statement has no period.');
  for (const code of ['AUD', 'EUR']) {
    const of = (list: readonly { amount: string; currency: string }[]) => minor(list, code);
    const grew = of(period.accepted) + of(period.grown) - of(period.cancelled);
    expect(of(end.obligation)).toBe(of(period.before.obligation) + grew);
    expect(of(end.owed)).toBe(of(period.before.owed) + grew - of(period.paid));
    expect(of(end.earned)).toBe(of(period.before.earned) + of(period.earned));
    expect(of(end.received)).toBe(of(period.before.received) + of(period.received));
    expect(of(end.outstanding)).toBe(of(end.earned) - of(end.received));
  }
}

const sumsOf = ({ obligation, owed, earned, received, outstanding }: StatementAnswer) => {
  const some = (list: readonly { amount: string; currency: string }[]) =>
    list.filter(({ amount }) => /[1-9]/.test(amount));
  return {
    obligation: some(obligation),
    owed: some(owed),
    earned: some(earned),
    received: some(received),
    outstanding: some(outstanding),
  };
};

describe('statements of periods', () => {
  beforeEach(twoYears);

  test.each(['agent_ana', 'agent_bo'])('of %s chain to the last unit', async (agent) => {
    const periods = [
      ['2026-01-01', '2026-06-30'],
      ['2026-07-01', '2026-12-31'],
      ['2027-01-01', '2027-02-01'],
      ['2027-02-02', '2027-12-31'],
    ] as const;
    let last: StatementAnswer | undefined;
    for (const [from, to] of periods) {
      const one = await statement(agent, from, to);
      addsUp(one);
      for (const { period, title } of one.works) expect(period, title).not.toBeNull();
      if (last !== undefined && one.period !== null) {
        const before = { ...one, ...one.period.before };
        expect(sumsOf(before)).toEqual(sumsOf(last));
      }
      last = one;
    }
    const now = await statement(agent);
    expect(now.period).toBeNull();
    expect(last === undefined ? undefined : sumsOf(last)).toEqual(sumsOf(now));
  });

  test('end where the work itself says that things stand', async () => {
    const { works } = await statement('agent_ana', '2027-01-01', '2027-12-31');
    for (const work of works) {
      const { people } = await world.work(work.work);
      const mine = people.find(({ agent }) => agent === 'agent_ana');
      expect({ owed: work.owed }).toEqual({ owed: mine?.owed });
      expect(work.earned).toEqual(expect.arrayContaining([...(mine?.earned ?? [])]));
      expect(work.earned).toHaveLength(mine?.earned.length ?? 0);
    }
  });

  test('count a payment on the day that it names, and a line on the day of its acceptance', async () => {
    const first = await statement('agent_ana', undefined, '2026-12-31');
    expect(first.works.find(({ work }) => work === 'guide')?.gave).toMatchObject([
      { id: 'con_1', acceptedOn: '2026-03-02' },
      { id: 'con_4', acceptedOn: '2027-01-10' },
    ]);
    expect(first.period?.accepted).toEqual([AUD('1605.00')]);
    const both = await statement('agent_ana', '2026-10-01', '2026-12-31');
    const one = await statement('agent_ana', '2026-10-01', '2026-12-30');
    expect(minor(both.earned, 'AUD')).toBeGreaterThan(minor(one.earned, 'AUD'));
    const second = await statement('agent_ana', '2027-01-01');
    expect(second.period).toMatchObject({
      accepted: [AUD('115.50')],
      received: [AUD('50.00'), EUR('0.00')],
    });
    expect(second.payouts.map(({ id }) => id)).toEqual(['out_1', 'out_2']);
  });

  test('keep how something was paid and where its receipt is apart, after a replay too', async () => {
    await world.begin({ work: 'shed', signers: ['agent_ana'] });
    await world.give(cash('agent_ana', 'con_5', { work: 'shed', amount: '10', on: '2026-03-01' }));
    await world.pay('pay_5', '5.00', { work: 'shed' });
    const said = { reference: 'Transfer 4711', evidence: 'Folder 3' };
    const body = { to: 'agent_ana', amount: AUD('1.00'), ...said };
    await world.act({ by: world.owner, type: 'payout.recorded', id: 'out_5', body });
    const { payouts } = await statement('agent_ana');
    expect(payouts.find(({ id }) => id === 'out_5')).toMatchObject(said);
    expect(payouts.find(({ id }) => id === 'out_1')?.evidence).toBeNull();
    await isSound(world);
  });

  test('of days that end before they begin are refused', async () => {
    const refusal = await refusalOf(statement('agent_ana', '2027-01-01', '2026-12-31'));
    expect(refusal.code).toBe('date-range-reversed');
  });
});
