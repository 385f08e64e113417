// The books, read by accounting programs that none of us wrote: they have to accept them, and to
// come to the same balance on every account.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportBooks } from '../../src/actions/ledger/export-books.ts';
import { listAccounts } from '../../src/actions/ledger/list-ledger.ts';
import type { BookFormat } from '../../src/domain/ledger/plain-text.ts';
import { beancountCurrency, plainAccount } from '../../src/domain/ledger/plain-text.ts';
import { WORK, almanac, people } from '../almanac.ts';
import { needs } from '../needs.ts';
import { cash, newWorld } from '../world.ts';
import type { World } from '../world.ts';

const ODD = 'Z.9_-x-2d-.1';

/** A name that would end a text, begin a comment or a tag, and be a formula, if it could. */
const NASTY = '=1+1; "Ltd" | \\ (x), kind:none * ! نور';

let world: World;
beforeAll(async () => {
  world = await newWorld({ seed: 'books', on: '2026-04-10' });
  await inOtherCurrencies();
  await theAlmanac();
});
afterAll(() => world.end());

/** Works in odd currencies and with odd ids, with shares held, swept and reversed. */
async function inOtherCurrencies(): Promise<void> {
  await world.person(ODD, 'Odd Nansen');
  await world.person('agent_bo', 'Bo Vermeer');
  const currencies = [
    ['kWh', 3],
    ['KWH', 3],
    ['SPARK2', 6],
    ['Xx', 0],
    ['abcdefghij-9', 3],
    ['QX-', 3],
  ] as const;
  for (const [code, scale] of currencies) {
    const body = { code, scale, name: `The ${code}` };
    await world.act({ by: world.owner, type: 'currency.added', id: `cur_${code}_${scale}`, body });
    const work = `work.${code}`;
    await world.begin({ work, currency: code, signers: [ODD, 'agent_bo'] });
    const amount = scale === 0 ? '7' : '0.007';
    await world.give(cash(ODD, `con_${code}`, { work, amount, unit: code }));
    await world.pay(`pay-${code}`, scale === 0 ? '4' : '0.004', { work, currency: code });
  }
  const terms = { 'split.host': '0.05', 'split.reserve': '0.05', surplus: 'reserve' };
  await world.begin({ work: 'seeds', currency: 'EUR', terms, signers: ['agent_bo'] });
  await world.begin({ work: 'kit', buildsOn: [['seeds', '0.2']], terms, signers: [ODD] });
  await world.give(cash('agent_bo', 'con_seeds', { work: 'seeds', amount: '100', unit: 'EUR' }));
  await world.give(cash(ODD, 'con_kit', { work: 'kit', amount: '300' }));
  await world.pay('pay_usd', '50.00', { work: 'kit', currency: 'USD', taxRate: '0.1' });
  await world.pay('pay_jpy', '5000', { work: 'kit', currency: 'JPY' });
  await world.act({ by: world.owner, type: 'work.swept', id: 'sweep_1', body: {} });
  const body = { payment: 'pay_jpy', reason: 'it bounced' };
  await world.act({ by: world.owner, type: 'payment.reversed', id: 'rev.1', body });
  await world.pay('gift.1', '1.00', { work: 'kit', gift: true });
  await world.pay('pay_odd', '2.00', { work: 'kit', payer: NASTY });
  const what = 'Two lines:\n2026-01-01 * "third"\r\n\t; and a half';
  await world.give(cash(ODD, 'con_odd', { work: 'kit', amount: '3', what }));
}

async function theAlmanac(): Promise<void> {
  world.on('2026-06-12');
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  await world.payOut('out_1', people.programmer.id, '739.61');
  await world.pay('pay_2', '9064.90', { work: WORK, taxRate: '0.1' });
}

const books = (format: BookFormat): Promise<string> =>
  world.node.read((sight) => exportBooks(sight, format));

const byName = ([left]: [string, unknown], [right]: [string, unknown]): number =>
  left < right ? -1 : 1;

/** Our own balances, by the programs' names of accounts and currencies: none that are zero. */
async function balances(nameOf = (code: string): string => code): Promise<Map<string, string>> {
  const { items } = await world.node.read((sight) => listAccounts(sight));
  const found = items
    .filter(({ balance }) => /[1-9]/.test(balance.amount))
    .map(({ account, balance }): [string, string] => [
      `${plainAccount(account)} ${nameOf(balance.currency)}`,
      balance.amount,
    ]);
  expect(new Set(found.map(([key]) => key)).size).toBe(found.length);
  return new Map(found.toSorted(byName));
}

async function fileOf(format: BookFormat, more = ''): Promise<string> {
  const path = join(world.dataDir, `books.${format}`);
  writeFileSync(path, `${await books(format)}${more}`);
  return path;
}

function run(program: string, ...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { status, out: `${stdout}${stderr}` };
}

/** A number as both write it: no trailing zeros. */
const plainNumber = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+$/, '') : text;

