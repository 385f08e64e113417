import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentAnswer, KeyAnswer } from '../../../src/actions/agents/answers.ts';
import { showAgent } from '../../../src/actions/agents/show-agent.ts';
import { importNode, verifyArchive } from '../../../src/archive.ts';
import { createApp } from '../../../src/http/app.ts';
import { LIVE_KEYS_MAX } from '../../../src/domain/agents/key-chain.ts';
import { Device, ending } from '../../device.ts';
import { World, filesIn, isSound, newWorld, refusalOf, scratchDirectory } from '../../world.ts';

// A member who signs on two devices, loses one, and ends its key.

const NOOR = 'agent_noor';
const [phone, laptop, tablet] = ['Phone', 'Laptop', 'Tablet'].map((name) => new Device(name)) as [
  Device,
  Device,
  Device,
];

let world: World;
beforeEach(async () => {
  world = await newWorld({ seed: 'devices' });
  const publicKey = phone.publicKey;
  const body = { name: 'Noor Haddad', kind: 'person', publicKey, keptByNode: false };
  await world.act({ by: world.owner, type: 'agent.added', id: NOOR, body });
});
afterEach(() => world.end());

const naming = (name: string) => ({
  by: NOOR,
  type: 'agent.named',
  id: `named_${name.replaceAll(' ', '_')}`,
  body: { agent: NOOR, name },
});
const agent = (id = NOOR): Promise<AgentAnswer> => world.node.read((sight) => showAgent(sight, id));

async function asked(path: string, init: RequestInit = {}, cookie?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
  return createApp(world.node).request(`http://localhost${path}`, { ...init, headers });
}
const posted = (path: string, body: unknown) =>
  asked(path, { method: 'POST', body: JSON.stringify(body) });
const codeOf = async (response: Response): Promise<string | undefined> =>
  ((await response.json()) as { code?: string }).code;
const comesIn = async (device: Device): Promise<{ cookie: string; code: string | undefined }> => {
  const response = await posted('/sessions', device.entering(world, NOOR));
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { cookie, code: await codeOf(response) };
};

