import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importNode, verifyArchive } from '../../src/archive.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { WORK, almanac } from '../almanac.ts';
import { World, filesIn, newWorld, refusalOf, scratchDirectory } from '../world.ts';

let room: string;
let archive: string;
let world: World;
beforeAll(async () => {
  room = scratchDirectory();
  archive = join(room, 'archive');
  world = await newWorld({ seed: 'archive', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  await world.node.exportTo(archive);
});
afterAll(async () => {
  await world.end();
  rmSync(room, { recursive: true, force: true });
});

let count = 0;
const copied = (): string => {
  const path = join(room, `copy${++count}`);
  cpSync(archive, path, { recursive: true });
  return path;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface ManifestText {
  root: string;
  entries: number;
  files: { name: string; sha256: string }[];
}

/** Changes a manifest; then has its hashes fit the files again, as a forger would. */
function forged(path: string, change: (manifest: ManifestText) => void): void {
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as ManifestText;
  for (const one of manifest.files) {
    const where = join(path, one.name);
    if (existsSync(where)) one.sha256 = sha256(readFileSync(where));
  }
  change(manifest);
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Neither a verification nor an import takes it; the import leaves nothing behind. */
async function takenNowhere(path: string): Promise<string> {
  const verifying = await refusalOf(verifyArchive(path));
  const dataDir = join(room, `data${++count}`);
  const importing = await refusalOf(importNode({ from: path, dataDir }));
  expect(importing.code).toBe(verifying.code);
  expect(existsSync(dataDir) ? readdirSync(dataDir) : []).toEqual([]);
  return verifying.code;
}

describe('an export', () => {
  test('verifies without its node, and says what it is', async () => {
    const { entries } = await world.node.check();
    expect(await verifyArchive(archive)).toMatchObject({
      status: 'sound',
      node: world.node.id,
      entries,
    });
  });

  test('goes into an empty directory only (directory-not-empty)', async () => {
    const before = filesIn(archive);
    expect((await refusalOf(world.node.exportTo(archive))).code).toBe('directory-not-empty');
    expect(filesIn(archive)).toEqual(before);
    const full = join(room, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'mine.txt'), 'mine');
    const refusal = await refusalOf(importNode({ from: archive, dataDir: full }));
    expect(refusal.code).toBe('directory-not-empty');
    expect(filesIn(full)).toEqual({ 'mine.txt': 'mine' });
  });

  test('twice is the same, byte for byte', async () => {
    const again = join(room, 'again');
    await world.node.exportTo(again);
    expect(filesIn(again)).toEqual(filesIn(archive));
  });

  test('moves the whole node: whoever imports it goes on where it stood', async () => {
    const dataDir = join(room, 'moved');
    expect(await importNode({ from: archive, dataDir })).toMatchObject({ node: world.node.id });
    const moved = await new World({ dataDir, seed: 'moved', on: '2026-06-12' }).open();
    expect(await moved.digests()).toEqual(await world.digests());
    expect(await moved.pay('pay_2', '9064.89', { work: WORK, taxRate: '0.1' })).toMatchObject({
      opened: true,
    });
    await moved.close();
  });

  test('without its keys says so, and can be verified', async () => {
    const bare = join(room, 'bare');
    const { leftOut } = await world.node.exportTo(bare, { keys: false });
    expect(leftOut.map(({ what }) => what)).toContain('the private keys');
    expect(Object.keys(filesIn(bare)).some((name) => name.startsWith('keys'))).toBe(false);
    expect(await verifyArchive(bare)).toMatchObject({ status: 'sound' });
  });
});

describe('an archive is taken nowhere', () => {
  test('when a byte of any of its files was changed', async () => {
    for (const name of Object.keys(filesIn(archive))) {
      const path = copied();
      const bytes = readFileSync(join(path, name));
      const place = Math.floor(bytes.length / 2);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(join(path, name), bytes);
      const code = await takenNowhere(path);
      expect(['archive-changed', 'archive-malformed', 'record-damaged'], name).toContain(code);
    }
  });

  test('when any of its files is missing', async () => {
    for (const name of Object.keys(filesIn(archive))) {
      const path = copied();
      rmSync(join(path, name));
      expect(['archive-changed', 'archive-malformed'], name).toContain(await takenNowhere(path));
    }
  });

  test.each([
    ['an amount', (text: string) => text.replace('"1100.00"', '"1900.00"')],
    ['a day', (text: string) => text.replace('"from":"2026-05-02"', '"from":"2026-05-03"')],
    [
      'when it was recorded',
      (text: string) => text.replace('"recordedAt":"2026-06-12', '"recordedAt":"2026-06-11'),
    ],
    ['a salt', (text: string) => text.replace(/"salt":"../, '"salt":"00')],
    ['the order of two entries', (text: string) => text.replace(/(.*\n)(.*\n)(.*)$/, '$2$1$3')],
    ['the last entry, away', (text: string) => text.replace(/.*\n$/, '')],
    ['an entry, twice', (text: string) => text.replace(/(.*\n)$/, '$1$1')],
    ['what is not JSON', (text: string) => `${text}{\n`],
    [
      'a number beyond what is exact',
      (text: string) => text.replace('"seq":3', '"seq":9007199254740993'),
    ],
    ['very deep JSON', (text: string) => `${text}${'['.repeat(100_000)}\n`],
  ] as const)(
    'when its record was forged with all hashes made to fit: %s',
    async (_what, change) => {
      const path = copied();
      const file = join(path, 'record.jsonl');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, change(text));
      expect(readFileSync(file, 'utf8')).not.toBe(text);
      forged(path, () => undefined);
      expect(['record-damaged', 'archive-malformed']).toContain(await takenNowhere(path));
    },
  );

  test('when its checkpoints were taken away, or are those of another end', async () => {
    for (const change of [() => '', (text: string) => text.replace(/.*\n$/, '')]) {
      const path = copied();
      const file = join(path, 'checkpoints.jsonl');
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      forged(path, () => undefined);
      expect(await takenNowhere(path)).toBe('record-damaged');
    }
  });

  test('when its manifest is silent about a file, or speaks of another root', async () => {
    const silent = copied();
    forged(silent, (manifest) => {
      manifest.files = manifest.files.filter(({ name }) => name !== 'record.jsonl');
    });
    expect(await takenNowhere(silent)).toBe('archive-malformed');
    const other = copied();
    forged(other, (manifest) => {
      manifest.root = '00'.repeat(32);
    });
    expect(await takenNowhere(other)).toBe('record-damaged');
    const longer = copied();
    forged(longer, (manifest) => {
      manifest.entries += 1;
    });
    expect(await takenNowhere(longer)).toBe('record-damaged');
  });

  test('when a key was slipped in that its manifest does not name', async () => {
    const path = copied();
    const [key = ''] = readdirSync(join(path, 'keys'));
    cpSync(join(path, 'keys', key), join(path, 'keys', 'agent_intruder.json'));
    expect(await takenNowhere(path)).toBe('archive-changed');
  });

  test.each([
    '../outside.json',
    '/etc/hostname',
    'keys/../../outside.json',
    'keys/.hidden',
    'a\\b',
  ])('when a file of it is called %s', async (name) => {
    const path = copied();
    writeFileSync(join(room, 'outside.json'), '{}');
    forged(path, (manifest) => {
      manifest.files.push({ name, sha256: sha256(Buffer.from('{}')) });
    });
    expect(await takenNowhere(path)).toBe('archive-malformed');
  });

  test('when a file of it is a link that leads out of it', async () => {
    const path = copied();
    const secret = join(room, 'secret');
    const file = join(path, 'record.jsonl');
    cpSync(file, secret);
    rmSync(file);
    symlinkSync(secret, file);
    expect(await takenNowhere(path)).toBe('archive-changed');
  });

  test('when there is nothing there', async () => {
    expect(await takenNowhere(join(room, 'nowhere'))).toBe('archive-malformed');
    expect(new Refusal('archive-malformed', { path: 'x', what: 'y' }).remedy).not.toBe('');
  });
});
