import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';

const cli = new CommandLine();
afterAll(() => cli.end());

/** Starts a node, and gives its address once it has told it. */
async function started(line: CommandLine, ...args: string[]) {
  const child = line.start('start', '--port', '0', '--json', ...args);
  child.stdout.setEncoding('utf8');
  const [text] = (await once(child.stdout, 'data')) as [string];
  const said = JSON.parse(text) as { url: string; pid: number };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    const [status] = (await once(child, 'close')) as [number | null];
    return status;
  };
  return { ...said, stop };
}

describe('help and usage', () => {
  test('every command has help with an example', async () => {
    const top = await cli.text('--help');
    const nouns = [...top.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(nouns).toEqual(expect.arrayContaining(['agent', 'work', 'payment', 'ledger', 'node']));
    for (const noun of nouns.filter(
      (name) => !['webizen', 'try', 'start', 'statement'].includes(name),
    )) {
      const help = await cli.text(noun, '--help');
      const [, list = ''] = help.split('Commands:');
      const verbs = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
      expect(verbs.length, noun).toBeGreaterThan(0);
      const last = verbs.at(-1) ?? '';
      expect(await cli.text(noun, last, '--help'), `${noun} ${last}`).toContain('For example:');
    }
  });

  test('what is not understood ends with status 2, and says how to find out', async () => {
    for (const args of [
      ['agent', 'add'],
      ['agent', 'add', '--colour', 'green'],
      ['agents'],
      ['agent', 'ad'],
      ['work', 'show'],
    ]) {
      const said = await cli.run(...args);
      expect({ status: said.status, stdout: said.stdout }, args.join(' ')).toEqual({
        status: 2,
        stdout: '',
      });
      expect(said.stderr).toContain('error:');
    }
    const wrong = ['contribution', 'import', 'x.csv', '--work', 'x', '--format', 'csv'];
    const refused = await cli.refused(...wrong, '--dates', 'mars');
    expect(refused).toMatchObject({ code: 'option-malformed', exit: 2 });
  });

  test('what is not there ends with status 4, what is refused with status 1', async () => {
    expect(await cli.refused('work', 'show', 'Atlantis')).toMatchObject({
      code: 'work-unknown',
      exit: 4,
    });
    await cli.json('work', 'add', '--title', 'Tide tables', '--currency', 'AUD');
    expect(await cli.refused('work', 'show', 'Tide tables', '--release', '7')).toMatchObject({
      code: 'release-unknown',
      exit: 4,
    });
    const draft = ['agreement', 'draft', 'Tide tables', '--preset', 'award'];
    expect(await cli.refused(...draft, '--file', 'nowhere.json')).toMatchObject({
      code: 'file-unreadable',
      exit: 4,
    });
    const add = ['work', 'add', '--title', 'Sky', '--currency', 'XXXX'];
    expect(await cli.refused(...add)).toMatchObject({ code: 'currency-unknown', exit: 1 });
    const { stderr } = await cli.run(...add);
    expect(stderr).toMatch(
      /^webizen: No currency .*\nNothing was changed\.\nWhat to do: .*\n\(currency-unknown\)\n$/,
    );
  });
});

describe('every noun', () => {
  test('can be listed, as text and as one object', async () => {
    const lists = [
      ...['agent', 'work', 'agreement', 'contribution', 'kind', 'currency', 'payment', 'payout'],
      ...['classification', 'record'],
    ].map((noun) => [noun, 'list']);
    const others = [
      ['release', 'list', 'Tide tables'],
      ['ledger', 'accounts'],
      ['ledger', 'transfers'],
      ['node', 'show'],
      ['record', 'checkpoint'],
      ['classification', 'list', '--search', 'engineer'],
    ];
    for (const args of [...lists, ...others]) {
      expect(await cli.text(...args), args.join(' ')).not.toBe('');
      expect(await cli.json(...args), args.join(' ')).toBeTypeOf('object');
    }
  });

  test('a user adds a kind of contribution and a currency without code', async () => {
    const kind = ['kind', 'add', '--kind', 'night-shift', '--name', 'Night-shift moderation'];
    const added = await cli.json(...kind, '--measure', 'time', '--unit', 'h');
    expect(added).toMatchObject({ id: 'night-shift', units: ['h'], own: true });
    const currency = ['currency', 'add', '--code', 'TBH', '--scale', '2', '--name', 'Hours'];
    expect(await cli.json(...currency)).toMatchObject({ code: 'TBH', own: true });
    expect(await cli.text('currency', 'list', '--own')).toContain('TBH');
  });

  test('what people write cannot steer the terminal, in any script', async () => {
    const name = 'אביגיל';
    await cli.json('agent', 'add', '--name', name, '--kind', 'person');
    await cli.json('agent', 'add', '--name', '張偉', '--kind', 'person');
    const { items } = await cli.json('agent', 'list');
    expect((items as { name: string }[]).map((agent) => agent.name)).toContain(name);
    const listed = await cli.text('agent', 'list');
    expect(listed).toContain(`\u2068${name}\u2069`);
    const row = listed.split('\n').find((line) => line.includes('張偉')) ?? '';
    const head = listed.split('\n')[0] ?? '';
    expect(row.indexOf('person') + 2, 'wide characters take two columns').toBe(
      head.indexOf('kind'),
    );
    const what = 'red \u001b[31m text \u202e turned';
    await cli.json('agreement', 'draft', 'Tide tables', '--preset', 'award');
    await cli.json('agreement', 'sign', 'Tide tables');
    const line = ['contribution', 'add', '--work', 'Tide tables', '--kind', 'cash'];
    const added = await cli.run(
      ...[...line, '--quantity', '5', '--unit', 'AUD', '--on', '2026-05-01', '--what', what],
    );
    expect(added.stdout + added.stderr).not.toContain('\u001b');
    expect(added.stdout + added.stderr).not.toContain('\u202e');
  });
});

describe('keys that the node never holds', () => {
  test('sign what their agent does; without them nobody can act for that agent', async () => {
    const made = await cli.json('key', 'new', 'ada.pem');
    const file = `${cli.folder}/ada.pem`;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await cli.text('key', 'show', 'ada.pem')).trim()).toBe(made['publicKey']);
    const add = ['agent', 'add', '--name', 'Ada', '--kind', 'person'];
    const ada = await cli.json(...add, '--public-key-from', 'ada.pem');
    expect(ada).toMatchObject({ publicKey: made['publicKey'], keptByNode: false });
    const work = ['work', 'add', '--title', 'Star charts', '--currency', 'EUR', '--by', 'Ada'];
    expect(await cli.refused(...work)).toMatchObject({ code: 'key-missing' });
    const charts = await cli.json(...work, '--key', 'ada.pem');
    expect(charts['steward']).toBe(ada['id']);
    const act = await cli.json('act', 'show', 'work.added', String(charts['id']));
    expect(JSON.stringify(act)).toContain(String(made['publicKey']));
    expect(await cli.refused('key', 'new', 'ada.pem')).toMatchObject({ code: 'key-file-exists' });
  });
});

