import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';

const cli = new CommandLine();
afterAll(() => cli.end());

const work = 'Almanac';
let ada = '';

beforeAll(async () => {
  ada = String((await cli.json('agent', 'add', '--name', 'Ada', '--kind', 'person'))['id']);
  await cli.json('work', 'add', '--title', work, '--currency', 'AUD');
});

test('a time sheet that names Ada does not take her name from her', async () => {
  writeFileSync(join(cli.folder, 'may.csv'), 'date,hours,author\n2026-05-11,3,Ada\n');
  const take = ['contribution', 'import', 'may.csv', '--work', work, '--format', 'csv'];
  const imported = await cli.json(...take);
  const [author] = imported['authors'] as { id: string }[];
  expect(author?.id).not.toBe(ada);
  expect(await cli.json('agent', 'show', 'Ada')).toMatchObject({ id: ada });

  const claimed = await cli.json('agent', 'claim', 'Ada', 'Ada');
  expect(claimed).toMatchObject({ id: author?.id, unclaimed: false, claimedBy: ada });
  expect(await cli.text('agent', 'show', String(author?.id))).toContain('the name was claimed');
  expect(await cli.json('agent', 'list', '--unclaimed')).toEqual({ items: [] });
});

test('a repository without commits is called that', async () => {
  const empty = join(cli.folder, 'empty');
  mkdirSync(empty);
  execFileSync('git', ['init', '--quiet', empty]);
  const take = ['contribution', 'import', empty, '--work', work, '--format', 'git'];
  expect(await cli.refused(...take)).toMatchObject({ code: 'repository-empty', exit: 1 });
});

test('every noun can be listed and shown', async () => {
  const nouns = [
    'agent work release agreement contribution payment payout kind currency classification',
    'ledger record act node key',
  ];
  for (const noun of nouns.join(' ').split(' ')) {
    const help = await cli.text(noun, '--help');
    for (const verb of ['list', 'show']) {
      expect(help, `${noun} ${verb}`).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
    }
  }
  expect(await cli.json('ledger', 'list')).toMatchObject({ items: [] });
  expect(await cli.refused('ledger', 'show', '1')).toMatchObject({ code: 'transfer-unknown' });
  expect(await cli.refused('record', 'show', '999')).toMatchObject({
    code: 'entry-unknown',
    exit: 4,
  });
  const acts = await cli.json('act', 'list', '--type', 'work.added');
  expect(acts['items']).toMatchObject([{ type: 'work.added' }]);
  const keys = await cli.json('key', 'list');
  const own = expect.objectContaining({ agent: ada, name: 'Ada', keptByNode: true }) as unknown;
  expect(keys['items']).toEqual(expect.arrayContaining([own]));
  expect((await cli.json('node', 'list'))['items']).toHaveLength(1);
});

test('a release is shown by the id that its maker chose, and by its work', async () => {
  await cli.json('release', 'add', work, '--id', 'second-edition');
  expect(await cli.json('release', 'show', 'second-edition')).toMatchObject({ number: 2 });
  expect(await cli.json('release', 'show', work, '--release', '1')).toMatchObject({ number: 1 });
  expect(await cli.refused('release', 'show', 'third')).toMatchObject({ exit: 4 });
});

test('what every command takes may stand before the noun, before the verb, and after it', async () => {
  const said = await Promise.all([
    cli.text('--json', 'agent', 'show', 'Ada'),
    cli.text('agent', '--json', '--data', cli.data, 'show', 'Ada'),
    cli.text('agent', 'show', 'Ada', '--json'),
  ]);
  for (const text of said) expect(JSON.parse(text)).toMatchObject({ id: ada });
});
