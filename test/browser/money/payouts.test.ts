import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giving, people, RELEASE, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

const NOW = '2026-06-01T09:00:00Z';

let node: AlmanacNode;
let browser: Browser;

const paying = (work: string, id: string, amount: string) =>
  node.client.payments.receive(
    { work, amount: { amount, currency: 'AUD' }, payer: { name: 'Wattle Council' } },
    { id },
  );

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
  await paying(WORK, 'pay_1', '1000.00');
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

test('who is to be paid what is seen by the owner, who records it after a look', async () => {
  const page = await signedIn(browser, await node.link());
  await page.clock.setFixedTime(NOW);
  await page.goto(`${node.url}/app/ledger`);
  await page.getByRole('link', { name: 'To pay out' }).click();
  await page.getByRole('heading', { name: 'To pay out' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: people.programmer.name });
  await row.getByText('A$739.61').waitFor();
  expect(await page.getByRole('columnheader', { name: 'Waits' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await row.getByRole('button', { name: 'Record a payout' }).click();
  const sheet = page.getByRole('dialog');
  expect(await sheet.getByLabel('Amount that was paid').inputValue()).toBe('739.61');
  const wrong = {
    '0': 'More than 0 was paid.',
    '7.005': 'AUD has 2 decimals',
    '800': `${people.programmer.name} has A$739.61 to receive.`,
  };
  for (const [typed, said] of Object.entries(wrong)) {
    await sheet.getByLabel('Amount that was paid').fill(typed);
    await sheet.getByRole('button', { name: 'Look at what it does' }).click();
    await sheet.locator('.field').first().getByText(said).waitFor();
    expect(await sheet.getByRole('button', { name: /^Record A/ }).count()).toBe(0);
  }
  await sheet.getByLabel('Amount that was paid').fill('700');
  await sheet.getByLabel('How it was paid').fill('Transfer 4711');
  await sheet.getByLabel('Where the receipt is').fill('Folder 3');
  await page.reload();
  await row.getByRole('button', { name: 'Record a payout' }).click();
  await sheet.getByText('What you typed before is still here.').waitFor();
  await sheet.getByRole('button', { name: 'Look at what it does' }).click();
  await sheet.getByText('A$39.61').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Record A$700.00' }).click();
  await row.getByText('A$39.61').waitFor();
  await page.getByText('Transfer 4711 · Folder 3').filter({ visible: true }).waitFor();
  await page.context().close();
});

test('a member sees their own, on a phone too, and records nothing', async () => {
  const page = await signedIn(browser, await node.link(people.designer.id), sizes.phone);
  await page.goto(`${node.url}/app/statement`);
  await page.getByRole('link', { name: 'To be paid out' }).click();
  await page.getByRole('heading', { name: 'What is to be paid out to you' }).waitFor();
  await page.getByText('A$73.96').waitFor();
  expect(await page.getByText(people.programmer.name).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Record a payout' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});

/** A guide that builds on the almanac, and gives it a share of what comes in. */
async function guide(): Promise<void> {
  const { client, owner } = node;
  const release = 'rel_guide';
  await client.works.add(
    {
      title: 'Garden Guide',
      kind: 'software',
      currency: 'AUD',
      release,
      buildsOn: [{ release: RELEASE, share: '0.25' }],
    },
    { id: 'work_guide' },
  );
  const drafted = await client.agreements.draft({
    work: 'work_guide',
    release,
    preset: 'award',
    terms: {},
  });
  const { id: agreement, termsHash, textHash } = drafted;
  for (const by of [owner, people.giver.id]) {
    await client.agreements.sign({ agreement, termsHash, textHash }, { by });
  }
  const more = { kind: 'cash', quantity: '400', unit: 'AUD', to: '2026-05-01' };
  const { body } = giving(people.giver.id, 'con_guide', { ...more, work: 'work_guide', release });
  type Body = Parameters<typeof client.contributions.add>[0];
  await client.contributions.add(body as Body, { id: 'con_guide', by: people.giver.id });
  await client.contributions.accept({ contribution: 'con_guide' });
  await paying('work_guide', 'pay_guide', '100.00');
}

test('what is held for another work is seen on both, and passed on after a look', async () => {
  await guide();
  const page = await signedIn(browser, await node.link());
  await page.clock.setFixedTime(NOW);
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByRole('heading', { name: 'Held for this release' }).waitFor();
  await page.getByText('A$25.00, until it is passed on').waitFor();
  await page.goto(`${node.url}/app/works/work_guide`);
  await page.getByText('A$25.00 is held for it here').waitFor();
  await page.getByRole('button', { name: 'Pass on what is held' }).click();
  const sheet = page.getByRole('dialog');
  const move = sheet.getByRole('listitem').filter({ hasText: 'To Garden Almanac' });
  await move.getByText('A$25.00').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Pass it on' }).click();
  await page.getByText('Passed on.').waitFor();
  await page.getByText('A$25.00 is held for it here').waitFor({ state: 'detached' });
  await page.context().close();
});

test('what waits after a reversal is said with its reason, and what was paid by which transfer', async () => {
  await node.client.payments.reverse({ payment: 'pay_1', reason: 'It bounced.' });
  const { due } = await node.client.payouts.list({ agent: people.designer.id });
  const waits = `A$${due[0]?.waiting.amount}`;
  expect(waits).not.toBe('A$0.00');
  const sizeOf = { desktop: waits, phone: `${waits} waits` };
  for (const [size, said] of Object.entries(sizeOf)) {
    const page = await signedIn(browser, await node.link(), sizes[size as keyof typeof sizes]);
    await page.goto(`${node.url}/app/payouts`);
    await page.getByText('A payment went back. What people earned there waits').waitFor();
    const row = page.getByRole('row').filter({ hasText: people.designer.name });
    await row.getByText(said, { exact: true }).filter({ visible: true }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Waits' }).count()).toBe(1);
    const paid = page.getByRole('table', { name: 'What was paid out' });
    await paid.getByText('Transfer 4711 · Folder 3').filter({ visible: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  }
});
