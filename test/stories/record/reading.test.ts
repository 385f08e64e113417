import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.ts';
import { almanac, people } from '../../almanac.ts';
import { newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

// Who can read the record, and how entries are sought in it.

interface Entries {
  readonly items: readonly { seq: number; type: string; id: string; by: string }[];
  readonly next?: string;
}

let world: World;
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await newWorld();
  await almanac(world);
  for (const agent of [world.owner, people.designer.id]) {
    const { secret } = await world.node.doorkeeper.open(agent, 'device');
    const name = `webizen-${world.node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}`;
    cookies.set(agent, `${name}=${secret}`);
  }
});
afterAll(() => world.end());

const asked = (agent: string, path: string) =>
  createApp(world.node).request(`http://localhost/record/${path}`, {
    headers: { cookie: cookies.get(agent) ?? '' },
  });
const entries = async (agent: string, query: string): Promise<Entries> =>
  (await (await asked(agent, `entries${query}`)).json()) as Entries;

describe('the record', () => {
  test('is sought by type and agent, in order or the newest first, page by page', async () => {
    const all = await entries(world.owner, '?limit=1000');
    const signed = await entries(world.owner, '?type=agreement.signed&order=newest&limit=2');
    const expected = all.items.filter(({ type }) => type === 'agreement.signed').toReversed();
    expect(signed.items).toEqual(expected.slice(0, 2));
    const next = await entries(
      world.owner,
      `?type=agreement.signed&order=newest&limit=2&after=${signed.next ?? ''}`,
    );
    expect(next.items).toEqual(expected.slice(2, 4));
    const by = await entries(world.owner, `?by=${people.designer.id}`);
    expect(by.items).toEqual(all.items.filter((one) => one.by === people.designer.id));
    expect(by.items.length).toBeGreaterThan(0);
  });

  test('shows a member what they have signed themselves, and no more', async () => {
    const { items } = await entries(people.designer.id, '');
    expect(new Set(items.map(({ by }) => by))).toEqual(new Set([people.designer.id]));
    const [own] = items;
    const shown = await asked(people.designer.id, `acts/${own?.type ?? ''}/${own?.id ?? ''}`);
    expect(await shown.json()).toMatchObject({ act: { by: people.designer.id }, seq: own?.seq });
    const others = await asked(people.designer.id, `entries?by=${world.owner}`);
    expect(await others.json()).toMatchObject({ code: 'not-allowed' });
    const foreign = (await entries(world.owner, `?by=${world.owner}`)).items[0];
    const path = `acts/${foreign?.type ?? ''}/${foreign?.id ?? ''}`;
    expect(await (await asked(people.designer.id, path)).json()).toMatchObject({
      code: 'not-allowed',
    });
    expect(await (await asked(people.designer.id, 'acts/work.added/none')).json()).toMatchObject({
      code: 'not-allowed',
    });
  });
});
