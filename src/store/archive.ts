import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { canonicalJson } from '../domain/record/canonical-json.ts';
import { fromHex, sha256Hex, toHex } from '../domain/record/hash.ts';
import { refuse } from '../domain/refusals.ts';
import type { Engine } from './engine.ts';
import { listActs, listCheckpoints } from './record.ts';

/**
 * A node on paper, so to say: a directory of plain files that says everything the node knows.
 * `record.jsonl` has one entry a line, canonical JSON; `checkpoints.jsonl` the signed checkpoints;
 * `keys/` the keys as they are at rest; `manifest.json` the hashes of all, and what was left out.
 */
export const ARCHIVE_FORMAT = 'webizen-node/1';

/** What `manifest.json` says. */
export interface Manifest {
  readonly format: string;
  readonly node: string;
  readonly entries: number;
  readonly root: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

/** One entry as a line of the archive has it. */
export interface ArchivedEntry {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly by: string;
  readonly recordedAt: string;
  readonly act: string;
  readonly salt: Uint8Array;
}

const RECORD = 'record.jsonl';
const CHECKPOINTS = 'checkpoints.jsonl';
const KEYS = 'keys';
const PAGE = 1000;

/** Refuses unless the directory is empty or not there yet; makes it, for its owner alone. */
export async function emptyDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const found = await readdir(path);
  if (found.length > 0) refuse('directory-not-empty', { path });
}

async function writeDurably(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* once(text: string): AsyncIterable<string> {
  yield text;
}

async function* recordLines(engine: Engine, progress: (n: number) => void): AsyncIterable<string> {
  for (let from = 0; ;) {
    const page = await engine.read((tx) => listActs(tx, from, PAGE));
    if (page.length === 0) return;
    yield page
      .map(
        ({ seq, recordedAt, salt, act }) =>
          `{"act":${act},"recordedAt":${JSON.stringify(recordedAt)},"salt":"${toHex(salt)}",` +
          `"seq":${seq}}\n`,
      )
      .join('');
    from += page.length;
    progress(from);
  }
}

/** What an archive is written from. */
export interface ArchiveSource {
  readonly engine: Engine;
  readonly node: string;
  readonly root: string;
  readonly entries: number;
  /** Key files by name, as they are at rest; null leaves them out. */
  readonly keys: readonly { readonly name: string; readonly text: string }[] | null;
  readonly progress?: (entries: number) => void;
}

/**
 * Writes a whole archive into an empty directory. The same node gives the same bytes.
 *
 * @throws Refusal directory-not-empty
 */
export async function writeArchive(path: string, source: ArchiveSource): Promise<Manifest> {
  await emptyDirectory(path);
  const names = [CHECKPOINTS, RECORD];
  await writeDurably(
    join(path, RECORD),
    recordLines(source.engine, source.progress ?? (() => undefined)),
  );
  const checkpoints = await source.engine.read(listCheckpoints);
  const lines = checkpoints.map(({ size, note }) => `${canonicalJson({ size, note })}\n`);
  await writeDurably(join(path, CHECKPOINTS), once(lines.join('')));
  if (source.keys !== null) {
    await mkdir(join(path, KEYS), { mode: 0o700 });
    for (const { name, text } of source.keys) {
      await writeDurably(join(path, KEYS, name), once(text));
      names.push(`${KEYS}/${name}`);
    }
  }
  const manifest = await manifestOf(path, source, names.toSorted());
  await writeDurably(join(path, 'manifest.json'), once(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function manifestOf(
  path: string,
  { node, entries, root, keys }: ArchiveSource,
  names: readonly string[],
): Promise<Manifest> {
  const files = [];
  for (const name of names) files.push({ name, sha256: await fileHash(join(path, name)) });
  const token = { what: 'the access token', why: 'each installation makes its own' };
  const noKeys = { what: 'the private keys', why: 'they were asked to be left out' };
  return {
    format: ARCHIVE_FORMAT,
    node,
    entries,
    root,
    files,
    leftOut: keys === null ? [token, noKeys] : [token],
  };
}

async function fileHash(path: string): Promise<string> {
  return sha256Hex(await readFile(path));
}

/**
 * Reads an archive's manifest and holds every file to its hash.
 *
 * @throws Refusal archive-malformed, archive-changed
 */
export async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(join(path, 'manifest.json'), 'utf8').catch(() =>
    refuse('archive-malformed', { path, what: 'manifest.json is missing' }),
  );
  const manifest = parsed(text, path, 'manifest.json') as Manifest;
  if (manifest.format !== ARCHIVE_FORMAT || !Array.isArray(manifest.files)) {
    refuse('archive-malformed', { path, what: `manifest.json is not of ${ARCHIVE_FORMAT}` });
  }
  for (const { name, sha256 } of manifest.files) {
    if (!/^(keys\/)?[\w.-]+$/.test(name) || name.includes('..')) {
      refuse('archive-malformed', { path, what: 'a file has a name that an archive never has' });
    }
    const found = await fileHash(join(path, name)).catch(() => 'missing');
    if (found !== sha256) refuse('archive-changed', { path, name });
  }
  return manifest;
}

function parsed(text: string, path: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('archive-malformed', { path, what: `${what} is not JSON` });
  }
}

/** The entries of an archive, in order. @throws Refusal archive-malformed */
export async function* archivedEntries(path: string): AsyncIterable<ArchivedEntry> {
  const lines = createInterface({ input: createReadStream(join(path, RECORD)), crlfDelay: 1 });
  let number = 0;
  for await (const line of lines) {
    const what = `${RECORD}, line ${++number}`;
    const value = parsed(line, path, what) as {
      act: { type: string; id: string; by: string };
      recordedAt: string;
      salt: string;
      seq: number;
    };
    const salt = fromHex(String(value.salt));
    if (salt === null || typeof value.act !== 'object') {
      refuse('archive-malformed', { path, what });
    }
    yield {
      seq: value.seq,
      type: value.act.type,
      id: value.act.id,
      by: value.act.by,
      recordedAt: value.recordedAt,
      act: canonicalJson(value.act),
      salt,
    };
  }
}

/** The checkpoints of an archive, oldest first. @throws Refusal archive-malformed */
export async function archivedCheckpoints(
  path: string,
): Promise<{ readonly size: number; readonly note: string }[]> {
  const text = await readFile(join(path, CHECKPOINTS), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parsed(line, path, CHECKPOINTS) as { size: number; note: string });
}

/** The key files of an archive, as they are at rest. */
export async function archivedKeys(path: string): Promise<{ name: string; text: string }[]> {
  const names = await readdir(join(path, KEYS)).catch(() => []);
  const keys: { name: string; text: string }[] = [];
  for (const name of names.toSorted()) {
    keys.push({ name, text: await readFile(join(path, KEYS, name), 'utf8') });
  }
  return keys;
}
