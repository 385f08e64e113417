import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const webizen = fileURLToPath(new URL('../../bin/webizen', import.meta.url));

/** How long a server may take to answer before the measurement is given up, milliseconds. */
const PATIENCE_MS = 60_000;

/** A server in a process of its own. */
export interface Started {
  readonly pid: number;
  /** From the start of the process to its first answer with status 200, milliseconds. */
  readonly firstAnswerMs: number;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts `webizen start` on a data directory. */
export async function startWebizen(dataDir: string): Promise<Started> {
  const port = await freePort();
  const args = ['start', '--data', dataDir, '--port', String(port)];
  return started(webizen, args, `http://127.0.0.1:${port}/health`);
}

/** Starts the least that answers: a bare HTTP server in Node. */
export async function startBareServer(): Promise<Started> {
  const port = await freePort();
  const code = `require('node:http').createServer((_, r) => r.end('ok')).listen(${port})`;
  return started(process.execPath, ['-e', code], `http://127.0.0.1:${port}/`);
}

async function started(program: string, args: readonly string[], url: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS) {
      child.kill();
      throw new Error(`${program} ${args.join(' ')} never answered. ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return { pid, firstAnswerMs: performance.now() - begun, stop: () => stopped(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
