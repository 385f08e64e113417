import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAct } from '../domain/record/act.ts';
import { machineDisk } from './disk.ts';
import { fileNameOf } from './kept-key.ts';
import { Keyring } from './keyring.ts';
import type { KeyringParts } from './keyring.ts';

const ANNA = 'agent_aaaaaaaaaaaaaaaaaaaa';
const BEN = 'agent_bbbbbbbbbbbbbbbbbbbb';
const cost = { N: 2, r: 1, p: 1 };
const unsigned = {
  type: 'work.added',
  id: 'work_1',
  by: ANNA,
  node: 'node_1',
  composedAt: '2026-05-01T12:00:00Z',
  body: { title: 'Poems' },
};

let directory: string;
const ring = (more: Partial<KeyringParts> = {}): Keyring =>
  new Keyring({
    directory: join(directory, 'keys'),
    disk: machineDisk,
    random: (bytes) => randomBytes(bytes),
    cost,
    ...more,
  });
const pathOf = (agent: string): string => join(directory, 'keys', fileNameOf(agent));
const textOf = (agent: string): Promise<string> => readFile(pathOf(agent), 'utf8');
const refused = (code: string) => expect.objectContaining({ code });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'webizen-keyring-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('a keyring', () => {
  test('makes a key once, signs with it, and finds it again when opened anew', async () => {
    const publicKey = await ring().create(ANNA);
    const again = ring();
    const { act } = await again.sign(ANNA, unsigned);
    expect(await again.publicKey(ANNA)).toBe(publicKey);
    expect(() => verifyAct(act, publicKey)).not.toThrow();
  });

  test('never writes over a key', async () => {
    const keys = ring();
    const publicKey = await keys.create(ANNA);
    await expect(keys.create(ANNA)).rejects.toThrow(refused('key-kept'));
    expect(await keys.ensure(ANNA)).toBe(publicKey);
    const twice = await Promise.allSettled([keys.create(BEN), keys.create(BEN)]);
    expect(twice.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
  });

  test.skipIf(process.platform === 'win32')('keeps files and directory to itself', async () => {
    const keys = ring();
    await keys.create(ANNA);
    expect((await stat(pathOf(ANNA))).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory, 'keys'))).mode & 0o777).toBe(0o700);
    expect(await keys.exposed()).toEqual([]);
    await chmod(pathOf(ANNA), 0o644);
    expect(await keys.exposed()).toEqual([pathOf(ANNA)]);
  });

  test('says that it does not keep a key', async () => {
    const keys = ring();
    expect(await keys.has(ANNA)).toBe(false);
    expect(await keys.list()).toEqual([]);
    await expect(keys.sign(ANNA, unsigned)).rejects.toThrow(refused('key-missing'));
    await expect(keys.publicKey(ANNA)).rejects.toThrow(refused('key-missing'));
    await expect(keys.exportFile(ANNA)).rejects.toThrow(refused('key-missing'));
  });

  test('erases a key', async () => {
    const keys = ring();
    await keys.create(ANNA);
    await keys.remove(ANNA);
    await keys.remove(ANNA);
    expect(await keys.has(ANNA)).toBe(false);
    expect(await readdir(join(directory, 'keys'))).toEqual([]);
  });

  test('holds ids that differ in capitals only, or that no file may be called', async () => {
    const keys = ring();
    const ids = ['Ann', 'ann', 'con', 'a-b', 'Z'.repeat(100)];
    for (const id of ids) await keys.create(id);
    const names = await readdir(join(directory, 'keys'));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
    const listed = await keys.list();
    expect(listed.map((one) => one.agent).toSorted()).toEqual(ids.toSorted());
    await expect(async () => keys.create('../x')).rejects.toThrow(refused('id-malformed'));
  });
});

