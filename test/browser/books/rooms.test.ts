// The rooms of the books as people use them: from a phone, in one currency at a time, on paper.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  const payer = { name: 'Wattle Council' };
  const { payments, works } = node.client;
  await payments.receive({ work: WORK, amount: { amount: '1000.00', currency: 'AUD' }, payer });
  await payments.receive({
    work: WORK,
    amount: { amount: '500.00', currency: 'USD' },
    payer,
    exchange: { rate: '0.7', source: 'the bank' },
  });
  await works.add({ title: 'An empty work', kind: 'text', currency: 'KWD' });
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const visit = async (path: string, options: Parameters<typeof signedIn>[2]): Promise<Page> => {
  const page = await signedIn(browser, await node.link(), options);
  await page.goto(`${node.url}/app/${path}`);
  await page.locator('h1').waitFor();
  return page;
};

describe('on a phone', () => {
  test('every room is two taps away, and the one that is open is marked', async () => {
    const page = await visit('', sizes.phone);
    const bar = page.getByRole('navigation', { name: 'Rooms' });
    const more = bar.getByRole('button', { name: 'More' });
    for (const [name, title] of [
      ['Record', 'Record'],
      ['Settings', 'Settings'],
      ['People and machines', 'People and machines'],
    ] as const) {
      await more.click();
      const sheet = page.getByRole('dialog', { name: 'Other rooms' });
      expect(await faultsOf(page)).toEqual([]);
      await sheet.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await sheet.count()).toBe(0);
      expect(await more.getAttribute('data-here')).toBe('');
    }
    await bar.getByRole('link', { name: 'Ledger' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor();
    expect(await bar.getByRole('link', { name: 'Ledger' }).getAttribute('aria-current')).toBe(
      'page',
    );
    const heights = await bar
      .locator('.shell-door:visible')
      .evaluateAll((doors) => doors.map((door) => door.getBoundingClientRect().height));
    expect(heights).toHaveLength(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await page.context().close();
  });

  test('what somebody did is added to a work of their choice', async () => {
    const page = await visit('', sizes.phone);
    await page.getByRole('link', { name: 'Contribute' }).click();
    await page.getByRole('heading', { name: 'To which work?' }).waitFor();
    await page.getByRole('link', { name: 'Garden Almanac' }).click();
    await page.waitForURL(`**/works/${WORK}/add`);
    await page.context().close();
  });
});

describe('the works', () => {
  test('are summed up in one table, and an empty one is drawn empty', async () => {
    const page = await visit('', sizes.desktop);
    const table = page.getByRole('table', { name: 'What all works owe' });
    const cells = await table.getByRole('row').nth(1).allInnerTexts();
    expect(cells.join(' ')).toContain('1,350.00');
    expect(await table.getByRole('row').count()).toBe(3);
    expect(await page.locator('.works-frame-empty').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the ledger', () => {
  test('shows one currency at a time, as the address says', async () => {
    const page = await visit('ledger', sizes.desktop);
    await page.getByText('0.00, checked').waitFor();
    await page.getByRole('columnheader', { name: 'Balance, A$' }).waitFor();
    expect(await page.getByRole('cell', { name: '500.00' }).count()).toBe(0);
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByRole('columnheader', { name: 'Balance, US$' }).waitFor();
    await page.getByRole('cell', { name: '500.00' }).first().waitFor();
    expect(page.url()).toContain('currency=USD');
    await page.reload();
    await page.getByRole('columnheader', { name: 'Balance, US$' }).waitFor();
    await page.context().close();
  });

  test('has rows of one height, a transfer without a gap, and days on one line', async () => {
    const page = await visit('ledger', sizes.desktop);
    const rows = page.locator('.ledger-table tbody tr');
    await rows.first().waitFor();
    const heights = await rows.evaluateAll((all) =>
      all.map((row) => Math.round(row.getBoundingClientRect().height)),
    );
    expect([...new Set(heights)]).toEqual([33]);
    await page.context().close();
  });

  test('is exported from one menu, by keys alone', async () => {
    const page = await visit('ledger', sizes.desktop);
    const button = page.getByRole('button', { name: 'Export' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'hledger A journal for the accounting program hledger',
    );
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'hledger' }).count()).toBe(0);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('a statement', () => {
  const path = `statement?agent=${people.programmer.id}`;

  test('has a card for each currency, and a year that stands plainly in the address', async () => {
    const page = await visit(path, sizes.desktop);
    expect(await page.locator('.statement-card').count()).toBe(2);
    expect(await page.locator('.statement .level-paid').count()).toBe(1);
    await page.getByLabel('Year').selectOption('2026');
    await page.waitForURL(/[?&]year=2026$/);
    const pdf = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    expect(pdf).toContain('from=2026-01-01&to=2026-12-31&language=en');
    await page.goto(`${node.url}/app/${path}&year=%222026%22`);
    await page.getByText('Still owed before').first().waitFor();
    await page.context().close();
  });

  test.each([718, 794])('on paper %s wide begins with its sums, side by side', async (width) => {
    const page = await visit(path, { viewport: { width, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    const lists = page.locator('.statement-card').first().locator('dl');
    const [first, second] = [await lists.nth(0).boundingBox(), await lists.nth(1).boundingBox()];
    expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
    const lines = await page
      .locator('.statement .chip')
      .evaluateAll((chips) => chips.map((chip) => Math.round(chip.getBoundingClientRect().height)));
    expect(Math.max(...lines)).toBeLessThan(30);
    expect(
      await page
        .locator('.statement .part')
        .first()
        .evaluate((part) => getComputedStyle(part).breakInside),
    ).toBe('auto');
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('people and record', () => {
  test('people have no column that is empty for all, and low rows', async () => {
    const page = await visit('people', sizes.desktop);
    const table = page.getByRole('table', { name: 'Names that nobody has claimed' });
    const heads = await table.getByRole('columnheader').allInnerTexts();
    expect(heads).not.toContain('Law of');
    expect(await table.getByRole('cell').last().getByRole('button').count()).toBe(1);
    const heights = await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThanOrEqual(46);
    await page.context().close();
  });

  test('the record says a day once, over its entries, and has one act of weight', async () => {
    const page = await visit('record', sizes.desktop);
    const table = page.getByRole('table', { name: 'Entries of the record' });
    await table.waitFor();
    const days = await table.getByRole('rowheader').allInnerTexts();
    expect(days).toEqual(['Monday, 1 June 2026']);
    expect(await page.locator('main .button.ink').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });
});

test('what is nowhere has no sign of money', async () => {
  const page = await visit('nowhere', sizes.desktop);
  expect(await page.locator('.empty-frame').count()).toBe(1);
  expect(await page.locator('.empty-level').count()).toBe(0);
  await page.context().close();
});
