// Where a node runs, for its owner: what is asked of the machine, not of the books.

import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { showNode } from '../actions/node/show-node.ts';
import { showCheckpoint } from '../actions/record/show-record.ts';
import type { ServedNode, ServedPlace } from './door.ts';

export const installation = z.object({
  version: z.string(),
  /** Of Node.js, by which it runs. */
  runtime: z.string(),
  url: z.string(),
  beyond: z
    .object({
      urls: z.array(z.string()),
      fingerprint: z.string(),
      own: z.boolean(),
      expiresAt: z.string(),
    })
    .nullable(),
  identityKey: z.string().nullable().describe('Multikey by which the node signs checkpoints.'),
  data: z.object({
    directory: z.string(),
    bytes: z.number().int(),
    entries: z.number().int(),
  }),
  lastCheck: z
    .object({
      at: z.string(),
      status: z.enum(['sound', 'damaged']),
      entries: z.number().int(),
    })
    .nullable(),
});
export type Installation = z.infer<typeof installation>;

/** Beside `src` in a clone, beside `dist` in what npm installs. */
function versionHere(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What a directory takes on the disk; what vanishes meanwhile counts nothing. */
async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Where a node runs, what it takes, and when it was checked last. */
export async function installationOf(node: ServedNode, place: ServedPlace): Promise<Installation> {
  const [shown, note] = await node.read(
    async (sight) => [await showNode(sight), await showCheckpoint(sight)] as const,
  );
  const last = await node.doorkeeper.lastCheck();
  return {
    version: versionHere(),
    runtime: process.version,
    url: place.url,
    beyond: place.beyond === null ? null : { ...place.beyond, urls: [...place.beyond.urls] },
    identityKey: shown.agent.publicKey,
    data: {
      directory: node.dataDir,
      bytes: await bytesIn(node.dataDir),
      entries: Number(note.split('\n')[1] ?? '0'),
    },
    lastCheck: last ?? null,
  };
}