describe('a running node', () => {
  test('is found by commands, serves the same, and leaves nothing when it stops', async () => {
    const running = await started(cli);
    const runFile = `${cli.data}/run.json`;
    expect(statSync(runFile).mode & 0o777).toBe(0o600);
    expect((await fetch(running.url)).status).toBe(200);
    expect(await cli.json('node', 'show')).toMatchObject({ url: running.url });
    const added = await cli.json('agent', 'add', '--name', 'Kit', '--kind', 'person');
    const token = readFileSync(`${cli.data}/token`, 'utf8').trim();
    const shown = await fetch(`${running.url}/agents/${String(added['id'])}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await shown.json()).toEqual(added);
    expect(await cli.json('start', '--port', '0')).toMatchObject({ url: running.url });
    const elsewhere = await cli.refused('start', '--port', '1');
    expect(elsewhere).toMatchObject({ code: 'data-in-use', exit: 1 });
    expect(await running.stop()).toBe(0);
    expect(() => statSync(runFile)).toThrow('ENOENT');
    expect(await cli.json('agent', 'show', 'Kit')).toEqual(added);
  });

  test('that was killed is not waited for: commands go on by themselves', async () => {
    const running = await started(cli);
    await running.stop('SIGKILL');
    expect(statSync(`${cli.data}/run.json`).isFile()).toBe(true);
    expect(await cli.json('agent', 'show', 'Kit')).toMatchObject({ name: 'Kit' });
    const again = await started(cli);
    expect(await again.stop('SIGINT')).toBe(0);
  });

  test('says so where its port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const refused = await cli.refused('start', '--port', String(port));
    expect(refused).toMatchObject({ code: 'port-in-use', exit: 1, values: { port } });
    other.close();
  });

  test('is not believed when its run file points to another machine', async () => {
    const elsewhere = { pid: process.pid, url: 'http://evil.example:80' };
    writeFileSync(`${cli.data}/run.json`, JSON.stringify(elsewhere));
    expect(await cli.json('node', 'show')).toMatchObject({ url: null });
  });
});

test('whoever stops reading stops the output, which is no error', async () => {
  const child = cli.start('currency', 'list');
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
