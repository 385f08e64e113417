import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { buildApp, openBrowser, signedIn } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  buildApp();
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
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/people`);
  await page.getByRole('button', { name: 'Say who it is' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Somebody on this node').selectOption(people.giver.id);
  await sheet.getByRole('button', { name: 'This is who it is' }).click();
  await page.getByText(/^Belongs to /).waitFor();
  const { items } = await node.client.agents.list();
  expect(items.find((agent) => agent.name === name)?.claimedBy).toBe(people.giver.id);
  await page.context().close();
});
