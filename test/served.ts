// A node that is served without a port: its app, and a client that speaks to it as any other.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../src/http/app.ts';
import { openNode } from '../src/node.ts';
import type { WebizenNode } from '../src/node.ts';
import { createClient } from '../src/sdk/client.ts';
import type { Client } from '../src/sdk/client.ts';
import { scratchDirectory, seededRandom, testTables } from './world.ts';

/** What a test asks of a served node. */
export interface Served {
  readonly node: WebizenNode;
  readonly app: ReturnType<typeof createApp>;
  /** Acts for the owner, with the owner's token. */
  readonly client: Client;
  /** What the app told its log. */
  readonly logged: string[];
  /** A request with the owner's token. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  end(): Promise<void>;
}

/** A fresh node in a directory of its own, served in this process. */
export async function serveScratch(name = 'The shelf'): Promise<Served> {
  const folder = scratchDirectory();
  const random = seededRandom(name);
  const clock = (): Date => new Date('2026-06-10T09:00:00.000Z');
  const node = await openNode({
    dataDir: join(folder, 'data'),
    clock,
    random,
    tables: testTables(),
    names: { node: name, owner: 'Tamsin Reed' },
  });
  const logged: string[] = [];
  const app = createApp(node, { log: (line) => logged.push(line) });
  const fetch = async (input: string, init?: RequestInit): Promise<Response> =>
    app.request(input, init);
  const client = createClient({
    url: 'http://localhost',
    token: node.token,
    fetch,
    clock,
    random: seededRandom(`client of ${name}`),
  });
  return {
    node,
    app,
    client,
    logged,
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${node.token}`);
      return app.request(`http://localhost${path}`, { ...init, headers });
    },
    end: async () => {
      await node.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
