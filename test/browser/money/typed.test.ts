import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giving, people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { signedIn, sizes } from '../stage.ts';
import { staged } from '../staged.ts';

// Sums, percentages and hours typed as one writes them in German: beside each stands what was
// understood of it, and that is what is booked.

const on = staged(almanacNode);

async function germanAt(path: string, agent?: string): Promise<Page> {
  const options = { ...sizes.phone, locale: 'de-DE' };
  const page = await signedIn(on.browser, await on.node.link(agent), options);
  page.setDefaultTimeout(30_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${on.node.url}/app${path}`);
  return page;
}

/** Nothing on the page is too wide for a phone, or out of reach of whoever cannot see it. */
async function isWhole(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a payment that came in: its amount, its tax and its rate', async () => {
  const page = await germanAt(`/works/${WORK}/payment`);
  await page.getByLabel('Von wem').fill('Küstenverein');
  const amount = page.getByLabel('Eingegangener Betrag');
  await amount.fill('1.234,567');
  await page.getByText('AUD hat 2 Nachkommastellen').waitFor();
  await amount.fill('1.234,50');
  await page.getByText('=\u00a01.234,50\u00a0AU$').waitFor();
  await page.getByLabel('Währung').selectOption('EUR');
  await page.getByText('=\u00a01.234,50\u00a0€').waitFor();
  const tax = page.getByLabel('Steuer in Prozent');
  await tax.fill('8,25 %');
  await page.getByText('=\u00a08,25\u00a0%').waitFor();
  const rate = page.getByLabel('Wechselkurs');
  await rate.fill('1,6o');
  await page.getByText('Schreib eine Zahl wie 7,5.').waitFor();
  await rate.fill('1,65');
  await page.getByText('=\u00a01,65', { exact: true }).waitFor();
  await page.getByLabel('Woher der Kurs ist').fill('Die Bank');
  await isWhole(page);
  await button(page, 'Ansehen, was es bewirkt').click();
  await page.getByRole('dialog').getByRole('button', { name: '1.234,50\u00a0€ buchen' }).click();
  await page.waitForURL('**/payments/**');
  const { items } = await on.node.client.payments.list({ work: WORK });
  expect(items).toMatchObject([
    { offered: { amount: '1234.50', currency: 'EUR' }, taxRate: '0.0825' },
  ]);
  await page.context().close();
});

test('a payout: the sum that is due as one writes it here, and another one', async () => {
  const page = await germanAt('/payouts');
  const row = page.getByRole('row').filter({ hasText: people.programmer.name });
  await row.getByRole('button', { name: 'Auszahlung buchen' }).click();
  const sheet = page.getByRole('dialog');
  const amount = sheet.getByLabel('Gezahlter Betrag');
  const due = (await on.node.client.payouts.list()).due.find(
    ({ agent }) => agent === people.programmer.id,
  );
  expect(await amount.inputValue()).toBe(due?.amount.amount.replace('.', ','));
  await amount.fill('1oo');
  await sheet.getByText(/^Schreib eine Zahl wie/).waitFor();
  await amount.fill('200,50');
  await sheet.getByText('=\u00a0200,50\u00a0€').waitFor();
  await isWhole(page);
  await button(page, 'Ansehen, was es bewirkt').click();
  await sheet.getByRole('button', { name: '200,50\u00a0€ buchen' }).click();
  await sheet.waitFor({ state: 'detached' });
  const { recorded } = await on.node.client.payouts.list();
  expect(recorded).toMatchObject([{ amount: { amount: '200.50', currency: 'EUR' } }]);
  await page.context().close();
});

test('what a release builds on: its part, with the sign of a percentage or without', async () => {
  await on.node.client.works.add({ title: 'Seeds', kind: 'data', currency: 'AUD' });
  const page = await germanAt(`/works/${WORK}`);
  await button(page, 'Ausgabe hinzufügen').click();
  const sheet = page.getByRole('dialog');
  await button(page, 'Hinzufügen, worauf sie aufbaut').click();
  const percent = sheet.getByLabel('Anteil in Prozent');
  await percent.fill('2,5x');
  await sheet.getByText('Schreib eine Zahl wie 7,5.').waitFor();
  await percent.fill('2,5');
  await sheet.getByText('=\u00a02,5\u00a0%').waitFor();
  await percent.fill('2,5 %');
  await sheet.getByText('=\u00a02,5\u00a0%').waitFor();
  await isWhole(page);
  await page.context().close();
});

test('hours that one confirms: their unit beside them, and what was understood', async () => {
  const { designer } = people;
  const more = { what: 'Evening', quantity: '2', classification: 'MA000065/6' };
  const { body } = giving(designer.id, 'con_evening', more);
  const line = { ...(body as Parameters<typeof on.node.client.contributions.add>[0]), draft: true };
  await on.node.client.contributions.add(line, { id: 'con_evening', by: designer.id });
  const page = await germanAt(`/works/${WORK}/confirm`, designer.id);
  const item = page.getByRole('listitem').filter({ hasText: 'Evening' });
  await item.locator('.stepper-unit').getByText('h', { exact: true }).waitFor();
  const hours = item.getByRole('textbox');
  await hours.fill('1,5');
  await item.getByText('=\u00a01,5\u00a0h', { exact: true }).waitFor();
  await item.getByText('1,5 h ×').waitFor();
  await isWhole(page);
  await hours.fill('1,5o');
  await item.getByText('Schreib Stunden wie 7,5 oder 7:30.').waitFor();
  expect(await hours.getAttribute('aria-invalid')).toBe('true');
  await isWhole(page);
  await item.getByRole('button', { name: 'Mehr' }).click();
  expect(await hours.inputValue()).toBe('0,25');
  await page.context().close();
});
