import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';

const cli = new CommandLine();
afterAll(() => cli.end());

const work = 'Almanac';
beforeAll(async () => {
  await cli.json('work', 'add', '--title', work, '--currency', 'AUD');
});

describe('a script that asks for JSON', () => {
  test('is told in JSON, too, that a command was not understood', async () => {
    for (const args of [['frob'], ['agent', 'add'], ['agent', 'list', '--colour'], ['agent']]) {
      expect(await cli.refused(...args), args.join(' ')).toMatchObject({
        code: 'command-malformed',
        exit: 2,
      });
    }
  });
});

test('the help of a word that means nothing is no help at all', async () => {
  const said = await cli.run('frob', '--help');
  expect(said).toMatchObject({ status: 2, stdout: '' });
  expect(said.stderr).toContain("unknown command 'frob'");
});

test('names and ids that cannot be are not found, and mean no other address', async () => {
  for (const id of ['', '..', 'a/b']) {
    const name = id === '' ? 'nothing' : id;
    expect(await cli.refused('agent', 'show', id), name).toMatchObject({ exit: 4 });
    expect(await cli.refused('contribution', 'show', id), name).toMatchObject({
      code: 'contribution-unknown',
      exit: 4,
    });
    expect(await cli.refused('payment', 'show', id), name).toMatchObject({ exit: 4 });
  }
});

describe('a file of terms', () => {
  const draft = (text: string) => {
    const file = join(cli.folder, 'terms.json');
    writeFileSync(file, text);
    return cli.refused('agreement', 'draft', work, '--preset', 'rates', '--file', file);
  };

  test('is read as strictly as what comes by HTTP', async () => {
    const deep = `{"purpose":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await draft(deep)).toMatchObject({ code: 'json-too-deep', exit: 1 });
    expect(await draft('{"purpose":9007199254740993}')).toMatchObject({
      code: 'number-unsafe',
      values: { text: '9007199254740993' },
    });
    expect(await draft('{"return":"2","return":"3"}')).toMatchObject({ code: 'json-key-twice' });
    expect(await draft('{"__proto__":1}')).toMatchObject({ code: 'json-malformed' });
    expect(await draft('{return')).toMatchObject({ code: 'json-malformed', exit: 1 });
    expect(await draft('[1]')).toMatchObject({ code: 'json-malformed' });
  });

  test('may begin with a byte-order mark', async () => {
    const file = join(cli.folder, 'marked.json');
    writeFileSync(file, '\uFEFF{"return":"2"}');
    const args = ['agreement', 'draft', work, '--preset', 'rates', '--file', file] as const;
    expect(await cli.json(...args)).toMatchObject({ version: 1, terms: { return: '2' } });
  });

  test('says no term twice, nor one that nobody knows', async () => {
    const args = ['agreement', 'draft', work, '--preset', 'rates', '--term'] as const;
    expect(await cli.refused(...args, '__proto__=1')).toMatchObject({ exit: 1 });
    expect(await cli.refused(...args, 'constructor=1')).toMatchObject({ code: 'terms-unknown' });
  });
});

test('a tax rate of 1 could be 1 % or all, and is asked for again', async () => {
  const args = ['payment', 'receive', '--work', work, '--amount', '1', '--currency', 'AUD'];
  const refused = await cli.refused(...args, '--from', 'Acme', '--tax-rate', '1');
  expect(refused).toMatchObject({ code: 'option-malformed', exit: 2 });
});
test('a filter that nothing can fit is refused, and what is not there is not found', async () => {
  const of = (...args: string[]) => cli.refused(...args);
  expect(await of('agent', 'list', '--kind', 'alien')).toMatchObject({ code: 'query-malformed' });
  const listing = ['contribution', 'list', '--from'] as const;
  expect(await of(...listing, '2026-02-30')).toMatchObject({ code: 'query-malformed' });
  expect(await of('classification', 'show', 'MA999999')).toMatchObject({
    code: 'classification-unknown',
    exit: 4,
  });
});

test('an agent who is refused leaves no key behind', async () => {
  const keys = () => readdirSync(join(cli.data, 'keys')).length;
  const before = keys();
  const add = ['agent', 'add', '--name', 'Robot', '--kind'] as const;
  expect(await cli.refused(...add, 'alien')).toMatchObject({ code: 'agent-kind-unknown' });
  expect(await cli.refused(...add, 'machine')).toMatchObject({ code: 'responsible-missing' });
  const nobody = ['--responsible', 'Nobody'] as const;
  expect(await cli.refused(...add, 'machine', ...nobody)).toMatchObject({ code: 'agent-unknown' });
  const place = ['--jurisdiction', 'ZZ'] as const;
  expect(await cli.refused(...add, 'person', ...place)).toMatchObject({
    code: 'jurisdiction-unknown',
  });
  expect(keys()).toBe(before);
  await cli.json(...add, 'machine', '--responsible', 'Owner');
  expect(keys()).toBe(before + 1);
});
