import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/domain/record/hash.ts';
import { Problem } from '../../../src/sdk/client.ts';
import { RELEASE, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { openBrowser, sizes } from '../stage.ts';

// A member who signs on their own phone: the key is made there, and nobody else can use it.

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** Hours that a history has of somebody who has not joined yet, and the way in for them. */
async function invited(): Promise<string> {
  const { client } = node;
  const identity = sha256Hex('yusuf');
  await client.contributions.import({
    work: WORK,
    release: RELEASE,
    format: 'history',
    source: 'history.log',
    authors: [{ id: 'agent_history', identity, name: 'Yusuf D' }],
    lines: [
      {
        id: 'con_history',
        line: 1,
        key: 'history:1',
        contentHash: 'b1',
        author: identity,
        kind: 'knowledge-work',
        quantity: '2',
        unit: 'h',
        from: '2026-05-04',
        to: '2026-05-04',
        evidence: [],
        estimate: true,
      },
    ],
  });
  const code = client.invitations.newCode();
  const expiresAt = '2026-06-08T09:00:00.000Z';
  const unclaimed = 'agent_history';
  await client.invitations.make({ code, work: WORK, role: 'contributor', unclaimed, expiresAt });
  return `${node.url}/app/join#${code}`;
}

/** What lies on the shelf of keys: whether the private half can be taken out of the browser. */
const keyOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('webizen');
      request.addEventListener('success', () => resolve(request.result));
    });
    const [key] = await new Promise<{ handle: CryptoKey }[]>((resolve) => {
      const request = database.transaction('keys').objectStore('keys').getAll();
      request.addEventListener('success', () => resolve(request.result as { handle: CryptoKey }[]));
    });
    database.close();
    if (key === undefined) return 'none';
    return crypto.subtle.exportKey('pkcs8', key.handle).then(
      () => 'taken',
      () => `stays: ${key.handle.type}, ${String(key.handle.extractable)}`,
    );
  });

/** As somebody does who clears the data of their browser. */
const clearKeys = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('webizen');
        request.addEventListener('success', () => {
          const cleared = request.result.transaction('keys', 'readwrite');
          cleared.objectStore('keys').clear();
          cleared.addEventListener('complete', () => {
            request.result.close();
            resolve();
          });
        });
      }),
  );

/** By which key the act of a type that made the thing of an id was signed. */
async function signedBy(type: string, id: string): Promise<string> {
  const { act } = await node.client.record.act(type, id);
  const { verificationMethod } = act['proof'] as { verificationMethod: string };
  return verificationMethod.split('#')[1] ?? '';
}

async function newest(type: string, by: string): Promise<string> {
  const { items } = await node.client.record.entries({ type, by, order: 'newest', limit: 1 });
  return items[0]?.id ?? '';
}

test('agreement, confirmation and cash are signed on the phone, and nowhere else', async () => {
  const link = await invited();
  const context = await browser.newContext({ locale: 'en-GB', ...sizes.phone });
  const page = await context.newPage();
  await context.clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(link);
  await page.getByLabel('Your name').fill('Yusuf Demir');
  await page.getByRole('button', { name: 'Make my key and go on' }).click();
  await page.getByText('It stays here; nobody can sign for you.').waitFor();
  const award = page.getByLabel('Award and level');
  await award.first().fill('MA000065/6');
  await page.getByRole('button', { name: 'Confirm and sign' }).click();
  await page.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
  expect(await keyOnDevice(page)).toBe('stays: private, false');

  await page.locator('#content').getByRole('link', { name: 'Contribute' }).click();
  await page.getByRole('radio', { name: 'Cash' }).check();
  await page.getByLabel('Amount, AUD').fill('25');
  await page.getByLabel('What it was for').fill('Twine');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('It is in the books').waitFor();

  const agents = (await node.client.agents.list()).items;
  const yusuf = agents.find(({ name }) => name === 'Yusuf Demir');
  const { id = '', publicKey = '' } = yusuf ?? {};
  for (const type of ['agreement.signed', 'contribution.confirmed', 'contribution.added']) {
    expect(await signedBy(type, await newest(type, id)), type).toBe(publicKey);
  }
  expect(await signedBy('agent.joined', id)).toBe(publicKey);

  // The owner, with all that the node has, cannot sign for them.
  const contribution = 'con_history';
  const tried = node.client.contributions.withdraw({ contribution, reason: 'No' }, { by: id });
  await expect(tried).rejects.toBeInstanceOf(Problem);
  await expect(tried).rejects.toMatchObject({ code: 'key-missing' });

  // Without the key they are told where it is, and what they typed stays.
  await clearKeys(page);
  await page.locator('#content').getByRole('link', { name: 'Contribute' }).click();
  await page.getByRole('radio', { name: 'Cash' }).check();
  await page.getByLabel('Amount, AUD').fill('30');
  await page.getByLabel('What it was for').fill('Stakes');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText(/Nobody else has it, the node neither/).waitFor();
  await page.getByText(/ask whoever invited you for a new invitation/).waitFor();
  await page.getByText('key-elsewhere', { exact: true }).waitFor();
  const lines = (await node.client.contributions.list({ work: WORK })).items;
  expect(lines.some(({ what }) => what === 'Stakes')).toBe(false);

  // A page that is opened without the key says so before anything is typed.
  await page.reload();
  await page.getByText(/is on another device\. Here you can read, but not sign/).waitFor();
  await context.close();
});