describe('hledger', () => {
  test('accepts the books, strictly, and finds them balanced', async () => {
    needs('hledger');
    const path = await fileOf('hledger');
    expect(run('hledger', '-f', path, 'check', '--strict')).toEqual({ status: 0, out: '' });
  });

  test('calls a transfer by who paid or what was given, and finds it by its act', async () => {
    needs('hledger');
    const path = await fileOf('hledger');
    const described = (act: string): string[] =>
      run('hledger', '-f', path, 'descriptions', `tag:subject=^${act}$`).out.trimEnd().split('\n');
    expect(described('pay_odd')).toEqual([
      String.raw`Payment: =1+1, "Ltd" / \ (x), kind:none * ! نور`,
    ]);
    const given = 'Accepted work: Two lines: 2026-01-01 * "third" , and a half';
    expect(described('con_odd')).toEqual([given]);
    expect(described('rev.1')).toEqual(['Reversal: Harbour Books']);
    expect(described('out_1')).toEqual([`Payout: ${people.programmer.name}`]);
    const kinds = run('hledger', '-f', path, 'tags', '--values', 'kind').out.trim().split('\n');
    expect(kinds).toContain('payment.received');
    expect(kinds).not.toContain('none');
  });

  test('comes to our balance on every account, in every currency', async () => {
    needs('hledger');
    const path = await fileOf('hledger');
    const args = ['bal', '--flat', '--no-total', '--layout=bare', '-O', 'csv'];
    const { status, out } = run('hledger', '-f', path, ...args);
    expect(status).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line): [string, string] => {
        const [account, currency, amount] = line.slice(1, -1).split('","');
        return [`${account} ${currency}`, plainNumber(amount ?? '')];
      })
      .filter(([, amount]) => amount !== '0');
    const ours = [...(await balances())].map(([key, amount]) => [key, plainNumber(amount)]);
    expect(rows.toSorted(byName)).toEqual(ours);
    expect(ours.length).toBeGreaterThan(25);
  });
});

describe('beancount', () => {
  test('accepts the books', async () => {
    needs('beancount');
    expect(run('bean-check', await fileOf('beancount'))).toEqual({ status: 0, out: '' });
  });

  test('reads who paid or what was given as one text, and the act beside it', async () => {
    needs('beancount');
    const [head, ...lines] = (await books('beancount')).split(/\n(?=\d{4}-\d\d-\d\d \*)/);
    expect(head).toContain('option "title"');
    const odd = lines.find((one) => one.includes('subject: "pay_odd"'))?.split('\n');
    expect(odd?.slice(0, 4)).toEqual([
      `2026-04-10 * "Payment: =1+1; 'Ltd' | / (x), kind:none * ! نور"`,
      expect.stringMatching(/^ {2}transfer: "\d+"$/),
      '  kind: "payment.received"',
      '  subject: "pay_odd"',
    ]);
  });

  test('agrees on every balance, and would not on any other', async () => {
    needs('beancount');
    const ours = [...(await balances(beancountCurrency))];
    const asserting = (change: (amount: string) => string): string =>
      ours
        .map(([key, amount]) => {
          const [account = '', currency = ''] = key.split(' ');
          return `2099-01-01 balance ${account}  ${change(amount)} ${currency}\n`;
        })
        .join('');
    const agreed = asserting((amount) => `${amount} ~ 0`);
    expect(run('bean-check', await fileOf('beancount', agreed))).toEqual({ status: 0, out: '' });
    const off = asserting(
      (amount) => `${amount.replace(/\d$/, (last) => (last === '9' ? '8' : '9'))} ~ 0`,
    );
    const { status, out } = run('bean-check', await fileOf('beancount', off));
    expect(status).toBe(1);
    expect(out.match(/Balance failed/g)).toHaveLength(ours.length);
  });
});

describe('the books as text', () => {
  test('are the same bytes each time', async () => {
    for (const format of ['hledger', 'beancount', 'csv'] as const) {
      expect(await books(format)).toBe(await books(format));
    }
  });

  test('as CSV add up to our balances, entry by entry', async () => {
    const [head, ...rows] = parse(await books('csv'));
    expect(head?.join()).toBe('transfer,on,kind,subject,account,amount,currency,about');
    const sums = new Map<string, bigint>();
    for (const [, , , , account = '', amount = '', currency = ''] of rows) {
      const key = `${plainAccount(account)} ${currency}`;
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount.replace('.', '')));
    }
    const ours = [...(await balances())].map(([key, amount]) => [
      key,
      BigInt(amount.replace('.', '')),
    ]);
    const sorted = [...sums].filter(([, sum]) => sum !== 0n).toSorted(byName);
    expect(sorted).toEqual(ours);
  });

  test('have no cell that a spreadsheet would take for a formula', async () => {
    const rows = parse(await books('csv'));
    const about = rows.find(([, , , subject]) => subject === 'pay_odd')?.at(-1);
    expect(about).toBe(`'${NASTY}`);
    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+@\t]/.test(cell) || /^-[^\d]/.test(cell))).toEqual([]);
  });

  test('of a node without any transfer are accepted too', async () => {
    needs('hledger', 'beancount');
    const empty = await newWorld({ seed: 'empty' });
    try {
      for (const format of ['hledger', 'beancount'] as const) {
        const path = join(empty.dataDir, `books.${format}`);
        writeFileSync(path, await empty.node.read((sight) => exportBooks(sight, format)));
        const args = format === 'hledger' ? ['-f', path, 'check', '--strict'] : [path];
        const program = format === 'hledger' ? 'hledger' : 'bean-check';
        expect(run(program, ...args)).toEqual({ status: 0, out: '' });
      }
    } finally {
      await empty.end();
    }
  });
});
