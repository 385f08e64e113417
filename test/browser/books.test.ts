import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf } from './looked-at.ts';
import { openBrowser, signedIn } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  await node.client.payments.receive({
    work: WORK,
    amount: { amount: '1000.00', currency: 'AUD' },
    payer: { name: 'Wattle Council' },
  });
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

describe('the books', () => {
  test('a member sees their own statement, and no books of others', async () => {
    const page = await signedIn(browser, await node.link(people.programmer.id));
    await page.getByRole('link', { name: 'My statement' }).click();
    await page.getByText('Code: calendar, offline sync').waitFor();
    await page.getByText('A$739.61').first().waitFor();
    expect(await page.getByRole('link', { name: 'Ledger' }).count()).toBe(0);
    await page.context().close();
  });

  test('the ledger sums to nothing, and is searched by amount', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/ledger`);
    await page.getByRole('button', { name: 'Sum of all books 0.00, checked' }).click();
    const sheet = page.getByRole('dialog');
    const held = sheet.getByRole('listitem').filter({ hasText: 'Bank and cash' });
    await held.getByText('A$1,000.00').waitFor();
    const owed = sheet.getByRole('listitem').filter({ hasText: 'Pool' });
    await owed.getByText('−A$1,000.00').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Out, A$' }).click();
    await sheet.getByText('In makes a balance larger, Out makes it smaller.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByLabel('Search').fill('nowhere');
    await page.getByText('Nothing fits').waitFor();
    expect(await page.getByText('Nothing here fits.').count()).toBe(0);
    await page.getByLabel('Search').fill('1,000.00');
    await page.getByText('1 transfer fits').waitFor();
    await page.getByRole('cell', { name: 'Payment: Wattle Council' }).waitFor();
    expect(await page.getByRole('cell', { name: /^Accepted work/ }).count()).toBe(0);
    await page.context().close();
  });

  test('what went back after it was earned is missing in the pool, and said to be', async () => {
    const { client } = node;
    const [amount, payer] = [{ amount: '500.00', currency: 'AUD' }, { name: 'Banksia Trust' }];
    await client.payments.receive({ work: WORK, amount, payer }, { id: 'pay_back' });
    await client.payments.reverse({ payment: 'pay_back', reason: 'It bounced.' });
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/ledger`);
    const said = 'The pool is short of A$500.00 since a payment went back.';
    await page.getByText(said).waitFor();
    await page.getByRole('button', { name: 'Pool 1,000.00' }).click();
    await page.getByRole('dialog').getByText(said).waitFor();
    const table = page.getByRole('table', { name: /^Transfers/ });
    expect(await table.getByText('−').filter({ visible: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('the record is worked out again, and holds', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/record`);
    await page.getByRole('button', { name: 'Check everything' }).click();
    await page.getByText(/^All \d+ entries hold/).waitFor();
    await page.context().close();
  });
});
