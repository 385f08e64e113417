import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, RELEASE, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, inEnglish, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

/** What the clock of the node says: acts from another time are refused. */
const NOW = '2026-06-01T09:00:00Z';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const owner = async (options?: Parameters<typeof signedIn>[2]) => {
  const page = await signedIn(browser, await node.link(), options);
  await page.clock.setFixedTime(NOW);
  return page;
};

const pays = (id: string, amount: string, more: object = {}) => {
  const body = {
    work: WORK,
    amount: { amount, currency: 'AUD' },
    payer: { name: 'Wattle Council' },
  };
  return node.client.payments.receive({ ...body, ...more }, { id });
};

test('a payment without a quote, in another currency, is looked at before it is booked', async () => {
  const page = await owner();
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByRole('link', { name: 'Record a payment' }).click();
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  expect(await page.getByText('This is needed.').count()).toBe(1);
  await page.getByLabel('From whom').fill('Kustenverein');
  await page.getByLabel('Amount that came in').fill('110.00');
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByLabel('Tax in percent').fill('10');
  await page.getByLabel('Rate of exchange').fill('1.65');
  await page.getByLabel('Where the rate is from').fill('The bank');
  await page.reload();
  await page.getByText('What you typed before is still here.').waitFor();
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Exchanged at A$1.65 for €1, The bank, 1 Jun 2026.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // Every figure of what is only looked at opens its workings, over it.
  await sheet.getByRole('button', { name: /^Tax/ }).click();
  const works = page.getByRole('dialog').last();
  await works.getByText('Of what Kustenverein pays').waitFor();
  await works.getByText('Nothing to round').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.getByRole('button', { name: /^Mira Okafor/ }).click();
  await works.getByText('A$9,240.81').waitFor();
  await page.keyboard.press('Escape');
  await works.getByText('Of what Kustenverein pays').waitFor({ state: 'detached' });
  await sheet.getByRole('button', { name: 'Book €110.00' }).click();
  await page.getByRole('heading', { name: 'Kustenverein paid €110.00' }).waitFor();
  await page.getByText('Exchanged at A$1.65 for €1, The bank, 1 Jun 2026.').waitFor();
  await page.getByRole('button', { name: /^Mira Okafor/ }).click();
  await works.getByText('A$9,240.81').waitFor();
  await works.getByText('€100.00').waitFor();
  await page.context().close();
});

test('what came from the same payer on the same day is pointed out, and booked all the same', async () => {
  const twin = { payer: { name: 'Banksia Trust' }, on: '2026-06-01' };
  await pays('pay_twin', '11.00', twin);
  const page = await owner();
  await page.goto(`${node.url}/app/works/${WORK}/payment`);
  await page.getByLabel('From whom').fill('Banksia Trust');
  await page.getByLabel('Amount that came in').fill('12.00');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('After it,').waitFor();
  const twice = sheet.getByText('Banksia Trust has paid A$11.00 on that day already.');
  expect(await twice.count()).toBe(0);
  await sheet.getByRole('button', { name: 'Not yet' }).click();
  await page.getByLabel('Amount that came in').fill('11.00');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  await twice.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Book A$11.00' }).click();
  await page.getByRole('heading', { name: 'Banksia Trust paid A$11.00' }).waitFor();
  await page.context().close();
});

test('a gift is told as one; what is wrong is said by the node in place', async () => {
  const page = await owner();
  await page.goto(`${node.url}/app/works/${WORK}/payment`);
  await page.getByLabel('A gift', { exact: true }).check();
  await page.getByLabel('From whom').fill('A friend');
  await page.getByLabel('Amount that came in').fill('20');
  await page.getByLabel('Day on which it came in').fill('2026-07-01');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('alert').waitFor();
  // As money, however it was typed.
  const book = sheet.getByRole('button', { name: 'Book A$20.00' });
  expect(await book.isDisabled()).toBe(true);
  await sheet.getByRole('button', { name: 'Not yet' }).click();
  await page.getByLabel('Day on which it came in').fill('2026-06-01');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  await book.click();
  await page.getByRole('heading', { name: 'A friend gave A$20.00' }).waitFor();
  await page.getByText('A gift, for nothing in return.').waitFor();
  await page.context().close();
});

