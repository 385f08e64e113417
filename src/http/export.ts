import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ServedNode } from './route.ts';
import { tarBytes, tarOf } from './tar.ts';

/** Files of a directory and of its folders, by name, in an order that is always the same. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();
}

async function* exported(
  node: ServedNode,
  options: { readonly keys: boolean },
  sized: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void> {
  // Keys may be among the files: the folder is for this user alone, and goes away in any case.
  const folder = await mkdtemp(join(tmpdir(), `webizen-export-${process.pid}-`));
  const directory = join(folder, 'node');
  try {
    await node.exportTo(directory, options);
    const names = await filesIn(directory);
    sized(await tarBytes(directory, names));
    yield* tarOf(directory, names);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A whole node as a tar. What is refused is refused before the first byte goes out. */
export async function exportResponse(
  node: ServedNode,
  options: { readonly keys: boolean },
): Promise<Response> {
  let bytes = 0;
  const chunks = exported(node, options, (size) => {
    bytes = size;
  });
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array, void> {
    if (first.done !== true) yield first.value;
    yield* chunks;
  }
  const readable = Readable.from(all(), { objectMode: false });
  // Whoever goes away in the middle, or before the first byte, leaves nothing behind either.
  readable.once('close', () => void chunks.return());
  const stream = Readable.toWeb(readable);
  return new Response(stream as unknown as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/x-tar',
      // Known once everything is written and before the first byte goes out.
      'content-length': String(bytes),
      'content-disposition': 'attachment; filename="webizen-node.tar"',
      'cache-control': 'no-store',
    },
  });
}
