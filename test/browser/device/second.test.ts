import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf } from '../looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from '../stage.ts';

// A member whose key the node keeps takes it into their own hands on a phone, adds a laptop, and
// ends the laptop's key when it is lost.

const { id: JUN } = people.designer;

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const keys = async () => (await node.client.keys.list(JUN)).items;

/** By which key the act was signed that made the newest line of somebody. */
async function signedBy(what: string): Promise<string | undefined> {
  const { items } = await node.client.contributions.list({ work: WORK, agent: JUN });
  const id = items.find((line) => line.what === what)?.id;
  if (id === undefined) return undefined;
  const { act } = await node.client.record.act('contribution.added', id);
  return (act['proof'] as { verificationMethod: string }).verificationMethod.split('#')[1];
}

async function addCash(page: Page, what: string): Promise<void> {
  await page.goto(`${node.url}/app/works/${WORK}/add`);
  await page.getByRole('radio', { name: 'Cash' }).check();
  await page.getByLabel('Amount, AUD').fill('25');
  await page.getByLabel('What it was for').fill(what);
}

const handsIn = (page: Page) => page.getByRole('button', { name: 'Add it' }).click();

/** The new device shows its key, the phone adds it; the new one then goes in by itself. */
async function adds(phone: Page, laptop: Page): Promise<void> {
  await laptop.getByLabel('What this device is called').fill('Jun’s laptop');
  await laptop.getByRole('button', { name: 'Make the key and show it' }).click();
  await laptop.locator('.device-text').waitFor();
  expect(await faultsOf(laptop)).toEqual([]);
  const text = (await laptop.locator('.device-text').textContent()) ?? '';
  await phone.goto(`${node.url}/app/device/add`);
  await phone.getByLabel('What the new device shows').fill(text);
  await phone.getByRole('button', { name: 'Look at it' }).click();
  await phone.getByRole('heading', { name: /^Add this key to / }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Sign and add it' }).click();
  await phone.getByRole('heading', { name: 'Jun’s laptop signs for you now.' }).waitFor();
  await laptop.waitForURL('**/app/');
  await laptop.getByRole('heading', { level: 1 }).waitFor();
}

async function newDevice(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...sizes.desktop });
  await context.clock.setFixedTime('2026-06-01T09:00:00Z');
  return context.newPage();
}

test('a phone takes the key over, adds a laptop, and ends its key when it is lost', async () => {
  const phone = await signedIn(browser, await node.link(JUN), sizes.phone);
  await phone.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  const complaints = complaintsOf(phone);
  const [kept] = await keys();
  await phone.goto(`${node.url}/app/settings`);
  await phone.getByRole('button', { name: 'Make a key on this device' }).click();
  await phone.getByText('this device', { exact: false }).first().waitFor();
  await phone.getByRole('button', { name: 'End the key “Kept by this node”' }).click();
  const sheet = phone.getByRole('dialog');
  await sheet.getByText('One key then still signs for you.').waitFor();
  await sheet.getByRole('button', { name: 'Sign, and take it over' }).click();
  await phone.getByText('Ended', { exact: true }).waitFor();
  const [, own] = await keys();
  expect(await node.client.agents.show(JUN)).toMatchObject({
    keptByNode: false,
    publicKey: own?.publicKey,
  });
  expect((await keys())[0]).toMatchObject({ publicKey: kept?.publicKey, keptByNode: true });

  await phone.getByRole('button', { name: 'Add a device' }).click();
  const address = (await sheet.locator('.invite-link').textContent()) ?? '';
  const laptop = await newDevice();
  await laptop.goto(address);
  await adds(phone, laptop);
  const [, , second] = await keys();
  await addCash(laptop, 'Twine');
  await handsIn(laptop);
  await laptop.getByText('It is in the books').waitFor();
  expect(await signedBy('Twine')).toBe(second?.publicKey);
  await addCash(phone, 'Canes');
  await handsIn(phone);
  await phone.getByText('It is in the books').waitFor();
  expect(await signedBy('Canes')).toBe(own?.publicKey);

  // The laptop hears of nothing while its key is ended elsewhere.
  await laptop.context().route('**/events', () => {});
  await addCash(laptop, 'Stakes');
  await phone.goto(`${node.url}/app/settings`);
  await phone.getByRole('button', { name: 'End the key “Jun’s laptop”' }).click();
  await sheet.getByText('Whoever came in by it is signed out.').waitFor();
  await sheet.getByRole('button', { name: 'Sign and end it' }).click();
  await phone.getByRole('dialog').waitFor({ state: 'hidden' });
  const answer = laptop.waitForResponse((one) => one.request().method() === 'POST');
  await handsIn(laptop);
  expect(await (await answer).json()).toMatchObject({ code: 'signing-key-ended' });
  await laptop.getByRole('link', { name: 'Add this device to your name' }).waitFor();
  expect(await signedBy('Stakes')).toBeUndefined();
  await laptop.getByRole('button', { name: 'Come in with the key of this device' }).click();
  await laptop.getByText('signing-key-ended', { exact: true }).waitFor();

  // Added again, with a new key, it still has what was typed.
  await laptop.getByRole('link', { name: 'Add this device to your name' }).click();
  await laptop.getByText('The key of this device was ended').waitFor();
  await adds(phone, laptop);
  await laptop.goto(`${node.url}/app/works/${WORK}/add`);
  const what = laptop.getByLabel('What it was for');
  await what.waitFor();
  expect(await what.inputValue()).toBe('Stakes');
  await handsIn(laptop);
  await laptop.getByText('It is in the books').waitFor();
  expect(await signedBy('Stakes')).toBe((await keys())[3]?.publicKey);
  expect((await node.client.node.check()).status).toBe('sound');
  expect(complaints).toEqual([]);
  await Promise.all([phone.context().close(), laptop.context().close()]);
});
