import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { refuse } from '../domain/refusals.ts';
import { createApp } from './app.ts';
import type { Certificate } from './certificate.ts';
import { allowedHosts, hostsBeyond, LOCAL_NAMES } from './guard.ts';
import type { ServedNode, ServedPlace } from './route.ts';

/** The port that is asked for where none is named. */
export const DEFAULT_PORT = 4410;

/** Beside the database: which process serves it, and where. Commands find a running node by it. */
export const RUN_FILE = 'run.json';

/** How a node is served. */
export interface ServeOptions {
  readonly dataDir: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly log?: (line: string) => void;
  /** Beyond this machine: over HTTPS only. */
  readonly beyond?: BeyondOptions;
}

/** How a node is served beyond this machine. */
export interface BeyondOptions {
  /** The address to listen on, such as 0.0.0.0. */
  readonly host: string;
  readonly port: number;
  /** The names and addresses under which it answers there. */
  readonly names: readonly string[];
  readonly certificate: Certificate;
}

/** A node that answers on a port of this machine. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Where it answers beyond this machine: each name, with the port. */
  readonly beyond: readonly string[];
  /**
   * Takes no more requests, waits for those under way, ten seconds at most, and removes the run
   * file. Whoever listens to events is cut off, and comes again by itself.
   */
  stop(): Promise<void>;
}

/**
 * Serves a node on the loopback addresses of this machine; beyond it, where that is asked for, over
 * HTTPS only. IPv6 is taken where the machine has it and the port is free there too.
 *
 * @throws Refusal port-in-use, certificate-malformed
 */
export async function serve(node: ServedNode, options: ServeOptions): Promise<Serving> {
  let hosts: readonly string[] = [];
  const { log, beyond } = options;
  let place: ServedPlace = { url: '', beyond: null };
  const app = createApp(node, {
    hosts: () => hosts,
    place: () => place,
    ...(log === undefined ? {} : { log }),
  });
  const listener = getRequestListener(app.fetch);
  let isStopping = false;
  const handle: RequestListener = (request, response) => {
    // On a connection that was open already, one more may come after the last.
    if (isStopping) response.writeHead(503, { connection: 'close' }).end();
    else void listener(request, response);
  };
  const first = await listen(createServer(LIMITS, handle), '127.0.0.1', options.port);
  if (first === undefined) return refuse('port-in-use', { port: options.port });
  const port = portOf(first);
  const second = await listen(createServer(LIMITS, handle), '::1', port).catch(() => undefined);
  const third = beyond === undefined ? undefined : await listenBeyond(handle, beyond, first);
  const outside = third === undefined ? [] : hostsBeyond(beyond?.names ?? [], portOf(third));
  // Whoever sits at the machine may come by the same door as others.
  const inside = third === undefined ? [] : hostsBeyond(LOCAL_NAMES, portOf(third));
  hosts = [...allowedHosts(port), ...outside, ...inside];
  const url = `http://localhost:${port}`;
  place = { url, beyond: beyondPlace(beyond, outside) };
  await writeRunFile(options.dataDir, url);
  const servers = [first, second, third].filter((one) => one !== undefined);
  return {
    url,
    port,
    beyond: outside.map((host) => `https://${host}`),
    stop: async () => {
      isStopping = true;
      node.endWatches();
      await Promise.all(servers.map(closed));
      await rm(join(options.dataDir, RUN_FILE), { force: true });
    },
  };
}

function beyondPlace(
  beyond: BeyondOptions | undefined,
  hosts: readonly string[],
): ServedPlace['beyond'] {
  if (beyond === undefined) return null;
  const { fingerprint, own, expiresAt } = beyond.certificate;
  return { urls: hosts.map((host) => `https://${host}`), fingerprint, own, expiresAt };
}

const LIMITS = { requestTimeout: 120_000, headersTimeout: 10_000, maxHeaderSize: 16_384 } as const;

/** How long requests under way may take when the node stops, and how often it looks. */
const PATIENCE_MS = 10_000;
const IDLE_MS = 50;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function writeRunFile(dataDir: string, url: string): Promise<void> {
  const path = join(dataDir, RUN_FILE);
  await rm(path, { force: true });
  const text = `${JSON.stringify({ pid: process.pid, url })}\n`;
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
}

async function listenBeyond(
  handle: RequestListener,
  { host, port, certificate }: BeyondOptions,
  first: Server,
): Promise<Server> {
  const { cert, key } = certificate;
  let server: Server;
  try {
    server = createSecureServer({ ...LIMITS, cert, key, minVersion: 'TLSv1.2' }, handle);
  } catch {
    first.close();
    return refuse('certificate-malformed', { file: 'The certificate' });
  }
  const listening = await listen(server, host, port);
  if (listening !== undefined) return listening;
  first.close();
  return refuse('port-in-use', { port });
}

/** The server, once it listens; undefined where the port is taken. */
function listen(server: Server, host: string, port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ host, port }, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
