import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tokenProof } from '../../domain/agents/sign-in.ts';
import { runningNode } from './connection.ts';

const TOKEN = 'ab'.repeat(32);

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'webizen-test-'));
  await writeFile(join(data, 'token'), `${TOKEN}\n`);
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** Whether what listens at the port of the run file is taken for the node. */
async function isTaken(proofOf: (nonce: string) => string | undefined): Promise<boolean> {
  const server = createServer((request, response) => {
    const nonce = new URL(request.url ?? '', 'http://localhost').searchParams.get('nonce') ?? '';
    response.end(JSON.stringify({ status: 'ok', node: 'node_x', proof: proofOf(nonce) }));
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  const run = { pid: process.pid, url: `http://localhost:${port}` };
  await writeFile(join(data, 'run.json'), JSON.stringify(run));
  const found = await runningNode(data);
  await new Promise((closed) => server.close(closed));
  return found !== undefined;
}

test('what took over the port of a node that crashed is not taken for it', async () => {
  expect(await isTaken(() => undefined)).toBe(false);
  expect(await isTaken((nonce) => tokenProof('cd'.repeat(32), nonce))).toBe(false);
  expect(await isTaken(() => tokenProof(TOKEN, 'of another time'))).toBe(false);
  expect(await isTaken((nonce) => tokenProof(TOKEN, nonce))).toBe(true);
});
