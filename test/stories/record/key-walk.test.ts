import { afterAll, beforeAll, expect, test } from 'vitest';
import { signAct } from '../../../src/domain/record/act.ts';
import type { Act } from '../../../src/domain/record/act.ts';
import { canonicalJson } from '../../../src/domain/record/canonical-json.ts';
import { commit } from '../../../src/domain/record/entry.ts';
import { createApp } from '../../../src/http/app.ts';
import { createClient } from '../../../src/sdk/client.ts';
import type { Client } from '../../../src/sdk/client.ts';
import { audit } from '../../../src/web/rooms/record/audit.ts';
import { checkEntry } from '../../../src/web/rooms/record/entry-check.ts';
import { KeyWalk } from '../../../src/web/rooms/record/key-walk.ts';
import { Device, ending } from '../../device.ts';
import { newWorld } from '../../world.ts';
import type { World } from '../../world.ts';

// The browser's own look at who signed: by the keys that people had at each entry, and no other.

type Entry = Awaited<ReturnType<Client['record']['entries']>>['items'][number];

const NOOR = 'agent_noor';
const [phone, laptop, stranger] = [
  new Device('Phone'),
  new Device('Laptop'),
  new Device('Stranger'),
];
const naming = (name: string) => ({
  by: NOOR,
  type: 'agent.named',
  id: name,
  body: { agent: NOOR, name },
});

let world: World;
let client: Client;
let entries: readonly Entry[];

beforeAll(async () => {
  world = await newWorld({ seed: 'key walk' });
  const app = createApp(world.node);
  client = createClient({
    url: 'http://localhost',
    token: world.node.token,
    fetch: async (input, init) => app.request(input, init),
  });
  await world.person(NOOR, 'Noor');
  await world.act({ ...naming('by_node') });
  await world.act(phone.adding(world, NOOR));
  await phone.act(world, laptop.adding(world, NOOR));
  await laptop.act(world, naming('by_laptop'));
  await phone.act(world, ending(NOOR, laptop.publicKey));
  await phone.act(world, naming('by_phone'));
  ({ items: entries } = await client.record.entries({ limit: 1000, acts: true }));
});
afterAll(() => world.end());

/** The entry with another act in it, to which it commits as if the node had taken it in. */
function made(entry: Entry, act: Act): Entry {
  const salt = Buffer.from(entry.salt ?? '', 'hex');
  const commitment = commit(canonicalJson(act), salt);
  return { ...entry, act: { ...act }, commitment, by: act.by, id: act.id };
}

const unsigned = ({ act }: Entry) => {
  const { proof: _, ...rest } = act as unknown as Act;
  return rest;
};

/** What is found wrong where the entry of an id is another one, and with which entry. */
async function found(id: string, change: (entry: Entry) => Entry): Promise<string | undefined> {
  const keys = new KeyWalk();
  for (const entry of entries) {
    const what = await keys.take(entry.id === id ? change(entry) : entry);
    if (what !== undefined) return `${what} ${entry.id}`;
  }
  return undefined;
}

const by = (device: Device) => (entry: Entry) => made(entry, signAct(unsigned(entry), device.key));
const ended = ending(NOOR, laptop.publicKey).id;

test('every act of a true record is signed by a key that its agent had then', async () => {
  const report = await audit({
    client,
    now: () => new Date('2026-06-01T09:00:00Z'),
    seenOf: () => Promise.resolve(undefined),
  });
  expect(report.wrong).toBeUndefined();
  expect(report).toMatchObject({ entries: entries.length, signatures: entries.length });
});

test('a key that was not there yet, that was ended, or that nobody has, is found out', async () => {
  expect(await found('by_node', by(phone))).toBe('signer by_node');
  expect(await found('by_laptop', by(phone))).toBeUndefined();
  expect(await found('by_phone', by(laptop))).toBe('signer by_phone');
  expect(await found('by_phone', by(stranger))).toBe('signer by_phone');
  expect(await found(ended, by(laptop)), 'a key may end itself').toBeUndefined();
  expect(await found('keyed_Laptop', by(laptop)), 'none adds itself').toBe('signer keyed_Laptop');
});

