import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { buildApp, complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

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

const looks = [
  { name: 'a desktop in light', options: sizes.desktop },
  { name: 'a desktop in dark', options: { ...sizes.desktop, colorScheme: 'dark' } },
  { name: 'a phone in Arabic', options: { ...sizes.phone, locale: 'ar' } },
  {
    name: 'a phone in German, dark',
    options: { ...sizes.phone, locale: 'de', colorScheme: 'dark' },
  },
] as const;

const pages = [
  '',
  `works/${WORK}`,
  `works/${WORK}?explain=owed`,
  `works/${WORK}?explain=line:con_moderator`,
  `works/${WORK}?explain=contribution:con_night`,
  'people',
  'settings',
];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each(looks)('on $name', ({ options }) => {
  test('every room is drawn without a fault that axe finds, and nothing complains', async () => {
    const page = await signedIn(browser, await node.link(), options);
    const complaints = complaintsOf(page);
    for (const path of pages) {
      await page.goto(`${node.url}/app/${path}`);
      await page.locator('h1').waitFor();
      if (path.includes('explain'))
        await page.locator('dialog[open] :is(li, dt)').first().waitFor();
      expect(await faultsOf(page), path).toEqual([]);
      expect(await sidewaysOf(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the room of a work', () => {
  test('a figure opens its workings by keyboard, and gives the focus back', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/works/${WORK}`);
    const figure = page
      .getByRole('button', { name: 'Owed A$1,122.75' })
      .or(page.getByRole('button', { name: 'Owed 1,122.75' }));
    await figure.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('24.95').waitFor();
    await sheet.getByRole('button', { name: 'Work it out again here' }).click();
    await sheet.getByText('Worked out again in this browser: A$1,122.75, the same.').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('a second window shows a payment without being asked', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByText('Up to date').waitFor();
    await node.client.payments.receive({
      work: WORK,
      amount: { amount: '1000.00', currency: 'AUD' },
      payer: { name: 'Wattle Council' },
    });
    await page.getByText('Wattle Council').waitFor();
    await page.getByRole('button', { name: 'Paid A$1,000.00' }).waitFor();
    await page.getByRole('button', { name: 'Owed A$8,240.81' }).waitFor();
    await page.context().close();
  });
});

describe('coming in', () => {
  test('a link works once, and says what to do the second time', async () => {
    const link = await node.link();
    const page = await signedIn(browser, link);
    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('npm start');
    await page.context().close();
  });

  test('without a session nothing is shown but how to come in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('main').textContent()).toContain('open the link');
    await context.close();
  });
});
