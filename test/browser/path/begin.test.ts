import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { button, pick, press, reach, type } from './keyboard.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

// A work that begins from what was made so far: a repository of this machine, or a history file.

const folder = mkdtempSync(join(tmpdir(), 'webizen-begin-'));
const repository = join(folder, 'almanac');

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.org',
};
const git = (...args: string[]): void => void execFileSync('git', args, { env });
const commit = (author: string, date: string): void =>
  git(
    ...['-C', repository, 'commit', '-q', '--allow-empty', '-m', 'work'],
    ...[`--author=${author}`, `--date=${date}`],
  );

/** Ada by two addresses, 2 h and 3 h; Jun, 2 h; a program. */
function makeRepositories(): void {
  git('init', '-q', '-b', 'main', repository);
  commit('Ada Whitlam <ada@garden.example>', '2026-03-02T09:00:00+10:00');
  commit('Ada Whitlam <ada@work.example>', '2026-04-02T09:00:00+10:00');
  commit('Ada Whitlam <ada@work.example>', '2026-04-02T10:00:00+10:00');
  commit('Jun Saelim <jun@garden.example>', '2026-04-11T14:00:00+07:00');
  commit('helper[bot] <helper@garden.example>', '2026-05-01T10:00:00Z');
  git('clone', '-q', '--depth', '2', `file://${repository}`, join(folder, 'cut-off'));
  git('init', '-q', '-b', 'main', join(folder, 'empty'));
  mkdirSync(join(folder, 'plain'));
}

/** A history of so many people, an hour of work each; some of them of a month that is to come. */
function historyOf(people: number, ahead = 0): string {
  const lines = Array.from({ length: people }, (_, index) => {
    const n = String(index).padStart(3, '0');
    const hash = n.padStart(40, '0');
    const month = index < ahead ? '07' : '05';
    const date = `2026-${month}-${String((index % 28) + 1).padStart(2, '0')}T09:00:00+00:00`;
    return ['C', hash, date, date, `a_${n}`, `Person ${n}`, '1', 'work'].join('\t');
  });
  return ['#format webizen-git-export/1', ...lines, ''].join('\n');
}

let browser: Browser;
let node: AlmanacNode;

