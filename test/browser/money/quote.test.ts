import { expect, test } from 'vitest';
import { people, RELEASE, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import { faultsOf, inEnglish, sidewaysOf } from '../looked-at.ts';
import { complaintsOf, signedIn, sizes } from '../stage.ts';
import { staged } from '../staged.ts';

const on = staged(almanacNode);

const quoted = (amount: string) =>
  on.node.client.quotes.make({
    work: WORK,
    release: RELEASE,
    payer: { name: 'City of Fern Hollow' },
    amount: { amount, currency: 'AUD' },
    taxRate: '0.1',
    validUntil: '2026-06-30',
  });

test('an organisation reads its quote by the link alone, and a member cannot book it', async () => {
  const { id } = await quoted('1100.00');
  const context = await on.browser.newContext({ locale: 'en-GB', ...sizes.phone });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${on.node.url}/app/quotes/${id}`);
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

  const member = await signedIn(on.browser, await on.node.link(people.designer.id));
  await member.goto(`${on.node.url}/app/quotes/${id}`);
  await member.getByText('After it, A$8,240.81 is still owed').waitFor();
  expect(await member.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0);
  await member.context().close();
});

test('what is marked as paid is looked at first; a quote that expired says what to do', async () => {
  const { id } = await quoted('2200.00');
  const page = await signedIn(on.browser, await on.node.link());
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  // An answer of the node as it will be in July.
  await page.route(`**/quotes/${id}`, async (route) => {
    if (route.request().resourceType() === 'document') return route.continue();
    const response = await route.fetch();
    const quote = (await response.json()) as object;
    return route.fulfill({ response, json: { ...quote, status: 'expired' } });
  });
  await page.goto(`${on.node.url}/app/quotes/${id}`);
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
  const { status } = await on.node.client.quotes.show(id);
  expect(status).toBe('paid');
  await page.context().close();
});

test('all that is owed is quoted by one press; a part that comes in leaves the rest', async () => {
  const page = await signedIn(on.browser, await on.node.link(), sizes.phone);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  const { opensWhen } = await on.node.client.works.show(WORK);
  await page.goto(`${on.node.url}/app/works/${WORK}/quote`);
  await page.getByLabel('Organisation').fill('Wattle Council');
  await page.getByLabel('Holds until').fill('2026-05-31');
  await page.getByText('That day is over.').waitFor();
  await page.getByLabel('Holds until').fill('2026-06-30');
  await page.getByLabel('How to pay').fill('BSB 000-000, account 123456');
  await page.getByLabel('Tax in percent').fill('10');
  await page.getByLabel(/^Amount in/).fill('0');
  await page.getByRole('button', { name: 'Make the quote' }).click();
  await page.getByText('Write an amount such as').waitFor();
  await page.getByRole('button', { name: 'Quote all that is owed' }).click();
  await page.getByText(`A$${inEnglish(opensWhen.remaining.amount)} for the work and`).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the quote' }).click();
  await page.getByText('It opens Garden Almanac to everyone.').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByText('BSB 000-000, account 123456').waitFor();

  await page.getByRole('link', { name: 'It paid otherwise than quoted' }).click();
  await page.getByText('the rest stays to be paid on the same quote').waitFor();
  await page.getByLabel(/^Amount that came in/).fill('1,000.50');
  await page.getByRole('button', { name: 'Look at what it does' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Book A$1,000.50' }).click();
  await page.waitForURL('**/payments/pay_*');

  // It stands in its work, and says to whoever has its link what is left.
  await page.goto(`${on.node.url}/app/works/${WORK}`);
  const { amount, left, status } = await on.node.client.quotes.show(id);
  expect(status).toBe('part-paid');
  const waiting = page.getByRole('list', { name: 'Quotes that wait for payment' });
  await waiting.getByText(`A$${inEnglish(left.amount)}`).waitFor();
  await waiting.getByRole('link', { name: 'Quote for Wattle Council' }).click();
  await page.getByRole('button', { name: /^Left to pay/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(inEnglish(amount.amount)).waitFor();
  await sheet.getByText('1,000.50').waitFor();
  await page.keyboard.press('Escape');
  const came = page.getByRole('table', { name: 'What came in' });
  await came.getByRole('row').filter({ hasText: 'A$1,000.50' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);

  await page.getByRole('button', { name: 'Mark as paid' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Book/ }).click();
  await page.getByRole('heading', { name: 'Garden Almanac is open.' }).waitFor();
  await page.goto(`${on.node.url}/app/works/${WORK}/payment?quote=${id}`);
  await page.getByRole('link', { name: 'the quote' }).click();
  await came.getByRole('row').filter({ hasText: 'It opened the work' }).waitFor();
  await page.goto(`${on.node.url}/app/works/${WORK}/quote`);
  await page.getByText('Nothing is owed for Garden Almanac yet.').waitFor();
  await page.context().close();
});
