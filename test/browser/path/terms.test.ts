import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { FIRST_NAMES } from '../../../src/domain/agents/name.ts';
import { emptyNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, shiftsOf, sidewaysOf, watchShifts } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

// How a new work pays back: nothing is written before all of it can be, and nothing is a surprise.

let browser: Browser;
let node: AlmanacNode;

beforeAll(async () => {
  browser = await openBrowser();
});

beforeEach(async () => {
  node = await emptyNode();
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await node.stop();
});

afterAll(async () => {
  await browser?.close();
});

async function beginAt(options: BrowserContextOptions = sizes.desktop): Promise<Page> {
  const page = await signedIn(browser, await node.link(), options);
  page.setDefaultTimeout(30_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/begin`);
  return page;
}

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

async function nameIt(page: Page, title: string, currency: string): Promise<void> {
  await page.getByLabel('Its name').fill(title);
  await page.getByLabel('People are owed in').selectOption(currency);
  await button(page, 'Go on').click();
  await page.getByRole('heading', { name: 'How should people be paid back?' }).waitFor();
}

const works = async () => (await node.client.works.list()).items;

test('the names of a new node are asked for at once, and nothing moves as they are', async () => {
  await node.stop();
  node = await emptyNode(FIRST_NAMES);
  const page = await signedIn(browser, await node.link(), sizes.desktop);
  await watchShifts(page);
  await page.goto(`${node.url}/app/begin`);
  await page.getByLabel('Your own name').fill('Ada Whitlam');
  await page.reload();
  await expect.poll(() => page.getByLabel('Your own name').inputValue()).toBe('Ada Whitlam');
  expect(await shiftsOf(page)).toEqual([]);
});

describe('a first work', () => {
  test('is named on a page without rooms, in a currency that is called by its name', async () => {
    const page = await beginAt();
    await button(page, 'Not now').click();
    await page.getByText('On this computer only').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    const yen = page.getByRole('option', { name: 'JPY · Japanese Yen' });
    expect(await yen.count()).toBe(1);
    await nameIt(page, 'Tide Tables', 'KWD');
    await page.getByText(/^No exchange rate is published between AUD and KWD/).waitFor();
    await page.getByText('10 h × the rate × 1.5 is owed.').first().waitFor();
    await page.getByText('The rate is one for all.').waitFor();
    await page.getByText('People and students use it free. Whoever else').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('whose hour is finer than its currency is refused in the field, and not in the books', async () => {
    const page = await beginAt(sizes.phone);
    await button(page, 'Not now').click();
    await nameIt(page, 'Tide Tables', 'JPY');
    await page.getByRole('radio', { name: /^Our own rates/ }).check();
    const hour = page.getByLabel('Your own hour, JPY');
    await hour.fill('4000.5');
    await page.getByText('JPY has no decimals: write it as 1,500.').waitFor();
    await button(page, 'Read it all and sign').click();
    expect(await hour.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await works()).toEqual([]);
    await hour.fill('4,000');
    await page.getByText('=\u00a0JP¥4,000').waitFor();
    await page.getByText('10 h at JP¥4,000 cost JP¥40,000: JP¥60,000 is owed.').waitFor();
    await page.getByText('10 h of another, whose hour is JP¥8,000: JP¥120,000.').waitFor();
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await button(page, 'Read it all and sign').click();
    await button(page, 'Sign').waitFor();
    expect(await works()).toHaveLength(1);
    // The page scrolls, and what can be done stays in sight.
    expect(await button(page, 'Sign').isVisible()).toBe(true);
    const { items } = await node.client.agreements.list();
    const drafted = await node.client.agreements.show(items[0]?.id ?? '');
    expect(drafted.text).toContain('Natural persons [person] free; Students [student] free');
  });

  test('marks an award that names no level, and a return that nobody can agree on', async () => {
    const page = await beginAt(sizes.phone);
    await button(page, 'Not now').click();
    await nameIt(page, 'Tide Tables', 'AUD');
    const award = page.getByLabel('Award and level');
    await award.fill('engineer');
    await button(page, 'Read it all and sign').click();
    await page.getByText('Choose one of those that are found').waitFor();
    expect(await award.evaluate((field) => field === document.activeElement)).toBe(true);
    await award.fill('MA000065/6');
    await page.getByLabel('Fixed return').fill('9');
    await page.getByText('Agreed are from 1 to 4 times').waitFor();
    await button(page, 'Read it all and sign').click();
    expect(await works()).toEqual([]);
    await page.getByLabel('Fixed return').fill('1.25');
    await button(page, 'Read it all and sign').click();
    await button(page, 'Sign').waitFor();
    expect(await works()).toHaveLength(1);
  });

  test('can be signed later, on the page of the work', async () => {
    const page = await beginAt();
    await button(page, 'Not now').click();
    await nameIt(page, 'Tide Tables', 'AUD');
    await page.getByText('Advanced', { exact: true }).click();
    const free = page.getByRole('group', { name: 'Free to use before it opens' });
    await free.getByRole('radio', { name: 'Non-profits too' }).check();
    await button(page, 'Sign later').click();
    await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();
    await button(page, 'Read the agreement and sign').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('Your signature under version 1 is in the record.').waitFor();
  });
});

describe('a second work', () => {
  test('asks nothing that this browser has answered, and can build on the first', async () => {
    const first = await node.client.works.add({ title: 'Seeds', kind: 'data', currency: 'AUD' });
    const page = await beginAt();
    await button(page, 'Not now').click();
    await page.getByLabel('Its name').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(1);
    await nameIt(page, 'Garden Almanac', 'AUD');
    await page.getByText('Advanced', { exact: true }).click();
    await button(page, 'Add what it builds on').click();
    await button(page, 'Read it all and sign').click();
    await page.getByText(/Write a percentage above zero/).waitFor();
    expect(await works()).toHaveLength(1);
    await page.getByLabel('Part, in per cent').fill('7,5');
    await button(page, 'Read it all and sign').click();
    await button(page, 'Sign').click();
    await page.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
    const made = (await works()).find(({ title }) => title === 'Garden Almanac');
    const shown = await node.client.works.show(made?.id ?? '');
    expect(shown.buildsOn.map(({ release, share }) => [release, share])).toEqual([
      [first.release.id, '0.075'],
    ]);
    await page.goto(`${node.url}/app/begin`);
    await page.getByLabel('Its name').waitFor();
    expect(await button(page, 'Not now').count()).toBe(0);
  });
});
