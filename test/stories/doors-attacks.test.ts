import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { hostsBeyond } from '../../src/http/guard.ts';
import { newWorld, refusesWithoutChange, scratchDirectory } from '../world.ts';
import type { World } from '../world.ts';

// What a member with bad intentions tries, and other users of the machine.

const WORK = 'work_kite';
const RELEASE = 'rel_kite';
const OUTSIDER = 'agent_outsider';

let world: World;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  world = await newWorld();
  app = createApp(world.node);
  await world.person('agent_steward', 'The steward');
  await world.person(OUTSIDER, 'The outsider');
  const body = { title: 'Kite', kind: 'design', currency: 'AUD', release: RELEASE };
  await world.act({ by: 'agent_steward', type: 'work.added', id: WORK, body });
});
afterEach(() => world.end());

test('clients name a node on port 443 without its port, and no other', () => {
  const names = ['Shelf.local', '192.168.1.7', 'fd00::7'];
  expect(hostsBeyond(names, 443)).toEqual(['shelf.local', '192.168.1.7', '[fd00::7]']);
  expect(hostsBeyond(names, 4443)[2]).toBe('[fd00::7]:4443');
});

/** A request in a session of that agent. */
async function as(agent: string, path: string, body?: unknown) {
  const { secret } = await world.node.doorkeeper.open(agent, 'device');
  const cookie = `webizen-${world.node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}=${secret}`;
  const response = await app.request(`http://localhost${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { code?: string };
  return { status: response.status, code: answer.code, cache: response.headers };
}

/** Sends an act that its agent has signed, with nothing else. */
async function send(path: string, said: Parameters<World['signed']>[0]) {
  return as(said.by, path, await world.signed(said));
}

const machineFor = async (responsible: string, by: string) => {
  const id = 'agent_machine';
  const publicKey = await world.node.keyring.ensure(id);
  const body = { name: 'Loom', kind: 'machine', publicKey, keptByNode: true, responsible };
  return send('/agents', { by, type: 'agent.added', id, body });
};

describe('a machine', () => {
  test('answers to nobody who has not said so (responsible-unasked)', async () => {
    expect(await machineFor(world.owner, 'agent_steward')).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    const publicKey = await world.node.keyring.ensure('agent_machine');
    const said = { name: 'Loom', kind: 'machine', publicKey, keptByNode: true };
    const body = { ...said, responsible: world.owner };
    const adding = { by: 'agent_steward', type: 'agent.added', id: 'agent_machine', body };
    await refusesWithoutChange(world, adding, 'responsible-unasked');
    expect(await as('agent_steward', '/agents/agent_machine')).toMatchObject({ status: 404 });
  });

  test('has the parts of whoever added it for themselves, not their key', async () => {
    expect((await machineFor('agent_steward', 'agent_steward')).status).toBe(201);
    expect((await as('agent_machine', `/works/${WORK}`)).status).toBe(200);
    const unsigned = { type: 'work.added', id: 'work_x', by: 'agent_steward', node: world.node.id };
    const composed = { ...unsigned, composedAt: '2026-06-01T09:00:00.000Z', body: {} };
    const asked = await as('agent_machine', '/agents/agent_steward/signatures', composed);
    expect(asked).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await as('agent_steward', '/agents/agent_steward/signatures', composed)).status).toBe(
      200,
    );
  });
});

test('nobody gets a part in a work by a draft of their own, kept or withdrawn', async () => {
  const on = { from: '2026-05-01', to: '2026-05-01' };
  const what = { kind: 'cash', quantity: '1.00', unit: 'AUD', evidence: [], draft: true };
  const body = { work: WORK, release: RELEASE, ...what, ...on };
  const id = 'con_foot_in_the_door';
  const added = await send('/contributions', {
    by: OUTSIDER,
    type: 'contribution.added',
    id,
    body,
  });
  expect(added.status).toBe(201);
  const tries = async (): Promise<void> => {
    for (const path of [`/works/${WORK}`, `/contributions?work=${WORK}`, `/releases/${RELEASE}`]) {
      const refused = await as(OUTSIDER, path);
      expect(refused).toMatchObject({ status: 403, code: 'not-allowed' });
      expect(refused.cache.get('cache-control')).toBe('no-store');
    }
  };
  await tries();
  expect((await as(OUTSIDER, `/contributions/${id}`)).status).toBe(200);
  const withdrawn = { contribution: id };
  await send(`/contributions/${id}/withdrawals`, {
    by: OUTSIDER,
    type: 'contribution.withdrawn',
    id: 'wdr_1',
    body: withdrawn,
  });
  await tries();
});

test.skipIf(process.platform === 'win32')(
  'no file of a node is open to others, in a directory that they can enter',
  async () => {
    const dataDir = scratchDirectory();
    chmodSync(dataDir, 0o755);
    const other = await newWorld({ dataDir });
    try {
      const names = readdirSync(dataDir);
      expect(names).toContain('webizen.sqlite');
      for (const name of names) {
        expect(`${name} ${(statSync(join(dataDir, name)).mode & 0o077).toString(8)}`).toBe(
          `${name} 0`,
        );
      }
    } finally {
      await other.end();
    }
  },
);
