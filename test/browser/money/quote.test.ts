import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, RELEASE, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from '../stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const quoted = (amount: string) =>
  node.client.quotes.make({
    work: WORK,
    release: RELEASE,
    payer: { name: 'City of Fern Hollow' },
    amount: { amount, currency: 'AUD' },
    taxRate: '0.1',
    validUntil: '2026-06-30',
  });

test('an organisation reads its quote by the link alone, and a member cannot book it', async () => {
  const { id } = await quoted('1100.00');
  const context = await browser.newContext({ locale: 'en-GB', ...sizes.phone });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${node.url}/app/quotes/${id}`);
  await page.getByRole('heading', { name: 'Quote for City of Fern Hollow' }).waitFor();
  const ways = page.getByRole('table', { name: 'The amounts of the quote' });
  await ways.getByRole('row', { name: 'Those who made it 1,000.00' }).waitFor();
  await ways.getByRole('row', { name: 'Reserve 0.00' }).waitFor();
  expect(await page.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0);
  expect(await page.getByRole('link').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();

  const member = await signedIn(browser, await node.link(people.designer.id));
  await member.goto(`${node.url}/app/quotes/${id}`);
  await member.getByText('After it, A$8,240.81 is left').waitFor();
  expect(await member.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0);
  await member.context().close();
});

test('what is marked as paid is looked at first; a quote that expired says what to do', async () => {
  const { id } = await quoted('2200.00');
  const page = await signedIn(browser, await node.link());
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  // An answer of the node as it will be in July.
  await page.route(`**/quotes/${id}`, async (route) => {
    if (route.request().resourceType() === 'document') return route.continue();
    const response = await route.fetch();
    const quote = (await response.json()) as object;
    return route.fulfill({ response, json: { ...quote, status: 'expired' } });
  });
  await page.goto(`${node.url}/app/quotes/${id}`);
  await page.getByText('It held until 30 Jun 2026. Ask Ada Whitlam for a new one').waitFor();
  await page.getByRole('link', { name: 'Make a new one' }).waitFor();
  await page.unroute(`**/quotes/${id}`);
  await page.reload();
  await page.getByRole('button', { name: 'Mark as paid' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What the books will say.').waitFor();
  await sheet.getByRole('button', { name: 'Book A$2,200.00' }).click();
  await page.waitForURL('**/payments/pay_*');
  await page.getByRole('button', { name: 'Reverse' }).waitFor();
  const { status } = await node.client.quotes.show(id);
  expect(status).toBe('paid');
  await page.context().close();
});
