import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf, project, Reader } from './pages.ts';

describe('the README', () => {
  const blocks = blocksOf(readFileSync(join(project, 'README.md'), 'utf8'));
  const reader = new Reader(project);
  let server: ChildProcess | undefined;
  let address: string;

  beforeAll(async () => {
    const script = blocks.find(({ word }) => word === 'serves')?.script.trim() ?? '';
    // Any free port: the usual one may be taken on the machine that runs this.
    const command = `exec ${script} -- --port 0`;
    server = spawn('bash', ['-c', command], { cwd: project, env: reader.env });
    address = await toldAddress(server);
  });

  afterAll(async () => {
    await stop(server);
    reader.end();
  });

  test('starts with a command that serves a page which says what this is', async () => {
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Webizen');
  });

  test.each(blocks.filter(({ word }) => word !== 'serves'))('runs: $title', (block) =>
    reader.follow(block),
  );

  test('ends with everyone paid to the cent and the work open', async () => {
    const { said } = await reader.run('webizen', ['work', 'show', 'Field Notes', '--json']);
    expect(JSON.parse(said)).toMatchObject({
      status: 'open',
      licence: 'Apache-2.0',
      obligation: { amount: '9240.81', currency: 'AUD' },
      owed: { amount: '0.00', currency: 'AUD' },
      paid: { amount: '9240.81', currency: 'AUD' },
    });
  });
});

function toldAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/[\w.[\]:-]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
}

async function stop(server: ChildProcess | undefined): Promise<void> {
  if (server === undefined || server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
