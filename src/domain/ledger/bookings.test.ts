import { describe, expect, test } from 'vitest';
import { amount } from '../money/amount.ts';
import type { Amount } from '../money/amount.ts';
import { accountKinds, accountOf, heldAccount, poolAccount } from './accounts.ts';
import * as bookings from './bookings.ts';
import { transfer } from './transfer.ts';
import type { Posting } from './transfer.ts';

const aud = (minor: bigint): Amount => amount(minor, { code: 'AUD', scale: 2 });
const eur = (minor: bigint): Amount => amount(minor, { code: 'EUR', scale: 2 });
const lines = (postings: readonly Posting[]): string[] =>
  postings.map(
    ({ account, amount: { minor, currency } }) => `${account} ${minor} ${currency.code}`,
  );

const paid = {
  work: 'work_1',
  release: 'rel_1',
  payer: 'agent_9',
  tax: eur(100n),
  excess: eur(7n),
  host: eur(50n),
  reserve: eur(0n),
  upstream: [{ release: 'rel_0', amount: eur(150n) }],
  pool: eur(800n),
};

describe('the name of an account', () => {
  test('is of a closed list of kinds, and tells its ids and class', () => {
    expect(accountOf(heldAccount('rel_1', 'rel_0'))).toEqual({
      kind: 'held',
      ids: ['rel_1', 'rel_0'],
      class: 'liability',
    });
    expect(accountOf('cash')).toEqual({ kind: 'cash', ids: [], class: 'asset' });
    expect(accountKinds).toContain('obligation');
  });

  test.each(['', 'bank', 'cash:1', 'pool', 'pool:', 'held:a', 'toString', 'constructor:x'])(
    'is not "%s"',
    (name) => {
      expect(() => accountOf(name)).toThrow('not the name of an account');
    },
  );

  test('has no colon in an id', () => {
    expect(() => poolAccount('rel:1')).toThrow('cannot be in the name');
    expect(() => poolAccount('')).toThrow('cannot be in the name');
  });
});

describe('a transfer', () => {
  test('is balanced in each currency, not across them', () => {
    const unbalanced = [
      { account: 'cash', amount: aud(5n) },
      { account: 'tax', amount: eur(-5n) },
    ];
    expect(() => transfer(unbalanced)).toThrow('off balance by 5 minor units of AUD');
  });

  test('has one posting for an account and currency, and none of zero', () => {
    const postings = transfer([
      { account: 'cash', amount: aud(5n) },
      { account: 'cash', amount: aud(6n) },
      { account: 'tax', amount: aud(-11n) },
      { account: 'pool:rel_1', amount: aud(0n) },
    ]);
    expect(lines(postings)).toEqual(['cash 11 AUD', 'tax -11 AUD']);
  });
});

describe('the books', () => {
  test('owe a claim what was accepted, what it grew, and no more what was cancelled', () => {
    const claimed = { release: 'rel_1', tranche: 'tr_1', amount: aud(90n) };
    const added = ['obligation:rel_1 90 AUD', 'claims:tr_1 -90 AUD'];
    expect(lines(bookings.accepted(claimed))).toEqual(added);
    expect(lines(bookings.growth(claimed))).toEqual(added);
    const removed = ['claims:tr_1 90 AUD', 'obligation:rel_1 -90 AUD'];
    expect(lines(bookings.cancelled(claimed))).toEqual(removed);
  });

  test('take a payment apart, and lower what claims are owed in the work’s currency', () => {
    const lowered = [{ tranche: 'tr_1', amount: aud(1_300n) }];
    expect(lines(bookings.paymentReceived({ ...paid, lowered }))).toEqual([
      'cash 1107 EUR',
      'tax -100 EUR',
      'refund:agent_9 -7 EUR',
      'host:work_1 -50 EUR',
      'held:rel_1:rel_0 -150 EUR',
      'pool:rel_1 -800 EUR',
      'claims:tr_1 1300 AUD',
      'obligation:rel_1 -1300 AUD',
    ]);
  });

  test('put a bounced payment together again, and leave claims as they are', () => {
    const received = bookings.paymentReceived({ ...paid, lowered: [] });
    const reversed = bookings.paymentReversed(paid);
    expect(transfer([...received, ...reversed])).toEqual([]);
  });

  test('pay out from pools, refunds and any account that holds something', () => {
    const moved = { work: 'work_1', release: 'rel_1', amount: aud(5n) };
    expect(lines(bookings.payout(moved))).toEqual(['pool:rel_1 5 AUD', 'cash -5 AUD']);
    const refund = bookings.refundPaid({ payer: 'agent_9', amount: aud(5n) });
    expect(lines(refund)).toEqual(['refund:agent_9 5 AUD', 'cash -5 AUD']);
    expect(lines(bookings.paidOut('tax', aud(5n)))).toEqual(['tax 5 AUD', 'cash -5 AUD']);
    expect(lines(bookings.giftReceived(moved))).toEqual(['cash 5 AUD', 'gift:work_1 -5 AUD']);
    const kept = bookings.surplusKept('agent_9', 'reserve:work_1', aud(5n));
    expect(lines(kept)).toEqual(['refund:agent_9 5 AUD', 'reserve:work_1 -5 AUD']);
  });

  test('move dust and advances between pool and reserve', () => {
    const moved = { work: 'work_1', release: 'rel_1', amount: aud(2n) };
    const toReserve = ['pool:rel_1 2 AUD', 'reserve:work_1 -2 AUD'];
    expect(lines(bookings.dustToReserve(moved))).toEqual(toReserve);
    expect(lines(bookings.advanceReturned(moved))).toEqual(toReserve);
    const advanced = ['reserve:work_1 2 AUD', 'pool:rel_1 -2 AUD'];
    expect(lines(bookings.deficitAdvanced(moved))).toEqual(advanced);
  });

  test('move what is held up the dependencies, and back what is not needed', () => {
    const up = {
      work: 'work_0',
      release: 'rel_0',
      reserve: aud(10n),
      upstream: [],
      pool: aud(90n),
      lowered: [{ tranche: 'tr_0', amount: aud(90n) }],
    };
    expect(lines(bookings.swept('rel_1', up))).toEqual([
      'held:rel_1:rel_0 100 AUD',
      'reserve:work_0 -10 AUD',
      'pool:rel_0 -90 AUD',
      'claims:tr_0 90 AUD',
      'obligation:rel_0 -90 AUD',
    ]);
    const back = {
      holder: { work: 'work_1', release: 'rel_1' },
      upstream: 'rel_0',
      pool: aud(40n),
      reserve: aud(2n),
      lowered: [{ tranche: 'tr_1', amount: aud(40n) }],
    };
    expect(lines(bookings.sweptBack(back))).toEqual([
      'held:rel_1:rel_0 42 AUD',
      'pool:rel_1 -40 AUD',
      'reserve:work_1 -2 AUD',
      'claims:tr_1 40 AUD',
      'obligation:rel_1 -40 AUD',
    ]);
  });

  test('never move less than nothing', () => {
    expect(() => bookings.payout({ release: 'rel_1', amount: aud(-1n) })).toThrow('below zero');
  });
});
