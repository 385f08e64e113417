import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf, sidewaysOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

test('the owner says who an unclaimed name is', async () => {
  const name = `Wattle ${'Council '.repeat(12)}`.trim();
  await node.client.payments.receive({
    work: WORK,
    amount: { amount: '100.00', currency: 'AUD' },
    payer: { name },
  });
  const page = await signedIn(browser, await node.link());
  await page.context().clock.install({ time: '2026-06-01T09:00:00Z' });
  await page.goto(`${node.url}/app/people`);
  await page.getByRole('button', { name: 'Say who it is' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Somebody on this node').selectOption(people.giver.id);
  await sheet.getByRole('button', { name: 'This is who it is' }).click();
  await page.getByText(/^Belongs to /).waitFor();
  const { items } = await node.client.agents.list();
  expect(items.find((agent) => agent.name === name)?.claimedBy).toBe(people.giver.id);
  // What says so stays as long as the focus is in it, wherever the pointer goes.
  const close = page.locator('.toast').getByRole('button', { name: 'Close' });
  await close.focus();
  await close.hover();
  await page.mouse.move(0, 0);
  await page.clock.runFor(10_000);
  await page.getByRole('heading', { level: 1 }).click();
  expect(await close.count()).toBe(1);
  await page.clock.runFor(10_000);
  await close.waitFor({ state: 'hidden' });
  await page.context().close();
});

test('the owner adds an organisation and a machine, which somebody answers for', async () => {
  const page = await signedIn(browser, await node.link());
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/people`);
  const sheet = page.getByRole('dialog');
  const add = async (kind: string, name: string, answers?: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await sheet.getByRole('radio', { name: kind }).check();
    await sheet.getByRole('button', { name: 'Add', exact: true }).click();
    await sheet.getByText('A name is needed.').waitFor();
    await sheet.getByLabel('Name').fill(name);
    if (answers !== undefined) {
      await sheet.getByText('A person or an organisation answers').waitFor();
      await sheet.getByLabel('Who answers for it').selectOption(answers);
    }
    await sheet.getByLabel('Where they live').fill('au-vic');
    await sheet.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(`${name} is on this node now.`).waitFor();
  };
  await add('Organisation', 'Fern Hollow Co-operative');
  await add('Machine', 'Build bot', 'Fern Hollow Co-operative');
  const { items } = await node.client.agents.list();
  const [firm, bot] = ['Fern Hollow Co-operative', 'Build bot'].map((name) =>
    items.find((agent) => agent.name === name),
  );
  expect(firm).toMatchObject({ kind: 'organisation', keptByNode: true, jurisdiction: 'AU-VIC' });
  expect(bot).toMatchObject({ kind: 'machine', responsible: firm?.id });
  await page.getByRole('link', { name: 'Fern Hollow Co-operative' }).click();
  await page.getByRole('link', { name: 'Build bot' }).click();
  await page.getByRole('heading', { name: 'Build bot' }).waitFor();
  await page.getByRole('link', { name: 'Fern Hollow Co-operative' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test('a member sees those of their works, what each gave, and their own statement alone', async () => {
  const page = await signedIn(browser, await node.link(people.designer.id), sizes.phone);
  const complaints = complaintsOf(page);
  await page.goto(`${node.url}/app/people`);
  await page.getByText('Those with whom you make something.').waitFor();
  expect(await page.getByRole('button', { name: 'Add somebody' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: people.moderator.name }).click();
  await page.getByText(/^30.h accepted/).waitFor();
  await page.getByText('Meetings and moderation').waitFor();
  expect(await page.getByRole('link', { name: 'Statement', exact: true }).count()).toBe(1);
  expect(await sidewaysOf(page)).toBe(0);
  await page.goto(`${node.url}/app/people/${people.designer.id}`);
  await page.getByText(/^12.h accepted/).waitFor();
  await page.locator('main').getByRole('link', { name: 'Statement' }).click();
  await page.getByRole('heading', { name: 'My statement' }).waitFor();

  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.locator('#content').getByRole('link', { name: 'Contribute' }).waitFor();
  expect(await page.getByRole('link', { name: 'Make a quote' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Invite', exact: true }).count()).toBe(0);
  await page.goto(`${node.url}/app/works/${WORK}/quote`);
  await page.getByText('Quotes are made by the steward').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
