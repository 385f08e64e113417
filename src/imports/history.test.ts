import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { looksLikeHistory, readHistory } from './history.ts';
import { readImport } from './readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'history-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = '#format webizen-git-export/1';
const commit = (hash: string, date: string, id: string, name = id): string =>
  ['C', hash, date, date, id, name, '1', 'a subject'].join('\t');

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const taken = async (path: string) => {
  const commits: string[] = [];
  const read = await readHistory(path, (author, at, offset, hash) => {
    commits.push(`${author.replace('\t', '|')} ${at} ${offset} ${hash}`);
  });
  return { ...read, list: commits };
};

const two = [
  head,
  commit('bb', '2026-05-02T10:00:00+10:00', 'a_2'),
  'F\t3\t1\tsrc/a b.ts',
  'F\t-\t-\t"odd\\tname"',
  commit('aa', '2026-05-01T09:00:00-03:30', 'a_1', 'a_1[bot]'),
  '',
].join('\n');

describe('reading a history file', () => {
  it('hands on each commit with its moment and offset, plain or in gzip', async () => {
    const expected = {
      commits: 2,
      sourceId: 'aa',
      list: ['a_2|a_2 1777680000 600 bb', 'a_1|a_1[bot] 1777638600 -210 aa'],
    };
    expect(await taken(file('plain.log', two))).toEqual(expected);
    expect(await taken(file('packed.gz', gzipSync(two)))).toEqual(expected);
  });

  it('takes offsets that no place has at their word, as they stand in real histories', async () => {
    const path = file('odd.log', `${head}\n${commit('cc', '2011-08-29T06:50:23+518:00', 'a_3')}\n`);
    expect((await taken(path)).list).toEqual(['a_3|a_3 1312735823 31080 cc']);
  });

  it('tells a history from other files by its first bytes', () => {
    expect(looksLikeHistory(file('a.log', two))).toBe(true);
    expect(looksLikeHistory(file('a.gz', gzipSync(two)))).toBe(true);
    expect(looksLikeHistory(file('a.txt', 'hello'))).toBe(false);
  });

  it.each([
    ['nothing there', undefined, 'source-missing', {}],
    ['another format', '#format other/9\n', 'history-format-unknown', { format: 'other/9' }],
    ['no commits', `${head}\n`, 'history-empty', {}],
    ['a file before any commit', `${head}\nF\t1\t1\ta\n`, 'history-malformed', { line: 2 }],
    ['a line of another kind', `${two}hello\n`, 'history-malformed', { line: 6 }],
    ['a commit with too few fields', `${head}\nC\taa\tbb\n`, 'history-malformed', { line: 2 }],
    ['a file without a path', `${two}F\t1\t1\n`, 'history-malformed', { line: 6 }],
    [
      'a date that is none',
      `${head}\n${commit('aa', '2026-02-30T09:00:00Z', 'a')}\n`,
      'history-malformed',
      { line: 2 },
    ],
    ['gzip cut off', gzipSync(two).subarray(0, 60), 'archive-truncated', {}],
    ['gzip that is damaged', damaged(gzipSync(two)), 'archive-damaged', {}],
  ])('refuses %s', async (name, content, code, values) => {
    const path = join(folder, name.replaceAll(' ', '-'));
    if (content !== undefined) writeFileSync(path, content);
    await expect(taken(path)).rejects.toMatchObject({ code, values });
  });

  it('makes one draft a month, and leaves programs out with their reason', async () => {
    const path = file('drafts.log', two);
    const imported = await readImport('git', path);
    expect(imported.lines).toMatchObject([
      { author: { key: 'a_2' }, quantity: '2.00', unit: 'h', from: '2026-05-02', estimate: true },
    ]);
    expect(imported.skipped).toMatchObject([
      { reason: 'program', counts: { commits: 1 }, text: 'a_1[bot]' },
    ]);
    const again = await readImport('git', path);
    expect(again.lines[0]?.key).toBe(imported.lines[0]?.key);
  });
});

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 0xff;
  return copy;
}
