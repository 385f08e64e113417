import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signingKey } from '../../src/domain/record/signature.ts';
import { toMultikey } from '../../src/domain/record/multibase.ts';
import { createClient, everyItem, Problem } from '../../src/sdk/client.ts';
import { keySigner } from '../../src/sdk/key-signer.ts';
import { serveScratch } from '../served.ts';
import type { Served } from '../served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveScratch();
});
afterAll(() => served.end());

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => 'done',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`No problem: ${String(error)}`);
  return error;
}

test('a refusal of the node is thrown with its name, its remedy and its values', async () => {
  const problem = await problemOf(served.client.works.show('work_nowhere'));
  expect(problem).toMatchObject({ code: 'work-unknown', status: 404 });
  expect(problem.remedy).not.toBe('');
  expect(problem.values).toEqual({ id: 'work_nowhere' });
  expect(problem.document.kept).toBe('Nothing was changed.');
});

test('the same call with the same id is done once, and answers the same', async () => {
  const body = { title: 'Tide tables', kind: 'software', currency: 'AUD', release: 'rel_tide' };
  const first = await served.client.works.add(body, { id: 'work_tide' });
  expect(await served.client.works.add(body, { id: 'work_tide' })).toEqual(first);
  const other = served.client.works.add({ ...body, title: 'Tides' }, { id: 'work_tide' });
  expect((await problemOf(other)).code).toBe('id-reused');
});

test('a list is followed from page to page', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `Person ${index}`);
  for (const name of names) {
    const id = served.client.newId('agent_');
    const { publicKey } = await served.client.keys.make(id);
    expect((await served.client.keys.make(id)).publicKey, 'asked again').toBe(publicKey);
    await served.client.agents.add({ name, kind: 'person', publicKey, keptByNode: true }, { id });
  }
  const all = await everyItem(served.client.agents.list, { limit: 3 });
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('an agent acts with a key that the node never holds, and without the token', async () => {
  const key = signingKey(new Uint8Array(32).fill(7));
  const publicKey = toMultikey(key.publicKey);
  const body = { name: 'Ada', kind: 'person', publicKey, keptByNode: false };
  await served.client.agents.add(body, { id: 'agent_ada' });
  const fetch = async (input: string, init?: RequestInit) => served.app.request(input, init);
  const own = createClient({
    url: 'http://localhost',
    fetch,
    by: 'agent_ada',
    signer: keySigner(key),
    clock: () => new Date('2026-06-10T09:00:00.000Z'),
  });
  const charts = { title: 'Star charts', kind: 'data', currency: 'EUR' };
  expect(await own.works.add(charts)).toMatchObject({ steward: 'agent_ada', status: 'owing' });
  expect((await problemOf(own.works.list())).code).toBe('token-missing');
});

test('a preview writes nothing', async () => {
  const before = await everyItem(served.client.record.entries);
  const preview = served.client.payments.preview({
    work: 'work_tide',
    amount: { amount: '10.00', currency: 'AUD' },
    payer: { name: 'Greenhouse Pty Ltd' },
  });
  expect((await problemOf(preview)).status).toBeLessThan(500);
  expect(await everyItem(served.client.record.entries)).toEqual(before);
});

test('where no node answers, nobody knows whether the act arrived, and it says so', async () => {
  const silent = createClient({
    url: 'http://localhost:9',
    fetch: () => Promise.reject(new Error()),
  });
  const problem = await problemOf(silent.works.list());
  expect(problem.code).toBe('node-unreachable');
  expect(problem.document.kept).toContain('not known');
});

test('what another program answers is not taken for an answer of a node', async () => {
  const other = createServer((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const client = createClient({ url: `http://127.0.0.1:${port}` });
  expect((await problemOf(client.works.list())).code).toBe('answer-unreadable');
  other.close();
});
