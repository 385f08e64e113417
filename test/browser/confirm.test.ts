import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giving, people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf, sidewaysOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;
const { programmer } = people;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** Drafts of the programmer's, as an import leaves them. */
async function draft(id: string, what: string, quantity: string): Promise<void> {
  const more = { what, quantity, classification: 'MA000065/6', draft: true };
  const { body } = giving(programmer.id, id, more);
  await node.client.contributions.add(body as Parameters<typeof node.client.contributions.add>[0], {
    id,
    by: programmer.id,
  });
}

test('on a phone: values follow what is typed; a wrong line goes back; the rest is signed', async () => {
  await draft('con_calendar', 'Leap years', '10');
  await draft('con_import', 'Old import', '4');
  await draft('con_wrong', 'Somebody else’s evening', '3');
  const page = await signedIn(browser, await node.link(programmer.id), sizes.phone);
  const complaints = complaintsOf(page);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}/confirm`);
  const line = (what: string) => page.getByRole('listitem').filter({ hasText: what });
  await line('Leap years').getByText('10 h at A$37.97').waitFor();
  await line('Leap years').getByText('A$569.55').waitFor();
  await line('Leap years').getByRole('textbox').fill('12');
  await line('Leap years').getByText('A$683.46').waitFor();
  await line('Old import').getByRole('textbox').fill('0');
  await line('Old import').getByText('is not more than zero').waitFor();
  await line('Old import').getByRole('textbox').fill('4');
  await line('Old import').getByText('A$227.82').waitFor();
  await line('Leap years').getByRole('button', { name: 'How it is worked out' }).click();
  await line('Leap years').getByText('MA000065', { exact: false }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);

  const wrong = line('Somebody else’s evening');
  await wrong.getByRole('button', { name: 'Say what is wrong' }).click();
  await wrong.getByRole('button', { name: 'Take it back with this reason' }).click();
  await wrong.getByText('Say in a few words what is wrong.').waitFor();
  await wrong.getByLabel('What is wrong with it').fill('That evening was Noor’s.');
  await wrong.getByRole('button', { name: 'Take it back with this reason' }).click();
  await wrong.waitFor({ state: 'detached' });
  await page.getByText('2 lines together').waitFor();
  await page.getByText('A$911.28').waitFor();
  await page.getByRole('button', { name: 'Confirm and sign' }).click();
  await page.waitForURL(`**/works/${WORK}`);

  const shown = (id: string) => node.client.contributions.show(id);
  expect(await shown('con_calendar')).toMatchObject({ status: 'submitted', quantity: '12' });
  expect(await shown('con_import')).toMatchObject({ status: 'submitted', quantity: '4' });
  expect(await shown('con_wrong')).toMatchObject({
    status: 'withdrawn',
    ended: { name: programmer.name, reason: 'That evening was Noor’s.' },
  });
  // What the page saw of the refused quantity of nothing is no fault of its own.
  expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
  await page.context().close();
});
