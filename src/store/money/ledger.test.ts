import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_MINOR, amount } from '../../domain/money/amount.ts';
import { Refusal } from '../../domain/refusals.ts';
import type { Engine } from '../engine.ts';
import { balanceOf, book, listAccountBalances, listTransferRows, placeOfEntry } from './ledger.ts';
import { openSqlite } from '../sqlite/engine.ts';

const AUD = { code: 'AUD', scale: 2 };
let engine: Engine;

beforeEach(() => {
  engine = openSqlite(':memory:');
});
afterEach(() => engine.close());

const moving = (minor: bigint, subject = 'pay_1'): Promise<void> =>
  engine.write((tx) =>
    book(
      tx,
      {
        kind: 'payment.received',
        subject,
        happenedOn: '2026-06-01',
        writtenAt: '2026-06-01T09:00:00.000Z',
        seq: 1,
      },
      [
        { account: 'cash', amount: amount(minor, AUD) },
        { account: 'pool:rel_1', amount: amount(-minor, AUD) },
      ],
    ),
  );

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it was not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe('a transfer', () => {
  test('says of each entry the balance before and after it, and its version', async () => {
    await moving(500n);
    await moving(-120n, 'pay_2');
    const [first, second] = await engine.read((tx) => listTransferRows(tx, { limit: 10 }));
    expect(first?.entries[0]).toMatchObject({
      account: 'cash',
      balanceBeforeMinor: 0n,
      amountMinor: 500n,
      balanceAfterMinor: 500n,
      version: 1n,
    });
    expect(second?.entries[0]).toMatchObject({
      balanceBeforeMinor: 500n,
      amountMinor: -120n,
      balanceAfterMinor: 380n,
      version: 2n,
    });
    expect(await engine.read((tx) => balanceOf(tx, 'pool:rel_1', 'AUD'))).toBe(-380n);
  });

  test('reaches the largest amount on both sides, and not beyond', async () => {
    await moving(MAX_MINOR);
    expect(await codeOf(moving(1n, 'pay_2'))).toBe('amount-too-large');
    expect(await engine.read((tx) => balanceOf(tx, 'cash', 'AUD'))).toBe(MAX_MINOR);
    await moving(-MAX_MINOR, 'pay_3');
    await moving(-MAX_MINOR, 'pay_4');
    expect(await codeOf(moving(-1n, 'pay_5'))).toBe('amount-too-large');
    expect(await engine.read((tx) => balanceOf(tx, 'cash', 'AUD'))).toBe(-MAX_MINOR);
  });

  test('of more than the books hold is refused whole', async () => {
    expect(await codeOf(moving(MAX_MINOR + 1n))).toBe('amount-too-large');
    expect(await engine.read((tx) => listAccountBalances(tx))).toEqual([]);
  });
});

describe('accounts', () => {
  test('are listed by the beginning of their names', async () => {
    await moving(500n);
    const names = async (prefix?: string): Promise<string[]> =>
      (await engine.read((tx) => listAccountBalances(tx, prefix))).map(({ name }) => name);
    expect(await names()).toEqual(['cash', 'pool:rel_1']);
    expect(await names('pool:')).toEqual(['pool:rel_1']);
    expect(await names('poo_')).toEqual([]);
  });
});

describe('an entry sought by its position', () => {
  beforeEach(async () => {
    for (const at of [1, 2, 3, 4]) await moving(100n, `pay_${at}`);
  });
  const place = (filter: Parameters<typeof placeOfEntry>[1], skip: number) =>
    engine.read((tx) => placeOfEntry(tx, filter, skip));

  test('is of the transfer before whose entries so many stand', async () => {
    expect(await place({}, 0)).toEqual({ transfer: 1n, at: 0, total: 8 });
    expect(await place({}, 3)).toEqual({ transfer: 2n, at: 2, total: 8 });
    expect(await place({ newest: true }, 3)).toEqual({ transfer: 3n, at: 2, total: 8 });
  });

  test('is counted among those of the account, the subject and the days alone', async () => {
    expect(await place({ account: 'cash', newest: true }, 3)).toEqual({
      transfer: 1n,
      at: 3,
      total: 4,
    });
    expect(await place({ subject: 'pay_2' }, 1)).toEqual({ transfer: 2n, at: 0, total: 2 });
    expect(await place({ from: '2026-06-02' }, 0)).toMatchObject({ transfer: undefined, total: 0 });
  });

  test('beyond the last there is none', async () => {
    expect(await place({}, 8)).toEqual({ transfer: undefined, at: 8, total: 8 });
  });
});
