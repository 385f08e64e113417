import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgreementAnswer } from '../../../src/actions/agreements/answers.ts';
import { cash, isSound, newWorld, paying, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

const AUD = (amount: string) => ({ amount, currency: 'AUD' });

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'terms', on: '2026-04-10' });
  await world.person('agent_ana', 'Ana Duarte');
  await world.person('agent_ben', 'Ben Okoro');
});
afterEach(() => world.end());

const begin = (terms: object = {}): Promise<void> =>
  world.begin({ work: 'guide', terms, signers: ['agent_ana', 'agent_ben'] });
const gives = (by: string, id: string, amount: string, more: object = {}) =>
  world.give(cash(by, id, { work: 'guide', amount, ...more }));
const pay = (id: string, amount: string, more: object = {}) =>
  world.pay(id, amount, { work: 'guide', ...more });
const owedTo = async (): Promise<Record<string, string>> => {
  const { people } = await world.work('guide');
  return Object.fromEntries(people.map(({ agent, owed }) => [agent, owed.amount]));
};

describe('an amendment', () => {
  const amend = (id: string, terms: object): Promise<AgreementAnswer> =>
    world.agree({ id, work: 'guide', release: 'rel_guide', terms, signers: [] });

  test('binds what comes in after it was signed; what is accepted keeps its version', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    const second = await amend('agr_2', { 'factor.urgent': '1.2' });
    await world.sign(second, 'agent_ben');
    const hour = { kind: 'knowledge-work', unit: 'h', classification: 'MA000065/6', urgent: true };
    // 37.97 x 1.2 x 1.5 = 68.346
    expect(await gives('agent_ben', 'con_2', '1', hour)).toMatchObject({
      agreement: 'agr_2',
      obligation: AUD('68.35'),
    });
    expect(await gives('agent_ana', 'con_3', '1', hour)).toMatchObject({
      agreement: 'agr_guide',
      obligation: AUD('56.96'),
    });
    expect(await owedTo()).toMatchObject({ agent_ana: '206.96', agent_ben: '68.35' });
  });

  test('of a locked term changes no money before all claim holders have signed', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await gives('agent_ben', 'con_2', '100');
    const second = await amend('agr_2', { 'split.reserve': '0.1' });
    await world.sign(second, world.owner);
    await world.sign(second, 'agent_ana');
    expect(await world.version('agr_2')).toMatchObject({ status: 'waiting' });
    expect((await pay('pay_1', '100.00')).split.reserve).toEqual(AUD('0.00'));
    await world.sign(second, 'agent_ben');
    expect(await world.version('agr_2')).toMatchObject({ status: 'in-force' });
    expect((await pay('pay_2', '100.00')).split.reserve).toEqual(AUD('10.00'));
    await isSound(world);
  });

  test('a threshold that was lowered opens with the next payment, not before', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '120.00');
    const second = await amend('agr_2', { 'open.threshold': '0.8' });
    for (const signer of [world.owner, 'agent_ana', 'agent_ben']) await world.sign(second, signer);
    const { status } = await world.work('guide');
    const { opened } = status === 'open' ? { opened: true } : await pay('pay_2', '0.01');
    expect(opened).toBe(true);
  });
});

