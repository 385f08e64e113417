import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

// A connection that is lost, a node that restarts underneath, a clock that is wrong, two windows.

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** Somebody whose browser holds the app itself by now. */
async function settled(): Promise<Page> {
  const page = await signedIn(browser, await node.link(), {
    ...sizes.desktop,
    serviceWorkers: 'allow',
  });
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  for (const room of ['people', `works/${WORK}/add`, `works/${WORK}`]) {
    await page.goto(`${node.url}/app/${room}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Up to date').waitFor();
  }
  return page;
}

const away = (page: Page) => page.getByText('What you type is kept in this browser, and this page');

async function addCash(page: Page, what: string): Promise<void> {
  await page.locator('#content').getByRole('link', { name: 'Contribute' }).click();
  await page.getByRole('radio', { name: 'Cash' }).check();
  await page.getByLabel('Amount, AUD').fill('25');
  await page.getByLabel('What it was for').fill(what);
  await page.getByRole('button', { name: 'Add it' }).click();
}

const added = async (what: string): Promise<number> => {
  const { items } = await node.client.contributions.list({ work: WORK });
  return items.filter((line) => line.what === what).length;
};

describe('a node that goes away and comes back', () => {
  test('leaves the app open with what was read, keeps what is typed and sends it once', async () => {
    const page = await settled();
    await node.away();
    await away(page).waitFor();
    await addCash(page, 'Seed list');
    await page.getByText('1 contribution waits here for the node').waitFor();
    // A draft that was not handed in yet.
    await page.locator('#content').getByRole('link', { name: 'Contribute' }).click();
    await page.getByRole('radio', { name: 'Cash' }).check();
    await page.getByLabel('What it was for').fill('Half a thought');
    await page.goto(`${node.url}/app/people`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('1 contribution waits here for the node').waitFor();
    await page.goto(`${node.url}/app/works/${WORK}/add`);
    await page.reload();
    await away(page).waitFor();
    expect(await page.getByLabel('What it was for').inputValue()).toBe('Half a thought');
    await node.back();
    await page.getByText('1 contribution waits here for the node').waitFor({ state: 'hidden' });
    await away(page).waitFor({ state: 'hidden' });
    expect(await page.getByLabel('What it was for').inputValue()).toBe('Half a thought');
    expect(await added('Seed list')).toBe(1);
    // What tells of now, or has keys in it, is asked of the node alone, and not kept.
    const kept = await page.evaluate(async () => {
      for (const path of ['/node/check', '/node/export?keys=true'])
        await (await fetch(path)).text();
      const cache = await caches.open('webizen-read-1');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/session');
    expect(kept.filter((path) => path.startsWith('/node/'))).toEqual([]);
    // Still signed in, and told again of what happens.
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByText('Up to date').waitFor();
    await node.client.payments.receive({
      work: WORK,
      amount: { amount: '1000.00', currency: 'AUD' },
      payer: { name: 'Wattle Council' },
    });
    await page.getByText('A$1,000.00').first().waitFor();
    await page.context().close();
  });

  test('keeps a line that it does not take in, with the reason, until the reason is gone', async () => {
    const page = await settled();
    await page.context().setOffline(true);
    await away(page).waitFor();
    await addCash(page, 'Moon table');
    await page.getByText('1 contribution waits here for the node').waitFor();
    await page.context().clock.setFixedTime('2026-06-01T09:20:00Z');
    await page.context().setOffline(false);
    await page.getByText('1 contribution was not taken in').waitFor();
    await page.getByText(/^This device says .*20.*, the node .*00/).waitFor();
    await page.reload();
    await page.getByText('1 contribution was not taken in').waitFor();
    await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('1 contribution was not taken in').waitFor({ state: 'hidden' });
    expect(await added('Moon table')).toBe(1);
    await page.context().close();
  });
});

describe('two windows', () => {
  test('are in step: what one does the other shows, and signing out shuts both', async () => {
    const page = await signedIn(browser, await node.link(), sizes.phone);
    await page.goto(`${node.url}/app/works/${WORK}`);
    const other = await page.context().newPage();
    await other.goto(`${node.url}/app/works/${WORK}`);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await node.client.payments.receive({
      work: WORK,
      amount: { amount: '234.00', currency: 'AUD' },
      payer: { name: 'Wattle Council' },
    });
    await other.getByText('A$1,234.00').first().waitFor();
    await page.goto(`${node.url}/app/works/${WORK}/add`);
    await page.getByLabel('What you did').fill('A secret of Ada');
    await page.goto(`${node.url}/app/settings`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('This node lets in whoever it knows.').waitFor();
    // Who comes after her here does not see what she has typed; she does when she is back.
    const typedAt = async (link: string): Promise<string> => {
      await page.goto(link);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${node.url}/app/works/${WORK}/add`);
      return page.getByLabel('What you did').inputValue();
    };
    expect(await typedAt(await node.link(people.designer.id))).toBe('');
    expect(await typedAt(await node.link())).toBe('A secret of Ada');
    await page.context().close();
  });
});
