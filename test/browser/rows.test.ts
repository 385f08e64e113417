// Lists of 100,000 rows: what is in the page stays little, and the last row is one key away.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { BOOKED, MANY, fill } from './many-rows.ts';
import { openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  fill(node.dataDir);
  // A connection that was kept meanwhile is closed by now: the next one is new.
  await fetch(`${node.url}/health`).catch(() => undefined);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const rowsShown = (page: Page): Promise<number> => page.locator('main tbody tr[role=row]').count();

/** The last row stands at the lower end of the table, and nothing of it is missing above. */
async function lastIsReached(page: Page, count: number): Promise<void> {
  await page.locator(`main tr[aria-rowindex="${count + 1}"]:not([aria-busy])`).waitFor();
  expect(await rowsShown(page)).toBeLessThan(150);
  expect(await page.locator('main table').getAttribute('aria-rowcount')).toBe(String(count + 1));
}

const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight);

/** Until the page moves no more: a browser may let a key go by that comes while it scrolls. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let [still, before] = [0, -1]; still < 10; before = window.scrollY) {
      await frame();
      still = window.scrollY === before ? still + 1 : 0;
    }
  });

/** By keys from the first row to the last and back. */
async function walk(page: Page, count: number, rowHeight: number): Promise<void> {
  await page.locator('main tr[aria-rowindex="2"]').waitFor();
  const height = await heightOf(page);
  expect(height).toBeGreaterThan(count * rowHeight);
  expect(height).toBeLessThan(count * rowHeight + 6000);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => window.scrollY > 800);
  await atRest(page);
  await page.keyboard.press('End');
  await lastIsReached(page, count);
  expect(await heightOf(page)).toBe(height);
  const row = page.locator(`main tr[aria-rowindex="${count + 1}"]`);
  const box = await row.boundingBox();
  expect(box?.height).toBe(rowHeight);
  await page.keyboard.press('Home');
  await page.locator('main tr[aria-rowindex="2"]').waitFor();
  await page.waitForFunction(() => window.scrollY === 0);
  expect(await rowsShown(page)).toBeLessThan(150);
}

/** Scrolls by leaps, frame by frame, as a thumb that throws the list does: time is the test's. */
async function fling(page: Page, frames: number): Promise<void> {
  await page.clock.pauseAt('2026-06-01T09:10:00Z');
  for (let frame = 0; frame < frames; frame += 1) {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.addEventListener('scroll', () => resolve(), { once: true });
          window.scrollBy(0, 2400);
        }),
    );
    await page.clock.runFor(20);
  }
  await page.clock.resume();
}

describe('100,000 rows', () => {
  test.each([
    ['desktop', 41],
    ['phone', 69],
  ] as const)('of contributions are walked by keys on a %s', async (size, rowHeight) => {
    const page = await signedIn(browser, await node.link(), sizes[size]);
    await page.goto(`${node.url}/app/works/${WORK}`);
    await walk(page, MANY, rowHeight);
    await page.context().close();
  });

  test('are flung through: what only flew by is not fetched, what is there at rest is', async () => {
    const page = await signedIn(browser, await node.link());
    await page.clock.install({ time: '2026-06-01T09:00:00Z' });
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.locator('main tr[aria-rowindex="2"]').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/contributions')) asked.push(request.url());
    });
    await fling(page, 120);
    const named = page.locator('main tbody tr:not([aria-busy]) .line-name').first();
    await named.waitFor();
    const first = page.locator('main tbody tr[aria-rowindex]').first();
    expect(Number(await first.getAttribute('aria-rowindex'))).toBeGreaterThan(6000);
    expect(await page.locator('main table').getAttribute('aria-busy')).toBe('false');
    // Thirty pages of 200 lines flew by.
    expect(asked.length).toBeLessThan(12);
    await page.context().close();
  });

  test('of the ledger are walked by keys, and one account alone', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/ledger?account=gift%3A${WORK}`);
    await page.getByText('Owed to people').first().waitFor();
    await walk(page, BOOKED, 33);
    await page.context().close();
  });
});
