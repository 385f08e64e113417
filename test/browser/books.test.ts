import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
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
    await page.getByText('Sum of all books').waitFor();
    await page.getByLabel('Search').fill('1,000.00');
    await page.getByText('1 transfer fits').waitFor();
    await page.getByRole('cell', { name: 'Payment: Wattle Council' }).waitFor();
    expect(await page.getByRole('cell', { name: /^Accepted work/ }).count()).toBe(0);
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
