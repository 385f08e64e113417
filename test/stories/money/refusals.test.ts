import { afterEach, beforeEach, expect, test } from 'vitest';
import { listTransfers } from '../../../src/actions/ledger/list-ledger.ts';
import { showPayment } from '../../../src/actions/payments/show-payment.ts';
import { showReversal } from '../../../src/actions/payments/reverse-payment.ts';
import { listPayouts, showPayout } from '../../../src/actions/payouts/show-payout.ts';
import { RELEASE, WORK, almanac, people } from '../../almanac.ts';
import type { Said } from '../../stage.ts';
import { newWorld, paying, refusalOf, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'refusals', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
});
afterEach(() => world.end());

const payout = (more: object): Said => ({
  by: world.owner,
  type: 'payout.recorded',
  id: 'out_1',
  body: { to: people.programmer.id, amount: { amount: '1.00', currency: 'AUD' }, ...more },
});

const reversal = (more: object): Said => ({
  by: world.owner,
  type: 'payment.reversed',
  id: 'rev_1',
  body: { payment: 'pay_1', reason: 'it bounced', ...more },
});

test('a payout is refused that nobody has earned, or that cannot be', async () => {
  const AUD = (amount: string) => ({ amount: { amount, currency: 'AUD' } });
  await refusesWithoutChange(world, payout({ to: 'agent_nobody' }), 'agent-unknown');
  await refusesWithoutChange(world, payout(AUD('739.62')), 'payout-exceeds');
  await refusesWithoutChange(world, payout(AUD('0.00')), 'amount-not-positive');
  await refusesWithoutChange(world, payout(AUD('0.001')), 'amount-too-precise');
  await refusesWithoutChange(world, payout(AUD('1e2')), 'amount-malformed');
  const euros = { amount: { amount: '1.00', currency: 'EUR' } };
  await refusesWithoutChange(world, payout(euros), 'payout-exceeds');
  const none = { amount: { amount: '1.00', currency: 'ZZZ' } };
  await refusesWithoutChange(world, payout(none), 'currency-unknown');
  await refusesWithoutChange(world, payout({ on: '2026-06-13' }), 'date-in-future');
  await refusesWithoutChange(world, payout({ on: '13 June' }), 'date-malformed');
  await world.act(payout({}));
  await refusesWithoutChange(world, payout({ reference: 'other' }), 'id-reused');
});

test('a reversal is refused of what never came, or of a day that cannot be', async () => {
  await refusesWithoutChange(world, reversal({ payment: 'pay_9' }), 'payment-unknown');
  await refusesWithoutChange(world, reversal({ reason: '' }), 'reversal-reason-missing');
  await refusesWithoutChange(world, reversal({ on: '2026-06-13' }), 'date-in-future');
  await refusesWithoutChange(world, reversal({ on: '2026-02-30' }), 'date-malformed');
});

test('a payment is refused for the release of another work', async () => {
  await world.begin({ work: 'other', signers: [] });
  const elsewhere = { work: 'other', release: RELEASE };
  const said = paying(world.owner, 'pay_2', '1.00', elsewhere);
  await refusesWithoutChange(world, said, 'release-elsewhere');
});

test('what is asked for and is not there is refused by name', async () => {
  const asking = async (work: Parameters<typeof world.node.read>[0]): Promise<string> =>
    (await refusalOf(world.node.read(work))).code;
  expect(await asking((sight) => showPayment(sight, 'pay_9'))).toBe('payment-unknown');
  expect(await asking((sight) => showReversal(sight, 'pay_1'))).toBe('payment-not-reversed');
  expect(await asking((sight) => showPayout(sight, 'out_9'))).toBe('payout-unknown');
  expect(await asking((sight) => listPayouts(sight, { after: 'out_9' }))).toBe('payout-unknown');
  expect(await asking((sight) => listTransfers(sight, { after: 'x' }))).toBe('transfer-unknown');
});

test('an act is refused that is unknown, meant for another node, or not signed so', async () => {
  const before = await world.digests();
  const submitting = async (act: unknown): Promise<string> =>
    (await refusalOf(world.node.submit(act))).code;
  const said = paying(world.owner, 'pay_2', '1.00', { work: WORK });
  expect(await submitting(await world.signed({ ...said, type: 'payment.stolen' }))).toBe(
    'act-unknown',
  );
  // What follows from an act is the node's own to say.
  const opening = {
    by: world.owner,
    type: 'release.opened',
    id: RELEASE,
    body: { licence: 'MIT' },
  };
  expect(await submitting(await world.signed(opening))).toBe('act-unknown');
  const act = (await world.signed(said)) as Record<string, unknown>;
  expect(await submitting({ ...act, node: 'node_other' })).toBe('act-misplaced');
  expect(await submitting({ ...act, by: people.designer.id })).toBe('signature-invalid');
  expect(await submitting({ ...act, body: { ...(act['body'] as object), gift: true } })).toBe(
    'signature-invalid',
  );
  expect(await submitting({ ...act, by: 'agent_nobody' })).toBe('agent-unknown');
  expect(await submitting({ ...act, extra: 1 })).toBe('act-malformed');
  expect(await submitting(null)).toBe('act-malformed');
  expect(await world.digests()).toEqual(before);
});
