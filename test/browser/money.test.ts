import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf } from './looked-at.ts';
import { openBrowser, signedIn } from './stage.ts';

/** What the clock of the node says: acts from another time are refused. */
const NOW = '2026-06-01T09:00:00Z';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  const quote = { work: WORK, validUntil: '2026-07-01', taxRate: '0.1' };
  for (const [id, name] of [
    ['quo_open', 'Wattle Council'],
    ['quo_paid', 'Harbour Books'],
  ] as const) {
    await node.client.quotes.make(
      { ...quote, payer: { name }, amount: { amount: '1100.00', currency: 'AUD' } },
      { id },
    );
  }
  const { payment } = await node.client.quotes.show('quo_paid');
  const body = payment.body as Parameters<typeof node.client.payments.receive>[0];
  await node.client.payments.receive(body, { id: payment.id });
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

describe('the money of a work', () => {
  test('a quote is marked paid after a look at what it does, and the last one opens', async () => {
    const page = await signedIn(browser, await node.link());
    await page.clock.setFixedTime(NOW);
    await page.goto(`${node.url}/app/works/${WORK}/quote`);
    await page.getByLabel('Organisation').fill('Bluegum Library');
    await page.getByLabel(/^Amount in/).fill('9,064.89');
    await page.getByLabel('Tax in percent').fill('10');
    await page.reload();
    await page.getByText('What you typed before is still here.').waitFor();
    await page.getByRole('button', { name: 'Make the quote' }).click();
    await page.getByRole('heading', { name: 'Quote for Bluegum Library' }).waitFor();
    await page.getByText('It opens Garden Almanac to everyone.').waitFor();
    await page.getByRole('button', { name: 'Mark as paid' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('8,240.81').first().waitFor();
    // The one act that nothing takes back says so, and names what it opens.
    await sheet.getByText('Nobody can close it again, even if the money goes back.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const act = 'Book A$9,064.89 and open Garden Almanac';
    await sheet.getByRole('button', { name: act }).click();
    await page.getByRole('heading', { name: 'Garden Almanac is open.' }).waitFor();
    await page.getByText('Earned in full').first().waitFor();
    await page.getByText('Nothing paid out yet').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Pay it out' }).click();
    await page.getByRole('heading', { name: 'To pay out' }).waitFor();
    await page.context().close();
  });

  test('a quote is seen by whoever has its link, who can mark nothing', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${node.url}/app/quotes/quo_paid`);
    await page.getByRole('heading', { name: 'Quote for Harbour Books' }).waitFor();
    await page.locator('.chip').getByText('Paid', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0);
    await context.close();
  });

  test('a reversal asks why, and strikes the payment through', async () => {
    const page = await signedIn(browser, await node.link());
    await page.clock.setFixedTime(NOW);
    await page.goto(`${node.url}/app/payments/pay_paid`);
    await page.getByRole('button', { name: 'Reverse' }).click();
    const sheet = page.getByRole('dialog');
    const act = sheet.getByRole('button', { name: /^Reverse A\$/ });
    await act.click();
    await sheet.getByText('Say why it went back.').waitFor();
    await sheet.getByLabel('Why').fill('The bank sent it back');
    await act.click();
    await page.getByText(/^Reversed on .*: The bank sent it back/).waitFor();

    // Open it stays; that it is paid nobody says any more.
    await page.goto(`${node.url}/app/works/${WORK}/opening`);
    await page.getByText(/A payment was reversed since, and A\$1,000\.00 is owed again/).waitFor();
    await page.getByText(/waits until what was taken back has come in again/).waitFor();
    expect(await page.getByText('Earned in full').count()).toBe(0);
    await page.goto(`${node.url}/app/statement?agent=${people.programmer.id}`);
    await page.getByText(/^Of what is to pay out, A\$[\d,.]+ waits until/).waitFor();
    await page.goto(`${node.url}/public/works/${WORK}`);
    await page.getByText('A payment was reversed since: what it paid is owed again.').waitFor();
    await page.context().close();
  });
});
