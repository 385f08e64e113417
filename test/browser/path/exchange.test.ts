import { expect, test } from 'vitest';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { signedIn, sizes } from '../stage.ts';
import { staged } from '../staged.ts';
import { tideTables } from './tide-tables.ts';

// Hours at an award's rate, which is in dollars, for a work whose currency nobody quotes: whoever
// adds them says the rate of exchange, and where it is from.

const on = staged(() => tideTables('award'));

test('on a phone: the rate is asked for, with its source, and is part of the workings', async () => {
  const page = await signedIn(on.browser, await on.node.link(), sizes.phone);
  page.setDefaultTimeout(30_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${on.node.url}/app/works/${on.node.work}/add`);
  await page.getByRole('textbox', { name: 'Hours' }).fill('10');
  // The agreement names no award: each line does, and says so before it is sent.
  await page.getByRole('button', { name: 'Add 10 h' }).click();
  await page.getByText('Choose one of those that are found, or write it as MA000065/6.').waitFor();
  const award = page.getByLabel('Award and level');
  await page.locator('input[list]:focus').waitFor();
  await award.fill('MA000065/6');
  const rate = page.getByLabel('Exchange rate');
  const source = page.getByLabel('Where that rate is from');
  expect(await rate.isVisible()).toBe(false);
  const add = page.getByRole('button', { name: 'Add 10 h' });
  await add.click();
  await page.getByRole('alert').waitFor();
  await rate.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);

  await rate.fill('0,2x');
  await page.getByText('Write a number such as 7.5.').waitFor();
  await rate.fill('0.2');
  await page.getByText('=\u00a00.2', { exact: true }).waitFor();
  await add.click();
  await page.getByText('Say where that rate is from.').waitFor();
  expect(await source.evaluate((field) => field === document.activeElement)).toBe(true);
  await source.fill('Central Bank of Kuwait, 1 June');
  await page.reload();
  await page.getByText('What you typed before is still here.').waitFor();
  await add.click();
  await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();

  const [line] = (await on.node.client.contributions.list({ work: on.node.work })).items;
  const shown = await on.node.client.contributions.show(line?.id ?? '');
  expect(shown).toMatchObject({ quantity: '10', cost: { currency: 'KWD' } });
  await page.goto(`${on.node.url}/app/works/${on.node.work}?explain=line:${shown.id}`);
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Central Bank of Kuwait, 1 June').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('a draft is not confirmed at a rate without its source, on its sheet and among others', async () => {
  const { client, owner, work, url } = on.node;
  const release = (await client.works.show(work)).release.id;
  const draft = { kind: 'knowledge-work', quantity: '3', unit: 'h', classification: 'MA000065/6' };
  const on1May = { from: '2026-05-01', to: '2026-05-01', evidence: [], draft: true };
  const body = { work, release, ...draft, ...on1May };
  await client.contributions.add(body, { id: 'con_abroad', by: owner });
  const page = await signedIn(on.browser, await on.node.link(), sizes.desktop);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  for (const address of [
    `works/${work}?explain=contribution:con_abroad`,
    `works/${work}/confirm`,
  ]) {
    await page.goto(`${url}/app/${address}`);
    const confirm = page.getByRole('button', { name: 'Confirm', exact: true });
    await confirm.click();
    const rate = page.getByLabel('Exchange rate');
    if (!(await rate.isVisible())) await confirm.click();
    await rate.fill('0.2');
    await confirm.click();
    await page.getByText('Say where that rate is from.').waitFor();
    expect((await client.contributions.show('con_abroad')).status).toBe('draft');
  }
  await page.getByLabel('Where that rate is from').fill('Central Bank of Kuwait, 1 May');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor();
  expect(await client.contributions.show('con_abroad')).toMatchObject({ status: 'submitted' });
  await page.context().close();
});

test('what a rate looks like is said as one writes it here', async () => {
  const page = await signedIn(on.browser, await on.node.link(), {
    ...sizes.phone,
    locale: 'de-DE',
  });
  await page.goto(`${on.node.url}/app/works/${on.node.work}/add`);
  await page.getByText('Ändern', { exact: true }).click();
  await page.getByText('etwa 1,53.').waitFor();
  await page.getByLabel('Woher dieser Kurs ist').fill('Die Bank');
  await page.getByRole('radio', { name: 'Geld' }).check();
  await page.getByLabel('Betrag, KWD').fill('1,5');
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await page.getByText('Schreib auch den Kurs.').waitFor();
  await page.context().close();
});