beforeAll(async () => {
  makeRepositories();
  writeFileSync(join(folder, 'wishes.txt'), 'Rain in May.\n');
  writeFileSync(
    join(folder, 'birds.csv'),
    [
      'date,hours,author,description',
      '03/05/2026,2.5,Ada Whitlam,Counted on the river',
      '04/05/2026,1.25,Wren,Proofs',
      '04/05/2026,0,Wren,Started and stopped',
      '',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'seeds.log.gz'), gzipSync(historyOf(60)));
  writeFileSync(join(folder, 'weeds.log.gz'), gzipSync(historyOf(4, 1)));
  browser = await openBrowser();
  node = await emptyNode();
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function beginAt(options: (typeof sizes)['phone' | 'desktop']): Promise<Page> {
  const page = await signedIn(browser, await node.link(), options);
  page.setDefaultTimeout(60_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/begin`);
  await press(page, button(page, 'Not now'));
  return page;
}

const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { name, level: 1 });

async function from(page: Page, way: string): Promise<void> {
  const group = page.getByRole('group', { name: 'Begin with' });
  await pick(page, group, group.getByRole('radio', { name: way }));
}

/** Chooses a file by the system's picker, as the space bar opens it. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  for (;;) {
    await reach(page, page.getByLabel(label, { exact: true }));
    // The page may just lead to a note about the last file: then the focus is there.
    const asked = page.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => undefined);
    await page.keyboard.press('Space');
    const chooser = await asked;
    if (chooser !== undefined) return chooser.setFiles(join(folder, name));
  }
}

/** Names the work, where its people are taken along, and signs its agreement. */
async function nameAndRead(page: Page, title: string): Promise<void> {
  await type(page, page.getByLabel('Its name'), title);
  await press(page, button(page, 'Go on'));
  await press(page, button(page, 'Read it all and sign'));
  await button(page, 'Sign').waitFor();
}

/** A work with an agreement that its steward has signed. */
async function workBy(title: string): Promise<string> {
  const { works, agreements } = node.client;
  const { id, release } = await works.add({ title, kind: 'data', currency: 'AUD' });
  const place = { work: id, release: release.id };
  const drafted = await agreements.draft({ ...place, preset: 'award', terms: {} });
  const { id: agreement, termsHash, textHash } = drafted;
  await agreements.sign({ agreement, termsHash, textHash });
  return id;
}

const draftsOf = async (title: string) => {
  const work = (await node.client.works.list()).items.find((one) => one.title === title);
  const { items } = await node.client.contributions.list({ work: work?.id ?? '', limit: 500 });
  return items;
};

describe('by keyboard alone', () => {
  test('a repository on this machine becomes a work with drafts that wait for their authors', async () => {
    const page = await beginAt(sizes.phone);
    await from(page, 'A repository');
    const field = page.getByLabel('Folder of the repository');
    await press(page, button(page, 'See who made it'));
    await page.getByText('Which folder is it in?').waitFor();
    for (const [path, said] of [
      ['nowhere', 'There is nothing at'],
      ['plain', 'is not in a git repository'],
      ['empty', 'has no commits yet'],
    ] as const) {
      await type(page, field, join(folder, path));
      await press(page, button(page, 'See who made it'));
      await page.getByText(said).waitFor();
      expect(await field.inputValue()).toBe(join(folder, path));
    }
    await type(page, field, join(folder, 'cut-off'));
    await press(page, button(page, 'See who made it'));
    await press(page, button(page, 'Read what is there'));
    await heading(page, 'One person, about 2 h').waitFor();
    await press(page, button(page, 'Something else'));

    await type(page, field, repository);
    await press(page, button(page, 'See who made it'));
    await heading(page, '2 people, about 7 h').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await page.reload();
    await heading(page, '2 people, about 7 h').waitFor();
    expect(await page.getByRole('row', { name: /Ada Whitlam/ }).textContent()).toMatch(
      /you.*2 addresses.*5\.00/,
    );
    expect(await page.getByLabel('Which of them are you?').inputValue()).not.toBe('');
    await page.getByText('One program, left out').waitFor();
    await press(page, page.getByText('How the hours are estimated'));
    await type(page, page.getByLabel('Award and level'), 'software');
    await page.getByText('No award and level has “software”.').waitFor();
    await type(page, page.getByLabel('Award and level'), 'MA000065/1');
    await page.getByText('worth about A$235.97').waitFor();
    await type(page, page.getByLabel('If an hour were worth'), '50');
    await page.getByText('worth about A$350.00').waitFor();
    await type(page, page.getByLabel('Hours of the first commit'), '1');
    await heading(page, '2 people, about 4 h').waitFor();
    await press(page, button(page, 'Begin with them'));

    expect(await page.getByLabel('Its name').inputValue()).toBe('almanac');
    await nameAndRead(page, 'Garden Almanac');
    await page.context().setOffline(true);
    await press(page, button(page, 'Sign'));
    await page.getByText('node-unreachable').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await press(page, button(page, 'Sign'));
    await press(page, button(page, 'Go on'));
    await heading(page, 'Garden Almanac').waitFor();
    await page.getByText('3 drafts, which count for nothing yet').waitFor();
    expect(await page.getByRole('button', { name: /^Owed/ }).textContent()).toContain('0.00');
    const drafts = await draftsOf('Garden Almanac');
    const said = drafts.map(({ status, name, quantity }) => `${status} ${name} ${quantity}`);
    expect(said.toSorted()).toEqual([
      'draft Ada Whitlam 1.00',
      'draft Ada Whitlam 2.00',
      'draft Jun Saelim 1.00',
    ]);
    const theirs = drafts.filter(({ agent }) => agent === node.owner);
    expect(theirs).toHaveLength(2);
    await page.context().close();
  }, 240_000);

  test('a history file shows its progress, can be stopped, and brings all of its people', async () => {
    const page = await beginAt(sizes.desktop);
    await from(page, 'A history file');
    await choose(page, 'History file', 'wishes.txt');
    await page.getByText(/^wishes\.txt is not a history/).waitFor();
    await page.getByText('What you typed before is still here.').first().waitFor();

    const held = '**/imports/previews**';
    await page.route(held, () => undefined);
    await choose(page, 'History file', 'seeds.log.gz');
    await page.getByRole('progressbar', { name: 'Reading the history' }).waitFor();
    await press(page, button(page, 'Stop'));
    await page.getByText('seeds.log.gz').waitFor();
    await page.unroute(held);
    await page.reload();
    await page.getByText('seeds.log.gz').waitFor();
    await press(page, button(page, 'See who made it'));

    await heading(page, '60 people, about 120 h').waitFor();
    await page.getByText('count for nothing until their author confirms them').waitFor();
    await press(page, button(page, 'and 54 more'));
    await type(page, page.getByLabel('Find somebody'), 'person 017');
    await page.getByRole('row', { name: /Person 017/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, button(page, 'Begin with them'));
    await page.getByText('From a history: 60 people, about 120 h, as drafts').waitFor();
    await nameAndRead(page, 'Seed Library');
    await press(page, button(page, 'Sign'));
    await heading(page, 'Seed Library').waitFor();
    await page.getByText('60 drafts, which count for nothing yet').waitFor();
    const drafts = await draftsOf('Seed Library');
    expect(new Set(drafts.map(({ agent }) => agent)).size).toBe(60);
    expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(['draft']));
    await page.context().close();
  }, 240_000);

  test('what cannot come in is marked before, and told afterwards', async () => {
    const page = await beginAt(sizes.phone);
    await from(page, 'A history file');
    await choose(page, 'History file', 'weeds.log.gz');
    await heading(page, '4 people, about 8 h').waitFor();
    await page.getByText('One line is dated in the future, and will not come in.').waitFor();
    await press(page, button(page, 'Begin with them'));
    await nameAndRead(page, 'Weed Book');
    await press(page, button(page, 'Sign'));
    await heading(page, '3 drafts came in, one did not').waitFor();
    await page.getByText(/is after today/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, button(page, 'Go on'));
    await heading(page, 'Weed Book').waitFor();
    expect(await draftsOf('Weed Book')).toHaveLength(3);
    await page.context().close();
  }, 240_000);

  test('a time sheet is looked at line by line before its lines come in', async () => {
    const id = await workBy('Bird Count');
    const page = await signedIn(browser, await node.link(), sizes.phone);
    page.setDefaultTimeout(60_000);
    await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
    await page.goto(`${node.url}/app/works/${id}/add`);
    await press(page, page.getByRole('link', { name: 'Bring in a time sheet or a history' }));
    await choose(page, 'The file', 'birds.csv');
    await page.getByText(/can be read in two ways/).waitFor();
    const dates = page.getByRole('group', { name: 'Its dates are written' });
    await pick(page, dates, dates.getByRole('radio', { name: 'Day first' }));
    await press(page, button(page, 'Read it'));

    await page
      .getByText('2 lines come in as drafts; 0 were there already; one is left out.')
      .waitFor();
    await page.getByRole('row', { name: /Wren 4 May 2026/ }).waitFor();
    expect(await page.getByLabel('Ada Whitlam').inputValue()).toBe(node.owner);
    expect(await faultsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
    await page.reload();
    await press(page, button(page, 'Bring in 2 drafts'));
    await heading(page, 'Bird Count').waitFor();
    await page.getByText('2 drafts, which count for nothing yet').waitFor();
    const drafts = await draftsOf('Bird Count');
    const said = drafts.map(({ name, quantity, on }) => `${name} ${quantity} ${on.from}`);
    expect(said.toSorted()).toEqual(['Ada Whitlam 2.5 2026-05-03', 'Wren 1.25 2026-05-04']);
    expect(drafts.find(({ name }) => name === 'Ada Whitlam')?.agent).toBe(node.owner);
    await page.context().close();
  }, 240_000);
});