describe('a keyring with a passphrase', () => {
  const passphrase = 'Erlkönig 1815';

  test('writes no secret in the open, and opens it with the passphrase', async () => {
    const publicKey = await ring({ passphrase }).create(ANNA);
    expect(await textOf(ANNA)).not.toContain('z3u2');
    // The same passphrase as another keyboard composes it.
    const again = ring({ passphrase: passphrase.normalize('NFD') });
    const { act } = await again.sign(ANNA, unsigned);
    expect(() => verifyAct(act, publicKey)).not.toThrow();
  });

  test('refuses without the passphrase, and with a wrong one', async () => {
    await ring({ passphrase }).create(ANNA);
    await expect(ring().sign(ANNA, unsigned)).rejects.toThrow(refused('passphrase-missing'));
    const wrong = ring({ passphrase: 'Erlkonig' });
    await expect(wrong.sign(ANNA, unsigned)).rejects.toThrow(refused('passphrase-wrong'));
  });

  test('makes no new key in the open or under a mistyped passphrase', async () => {
    await ring({ passphrase }).create(ANNA);
    await expect(ring().create(BEN)).rejects.toThrow(refused('passphrase-missing'));
    const wrong = ring({ passphrase: 'Erlkonig' });
    await expect(wrong.create(BEN)).rejects.toThrow(refused('passphrase-wrong'));
  });

  test('seals the keys that were in the open before, once', async () => {
    const publicKey = await ring().create(ANNA);
    await ring().create(BEN);
    const keys = ring({ passphrase });
    expect(await keys.reseal()).toBe(2);
    expect(await keys.reseal()).toBe(0);
    expect(await ring({ passphrase }).reseal()).toBe(0);
    expect((await keys.list()).map((one) => one.sealed)).toEqual([true, true]);
    expect(await textOf(ANNA)).not.toContain('z3u2');
    const { act } = await ring({ passphrase }).sign(ANNA, unsigned);
    expect(() => verifyAct(act, publicKey)).not.toThrow();
    await expect(ring().reseal()).rejects.toThrow(refused('passphrase-missing'));
  });

  test('changes from one passphrase to another, also when broken off half way', async () => {
    const former = ring({ passphrase });
    await former.create(ANNA);
    const halfway = await former.exportFile(ANNA);
    await former.create(BEN);
    const change = { passphrase: 'new', formerPassphrase: passphrase };
    expect(await ring(change).reseal()).toBe(2);
    await writeFile(pathOf(ANNA), halfway);
    expect(await ring(change).reseal()).toBe(1);
    await ring({ passphrase: 'new' }).sign(ANNA, unsigned);
    await ring({ passphrase: 'new' }).signBytes(BEN, new Uint8Array(3));
  });
});

describe('key files', () => {
  const passphrase = 'secret';

  test('move as they are at rest, and are taken once', async () => {
    const publicKey = await ring({ passphrase }).create(ANNA);
    const file = await ring().exportFile(ANNA);
    const other = ring({ passphrase, directory: join(directory, 'other') });
    expect(await other.importFile(file, 'a.json')).toBe(ANNA);
    expect(await other.importFile(file, 'a.json')).toBe(ANNA);
    expect(await other.exportFile(ANNA)).toEqual(file);
    expect(() => verifyAct({}, publicKey)).toThrow(refused('act-malformed'));
    const { act } = await other.sign(ANNA, unsigned);
    expect(() => verifyAct(act, publicKey)).not.toThrow();
    const third = ring({ directory: join(directory, 'third') });
    await third.create(ANNA);
    await expect(third.importFile(file, 'a.json')).rejects.toThrow(refused('key-kept'));
  });

  test.each([
    ['nothing', () => ''],
    ['another JSON', () => '[]'],
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['another agent', (text: string) => text.replace(ANNA, BEN)],
    ['no public key', (text: string) => text.replace('z6Mk', 'z6Mx0')],
    ['a changed seal', (text: string) => text.replace(/"text": "....../, '"text": "AAAAAA')],
    ['a costly seal', (text: string) => text.replace('"N": 2', '"N": 2147483648')],
  ])('that hold %s are told from a wrong passphrase', async (_, change) => {
    await ring({ passphrase }).create(ANNA);
    await writeFile(pathOf(ANNA), change(await textOf(ANNA)));
    const signing = ring({ passphrase }).sign(ANNA, unsigned);
    await expect(signing).rejects.toThrow(refused('key-file-damaged'));
  });

  test('whose secret belongs to another public key are refused', async () => {
    const keys = ring();
    await keys.create(ANNA);
    const other = await keys.create(BEN);
    const text = (await textOf(ANNA)).replace(/z6Mk\w+/, other);
    await expect(async () => keys.importFile(Buffer.from(text), 'x.json')).rejects.toThrow(
      refused('key-file-damaged'),
    );
  });

  test('left half written by a crash do not stand in the way', async () => {
    await ring().create(BEN);
    await writeFile(`${pathOf(ANNA)}.tmp`, '{"form');
    const publicKey = await ring().create(ANNA);
    expect(await ring().publicKey(ANNA)).toBe(publicKey);
    expect((await ring().list()).length).toBe(2);
  });
});