describe('a second device', () => {
  test('is added by the first, over HTTP; both then sign, and both come in', async () => {
    expect((await comesIn(laptop)).code).toBe('signature-invalid');
    const act = phone.signs(world, laptop.adding(world, NOOR));
    const response = await posted(`/agents/${NOOR}/keys`, act);
    expect(response.status).toBe(201);
    const added = (await response.json()) as KeyAnswer;
    expect(added).toMatchObject({ publicKey: laptop.publicKey, agent: NOOR, name: 'Laptop' });
    expect(added).toMatchObject({ keptByNode: false, ended: null });
    const again = await posted(`/agents/${NOOR}/keys`, act);
    expect(await again.json(), 'a retry answers the same').toEqual(added);

    await phone.act(world, naming('Noor by phone'));
    await laptop.act(world, naming('Noor by laptop'));
    const { cookie } = await comesIn(laptop);
    const shown = await asked(`/agents/${NOOR}/keys`, {}, cookie);
    const { items } = (await shown.json()) as { items: KeyAnswer[] };
    expect(items.map(({ publicKey, name }) => [publicKey, name])).toEqual([
      [phone.publicKey, null],
      [laptop.publicKey, 'Laptop'],
    ]);
    expect((await agent()).publicKey).toBe(phone.publicKey);
    expect(await codeOf(await posted('/agents/agent_else/keys', act))).toBe('act-elsewhere');
    await isSound(world);
  });

  test('ends the key of the first, which is then out, and signs nothing any more', async () => {
    await phone.act(world, laptop.adding(world, NOOR));
    const before = phone.signs(world, naming('Before'));
    await world.node.submit(before);
    const { cookie } = await comesIn(phone);
    let told = 0;
    world.node.doorkeeper.attend(cookie.split('=')[1] ?? '', () => told++);
    const act = laptop.signs(world, ending(NOOR, phone.publicKey, { reason: 'Left on a train' }));
    const response = await posted(`/keys/${phone.publicKey}/endings`, act);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ reason: 'Left on a train', ended: {} });

    expect((await refusalOf(phone.act(world, naming('After')))).code).toBe('signing-key-ended');
    expect((await comesIn(phone)).code).toBe('signing-key-ended');
    expect(await codeOf(await asked(`/agents/${NOOR}/keys`, {}, cookie))).toBe('session-ended');
    expect(told, 'what it listens to is cut').toBe(1);
    expect(await world.node.submit(before), 'what it signed before still counts').toMatchObject({
      name: 'Before',
    });
    expect(await agent()).toMatchObject({ publicKey: laptop.publicKey, name: 'Before' });
    await isSound(world);
  });

  test('of somebody whose key the node keeps: their own key is then the only one', async () => {
    await world.person('agent_tama', 'Tama');
    const kept = await world.node.keyring.publicKey('agent_tama');
    await world.act(laptop.adding(world, 'agent_tama'));
    expect(await agent('agent_tama')).toMatchObject({ publicKey: kept, keptByNode: true });
    await laptop.act(world, ending('agent_tama', kept));
    expect(await agent('agent_tama')).toMatchObject({
      publicKey: laptop.publicKey,
      keptByNode: false,
    });
    expect(await world.node.keyring.has('agent_tama'), 'the node has erased it').toBe(false);
    const said = { ...naming('T'), by: 'agent_tama', body: { agent: 'agent_tama', name: 'T' } };
    expect((await refusalOf(world.act(said))).code).toBe('key-missing');
    const signing = await createApp(world.node).request(
      'http://localhost/agents/agent_tama/signatures',
      {
        method: 'POST',
        body: JSON.stringify(unsigned(laptop, said)),
        headers: {
          authorization: `Bearer ${world.node.token}`,
          'content-type': 'application/json',
        },
      },
    );
    expect(await codeOf(signing)).toBe('key-missing');
    await laptop.act(world, said);
    await isSound(world);
  });

  test('whose ended key the node could not erase at once: it does when it opens', async () => {
    await world.person('agent_tama', 'Tama');
    const { keyring } = world.node;
    const kept = await keyring.publicKey('agent_tama');
    const file = await keyring.exportFile('agent_tama');
    await world.act(laptop.adding(world, 'agent_tama'));
    await laptop.act(world, ending('agent_tama', kept));
    await keyring.importFile(file, 'a backup');
    const said = { ...naming('T'), by: 'agent_tama', body: { agent: 'agent_tama', name: 'T' } };
    expect((await refusalOf(world.act(said))).code).toBe('signing-key-ended');
    await world.reopen();
    expect(await world.node.keyring.has('agent_tama')).toBe(false);
  });
});

const unsigned = (device: Device, said: Parameters<Device['signs']>[1]) => {
  const { proof: _, ...rest } = device.signs(world, said);
  return rest;
};

