import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf, looks, sidewaysOf } from './looked-at.ts';
import { complaintsOf, openBrowser, sizes } from './stage.ts';

// The page of a work for everybody: no sign-in, no script; and its badge in pages of others.

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const address = (): string => `${node.url}/public/works/${WORK}`;

/** Of whoever has no script: what they see is what the node wrote. */
async function pageFor(options: object): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  return context.newPage();
}

test.each(looks)('is whole and without faults on $name', async ({ options }) => {
  const page = await pageFor({ locale: 'en-GB', ...options });
  const complaints = complaintsOf(page);
  await page.goto(address());
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
  );
  expect(new Set(loaded)).toEqual(new Set([new URL(node.url).host]));
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('is read without any script, in three languages, by keyboard', async () => {
  const page = await pageFor({ ...sizes.phone, locale: 'en-GB', javaScriptEnabled: false });
  await page.goto(`${address()}?utm_source=elsewhere`);
  await page.getByText('A$9,240.81 until open', { exact: true }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Garden Almanac' }).waitFor();
  await page.getByText('Made by 4 people.', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.getByText('bis zur Öffnung').first().waitFor();
  await page.getByRole('link', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: 'من صنعه' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#content');
  for (const { name } of Object.values(people)) expect(await page.content()).not.toContain(name);
  await page.context().close();
});

test('its badge shows in a page of somebody else, with its words as an alternative', async () => {
  const pictures = ['badge.svg', 'card.png'].map(
    (name) => `<img id="${name.slice(0, -4)}" src="${address()}/${name}">`,
  );
  const elsewhere = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Elsewhere</title>${pictures.join('')}`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const page = await pageFor({ ...sizes.desktop });
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const sizesOf = (id: string): Promise<readonly number[]> =>
    page.locator(id).evaluate(async (image) => {
      const picture = image as HTMLImageElement;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    });
  const [width = 0, height] = await sizesOf('#badge');
  expect(height).toBe(24);
  expect(width).toBeGreaterThan(120);
  expect(await sizesOf('#card')).toEqual([1200, 630]);
  await page.context().close();
  elsewhere.close();
});

test('celebrates the opening, for good', async () => {
  const page = await pageFor({ ...sizes.desktop, colorScheme: 'dark', locale: 'en-GB' });
  const { owed } = await node.client.works.show(WORK);
  await node.client.payments.receive({ work: WORK, amount: owed, payer: { name: 'A company' } });
  await page.goto(address());
  await page.getByRole('heading', { level: 1, name: 'Garden Almanac is open.' }).waitFor();
  await page.getByText('All that was owed for it has been paid.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.content()).not.toContain('A company');
  await page.getByAltText('Garden Almanac: Open to everyone').waitFor();
  await page.context().close();
});