describe('growth', () => {
  const delay = { 'delay.rate': '0.1', 'delay.grace': 'P0D', 'delay.ceiling': '1.6' };

  test('comes at each quarter end after grace, and stops at the ceiling', async () => {
    await begin(delay);
    await gives('agent_ana', 'con_1', '1000');
    await world.on('2026-06-30').node.tend();
    expect(await owedTo()).toMatchObject({ agent_ana: '1500.00' });
    // The quarter in which grace ends does not count; the next is the first that does.
    await world.on('2026-09-30').node.tend();
    expect(await owedTo()).toMatchObject({ agent_ana: '1537.50' });
    await world.on('2026-12-31').node.tend();
    expect(await owedTo()).toMatchObject({ agent_ana: '1575.94' });
    // The ceiling is 1.6 times the cost.
    await world.on('2031-01-01').node.tend();
    expect(await owedTo()).toMatchObject({ agent_ana: '1600.00' });
    const before = await world.digests();
    await world.node.tend();
    expect(await world.digests()).toEqual(before);
    await isSound(world);
  });

  test('is of what is outstanding; a payment dated earlier does not undo it', async () => {
    await begin(delay);
    await gives('agent_ana', 'con_1', '1000');
    await pay('pay_1', '500.00');
    await world.on('2026-10-01').node.tend();
    expect(await owedTo()).toMatchObject({ agent_ana: '1025.00' });
    await pay('pay_2', '25.00', { on: '2026-07-01' });
    expect(await owedTo()).toMatchObject({ agent_ana: '1000.00' });
    expect(await pay('pay_3', '2000.00')).toMatchObject({ accepted: AUD('1000.00'), opened: true });
    expect(await world.work('guide')).toMatchObject({ obligation: AUD('1525.00') });
    expect(await world.earned('guide')).toEqual({ agent_ana: '1525.00 AUD' });
    await isSound(world);
  });

  test('that was due while the node was off is made good when it starts', async () => {
    await begin(delay);
    await gives('agent_ana', 'con_1', '1000');
    await world.close();
    world.on('2027-01-15');
    await world.open();
    expect(await owedTo()).toMatchObject({ agent_ana: '1575.94' });
    const grown = await world.node.read(({ tx }) =>
      tx.all<{ id: string }>(`select id from acts where type = 'tranche.grown' order by seq`),
    );
    expect(grown.map(({ id }) => id.slice(-10))).toEqual(['2026-09-30', '2026-12-31']);
    await isSound(world);
  });

  test('dust of a tranche that grew goes to the reserve when it has closed', async () => {
    await begin(delay);
    await gives('agent_ana', 'con_1', '100.01');
    await gives('agent_ben', 'con_2', '33.35');
    await world.on('2026-10-01').node.tend();
    const { owed } = await world.work('guide');
    const closing = await pay('pay_1', '1000.00');
    expect(closing).toMatchObject({ accepted: owed, opened: true });
    await world.node.tend();
    const earned = Object.values(await world.earned('guide'));
    const sum = earned.reduce((total, text) => total + BigInt(text.replace(/\D/g, '')), 0n);
    const paid = BigInt(closing.accepted.amount.replace('.', ''));
    expect(-(await world.balance('reserve:guide'))).toBe(paid - sum);
    expect(paid - sum).toBeLessThan(2n);
    await isSound(world);
  });
});

