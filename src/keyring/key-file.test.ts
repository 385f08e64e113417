import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signAct, verifyAct } from '../domain/record/act.ts';
import { toMultikey } from '../domain/record/multibase.ts';
import { needs } from '../../test/needs.ts';
import { machineDisk as disk } from './disk.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';

const refused = (code: string) => expect.objectContaining({ code });
const random = (bytes: number): Uint8Array => randomBytes(bytes);
let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'webizen-key-file-'));
  path = join(directory, 'anna.pem');
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test('a key file is made once, is private, and signs', async () => {
  const publicKey = await createKeyFile({ path, disk, random });
  const key = await readKeyFile({ path, disk });
  expect(toMultikey(key.publicKey)).toBe(publicKey);
  const composedAt = '2026-05-01T12:00:00Z';
  const act = signAct({ type: 'a.b', id: 'x', by: 'y', node: 'z', composedAt, body: {} }, key);
  expect(() => verifyAct(act, publicKey)).not.toThrow();
  const mode = (await stat(path)).mode & 0o777;
  expect(process.platform === 'win32' ? 0o600 : mode).toBe(0o600);
  const again = createKeyFile({ path, disk, random });
  await expect(again).rejects.toThrow(refused('key-file-exists'));
});

test('a key file that is missing, damaged or of another kind is refused', async () => {
  await expect(readKeyFile({ path, disk })).rejects.toThrow(refused('key-file-missing'));
  await writeFile(path, 'nothing of the kind');
  await expect(readKeyFile({ path, disk })).rejects.toThrow(refused('key-file-damaged'));
});

test('a key file sealed by openssl opens', async () => {
  needs('openssl');
  const publicKey = await createKeyFile({ path, disk, random });
  const sealed = join(directory, 'sealed.pem');
  const seal = ['pkcs8', '-topk8', '-scrypt', '-in', path, '-out', sealed, '-passout', 'pass:open'];
  execFileSync('openssl', seal);
  const missing = readKeyFile({ path: sealed, disk });
  await expect(missing).rejects.toThrow(refused('passphrase-missing'));
  const wrong = readKeyFile({ path: sealed, disk, passphrase: 'shut' });
  await expect(wrong).rejects.toThrow(refused('passphrase-wrong'));
  const key = await readKeyFile({ path: sealed, disk, passphrase: 'open' });
  expect(toMultikey(key.publicKey)).toBe(publicKey);
  const other = join(directory, 'x25519.pem');
  execFileSync('openssl', ['genpkey', '-algorithm', 'X25519', '-out', other]);
  await expect(readKeyFile({ path: other, disk })).rejects.toThrow(refused('key-file-damaged'));
});
