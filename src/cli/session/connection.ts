import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenProof } from '../../domain/agents/sign-in.ts';
import { createClient } from '../../sdk/client.ts';
import type { Client } from '../../sdk/client.ts';
import type { Terminal } from './terminal.ts';

/** A client of the node of one data directory. */
export interface Connection {
  readonly client: Client;
  close(): Promise<void>;
}

/** What a running node says of itself in `run.json`. */
interface Running {
  readonly pid: number;
  readonly url: string;
}

/** The running node of a data directory, if there is one. */
export async function runningNode(data: string): Promise<Running | undefined> {
  let found: Partial<Running>;
  try {
    found = JSON.parse(await readFile(join(data, 'run.json'), 'utf8')) as Partial<Running>;
  } catch {
    return undefined;
  }
  const { pid, url } = found;
  if (typeof pid !== 'number' || typeof url !== 'string' || !isAlive(pid)) return undefined;
  // Only ever this machine: a run file must not be able to send the token elsewhere.
  return /^http:\/\/localhost:\d{1,5}$/.test(url) && (await answers(url, data))
    ? { pid, url }
    : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * After a crash another program may have the number and the port, of another user even: it is told
 * nothing before it has shown that it has the token.
 */
async function answers(url: string, data: string): Promise<boolean> {
  try {
    const token = await tokenOf(data);
    const nonce = randomBytes(16).toString('hex');
    const signal = AbortSignal.timeout(5000);
    const response = await fetch(`${url}/health?nonce=${nonce}`, { signal, redirect: 'error' });
    const { proof } = (await response.json()) as { readonly proof?: unknown };
    return response.ok && proof === tokenProof(token, nonce);
  } catch {
    return false;
  }
}

const tokenOf = async (data: string): Promise<string> =>
  (await readFile(join(data, 'token'), 'utf8')).trim();

/**
 * Reaches the node of a data directory: over HTTP where it runs, otherwise in this process, through
 * the same routes.
 */
export async function connect(data: string, terminal: Terminal): Promise<Connection> {
  const running = await runningNode(data);
  if (running === undefined) return inProcess(data, terminal);
  const token = await tokenOf(data);
  const client = createClient({ url: running.url, token, clock: terminal.clock });
  return { client, close: () => Promise.resolve() };
}

/** How long a command waits for another one that is at work on the same data. */
const PATIENCE_MS = 10_000;

/** Opens the node of a data directory in this process. */
export async function openHere(data: string, terminal: Terminal) {
  const { openNode } = await import('../../node.ts');
  return openNode({
    dataDir: data,
    clock: terminal.clock,
    random: (bytes) => randomBytes(bytes),
    passphrase: terminal.env['WEBIZEN_PASSPHRASE'] || undefined,
    patienceMs: PATIENCE_MS,
    log: (line) => terminal.stderr.write(`${line}\n`),
  });
}

async function inProcess(data: string, terminal: Terminal): Promise<Connection> {
  const [{ createApp }, node] = await Promise.all([
    import('../../http/app.ts'),
    openHere(data, terminal),
  ]);
  const app = createApp(node, { log: (line) => terminal.stderr.write(`${line}\n`) });
  const client = createClient({
    url: 'http://localhost',
    token: node.token,
    clock: terminal.clock,
    fetch: async (input, init) => app.request(input, init),
  });
  return { client, close: () => node.close() };
}
