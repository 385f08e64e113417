import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { refuse } from '../domain/refusals.ts';
import { createApp } from './app.ts';
import { allowedHosts } from './guard.ts';
import type { ServedNode } from './route.ts';

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
}

/** A node that answers on a port of this machine. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, waits for those under way, and removes the run file. */
  stop(): Promise<void>;
}

/**
 * Serves a node on the loopback addresses of this machine, and nowhere else. IPv6 is taken where
 * the machine has it and the port is free there too.
 *
 * @throws Refusal port-in-use
 */
export async function serve(node: ServedNode, options: ServeOptions): Promise<Serving> {
  let hosts: readonly string[] = [];
  const { log } = options;
  const app = createApp(node, { hosts: () => hosts, ...(log === undefined ? {} : { log }) });
  const listener = getRequestListener(app.fetch);
  const handle = (...given: Parameters<typeof listener>): void => void listener(...given);
  const first = await listen(handle, '127.0.0.1', options.port);
  if (first === undefined) return refuse('port-in-use', { port: options.port });
  const { port } = first.address() as AddressInfo;
  const second = await listen(handle, '::1', port).catch(() => undefined);
  hosts = allowedHosts(port);
  const url = `http://localhost:${port}`;
  const runFile = join(options.dataDir, RUN_FILE);
  await rm(runFile, { force: true });
  await writeFile(runFile, `${JSON.stringify({ pid: process.pid, url })}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  const servers = second === undefined ? [first] : [first, second];
  return {
    url,
    port,
    stop: async () => {
      node.endWatches();
      await Promise.all(servers.map(closed));
      await rm(runFile, { force: true });
    },
  };
}

/** A server that listens; undefined where the port is taken. */
function listen(
  handle: Parameters<typeof createServer>[1] & object,
  host: string,
  port: number,
): Promise<Server | undefined> {
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    handle,
  );
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
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
