import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeEntry } from '../../../src/domain/record/entry.ts';
import { toHex } from '../../../src/domain/record/hash.ts';
import { leafHash } from '../../../src/domain/record/merkle.ts';
import { signCheckpoint } from '../../../src/domain/record/checkpoint.ts';
import { signingKey } from '../../../src/domain/record/signature.ts';
import { createApp } from '../../../src/http/app.ts';
import { createClient } from '../../../src/sdk/client.ts';
import type { Client } from '../../../src/sdk/client.ts';
import type { Seen } from '../../../src/web/keep/seen.ts';
import { audit, glance } from '../../../src/web/rooms/record/audit.ts';
import { checkEntry } from '../../../src/web/rooms/record/entry-check.ts';
import { almanac } from '../../almanac.ts';
import { newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

// What an auditor finds who trusts nobody: the browser's audit, against a node that lies.

type Entry = Awaited<ReturnType<Client['record']['entries']>>['items'][number];
type Record = Client['record'];

let world: World;
let client: Client;

beforeAll(async () => {
  world = await newWorld();
  await almanac(world);
  const app = createApp(world.node);
  client = createClient({
    url: 'http://localhost',
    token: world.node.token,
    fetch: async (input, init) => app.request(input, init),
  });
});
afterAll(() => world.end());

const now = (): Date => new Date('2026-06-01T09:00:00Z');

/** The same node, some of whose answers are lies. */
const lying = (lies: Partial<Record>) => ({
  ...client,
  record: { ...client.record, ...lies },
});

/** Entries that are changed before they are shown. */
const showing = (change: (entry: Entry) => Entry | undefined) =>
  lying({
    entries: async (query) => {
      const page = await client.record.entries(query);
      const items = page.items.flatMap((entry) => change(entry) ?? []);
      return { ...page, items };
    },
  });

const looking = (at: Pick<Client, 'node' | 'record'>, seen?: Seen) => ({
  client: at,
  now,
  seenOf: () => Promise.resolve(seen),
});

const wrongOf = async (at: Pick<Client, 'node' | 'record'>, seen?: Seen) =>
  (await audit(looking(at, seen))).wrong;

/** An entry whose leaf hash was made to fit what was changed. */
const forged = (entry: Entry): Entry => {
  const changed = { ...entry, recordedAt: '2026-01-01T00:00:00.000Z' };
  return { ...changed, leafHash: toHex(leafHash(encodeEntry(changed))) };
};

async function seenNow(): Promise<Seen> {
  const { seen } = await audit(looking(client));
  if (seen === undefined) throw new Error('The record does not hold.');
  return seen;
}

describe('an audit', () => {
  test('finds a true record sound, tells how far it is, and keeps what it saw', async () => {
    const steps: number[] = [];
    const progress = (done: number): number => steps.push(done);
    const report = await audit({ ...looking(client), progress });
    const { items } = await client.record.entries({ limit: 1000 });
    expect(report).toMatchObject({ size: items.length, entries: items.length });
    expect(report.wrong).toBeUndefined();
    expect(steps).toEqual([0, items.length]);
    expect(report.seen?.leaves.length).toBe(items.length * 32);
    expect((await glance(looking(client, report.seen))).wrong).toBeUndefined();
  });

  test('names an entry that does not give its own hash', async () => {
    const late = (entry: Entry) =>
      entry.seq === 5 ? { ...entry, recordedAt: '2026-01-01T00:00:00.000Z' } : entry;
    expect(await wrongOf(showing(late))).toMatchObject({ what: 'entry', entry: { seq: 5 } });
    const odd = (entry: Entry) => (entry.seq === 3 ? { ...entry, type: 'Not a type' } : entry);
    expect(await wrongOf(showing(odd))).toMatchObject({ what: 'entry', entry: { seq: 3 } });
  });

  test('names an entry whose hash was forged as well, by asking for proofs', async () => {
    const { size } = await glance(looking(client));
    for (const seq of [0, 1, 7, size - 1]) {
      const one = (entry: Entry) => (entry.seq === seq ? forged(entry) : entry);
      expect(await wrongOf(showing(one))).toMatchObject({ what: 'root', entry: { seq } });
    }
  });

  test('names an entry that is left out, and what was signed and is not shown', async () => {
    const without = (seq: number) => (entry: Entry) => (entry.seq === seq ? undefined : entry);
    expect(await wrongOf(showing(without(4)))).toMatchObject({ what: 'missing' });
    const { size } = await glance(looking(client));
    expect(await wrongOf(showing(without(size - 1)))).toMatchObject({
      what: 'missing',
      entry: { seq: size - 1 },
    });
  });

  test('names the entry that is another one than was seen before', async () => {
    const seen = await seenNow();
    const one = (entry: Entry) => (entry.seq === 6 ? forged(entry) : entry);
    expect(await wrongOf(showing(one), seen)).toMatchObject({
      what: 'changed',
      entry: { seq: 6 },
    });
  });

  test('finds a past that was rewritten, and a record that became shorter', async () => {
    const seen = await seenNow();
    const other = { ...seen, root: '00'.repeat(32) };
    expect((await glance(looking(client, other))).wrong).toEqual({ what: 'rewritten' });
    const older = { ...other, size: seen.size - 3 };
    const report = await glance(looking(client, older));
    expect(report).toMatchObject({ wrong: { what: 'rewritten' }, before: { size: older.size } });
    expect(report.seen).toBeUndefined();
    const longer = { ...seen, size: seen.size + 1 };
    expect((await glance(looking(client, longer))).wrong).toEqual({ what: 'shorter' });
  });

  test('finds a checkpoint that another key signed, and a node with another key', async () => {
    const seen = await seenNow();
    const key = signingKey(new Uint8Array(32).fill(9));
    const note = signCheckpoint({ origin: world.node.id, size: 1n, root: new Uint8Array(32) }, key);
    const fake = lying({ checkpoint: () => Promise.resolve(note) });
    expect((await glance(looking(fake))).wrong).toEqual({ what: 'signature' });
    expect((await audit(looking(fake))).wrong).toEqual({ what: 'signature' });
    const before = { ...seen, key: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' };
    expect((await audit(looking(client, before))).wrong).toEqual({ what: 'key' });
  });
});

describe('an entry', () => {
  test('holds from its signature up to the signed root, with the key that an entry brought', async () => {
    const { items } = await client.record.entries({ limit: 1000 });
    for (const { type, id, seq, by } of items) {
      const checked = await checkEntry(client, type, id);
      expect(checked.holds, `${seq} ${type}`).toEqual({
        signed: true,
        committed: true,
        leaf: true,
        included: true,
      });
      expect(checked.keyFrom, by).toBeTypeOf('number');
    }
  });

  test('does not hold where the act, its salt, its time or its place was changed', async () => {
    const { items } = await client.record.entries({ type: 'work.added' });
    const { type = '', id = '' } = items[0] ?? {};
    const true_ = await client.record.act(type, id);
    const found = async (change: object) =>
      (
        await checkEntry(
          lying({
            act: async (...of) =>
              of[0] === type ? { ...true_, ...change } : client.record.act(...of),
          }),
          type,
          id,
        )
      ).holds;
    const act = { ...true_.act, body: { ...(true_.act['body'] as object), title: 'Another' } };
    expect(await found({ act })).toMatchObject({ signed: false, committed: false, leaf: true });
    expect(await found({ salt: '00'.repeat(16) })).toMatchObject({
      signed: true,
      committed: false,
    });
    const recordedAt = '2026-01-01T00:00:00.000Z';
    expect(await found({ recordedAt })).toMatchObject({ leaf: false, included: true });
    expect(await found({ seq: true_.seq + 1 })).toMatchObject({ leaf: true, included: false });
    expect(await found({ proof: [] })).toMatchObject({ included: false });
  });
});
