import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, RELEASE, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { buildApp, openBrowser, signedIn } from './stage.ts';

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

test('an amendment is read clause by clause, before and now, and signed', async () => {
  const { id } = await node.client.agreements.draft({
    work: WORK,
    release: RELEASE,
    preset: 'award',
    terms: { return: '1.6' },
  });
  const page = await signedIn(browser, await node.link(people.designer.id));
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByRole('button', { name: 'Read the agreement' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What it changes in version 1').waitFor();
  await sheet.getByText('a key that this node keeps for you').waitFor();
  await sheet.getByRole('button', { name: 'Sign' }).click();
  await sheet.getByRole('button', { name: 'Sign' }).waitFor({ state: 'detached' });
  const { signed } = await node.client.agreements.show(id);
  expect(signed.map(({ agent }) => agent)).toEqual([people.designer.id]);
  await page.context().close();
});
