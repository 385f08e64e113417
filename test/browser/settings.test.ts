import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { openBrowser, signedIn } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

async function settingsOf(agent?: string, options = {}): Promise<Page> {
  const page = await signedIn(browser, await node.link(agent), options);
  await page.clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/settings`);
  await page.locator('#sessions li').first().waitFor();
  return page;
}

const part = (page: Page, name: string) => page.getByRole('region', { name });

describe('the owner', () => {
  test('sees where the node runs, checks everything, and takes it along as a file', async () => {
    const page = await settingsOf();
    const data = part(page, 'Data');
    await data.getByText('Never').waitFor();
    await data.getByRole('button', { name: 'Check everything' }).click();
    await data.getByText(/^Everything holds:/).waitFor();
    await data.getByText(/all \d+ entries hold/).waitFor();
    await part(page, 'This node').getByText(node.url).waitFor();
    await part(page, 'This node').getByText('Only this machine reaches it.').waitFor();
    const exporting = part(page, 'Export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      exporting.getByRole('button', { name: 'Export the node' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('webizen-node.tar');
    const tar = await readFile(await download.path());
    expect(tar.subarray(257, 262).toString('latin1')).toBe('ustar');
    expect(tar.includes('record.jsonl')).toBe(true);
    expect(tar.includes('keys/'), 'the keys stay here unless they are asked for').toBe(false);
    await exporting.getByText(/^The file has /).waitFor();
    await page.context().close();
  });

  test('ends the session of another browser, which is then outside', async () => {
    const page = await settingsOf();
    const other = await signedIn(browser, await node.link());
    await page.reload();
    const sessions = part(page, 'Where you are signed in');
    await sessions.getByText('This browser').waitFor();
    const all = sessions.getByRole('button', { name: /^End all \d+ others/ });
    const one = sessions.getByRole('button', { name: /^End the session/ });
    await ((await all.count()) > 0 ? all : one.first()).click();
    await expect.poll(() => one.count()).toBe(0);
    await other.reload();
    await other.getByRole('heading', { name: 'This node lets in whoever it knows.' }).waitFor();
    await other.context().close();
    await page.context().close();
  });
});

describe('a contributor', () => {
  test('decides under which name everybody sees them, and sees it first as they would', async () => {
    const page = await settingsOf(people.designer.id);
    const shown = part(page, 'What everybody sees of you');
    const preview = shown.getByRole('figure');
    await preview.getByText('Made by 4 people.').waitFor();
    await shown.getByRole('radio', { name: 'An alias' }).check();
    const keep = shown.getByRole('button', { name: 'Sign and keep' });
    expect(await keep.isDisabled(), 'an alias is missing').toBe(true);
    await shown.getByLabel('Alias', { exact: true }).fill('A <b>gardener</b>');
    await preview.getByText('A <b>gardener</b>').waitFor();
    await preview.getByText('and 3 more').waitFor();
    expect((await node.client.consents.publicWork(WORK)).people, 'nothing before').toEqual([]);
    await keep.click();
    await page.getByText('That is what everybody sees now.').waitFor();
    expect((await node.client.consents.publicWork(WORK)).people).toEqual(['A <b>gardener</b>']);
    await shown.getByRole('radio', { name: 'Nothing' }).check();
    await preview.getByText('Made by 4 people.').waitFor();
    await keep.click();
    await expect.poll(async () => (await node.client.consents.publicWork(WORK)).people).toEqual([]);
    await page.context().close();
  });

  test('takes along what the node has of them, and sees nothing that is the owner’s', async () => {
    const page = await settingsOf(people.giver.id);
    const own = part(page, 'What the node has of you');
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      own.getByRole('link', { name: 'All of it, JSON' }).click(),
    ]);
    const data = JSON.parse(await readFile(await json.path(), 'utf8')) as {
      agent: { name: string };
      contributions: { what: string }[];
    };
    expect(data.agent.name).toBe(people.giver.name);
    expect(data.contributions).toMatchObject([{ what: 'Hosting for a year' }]);
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      own.getByRole('link', { name: 'My contributions, CSV' }).click(),
    ]);
    expect(await readFile(await csv.path(), 'utf8')).toContain('Hosting for a year');
    for (const name of ['Data', 'Export', 'Import', 'The books']) {
      expect(await part(page, name).count(), name).toBe(0);
    }
    await page.getByText('This node keeps the key that you sign with').waitFor();
    await page.context().close();
  });

  test('changes their name', async () => {
    const page = await settingsOf(people.moderator.id);
    const you = part(page, 'You');
    await you.getByRole('button', { name: 'Change' }).click();
    await you.getByLabel('Your name').fill('Noor Haddad-Lind');
    await you.getByRole('button', { name: 'Keep this name' }).click();
    await page.getByText('You are called Noor Haddad-Lind from now on.').waitFor();
    expect((await node.client.agents.show(people.moderator.id)).name).toBe('Noor Haddad-Lind');
    await page.context().close();
  });
});