describe('opening', () => {
  test('at a threshold of 80 % the rest stays on statements, payable by gifts', async () => {
    await begin({ 'open.threshold': '0.8' });
    await gives('agent_ana', 'con_1', '100');
    expect(await pay('pay_1', '119.99')).toMatchObject({ opened: false });
    expect(await world.work('guide')).toMatchObject({ opensWhen: { remaining: AUD('0.01') } });
    expect(await pay('pay_2', '0.01')).toMatchObject({ opened: true, owed: AUD('30.00') });
    const late = { work: 'guide', release: 'rel_guide' };
    await refusesWithoutChange(world, paying(world.owner, 'pay_3', '1.00', late), 'gifts-only');
    expect(await pay('gift_1', '40.00', { release: 'rel_guide', gift: true })).toMatchObject({
      gift: true,
      accepted: AUD('30.00'),
      owed: AUD('0.00'),
    });
    expect(await world.earned('guide')).toEqual({ agent_ana: '150.00 AUD' });
    expect(await world.balance('gift:guide')).toBe(-10_00n);
    await isSound(world);
  });

  test('waits for lines handed in before, as long as is agreed', async () => {
    await begin({ 'open.hold': 'P30D' });
    await gives('agent_ana', 'con_1', '100');
    await world.act(cash('agent_ben', 'con_2', { work: 'guide', amount: '10' }));
    expect(await pay('pay_1', '150.00')).toMatchObject({ opened: false, owed: AUD('0.00') });
    await world.on('2026-05-09').node.tend();
    expect(await world.work('guide')).toMatchObject({ status: 'owing' });
    await world.on('2026-05-10').node.tend();
    const { releases } = await world.work('guide');
    expect(releases.map(({ status }) => status)).toEqual(['open', 'owing']);
    const carried = await world.node.read(({ tx }) =>
      tx.get<{ number: bigint }>(
        `select r.number from contributions c join releases r on r.id = c.release
           where c.id = 'con_2'`,
      ),
    );
    expect(carried?.number).toBe(2n);
    await isSound(world);
  });

  test('comes at once when the line that held it is decided', async () => {
    await begin({ 'open.hold': 'P30D' });
    await gives('agent_ana', 'con_1', '100');
    await world.act(cash('agent_ben', 'con_2', { work: 'guide', amount: '10' }));
    await pay('pay_1', '150.00');
    const body = { contribution: 'con_2' };
    await world.act({ by: 'agent_ben', type: 'contribution.withdrawn', id: 'w_2', body });
    expect(await world.work('guide')).toMatchObject({ status: 'open', licence: 'Apache-2.0' });
    await isSound(world);
  });

  test('a work that owes nothing takes no payment, but keeps a gift for later', async () => {
    await begin();
    const said = paying(world.owner, 'pay_1', '5.00', { work: 'guide' });
    await refusesWithoutChange(world, said, 'nothing-owed');
    expect(await pay('gift_1', '50.00', { gift: true })).toMatchObject({ accepted: AUD('50.00') });
    await gives('agent_ana', 'con_1', '100');
    await world.act({ by: world.owner, type: 'work.swept', id: 'sweep_1', body: {} });
    expect(await world.earned('guide')).toEqual({ agent_ana: '50.00 AUD' });
    await isSound(world);
  });
});

describe('shares and surplus', () => {
  test('host and reserve have their part of each payment; the host is paid out', async () => {
    await begin({ 'split.host': '0.1', 'split.hostAgent': 'agent_ben', 'split.reserve': '0.05' });
    await gives('agent_ana', 'con_1', '100');
    const { split } = await pay('pay_1', '100.00');
    expect(split).toMatchObject({
      host: AUD('10.00'),
      reserve: AUD('5.00'),
      pool: AUD('85.00'),
    });
    expect((await world.dues()).due).toMatchObject([
      { agent: 'agent_ana', kind: 'earnings', amount: AUD('85.00') },
      { agent: 'agent_ben', kind: 'host', amount: AUD('10.00') },
    ]);
    await world.payOut('out_1', 'agent_ben', '10.00');
    // 65.00 more for the pool are 76.47 in all: 76.47 x 0.85 = 64.9995.
    const last = await pay('pay_2', '200.00');
    expect(last).toMatchObject({ opened: true, split: { pool: AUD('65.00') } });
    await isSound(world);
  });

  test.each([
    ['return', -50_00n, 0n, 0n],
    ['reserve', 0n, -50_00n, 0n],
    ['next-release', 0n, 0n, -50_00n],
  ] as const)('with the surplus policy %s', async (surplus, refund, reserve, gift) => {
    await begin({ surplus });
    await gives('agent_ana', 'con_1', '100');
    const paid = await pay('pay_1', '200.00');
    expect(paid).toMatchObject({ accepted: AUD('150.00'), excess: AUD('50.00'), opened: true });
    expect(await world.balance(`refund:${paid.from}`)).toBe(refund);
    expect(await world.balance('reserve:guide')).toBe(reserve);
    expect(await world.balance('gift:guide')).toBe(gift);
    await isSound(world);
  });

  test.each(['return', 'reserve', 'next-release'])(
    'a payment that bounces takes what was kept of it along, with the surplus policy %s',
    async (surplus) => {
      await begin({ surplus });
      await gives('agent_ana', 'con_1', '100');
      const { from } = await pay('pay_1', '200.00');
      const body = { payment: 'pay_1', reason: 'bounced' };
      await world.act({ by: world.owner, type: 'payment.reversed', id: 'rev_1', body });
      for (const account of [`refund:${from}`, 'reserve:guide', 'gift:guide', 'cash']) {
        expect(await world.balance(account), account).toBe(0n);
      }
      expect(await world.balance('pool:rel_guide')).toBe(0n);
      await isSound(world);
    },
  );

  test('where it is agreed the reserve advances what waits after a bounce', async () => {
    await begin({ 'split.reserve': '0.2', 'deficit.advance': true });
    await gives('agent_ana', 'con_1', '100');
    await pay('pay_1', '50.00');
    await pay('pay_2', '10.00');
    const body = { payment: 'pay_2', reason: 'bounced' };
    await world.act({ by: world.owner, type: 'payment.reversed', id: 'rev_1', body });
    await world.payOut('out_1', 'agent_ana', '48.00');
    // 40.00 were in the pool; 8.00 came out of the 10.00 that were left in the reserve.
    expect(await world.balance('reserve:guide')).toBe(-2_00n);
    expect(await world.balance('pool:rel_guide')).toBe(0n);
    await isSound(world);
  });
});