test('an act of the node itself, signed by somebody else, is found out and named', async () => {
  const own = entries.find(({ type }) => type === 'tables.adopted');
  const key = await world.node.keyring.signingKey(world.owner);
  const signed = (by: string) => (entry: Entry) =>
    made(entry, signAct({ ...unsigned(entry), by }, key));
  expect(await found(own?.id ?? '', signed(world.owner))).toBe(`own ${own?.id}`);
  expect(await found(own?.id ?? '', signed(world.node.agent))).toBe(`signer ${own?.id}`);

  const forged = own === undefined ? undefined : signed(world.owner)(own);
  const shown = await client.record.act('tables.adopted', own?.id ?? '');
  const record = {
    ...client.record,
    act: async (type: string, id: string) =>
      id === own?.id ? { ...shown, act: { ...forged?.act } } : client.record.act(type, id),
  };
  const checked = await checkEntry({ ...client, record }, 'tables.adopted', own?.id ?? '');
  expect(checked.holds.signed).toBe(false);
  expect((await checkEntry(client, 'tables.adopted', own?.id ?? '')).holds.signed).toBe(true);
});

test('a key whose holder did not offer it, or that is somebody else’s, is found out', async () => {
  const adding = (more: object) => (entry: Entry) => {
    const act = unsigned(entry);
    return made(entry, signAct({ ...act, body: { ...(act.body as object), ...more } }, phone.key));
  };
  const stolen = { possession: laptop.possession(world, NOOR, { signer: stranger }) };
  expect(await found('keyed_Laptop', adding(stolen))).toBe('signer keyed_Laptop');
  const elsewhere = { possession: laptop.possession(world, 'agent_else') };
  expect(await found('keyed_Laptop', adding(elsewhere))).toBe('signer keyed_Laptop');
  const own = { publicKey: phone.publicKey, possession: phone.possession(world, NOOR) };
  expect(await found('keyed_Laptop', adding(own))).toBe('signer keyed_Laptop');
});

test('an act that the entry does not commit to, or under another name, is found out', async () => {
  const other = (entry: Entry): Entry => ({ ...entry, act: { ...by(phone)(entry).act } });
  expect(await found('by_laptop', other)).toBe('act by_laptop');
  expect(await found('by_laptop', (entry) => ({ ...entry, by: world.owner }))).toBe(
    'act by_laptop',
  );
  expect(await found('by_laptop', ({ act: _, ...entry }) => entry)).toBe('act by_laptop');
});

test('one entry is checked by the chain up to it, and says from which entry its key is', async () => {
  const seqOf = (id: string): number => entries.find((entry) => entry.id === id)?.seq ?? -1;
  for (const [id, device, from] of [
    ['by_laptop', laptop, 'keyed_Laptop'],
    ['by_phone', phone, 'keyed_Phone'],
  ] as const) {
    const checked = await checkEntry(client, 'agent.named', id);
    expect(checked.holds).toMatchObject({ signed: true, committed: true });
    expect(checked).toMatchObject({ key: device.publicKey, keyFrom: seqOf(from) });
  }
  const shown = await client.record.act('agent.named', 'by_phone');
  const entry = entries.find(({ id }) => id === 'by_phone');
  const forged = entry === undefined ? {} : by(laptop)(entry).act;
  const record = {
    ...client.record,
    act: async (type: string, id: string) =>
      id === 'by_phone' ? { ...shown, act: { ...forged } } : client.record.act(type, id),
  };
  expect((await checkEntry({ ...client, record }, 'agent.named', 'by_phone')).holds.signed).toBe(
    false,
  );
});

test('a member, who may not see who added them, has the node’s word for their first key', async () => {
  const { secret } = await world.node.doorkeeper.open(NOOR, 'passkey');
  const name = `webizen-${world.node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}`;
  const app = createApp(world.node);
  const member = createClient({
    url: 'http://localhost',
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('cookie', `${name}=${secret}`);
      return app.request(input, { ...init, headers });
    },
  });
  const first = await checkEntry(member, 'agent.named', 'by_node');
  expect(first.holds.signed).toBe(true);
  expect(first.keyFrom).toBeUndefined();
  const second = await checkEntry(member, 'agent.named', 'by_phone');
  expect(second.holds.signed).toBe(true);
  expect(second.keyFrom).toBeTypeOf('number');
});
