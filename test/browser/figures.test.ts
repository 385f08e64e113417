// Every number explains itself: from a figure to its sum, and down to the row of the table.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RELEASE, WORK, people } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf, sidewaysOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  await node.client.payments.receive(
    {
      work: WORK,
      amount: { amount: '1100.00', currency: 'AUD' },
      payer: { name: 'Wattle Council' },
      taxRate: '0.1',
    },
    { id: 'pay_one' },
  );
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

describe('a figure', () => {
  test('of what is owed leads to the row of the table, and back', async () => {
    const page = await signedIn(browser, await node.link(), sizes.phone);
    const complaints = complaintsOf(page);
    await page.goto(`${node.url}/app/works/${WORK}?explain=line:con_programmer`);
    const sheet = page.getByRole('dialog');
    await sheet.getByText('The return that the agreement fixes').waitFor();
    await sheet.getByText('Accepted by Ada Whitlam on 1 Jun 2026').waitFor();
    const steps = await sheet.locator('.equation-step .name').allTextContents();
    expect(steps).toEqual([
      'How much',
      'Rate',
      'Purchasing power',
      'Agreed factor',
      'Cost',
      'Paid on the day',
      'Fixed return',
      'Owed',
    ]);
    await sheet.getByRole('button', { name: /^Australian award rates 2021 to 2026, row/ }).click();
    await sheet.getByRole('heading', { name: /^Row [\d,]+ of Australian award rates/ }).waitFor();
    await sheet.locator('mark', { hasText: '37.97' }).waitFor();
    await sheet.getByText('sha256 of the file').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await sheet.getByRole('button', { name: 'Back to the sum' }).click();
    await sheet.getByRole('button', { name: 'Work it out again here' }).click();
    await sheet.getByText('A$6,834.60, the same.').waitFor();
    await sheet.getByRole('link', { name: 'Version 1, clause 8' }).click();
    await expect
      .poll(() => page.locator('#clause-8').evaluate((part) => part.getBoundingClientRect().top))
      .toBeLessThan(sizes.phone.viewport.height / 2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('says its workings in the language of the reader', async () => {
    const page = await signedIn(browser, await node.link());
    const said = {
      de: ['Die Rückzahlung, die die Vereinbarung festlegt', 'je Stunde'],
      ar: ['العائد الذي يثبّته الاتفاق', 'للساعة'],
    };
    for (const [language, texts] of Object.entries(said)) {
      await page.evaluate((lang) => localStorage.setItem('webizen.language', lang), language);
      await page.goto(`${node.url}/app/works/${WORK}?explain=line:con_programmer`);
      for (const text of texts) await page.getByText(text).first().waitFor();
      expect(await faultsOf(page), language).toEqual([]);
    }
    await page.context().close();
  });

  test('of a payment says by which sum it was divided, and what was rounded', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/payments/pay_one`);
    const sheet = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Tax 100.00' }).click();
    await sheet.getByText('As the tax is in the price').waitFor();
    await sheet.getByText('Nothing to round').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mira Okafor 739.61' }).click();
    await sheet.getByText('What was still owed to all before it').waitFor();
    await sheet.getByText('Rounded down to whole units, from 739.61').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Dust, kept 0.02' }).click();
    await sheet.getByText('Each part is rounded down').waitFor();
    await page.context().close();
  });

  test('of a balance leads to the entries that make it', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/ledger`);
    const sheet = page.getByRole('dialog');
    await page
      .getByRole('button', { name: /^Owed to people .*8,240\.81$/ })
      .first()
      .click();
    await sheet.getByText('What people have yet to earn for accepted work').waitFor();
    await sheet.getByText('Payment: Wattle Council').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await sheet.getByRole('link', { name: 'All entries of this account' }).click();
    await page.getByRole('columnheader', { name: 'Against' }).waitFor();
    await page.getByLabel('From', { exact: true }).fill('2030-01-01');
    await page.getByText('Nothing here fits.').waitFor();
    await page.context().close();
  });

  test('of a statement is told by work, for the year that is chosen', async () => {
    const page = await signedIn(browser, await node.link(people.programmer.id));
    await page.goto(`${node.url}/app/statement?year=2026`);
    await page.getByRole('button', { name: 'Accepted A$6,834.60' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('What was accepted in the period, by work').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const paper = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    expect(paper).toContain('from=2026-01-01&to=2026-12-31');
    await page.goto(`${node.url}/app/statement?year=2025`);
    await page.getByText('Sums as of the end of 2025').waitFor();
    expect(await page.getByText('Garden Almanac').count()).toBeGreaterThan(0);
    await page.getByText('Nothing in these years.').waitFor();
    await page.context().close();
  });
});

test('a work that owes nothing yet has nothing to open', async () => {
  const work = { title: 'Seed Library', kind: 'data', currency: 'AUD', release: 'rel_seeds' };
  await node.client.works.add(work, { id: 'work_seeds' });
  expect(RELEASE).not.toBe('rel_seeds');
  const page = await signedIn(browser, await node.link());
  await page.goto(`${node.url}/app/works/work_seeds`);
  await page.getByText('Nothing is owed yet, so there is nothing to open').waitFor();
  await page.context().close();
});

describe('the next release', () => {
  test('is added with what it builds on, by the steward alone, and what was typed is kept', async () => {
    await node.client.works.add(
      { title: 'Seed atlas', kind: 'data', currency: 'AUD', release: 'rel_saplings' },
      { id: 'work_saplings' },
    );
    const other = await signedIn(browser, await node.link(people.programmer.id));
    await other.goto(`${node.url}/app/works/${WORK}`);
    await other.getByRole('heading', { name: 'Releases' }).waitFor();
    expect(await other.getByRole('button', { name: 'Add a release' }).count()).toBe(0);
    await other.context().close();

    const page = await signedIn(browser, await node.link());
    const complaints = complaintsOf(page);
    await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
    await page.getByRole('button', { name: /^Owed .*8,240\.81$/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Garden Almanac' }).click();
    await page.getByRole('heading', { name: 'What Garden Almanac owes' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a release' }).click();
    let sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Add what it builds on' }).click();
    await sheet.getByRole('combobox').selectOption('rel_saplings');
    await sheet.getByRole('button', { name: 'Add the release' }).click();
    await sheet.getByText('Write a percentage above zero').waitFor();
    await sheet.getByLabel('Part, in per cent').fill('60');
    await sheet.getByText('Now it is 60.00').waitFor();
    await sheet.getByLabel('Part, in per cent').fill('12,5');
    await page.reload();
    sheet = page.getByRole('dialog');
    await sheet.getByText('12.50 % of each payment flows there').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Add the release' }).click();
    await page.getByText('Release 2 is added.').waitFor();
    await page.getByText('12.50 % of what comes in goes there').waitFor();
    expect((await node.client.works.show(WORK)).buildsOn).toMatchObject([
      { release: 'rel_saplings', share: '0.125' },
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('what is still owed of a contribution is told by its payments', async () => {
  const page = await signedIn(browser, await node.link());
  const address = `${node.url}/app/works/${WORK}?release=${RELEASE}`;
  await page.goto(`${address}&explain=contribution:con_programmer`);
  await page.getByRole('button', { name: 'Still owed A$6,094.99' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('− A$739.61').or(sheet.getByText('A$739.61')).first().waitFor();
  await sheet.getByRole('link', { name: 'Wattle Council' }).click();
  await page.waitForURL('**/app/payments/pay_one');
  await page.context().close();
});
