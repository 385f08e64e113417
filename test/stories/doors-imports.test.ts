import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { createClient, Problem } from '../../src/sdk/client.ts';
import type { Client } from '../../src/sdk/client.ts';
import { almanac, RELEASE, WORK } from '../almanac.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';

// A look at a history, before anything is taken from it.

const AT = '2026-05-02T09:00:00+00:00';
const history = fileURLToPath(new URL('../data/imports/small.log', import.meta.url));

let world: World;
let client: Client;
beforeEach(async () => {
  world = await newWorld();
  const app = createApp(world.node);
  client = createClient({
    url: 'http://localhost',
    token: world.node.token,
    clock: () => world.node.now(),
    fetch: async (input, init) => app.request(input, init),
  });
});
afterEach(() => world.end());

describe('a look at a source', () => {
  test('says why a line is left out by a code, with what it counts', async () => {
    const commit = (n: number, author: string): string =>
      ['C', `${n}`.padStart(40, '0'), AT, AT, author, author, '1', 'work'].join('\t');
    const lines = [commit(1, 'helper[bot]'), commit(2, 'helper[bot]'), commit(3, 'Jun')];
    const file = new Blob([['#format webizen-git-export/1', ...lines, ''].join('\n')]);
    const look = { format: 'history', name: 'one.log', file } as const;
    expect((await client.imports.lookAtFile(look)).skipped).toEqual([
      { line: 0, reason: 'program', counts: { commits: 2 }, text: 'helper[bot]' },
    ]);
    const sheet = 'author,date,hours\nAda,2026-05-02,0\nAda,2026-05-02,25\n';
    const csv = { format: 'csv', name: 'sheet.csv', file: new Blob([sheet]) } as const;
    expect((await client.imports.lookAtFile(csv)).skipped).toMatchObject([
      { line: 2, reason: 'no-time' },
      { line: 3, reason: 'over-a-day', counts: { hours: 24 } },
    ]);
  });

  test('says who is in it, with how many hours, and how far it is; it writes nothing', async () => {
    const before = await world.digests();
    const told: number[] = [];
    const shown = await client.imports.lookAtPath(
      { format: 'history', path: history },
      { progress: ({ commits }) => told.push(commits) },
    );
    expect(told.length).toBeGreaterThan(0);
    expect(shown).toMatchObject({ format: 'history', source: 'small.log' });
    expect(shown.contributors.length).toBeGreaterThan(0);
    for (const { identity, hours } of shown.contributors) {
      expect(identity).toMatch(/^[0-9a-f]{64}$/);
      expect(hours).toMatch(/^\d+(\.\d+)?$/);
    }
    expect(JSON.stringify(shown)).not.toContain('@');
    expect(await world.digests()).toEqual(before);
  });

  test('sees the same in a file that is sent, and what it saw can be taken in', async () => {
    await almanac(world);
    const file = new Blob([readFileSync(history)]);
    const shown = await client.imports.lookAtFile({ format: 'history', name: 'small.log', file });
    expect(shown).toEqual(await client.imports.lookAtPath({ format: 'history', path: history }));
    const place = { work: WORK, release: RELEASE, import: 'imp_small' };
    const [first] = shown.contributors;
    const body = client.imports.bodyOf(shown, place, { only: [first?.identity ?? ''] });
    const taken = await client.contributions.import(body, { id: 'imp_small' });
    expect(taken.taken.length).toBe(first?.lines);
    const again = client.imports.bodyOf(shown, place, { only: [first?.identity ?? ''] });
    expect(again).toEqual(body);
  });

  test('is refused where the file is not there, or is something else', async () => {
    const gone = client.imports.lookAtPath({ format: 'history', path: `${history}.gone` });
    await expect(gone).rejects.toMatchObject({ code: 'source-missing' });
    const file = new Blob(['nothing of the kind']);
    const other = client.imports.lookAtFile({ format: 'history', name: 'x', file });
    await expect(other).rejects.toBeInstanceOf(Problem);
  });

  test('calls a file that is sent by its own name where it refuses it', async () => {
    const file = new Blob(['nothing of the kind']);
    const source = { format: 'history', name: 'wish list.txt', file } as const;
    const refused: unknown = await client.imports
      .lookAtFile(source)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'history-format-unknown' });
    expect((refused as Problem).document.detail).toMatch(/^wish list\.txt is not a history/);
  });

  test('a path is looked at from the machine of the node alone (path-elsewhere)', async () => {
    const response = await createApp(world.node, { hosts: () => ['garden.example'] }).request(
      'https://garden.example/imports/previews',
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.node.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ format: 'git', path: history }),
      },
    );
    expect(await response.json()).toMatchObject({ code: 'path-elsewhere', status: 403 });
  });
});

describe('how a history is looked at', () => {
  const hoursOf = async (how: object): Promise<Record<string, string>> => {
    const shown = await client.imports.lookAtPath({ format: 'history', path: history }, how);
    return Object.fromEntries(
      shown.contributors.map(({ name, identity, hours }) => [
        name === 'same' ? identity : name,
        hours,
      ]),
    );
  };

  test('counts sessions as asked: how far commits may be apart, and what the first adds', async () => {
    const usual = await hoursOf({});
    expect(await hoursOf({ sessionHours: '2', firstHours: '2' })).toEqual(usual);
    const short = await hoursOf({ sessionHours: '0.5', firstHours: '0.25' });
    expect(Number(short['programmer'])).toBeLessThan(Number(usual['programmer']));
    expect(await hoursOf({ firstHours: '0' })).not.toEqual(usual);
    const wrong = client.imports.lookAtPath(
      { format: 'history', path: history },
      { firstHours: 'two' },
    );
    await expect(wrong).rejects.toMatchObject({ code: 'act-malformed' });
  });

  test('names the programs apart from the people', async () => {
    const shown = await client.imports.lookAtPath({ format: 'history', path: history });
    expect(shown.programs).toEqual([{ name: 'helper[bot]', commits: 1 }]);
    expect(shown.contributors.map(({ name }) => name)).not.toContain('helper[bot]');
  });

  test('several identities of one person come in as one, with the rate that is said', async () => {
    await almanac(world);
    const shown = await client.imports.lookAtPath({ format: 'history', path: history });
    const same = shown.contributors.filter(({ name }) => name === 'same');
    const together = [same.map(({ identity }) => identity)];
    expect(together[0]).toHaveLength(2);
    const place = { work: WORK, release: RELEASE, import: 'imp_small' };
    const rate = { amount: '50', currency: 'AUD' };
    const body = client.imports.bodyOf(shown, place, { together, valuing: { rate } });
    const answer = await client.contributions.import(body, { id: 'imp_small' });
    expect(answer.authors).toHaveLength(shown.contributors.length - 1);
    const { items } = await client.contributions.list({ work: WORK, status: 'draft', limit: 100 });
    const theirs = items.filter(({ name }) => name === 'same');
    expect(new Set(theirs.map(({ agent }) => agent)).size).toBe(1);
    expect(theirs).toHaveLength(2);
    const shownLine = await client.contributions.show(theirs[0]?.id ?? '');
    expect(JSON.stringify(shownLine)).toContain('"50"');
  });
});
