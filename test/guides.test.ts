import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needs } from './needs.ts';
import { blocksOf, fencesOf, project, Reader } from './pages.ts';

const docs = join(project, 'docs');
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !/^(reference|decisions)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(docs, path), 'utf8') }));

/** The example that a page goes on from, if it says one. */
const standsOn = (text: string): string | undefined =>
  /^<!-- stands on (\S+) -->$/m.exec(text)?.[1];

const prepared = new Reader(join(project, 'examples', 'almanac'));

beforeAll(async () => {
  const { status, said } = await prepared.run('sh', ['-c', "set -e; builds_on=''; . ./agree.sh"]);
  expect(status, said).toBe(0);
});
afterAll(() => prepared.end());

describe('the guides', () => {
  test('show no command that is not run', () => {
    const shown = pages.flatMap(({ path, text }) =>
      fencesOf(text)
        .filter(
          ({ language, text: inside }) => language !== 'sh' && /^(bin\/)?webizen /m.test(inside),
        )
        .map((fence) => `${path}: ${fence.text}`),
    );
    expect(shown).toEqual([]);
  });

  test('stand on nothing, or on the people of the almanac', () => {
    const grounds = new Set(pages.map(({ text }) => standsOn(text)));
    expect(grounds).toEqual(new Set([undefined, 'examples/almanac/agree.sh']));
  });
});

const run = pages.filter(({ text }) => blocksOf(text).length > 0);
describe.each(run)('docs/$path', ({ text }) => {
  const reader = new Reader();
  afterAll(() => reader.end());
  beforeAll(() => {
    const node = prepared.env['WEBIZEN_DATA'] ?? '';
    if (standsOn(text) !== undefined)
      cpSync(node, join(reader.folder, 'node'), { recursive: true });
  });

  test.each(blocksOf(text))('runs: $title', async (block) => {
    if (block.word === 'hledger' || block.word === 'beancount') needs(block.word);
    await reader.follow(block);
  });
});
