import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn, sizes } from '../stage.ts';
import { staged } from '../staged.ts';
import { tideTables } from './tide-tables.ts';

// Numbers are typed as people write them in their language: what they mean stands beside them.

const on = staged(() => tideTables('rates'));

async function addAt(locale: string): Promise<Page> {
  const page = await signedIn(on.browser, await on.node.link(), { ...sizes.phone, locale });
  page.setDefaultTimeout(30_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${on.node.url}/app/works/${on.node.work}/add`);
  await page.locator('h1').waitFor();
  return page;
}

const booked = async (): Promise<readonly string[]> => {
  const { items } = await on.node.client.contributions.list({ work: on.node.work });
  return items.map(({ quantity, unit }) => `${quantity} ${unit}`);
};

test('one thousand five hundred in English is not one and a half', async () => {
  const page = await addAt('en-GB');
  await page.getByRole('radio', { name: 'Cash' }).check();
  const amount = page.getByLabel(/^Amount/);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('Say how much it was.').waitFor();
  expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
  await amount.fill('1.2345');
  await page.getByText('KWD has 3 decimals: write it as 1,500.000.').waitFor();
  await page.getByRole('button', { name: 'Add it' }).click();
  expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
  await amount.fill('1,500');
  await page.getByText('=\u00a0KWD\u00a01,500.000').waitFor();
  expect(await amount.inputValue()).toBe('1,500');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();
  expect(await booked()).toContain('1500 KWD');
  await page.getByText('KWD\u00a01,500.000').first().waitFor();
  await page.context().close();
});

test('a day has no more than its hours, and the field that holds them says so', async () => {
  const page = await addAt('en-GB');
  const hours = page.getByLabel('Hours', { exact: true });
  await hours.fill('25');
  await page.getByLabel('Your hour, KWD').fill('12');
  await page.getByRole('button', { name: 'Add 25 h' }).click();
  await page.getByText('A day has 24 hours.').waitFor();
  expect(await hours.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await booked()).not.toContain('25 h');
  await page.context().close();
});

test('hours typed by the clock are understood, said as they were, and booked', async () => {
  const page = await addAt('en-GB');
  const hours = page.getByLabel('Hours', { exact: true });
  await hours.fill('half an hour');
  await page.getByText('Write hours such as 7.5 or 7:30.').waitFor();
  await hours.fill('2h15');
  await page.getByText('=\u00a02.25\u00a0h').waitFor();
  expect(await hours.inputValue()).toBe('2h15');
  await page.getByLabel('Your hour, KWD').fill('12');
  await page.getByText('2.25 h cost').waitFor();
  await page.getByRole('button', { name: 'Add 2.25 h' }).click();
  await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();
  expect(await booked()).toContain('2.25 h');
  await page.context().close();
});

test('in German a comma stands before the decimals, and a point between thousands', async () => {
  const page = await addAt('de-DE');
  await page.getByRole('radio', { name: 'Geld' }).check();
  const amount = page.getByLabel(/KWD/).first();
  await amount.pressSequentially('1.234,5o');
  await page.getByText('Schreib eine Zahl wie 1.500,000.').waitFor();
  await amount.fill('');
  await amount.pressSequentially('1.234,50');
  await page.getByText('=\u00a01.234,500\u00a0KWD').waitFor();
  expect(await amount.inputValue()).toBe('1.234,50');
  await page.locator('main .button.ink').click();
  await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();
  expect(await booked()).toContain('1234.50 KWD');
  await page.context().close();
});
