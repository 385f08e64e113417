import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf, sidewaysOf } from '../looked-at.ts';
import { openBrowser, signedIn, sizes } from '../stage.ts';

// What of a source does not come in, and why: in the reader's language, one and many told apart.

let browser: Browser;
let node: AlmanacNode;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const AT = '2026-05-02T09:00:00+00:00';
const history = [
  '#format webizen-git-export/1',
  ...['helper[bot]', 'other[bot]', 'other[bot]', 'Jun'].map((name, at) =>
    ['C', String(at).padStart(40, '0'), AT, AT, name, name, '1', 'work'].join('\t'),
  ),
  '',
].join('\n');

test.each([
  ['en-GB', ['its 1 commit.', 'its 2 commits.']],
  ['de-DE', ['sein 1 Commit.', 'seine 2 Commits.']],
  ['ar-EG', ['إيداع واحد له.', 'إيداعان له.']],
])('programs of a history, in %s', async (locale, said) => {
  const page = await signedIn(browser, await node.link(), { ...sizes.phone, locale });
  page.setDefaultTimeout(30_000);
  await page.goto(`${node.url}/app/works/${WORK}/bring`);
  await page.locator('main select').first().selectOption('history');
  const buffer = Buffer.from(history);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'one.log', mimeType: 'text/plain', buffer });
  await page.locator('main .button.ink').click();
  for (const text of said) await page.getByText(text).waitFor();
  await page.getByText('helper[bot]', { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});
