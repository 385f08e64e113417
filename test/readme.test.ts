import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A block of the README that is run, and the output that stands below it, if any does. */
interface Block {
  readonly title: string;
  readonly script: string;
  readonly serves: boolean;
  readonly expected: string | undefined;
}

function blocksOf(markdown: string): readonly Block[] {
  const fence = /^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm;
  const all = [...markdown.matchAll(fence)];
  return all.flatMap((match, index) => {
    const [whole, language, word, script = ''] = match;
    if (language !== 'sh') return [];
    const next = all[index + 1];
    const between = markdown.slice(match.index + whole.length, next?.index).trim();
    const follows = next?.[1] === 'text' && between === '';
    return [
      {
        title: script.split('\n')[0] ?? '',
        script,
        serves: word === 'serves',
        expected: follows ? next[3] : undefined,
      },
    ];
  });
}

/** Output fits when it is the same but for spaces at line ends; `…` stands for anything. */
function patternOf(expected: string): RegExp {
  const lines = expected.trimEnd().split('\n');
  const escaped = lines.map((line) =>
    RegExp.escape(line.trimEnd()).replaceAll(RegExp.escape('…'), '[\\s\\S]*?'),
  );
  return new RegExp(`^${escaped.join('[ ]*\\n')}\\s*$`);
}

describe('the README', () => {
  const blocks = blocksOf(readFileSync(join(project, 'README.md'), 'utf8'));
  const data = mkdtempSync(join(tmpdir(), 'webizen-readme-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    WEBIZEN_DATA: join(data, 'node'),
    NO_COLOR: '1',
  };
  let server: ChildProcess | undefined;
  let address: string;

  beforeAll(async () => {
    const script = blocks.find((block) => block.serves)?.script.trim() ?? '';
    // Any free port: the usual one may be taken on the machine that runs this.
    server = spawn('bash', ['-c', `exec ${script} -- --port 0`], { cwd: project, env });
    address = await toldAddress(server);
  });

  afterAll(async () => {
    await stop(server);
    rmSync(data, { recursive: true, force: true });
  });

  test('starts with a command that serves a page which says what this is', async () => {
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Webizen');
  });

  test.each(blocks.filter((block) => !block.serves))('runs: $title', ({ script, expected }) => {
    const shell = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: project,
      env,
      encoding: 'utf8',
    });
    expect(shell.stderr, shell.stderr).not.toMatch(/What to do|Usage:/);
    expect(shell.status, `${shell.stdout}\n${shell.stderr}`).toBe(0);
    expect(shell.stdout).toMatch(patternOf(expected ?? '…'));
  });

  test('ends with everyone paid to the cent and the work open', () => {
    const args = ['work', 'show', 'Field Notes', '--json'];
    const { stdout } = spawnSync(join(project, 'bin/webizen'), args, { env, encoding: 'utf8' });
    const work = JSON.parse(stdout) as Record<string, unknown>;
    expect(work).toMatchObject({
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