describe('an offer of a key is refused', () => {
  const code = async (more: object, by: Device = phone): Promise<string> =>
    (await refusalOf(by.act(world, laptop.adding(world, NOOR, more)))).code;

  test('by what is wrong with it, in order: whose, held, until when, name, known', async () => {
    const possession = (agentId: string, offering: object = {}) => ({
      possession: laptop.possession(world, agentId, offering),
    });
    const blank = { name: ' ' };
    expect(await code({ ...possession('agent_tama'), publicKey: 'z6Mk' })).toBe('key-malformed');
    expect(await code({ ...possession('agent_tama', { minutes: 0 }), ...blank })).toBe(
      'possession-elsewhere',
    );
    expect(await code(possession(NOOR, { node: 'node_other' }))).toBe('possession-elsewhere');
    const stolen = { signer: tablet, minutes: 0 };
    expect(await code({ ...possession(NOOR, stolen), ...blank })).toBe('possession-wrong');
    const others = { ...possession(NOOR), publicKey: tablet.publicKey };
    expect(await code(others), 'a key that somebody else has').toBe('possession-wrong');
    expect(await code({ ...possession(NOOR, { minutes: 0 }), ...blank })).toBe(
      'possession-expired',
    );
    expect(await code({ ...possession(NOOR, { minutes: 21 }), ...blank })).toBe(
      'possession-too-long',
    );
    expect(await code(blank)).toBe('name-missing');
    expect(await code({}, laptop), 'nobody adds a key for another').toBe('signature-invalid');
    await isSound(world);
  });

  test('where the key is that of another, or was, or is theirs already, or too many are', async () => {
    const add = (device: Device, id: string, by = phone) =>
      by.act(world, { ...device.adding(world, NOOR), id });
    await world.person('agent_tama', 'Tama');
    await world.act(tablet.adding(world, 'agent_tama'));
    expect((await refusalOf(add(tablet, 'k1'))).code).toBe('key-in-use');
    await world.act(ending('agent_tama', tablet.publicKey));
    expect((await refusalOf(add(tablet, 'k2'))).code).toBe('key-in-use');
    await add(laptop, 'k3');
    expect((await refusalOf(add(laptop, 'k4'))).code).toBe('key-known');
    await phone.act(world, ending(NOOR, laptop.publicKey));
    expect((await refusalOf(add(laptop, 'k5'))).code).toBe('key-ended');
    const joining = { by: world.owner, type: 'agent.added', id: 'agent_new' };
    const body = { name: 'N', kind: 'person', publicKey: laptop.publicKey, keptByNode: false };
    expect((await refusalOf(world.act({ ...joining, body }))).code).toBe('key-in-use');
    for (let one = 1; one < LIVE_KEYS_MAX; one++) await add(new Device(`D${one}`), `d${one}`);
    expect((await refusalOf(add(new Device('More'), 'd0'))).code).toBe('keys-too-many');
  });

  test('of the machine that signs the record, whoever asks (key-of-node)', async () => {
    const { agent: machine } = world.node;
    expect((await refusalOf(world.act(laptop.adding(world, machine)))).code).toBe('key-of-node');
    const kept = await world.node.keyring.publicKey(machine);
    expect((await refusalOf(world.act(ending(machine, kept)))).code).toBe('key-last');
  });
});

describe('ending a key is refused', () => {
  const code = async (publicKey: string, by: Device = phone): Promise<string> =>
    (await refusalOf(by.act(world, ending(NOOR, publicKey)))).code;

  test('where it is nobody’s or another’s, ended already, or the last', async () => {
    expect(await code(laptop.publicKey)).toBe('key-not-yours');
    const owners = await world.node.keyring.publicKey(world.owner);
    expect(await code(owners)).toBe('key-not-yours');
    expect(await code(phone.publicKey)).toBe('key-last');
    await phone.act(world, laptop.adding(world, NOOR));
    // A key may end itself.
    await laptop.act(world, ending(NOOR, laptop.publicKey));
    expect(await code(phone.publicKey)).toBe('key-last');
    const again = { ...ending(NOOR, laptop.publicKey), id: 'again' };
    expect((await refusalOf(phone.act(world, again))).code).toBe('key-ended');
    expect((await refusalOf(laptop.act(world, again))).code).toBe('signing-key-ended');
  });

  test('of others by the owner, who has no key of theirs (signature-invalid)', async () => {
    const { act } = await world.node.keyring.sign(world.owner, {
      ...unsigned(phone, ending(NOOR, phone.publicKey)),
    });
    expect((await refusalOf(world.node.submit(act))).code).toBe('signature-invalid');
  });
});

test('a chain of keys goes into an archive and comes back; the record is verified by it', async () => {
  await phone.act(world, laptop.adding(world, NOOR));
  await laptop.act(world, ending(NOOR, phone.publicKey));
  await laptop.act(world, naming('Noor of the laptop'));
  const [room, other] = [scratchDirectory(), scratchDirectory()];
  const archive = join(room, 'archive');
  await world.node.exportTo(archive);
  expect((await verifyArchive(archive)).status).toBe('sound');
  await importNode({ from: archive, dataDir: join(other, 'data') });
  const copy = new World({ dataDir: join(other, 'data'), seed: 'copy' });
  await copy.open();
  expect(await copy.digests()).toEqual(await world.digests());
  await copy.node.exportTo(join(other, 'archive'));
  expect(filesIn(join(other, 'archive'))).toEqual(filesIn(archive));
  expect((await refusalOf(phone.act(copy, naming('Back')))).code).toBe('signing-key-ended');
  await laptop.act(copy, naming('Noor again'));
  await copy.close();
  for (const path of [room, other]) rmSync(path, { recursive: true, force: true });
});
