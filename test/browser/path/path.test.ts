import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inEnglish } from '../looked-at.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_NAMES } from '../../../src/domain/agents/name.ts';
import { emptyNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { button, link, press, type } from './keyboard.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from '../stage.ts';

const NOW = new Date('2026-06-01T09:00:00Z');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** The owner, whose clock is the node's. */
async function ownerAt(node: AlmanacNode, options: BrowserContextOptions): Promise<Page> {
  const allowed = { ...options, serviceWorkers: 'allow' } as const;
  const page = await signedIn(browser, await node.link(), allowed);
  page.setDefaultTimeout(30_000);
  // The app is held for a lost connection before anything is typed.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.clock.install({ time: NOW });
  await page.reload();
  return page;
}

/** Says what the node is called, and who its owner is; a reload in between loses nothing. */
async function nameTheNode(page: Page): Promise<void> {
  await type(page, page.getByLabel('Name of the node'), 'Willow Street');
  await page.reload();
  await page.getByLabel('Your own name').waitFor();
  await type(page, page.getByLabel('Your own name'), 'Ada Whitlam');
  await press(page, button(page, 'Go on'));
  await page.getByText('Willow Street', { exact: true }).waitFor();
}

async function nameAndSign(page: Page): Promise<void> {
  await press(page, button(page, 'Not now'));
  await type(page, page.getByLabel('Its name'), 'Garden Almanac');
  await page.reload();
  await page.getByText('What you typed before is still here.').waitFor();
  await press(page, button(page, 'Go on'));
  await type(page, page.getByLabel('Award and level'), 'MA000065/6');
  await press(page, button(page, 'Read it all and sign'));
  await press(page, button(page, 'Sign'));
  await page.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
}

async function addHours(page: Page, hours: string): Promise<void> {
  await press(page, page.locator('#content').getByRole('link', { name: 'Contribute' }));
  await press(page, button(page, `${hours} h`));
  await press(page, button(page, new RegExp(`^Add ${hours}`)));
}

/** Makes an invitation, and gives its link. */
async function invite(page: Page): Promise<string> {
  await press(page, link(page, 'Invite'));
  await press(page, button(page, 'Make the link'));
  const made = page.getByRole('group', { name: 'The link' });
  await made.waitFor();
  return (await made.textContent()) ?? '';
}

/** A co-worker comes by the link, makes a key on their device and signs with it. */
async function joinBy(url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.clock.install({ time: NOW });
  await page.goto(url);
  await type(page, page.getByLabel('Your name'), 'Noor Haddad');
  await press(page, button(page, 'Make my key and go on'));
  await page.getByText('It stays here; nobody can sign for you.').waitFor();
  await press(page, button(page, 'Sign'));
  await page.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
  return page;
}

/** Accepts a line, at the address at which it can be told of. */
async function accept(page: Page, work: string, line: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/app/works/${work}?explain=contribution:${line}`);
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }));
  await page.getByText(/accepted it/).waitFor();
}

/** What it is all for: owed, paid, opens when; and a figure says how it is come by. */
async function seeTheMoment(page: Page, work: string, amount: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/app/works/${work}`);
  const owed = page.getByRole('button', { name: /^Owed/ }).first();
  expect(await owed.textContent()).toContain(inEnglish(amount));
  expect(await page.getByRole('button', { name: /^Paid/ }).first().textContent()).toContain('0.00');
  await page.getByText(/is paid, to everyone/).waitFor();
  await press(page, owed);
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Noor Haddad').first().waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** A quote for all that is owed, which is paid: the work opens. */
async function openByQuote(page: Page, work: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/app/works/${work}`);
  await press(page, link(page, 'Make a quote'));
  await type(page, page.getByLabel('Organisation'), 'Bluegum Library');
  await press(page, button(page, 'Quote all that is owed'));
  await expect.poll(() => page.getByLabel(/^Amount in/).inputValue()).not.toBe('');
  await press(page, button(page, 'Make the quote'));
  await page.getByText('It opens Garden Almanac to everyone.').waitFor();
  await press(page, button(page, 'Mark as paid'));
  await press(page, page.getByRole('dialog').getByRole('button', { name: /^Book/ }));
  await page.getByRole('heading', { name: 'Garden Almanac is open.' }).waitFor();
}

describe.each([
  { name: 'a desktop', options: sizes.desktop },
  { name: 'a phone', options: sizes.phone },
])('the path on $name, by keyboard alone', ({ options }) => {
  test('leads from a link to a work, hours, a co-worker with their own key, and the opening', async () => {
    const node = await emptyNode(FIRST_NAMES);
    try {
      const page = await ownerAt(node, options);
      const complaints = complaintsOf(page);
      await nameTheNode(page);
      await nameAndSign(page);
      await addHours(page, '2');
      await page.getByText('It is in the books').waitFor();
      expect(complaints).toEqual([]);
      await page.context().setOffline(true);
      await addHours(page, '4');
      await page.getByText('1 contribution waits here for the node').waitFor();
      await page.context().setOffline(false);
      await page.getByText('2 contributions for review, which count for nothing yet').waitFor();
      const coworker = await joinBy(await invite(page), options);
      await addHours(coworker, '1');
      await coworker.getByText('3 contributions for review, which count for nothing yet').waitFor();
      expect((await node.client.node.show()).name).toBe('Willow Street');
      const work = (await node.client.works.list()).items[0]?.id ?? '';
      const { items } = await node.client.contributions.list({ work });
      expect(items.map(({ quantity, name }) => [quantity, name])).toEqual([
        ['2', 'Ada Whitlam'],
        ['4', 'Ada Whitlam'],
        ['1', 'Noor Haddad'],
      ]);
      const agents = (await node.client.agents.list()).items;
      expect(agents.find(({ name }) => name === 'Noor Haddad')?.keptByNode).toBe(false);
      for (const { id, name } of items) {
        await accept(name === 'Noor Haddad' ? page : coworker, work, id);
      }
      await seeTheMoment(page, work, (await node.client.works.show(work)).owed.amount);
      await openByQuote(page, work);
      expect((await node.client.works.show(work)).status).toBe('open');
    } finally {
      // A node waits for the pages that listen to it.
      for (const context of browser.contexts()) await context.close();
      await node.stop();
    }
  }, 300_000);
});