test('a reversal is a row of its own; the work says how its numbers hang together', async () => {
  await pays('pay_bounced', '220.00', { taxRate: '0.1' });
  await node.client.payments.reverse({ payment: 'pay_bounced', reason: 'It bounced.' });
  const { owed, refill } = await node.client.works.show(WORK);
  expect(refill.amount).toBe('200.00');
  const page = await owner();
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByText('A$200.00 refills what was reversed, before anybody earns again.').waitFor();
  const money = page.getByRole('table', { name: 'Payments for Garden Almanac' });
  const newest = money.getByRole('row').nth(1);
  await newest.getByText('Reversal, Wattle Council').waitFor();
  const still = inEnglish(owed.amount);
  await newest.getByText(still, { exact: true }).waitFor();
  await newest.getByText('−220.00').waitFor();
  expect(await money.getByRole('row').nth(2).locator('s').first().textContent()).toContain(
    'Wattle',
  );
  await page.goto(`${node.url}/app/works/${WORK}?explain=owed`);
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Refills what was reversed').waitFor();
  await sheet.getByText('Owed to people').waitFor();
  await page.context().close();
});

test('what refills a reversal is a way of its own, and a share is of what people got', async () => {
  await pays('pay_refill', '300.00');
  const page = await owner(sizes.phone);
  await page.goto(`${node.url}/app/payments/pay_refill`);
  const ways = page.getByRole('table', { name: /^Where the money/ });
  const refill = ways.getByRole('row').filter({ hasText: 'Refills what was reversed' });
  await refill.getByText('200.00').waitFor();
  const programmer = ways.getByRole('row').filter({ hasText: people.programmer.name });
  await programmer.getByText('73.96 % of what is owed').waitFor();
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  // What opens the work is said with the last payment alone.
  await page.getByText('more until Garden Almanac opens.').waitFor();
  await page.goto(`${node.url}/app/payments/pay_twin`);
  await page.getByText('was still owed.').waitFor();
  await page.context().close();

  const theirs = await signedIn(browser, await node.link(people.programmer.id));
  await theirs.goto(`${node.url}/app/payments/pay_refill`);
  await theirs.getByText('Your statement', { exact: true }).waitFor();
  await theirs.getByText('Owed for what you gave').waitFor();
  await theirs.context().close();
});

test('what is more than is owed is said before it is booked, and wherever it is told', async () => {
  const { id } = await node.client.quotes.make({
    work: WORK,
    payer: { name: 'Harbour Books' },
    amount: { amount: '12000.00', currency: 'AUD' },
    taxRate: '0.1',
    validUntil: '2026-06-30',
  });
  const { pays: seen } = await node.client.quotes.show(id);
  const back = inEnglish(seen?.excess.amount ?? '');
  const said = `A$12,000.00 came in, A$${back} goes back to the payer.`;
  const page = await owner();
  await page.goto(`${node.url}/app/quotes/${id}`);
  await page.getByText(said).waitFor();
  await page
    .getByRole('button', { name: /^Back to the payer/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('What was taken of it').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mark as paid' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(said).waitFor();
  await sheet.getByRole('row').filter({ hasText: 'Back to the payer' }).getByText(back).waitFor();
  await sheet.getByRole('button', { name: 'Book A$12,000.00' }).click();
  await page.getByRole('heading', { name: 'Garden Almanac is open.' }).waitFor();
  await page.goto(`${node.url}/app/quotes/${id}`);
  await page.getByText('It opened Garden Almanac to everyone.').waitFor();
  await page.getByText(said).waitFor();
  await page.getByRole('link', { name: 'See where it went' }).click();
  await page.getByRole('heading', { name: 'Harbour Books paid A$12,000.00' }).waitFor();
  await page.getByText(said).waitFor();
  await page.locator('.flow-label', { hasText: 'Back to the payer' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${node.url}/app/works/${WORK}?release=${RELEASE}`);
  const row = page.getByRole('row').filter({ hasText: 'Harbour Books' });
  await row.getByText('12,000.00').waitFor();
  await row.getByText(back, { exact: true }).waitFor();
  await page.context().close();
});