describe('tranches', () => {
  test('of an earlier priority are paid whole before a later one sees a cent', async () => {
    const tranches = [
      { priority: 1, kinds: ['cash'] },
      { priority: 2, agents: ['agent_ben'] },
    ];
    await begin({ tranches });
    await gives('agent_ana', 'con_1', '100');
    const hours = { kind: 'knowledge-work', unit: 'h', classification: 'MA000065/6' };
    await gives('agent_ben', 'con_2', '1', hours);
    await pay('pay_1', '149.00');
    expect(await world.earned('guide')).toEqual({ agent_ana: '149.00 AUD', agent_ben: '0.00 AUD' });
    await pay('pay_2', '2.00');
    expect(await world.earned('guide')).toEqual({ agent_ana: '150.00 AUD', agent_ben: '1.00 AUD' });
    // What comes after its tranche was paid in full enters a new one of the same priority.
    await gives('agent_ana', 'con_3', '10');
    await pay('pay_3', '15.00');
    expect(await world.earned('guide')).toEqual({ agent_ana: '165.00 AUD', agent_ben: '1.00 AUD' });
    await isSound(world);
  });
});

describe('a cancellation', () => {
  const cancelling = (by: string, contribution: string) => ({
    by,
    type: 'contribution.cancelled',
    id: `can_${contribution}`,
    body: { contribution },
  });

  test('keeps what was earned, and its remainder is owed to nobody', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await gives('agent_ben', 'con_2', '100');
    await pay('pay_1', '100.01');
    await refusesWithoutChange(world, cancelling('agent_ana', 'con_2'), 'not-the-author');
    await world.act(cancelling('agent_ben', 'con_2'));
    expect(await world.earned('guide')).toEqual({ agent_ana: '50.00 AUD', agent_ben: '50.00 AUD' });
    expect(await world.work('guide')).toMatchObject({ owed: AUD('100.00'), dust: AUD('0.01') });
    expect(await pay('pay_2', '100.00')).toMatchObject({ opened: true });
    await world.node.tend();
    expect(await world.earned('guide')).toMatchObject({ agent_ben: '50.00 AUD' });
    await world.payOut('out_1', 'agent_ben', '50.00');
    await isSound(world);
  });

  test('of the last that is owed closes it, and the release opens', async () => {
    await begin();
    await gives('agent_ana', 'con_1', '100');
    await gives('agent_ben', 'con_2', '100');
    await pay('pay_1', '150.00');
    await world.act(cancelling('agent_ana', 'con_1'));
    await world.act(cancelling('agent_ben', 'con_2'));
    expect(await world.work('guide')).toMatchObject({ status: 'open', owed: AUD('0.00') });
    await isSound(world);
  });
});
