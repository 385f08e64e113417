import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
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

/** A file's name within an archive: nothing that could lead out of it. */
const fileName = z.string().regex(/^(keys\/)?(?!\.)[\w.%-]+$/);

const manifestShape = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  node: z.string(),
  entries: z.number().int(),
  root: z.string(),
  files: z.array(z.object({ name: fileName, sha256: z.string() })),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
});

/** What `manifest.json` says. */
export type Manifest = z.infer<typeof manifestShape>;

const entryShape = z.strictObject({
  act: z.looseObject({ type: z.string(), id: z.string(), by: z.string() }),
  recordedAt: z.string(),
  salt: z.string(),
  seq: z.number().int(),
});

const checkpointShape = z.strictObject({ size: z.number().int(), note: z.string() });

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

async function* recordLines(
  { engine, entries, progress }: ArchiveSource,
  from = 0,
): AsyncIterable<string> {
  for (let next = from; next < entries;) {
    // Acts that come in while the archive is written belong to the next one.
    const limit = Math.min(PAGE, entries - next);
    const page = await engine.read((tx) => listActs(tx, next, limit));
    if (page.length === 0) return;
    yield page
      .map(
        ({ seq, recordedAt, salt, act }) =>
          `{"act":${act},"recordedAt":${JSON.stringify(recordedAt)},"salt":"${toHex(salt)}",` +
          `"seq":${seq}}\n`,
      )
      .join('');
    next += page.length;
    progress?.(next);
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
  await writeDurably(join(path, RECORD), recordLines(source));
  const checkpoints = await source.engine.read(listCheckpoints);
  const covered = checkpoints.filter(({ size }) => size <= source.entries);
  const lines = covered.map(({ size, note }) => `${canonicalJson({ size, note })}\n`);
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
  const manifest = parsed(manifestShape, text, { path, what: 'manifest.json' });
  const named = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  for (const name of [RECORD, CHECKPOINTS]) {
    if (!named.has(name)) refuse('archive-malformed', { path, what: `it names no ${name}` });
  }
  for (const name of await keyNames(path)) {
    if (!named.has(name)) refuse('archive-changed', { path, name });
  }
  for (const [name, sha256] of named) {
    const found = await ownHash(join(path, name)).catch(() => 'missing');
    if (found !== sha256) refuse('archive-changed', { path, name });
  }
  return manifest;
}

/** The hash of a file that lies in the archive itself: a link may lead anywhere. */
async function ownHash(path: string): Promise<string> {
  return (await lstat(path)).isFile() ? fileHash(path) : 'no file';
}

async function keyNames(path: string): Promise<string[]> {
  const names = await readdir(join(path, KEYS)).catch((): string[] => []);
  return names.toSorted().map((name) => `${KEYS}/${name}`);
}

function parsed<T>(
  shape: z.ZodType<T>,
  text: string,
  from: { readonly path: string; readonly what: string },
): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return refuse('archive-malformed', { ...from, what: `${from.what} is not as it is written` });
  }
}

/** The entries of an archive, in order. @throws Refusal archive-malformed */
export async function* archivedEntries(path: string): AsyncIterable<ArchivedEntry> {
  const lines = createInterface({ input: createReadStream(join(path, RECORD)), crlfDelay: 1 });
  let number = 0;
  for await (const line of lines) {
    const what = `${RECORD}, line ${++number}`;
    const value = parsed(entryShape, line, { path, what });
    const salt = fromHex(value.salt) ?? refuse('archive-malformed', { path, what });
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
    .map((line) => parsed(checkpointShape, line, { path, what: CHECKPOINTS }));
}

/** The key files of an archive, as they are at rest. */
export async function archivedKeys(path: string): Promise<{ name: string; text: string }[]> {
  const keys: { name: string; text: string }[] = [];
  for (const name of await keyNames(path)) {
    keys.push({ name: basename(name), text: await readFile(join(path, name), 'utf8') });
  }
  return keys;
}
