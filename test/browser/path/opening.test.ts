import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

test('who looks on as a work opens stays with it, is told, and can go to the opening', async () => {
  const page: Page = await signedIn(browser, await node.link(people.designer.id), sizes.phone);
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByText('A$9,240.81').first().waitFor();
  expect(await page.getByText('is open').count()).toBe(0);
  await node.client.payments.receive({
    work: WORK,
    amount: { amount: '9240.81', currency: 'AUD' },
    payer: { name: 'Harbour Books' },
  });
  await page.getByText('Garden Almanac, release 1, is open').waitFor();
  // A line that waited has gone on to release 2; this page has not.
  expect((await node.client.works.show(WORK)).release.number).toBe(2);
  await expect
    .poll(() => page.getByLabel('Release', { exact: true }).inputValue())
    .toMatch(/^rel_/);
  await page.getByText('Open', { exact: true }).first().waitFor();
  expect(await page.getByText('Nothing is owed yet').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
  await page.getByRole('link', { name: 'Release 2', exact: true }).first().waitFor();
  await page.getByRole('status').getByRole('link', { name: 'See the opening' }).click();
  await page.waitForURL(/opening\?release=/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Whoever reads with their ears or goes by the keyboard is taken along, in and out.
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await expect.poll(focused).toBe('content');
  await page.goBack();
  await page.getByLabel('Release', { exact: true }).waitFor();
  await expect.poll(focused).toBe('content');
  await page.context().close();
});

test('whoever comes later sees what opened, until something counts in the next release', async () => {
  const page = await signedIn(browser, await node.link(), sizes.desktop);
  await page.clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/`);
  const row = page.getByRole('listitem').filter({ hasText: 'Garden Almanac' });
  await row.getByText('A$9,240.81').waitFor();
  await row.getByText('Open', { exact: true }).waitFor();
  await row.getByText('Release 2 has begun').waitFor();
  await row.getByRole('link').click();
  await page.getByText('to everyone, as Apache-2.0, since').waitFor();
  await page.getByRole('button', { name: 'Paid A$9,240.81' }).waitFor();
  await page.getByText('Has begun: 1 contribution for review').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Has begun' }).click();
  await page.getByText('Release 1 is open').waitFor();
  await page.getByRole('button', { name: 'Owed A$0.00' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Paid A$9,240.81' }).waitFor();
  const { items } = await node.client.contributions.list({ work: WORK, status: 'submitted' });
  await node.client.contributions.accept({ contribution: items[0]?.id ?? '' });
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByText('Release 1 is open').waitFor();
  await page.getByRole('button', { name: 'Owed A$224.55' }).waitFor();
  await page.context().close();
});

test('what changed before a page began to hear is on it as soon as it hears', async () => {
  const page = await signedIn(browser, await node.link(), sizes.desktop);
  await page.clock.setFixedTime('2026-06-01T09:00:00Z');
  const line = Promise.withResolvers<void>();
  await page.route('**/events', async (route) => {
    await line.promise;
    await route.continue();
  });
  await page.goto(`${node.url}/app/`);
  const row = page.getByRole('listitem').filter({ hasText: 'Garden Almanac' });
  await row.waitFor();
  await node.client.works.add(
    { title: 'Tide tables', kind: 'text', currency: 'AUD', release: 'rel_tides' },
    { id: 'work_tides' },
  );
  expect(await page.getByText('Tide tables').count()).toBe(0);
  line.resolve();
  await page.getByText('Tide tables').first().waitFor();
  await page.context().close();
});
