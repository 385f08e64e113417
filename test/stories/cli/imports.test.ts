import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';
import { needs } from '../../needs.ts';

const cli = new CommandLine();
afterAll(() => cli.end());

const work = 'Tide tables';
const sheet = [
  'date,hours,author,description',
  '2026-05-04,1.5,Ada L.,"charts, drawn"',
  '2026-05-05,0,Ada L.,nothing',
  '2026-05-05,2,Stranger,a fix',
];
const take = ['contribution', 'import', 'may.csv', '--work', work, '--format', 'csv'];

test('a sheet comes in as drafts, once, and its author confirms them', async () => {
  await cli.json('agent', 'add', '--name', 'Ada', '--kind', 'person');
  await cli.json('work', 'add', '--title', work, '--currency', 'AUD');
  await cli.json('agreement', 'draft', work, '--preset', 'award');
  for (const name of ['Owner', 'Ada']) await cli.json('agreement', 'sign', work, '--by', name);
  writeFileSync(`${cli.folder}/may.csv`, sheet.join('\n'));

  const known = ['--author', 'Ada L.=Ada'];
  const preview = await cli.json(...take, ...known, '--dry-run');
  expect((await cli.json('contribution', 'list'))['items']).toEqual([]);
  const imported = await cli.json(...take, ...known);
  const taken = imported['taken'] as { id: string; name: string; quantity: string }[];
  expect(taken.map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Ada', '1.5'],
    ['Stranger', '2'],
  ]);
  expect(preview['taken']).toHaveLength(2);
  expect(imported['skipped']).toMatchObject([{ line: 3 }]);
  expect(await cli.json(...take, ...known)).toMatchObject({ taken: [], unchanged: 2 });

  const id = taken[0]?.id ?? '';
  const confirm = ['contribution', 'confirm', id, '--by', 'Ada'];
  expect(await cli.refused(...confirm)).toMatchObject({ code: 'classification-missing' });
  const confirmed = await cli.json(...confirm, '--classification', 'MA000065/6');
  expect(confirmed).toMatchObject({
    status: 'submitted',
    obligation: { amount: '85.43', currency: 'AUD' },
  });

  const unclaimed = await cli.json('agent', 'list', '--unclaimed');
  expect(unclaimed['items']).toMatchObject([{ name: 'Stranger', unclaimed: true }]);
  const claimed = await cli.json('agent', 'claim', 'Stranger', 'Ada');
  expect(claimed).toMatchObject({ name: 'Stranger', unclaimed: false });
  expect(await cli.json('agent', 'list', '--unclaimed')).toEqual({ items: [] });
  const lines = await cli.json('contribution', 'list', '--agent', 'Ada');
  expect(lines['items']).toHaveLength(2);
  expect(await cli.text(...take, ...known)).toContain('0 drafts taken');
});

test('lines of an import can carry a classification from the start', async () => {
  const rows = ['date,hours,author', '2026-05-11,3,Ada'];
  writeFileSync(`${cli.folder}/june.csv`, rows.join('\n'));
  const imported = await cli.json(
    ...['contribution', 'import', 'june.csv', '--work', work, '--format', 'csv'],
    ...['--author', 'Ada=Ada', '--classification', 'MA000065/6'],
  );
  const [line] = imported['taken'] as { id: string }[];
  const confirmed = await cli.json('contribution', 'confirm', line?.id ?? '', '--by', 'Ada');
  expect(confirmed).toMatchObject({ status: 'submitted', classification: 'MA000065/6' });
});

const PROGRAMS_COMMIT = [
  ...['commit', '--quiet', '--allow-empty', '--message', 'Bump'],
  ...['--author', 'helper[bot] <h@example.org>', '--date', '2026-05-05T10:00:00Z'],
];

test('a repository comes in as estimates, which say that they are', async () => {
  needs('git');
  const folder = `${cli.folder}/repository`;
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      folder,
      '-c',
      'user.name=Mira',
      '-c',
      'user.email=m@example.org',
      ...args,
    ]);
  execFileSync('git', ['init', '--quiet', folder]);
  git('commit', '--quiet', '--allow-empty', '--message', 'Begin', '--date', '2026-05-04T10:00:00Z');
  git(...PROGRAMS_COMMIT);
  const imported = await cli.json(
    ...['contribution', 'import', 'repository', '--work', work, '--format', 'git'],
  );
  expect(imported['skipped']).toMatchObject([{ reason: 'program', counts: { commits: 1 } }]);
  const [line] = imported['taken'] as { id: string }[];
  const shown = await cli.json('contribution', 'show', line?.id ?? '');
  expect(shown).toMatchObject({ status: 'draft', estimate: true, quantity: '2.00', unit: 'h' });
  expect(JSON.stringify(imported)).not.toContain('example.org');
  const again = ['contribution', 'import', 'repository', '--work', work, '--format', 'git'];
  expect(await cli.text(...again)).toContain('a program, not a person: its 1 commit ');
});

test('a timeclock file names nobody: it is that of whoever imports it, or whose they say', async () => {
  const clocked = ['i 2026-05-18 09:00:00 charts', 'o 2026-05-18 11:30:00'];
  writeFileSync(`${cli.folder}/own.timeclock`, clocked.join('\n'));
  const own = ['contribution', 'import', 'own.timeclock', '--work', work, '--format', 'timeclock'];
  const taken = (await cli.json(...own, '--dry-run'))['taken'];
  expect(taken).toMatchObject([{ name: 'Owner', quantity: '2.5', on: { from: '2026-05-18' } }]);
  const whose = (await cli.json(...own, '--dry-run', '--whose', 'Tama'))['taken'];
  expect(whose).toMatchObject([{ name: 'Tama' }]);
});
