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
});
