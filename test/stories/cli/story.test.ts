import { afterAll, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';

const cli = new CommandLine();
afterAll(() => cli.end());

const work = 'Garden Almanac';
const aud = (amount: string) => ({ amount, currency: 'AUD' });

async function contribution(by: string, ...more: string[]): Promise<string> {
  const added = await cli.json('contribution', 'add', '--work', work, '--by', by, ...more);
  expect(added).toMatchObject({ status: 'submitted', name: by });
  return String(added['id']);
}

const pay = (amount: string, ...more: string[]) => [
  ...['payment', 'receive', '--work', work, '--amount', amount, '--currency', 'AUD'],
  ...['--from', 'Greenhouse Pty Ltd', '--tax-rate', '10%', ...more],
];

// One story from hours to an open work, command by command: each stands on those before it.
test('four people agree, give, are paid twice, and the work opens', async () => {
  for (const name of ['Pat', 'Dee', 'Mo', 'Kim']) {
    const added = await cli.json('agent', 'add', '--name', name, '--kind', 'person');
    expect(added).toMatchObject({ name, kind: 'person', keptByNode: true, unclaimed: false });
  }
  const made = await cli.json('work', 'add', '--title', work, '--currency', 'AUD');
  expect(made).toMatchObject({ status: 'owing', obligation: aud('0.00') });

  const drafted = await cli.json('agreement', 'draft', work, '--preset', 'award');
  expect(drafted).toMatchObject({ version: 1, preset: 'award', status: 'draft', signed: [] });
  for (const name of ['Owner', 'Pat', 'Dee', 'Mo', 'Kim']) {
    const signed = await cli.json('agreement', 'sign', work, '--by', name);
    expect(signed['status']).toBe('in-force');
  }
  expect(await cli.text('agreement', 'show', work)).toContain('1.5');

  const may = ['--on', '2026-05-04/2026-05-29', '--unit', 'h'];
  const it = ['--classification', 'MA000065/6', ...may];
  const ids = [
    await contribution('Pat', '--kind', 'knowledge-work', '--quantity', '120', ...it),
    await contribution('Dee', '--kind', 'knowledge-work', '--quantity', '12', ...it),
    await contribution(
      'Mo',
      ...['--kind', 'labour', '--quantity', '30', '--classification', 'MA000010/C13', ...may],
    ),
    await contribution(
      'Kim',
      ...['--kind', 'cash', '--quantity', '400', '--unit', 'AUD', '--on', '2026-05-12'],
    ),
  ];
  const owed = [];
  for (const id of ids) {
    const accepted = await cli.json('contribution', 'accept', id);
    expect(accepted['status']).toBe('accepted');
    owed.push((accepted['obligation'] as { amount: string }).amount);
  }
  expect(owed).toEqual(['6834.60', '683.46', '1122.75', '600.00']);
  expect(await cli.text('contribution', 'explain', ids[0] ?? '')).toMatch(
    /120 h +quantity.*\n.*× +37\.97 AUD\/h +rate/,
  );

  const preview = await cli.json(...pay('1100.00', '--dry-run'));
  const first = await cli.json(...pay('1100.00', '--on', '2026-06-01', '--id', 'first'));
  for (const said of [preview, first]) {
    expect(said).toMatchObject({ tax: aud('100.00'), dust: aud('0.02'), excess: aud('0.00') });
    const parts = said['parts'] as { name: string; amount: unknown }[];
    expect(Object.fromEntries(parts.map((part) => [part.name, part.amount]))).toEqual({
      Pat: aud('739.61'),
      Dee: aud('73.96'),
      Mo: aud('121.49'),
      Kim: aud('64.92'),
    });
  }
  expect(await cli.json(...pay('1100.00', '--on', '2026-06-01', '--id', 'first'))).toEqual(first);
  const other = await cli.refused(...pay('1100.01', '--on', '2026-06-01', '--id', 'first'));
  expect(other).toMatchObject({ code: 'id-reused', status: 409, exit: 1 });

  const payout = ['payout', 'record', '--to', 'Pat', '--amount', '739.61', '--currency', 'AUD'];
  const evidence = ['--evidence', 'Folder 3'];
  const paid = await cli.json(...payout, ...evidence, '--on', '2026-06-02', '--id', 'june-pat');
  expect(paid).toMatchObject({ id: 'june-pat', name: 'Pat', amount: aud('739.61') });
  expect(await cli.text('payout', 'show', 'june-pat')).toMatch(/evidence +Folder 3/);
  const { due } = await cli.json('payout', 'list');
  expect((due as { name: string }[]).map(({ name }) => name)).toEqual(['Dee', 'Kim', 'Mo']);

  const cent = await cli.json(...pay('9064.90', '--dry-run'));
  expect(cent['excess']).toEqual(aud('0.01'));
  const second = await cli.json(...pay('9064.89', '--on', '2026-06-03', '--id', 'second'));
  expect(second).toMatchObject({ opened: true, owed: aud('0.00'), dust: aud('0.00') });
  const again = await cli.json(...pay('9064.89', '--on', '2026-06-03', '--id', 'second'));
  expect(again, 'a retry after the opening').toEqual(second);

  expect(await cli.json('work', 'show', work)).toMatchObject({
    status: 'open',
    licence: 'Apache-2.0',
    obligation: aud('9240.81'),
    paid: aud('9240.81'),
    owed: aud('0.00'),
    dust: aud('0.00'),
  });
  expect(await cli.json('statement', 'Pat')).toMatchObject({
    obligation: [aud('6834.60')],
    earned: [aud('6834.60')],
    received: [aud('739.61')],
    outstanding: [aud('6094.99')],
    owed: [aud('0.00')],
  });
  const late = await cli.refused(...pay('1.00'));
  expect(late).toMatchObject({ exit: 1 });
});

test('the books balance for others, and everything can be recomputed', async () => {
  const journal = await cli.text('ledger', 'export', '--format', 'hledger');
  expect(journal).toContain('AUD');
  expect(await cli.text('ledger', 'export', '--format', 'hledger')).toBe(journal);
  expect(await cli.json('node', 'check')).toMatchObject({ status: 'sound' });
  expect(await cli.json('record', 'verify')).toMatchObject({ status: 'sound' });
});

test('an export, taken in elsewhere, is the same node: byte for byte', async () => {
  const elsewhere = new CommandLine();
  try {
    const [one, two] = [`${cli.folder}/one`, `${cli.folder}/two`];
    const { files } = await cli.json('node', 'export', one);
    expect(await elsewhere.json('record', 'verify', one)).toMatchObject({ status: 'sound' });
    await elsewhere.json('node', 'import', one);
    expect(await elsewhere.json('node', 'export', two)).toMatchObject({ files });
    const { readFile } = await import('node:fs/promises');
    for (const file of files as string[]) {
      expect(await readFile(`${two}/${file}`), file).toEqual(await readFile(`${one}/${file}`));
    }
    const refused = await elsewhere.refused('node', 'import', one);
    expect(refused).toMatchObject({ code: 'directory-not-empty', exit: 1 });
    expect(await cli.refused('node', 'export', one)).toMatchObject({ code: 'directory-not-empty' });
  } finally {
    elsewhere.end();
  }
});
