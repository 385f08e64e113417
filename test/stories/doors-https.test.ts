import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenCertificate, ownCertificate } from '../../src/http/certificate.ts';
import { serve } from '../../src/http/serve.ts';
import { newWorld, refusalOf } from '../world.ts';
import type { World } from '../world.ts';

// Beyond this machine: HTTPS only, under names that are known.

let folder: string;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webizen-https-'));
  world = await newWorld();
});
afterAll(async () => {
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

const NAMES = ['garden.example', '127.0.0.1'];
const NOW = new Date();
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly cookie: string | undefined;
}

function ask(port: number, ca: string, host: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        ca,
        path: body === undefined ? '/health' : '/sessions',
        method: body === undefined ? 'GET' : 'POST',
        servername: 'garden.example',
        headers: { host: `${host}:${port}`, 'content-type': 'application/json' },
      },
      (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            text,
            cookie: response.headers['set-cookie']?.[0],
          }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

describe('a certificate of the node', () => {
  test('is made once, for its names, and only its owner can read the key', async () => {
    const directory = join(folder, 'own');
    const made = await ownCertificate(directory, NAMES, NOW);
    expect(made).toMatchObject({ own: true, fingerprint: expect.stringMatching(/^(\w\w:){31}/) });
    expect(await ownCertificate(directory, NAMES, later(300))).toEqual(made);
    expect(statSync(join(directory, 'key.pem')).mode & 0o777).toBe(0o600);
    const more = await ownCertificate(directory, [...NAMES, 'other.example'], NOW);
    expect(more.fingerprint).not.toBe(made.fingerprint);
    const renewed = await ownCertificate(directory, NAMES, later(370));
    expect(renewed.fingerprint).not.toBe(more.fingerprint);
  });

  test('of the owner is taken as it is; what is none is refused (certificate-malformed)', async () => {
    const directory = join(folder, 'given');
    await ownCertificate(directory, NAMES, NOW);
    const [cert, key] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
    expect(await givenCertificate(cert, key)).toMatchObject({ own: false });
    writeFileSync(join(folder, 'none.pem'), 'nothing');
    const none = givenCertificate(join(folder, 'none.pem'), key);
    expect((await refusalOf(none)).code).toBe('certificate-malformed');
    expect((await refusalOf(givenCertificate(join(folder, 'gone.pem'), key))).code).toBe(
      'file-unreadable',
    );
  });
});

describe('a node beyond its machine', () => {
  test('answers there over HTTPS, under its own names alone, with cookies bound to them', async () => {
    const certificate = await ownCertificate(join(folder, 'own'), NAMES, NOW);
    const beyond = { host: '127.0.0.1', port: 0, names: NAMES, certificate };
    const serving = await serve(world.node, { dataDir: world.dataDir, port: 0, beyond });
    try {
      const port = Number(/:(\d+)$/.exec(serving.beyond[0] ?? '')?.[1]);
      expect(serving.beyond).toEqual([
        `https://garden.example:${port}`,
        `https://127.0.0.1:${port}`,
      ]);
      expect((await ask(port, certificate.cert, 'garden.example')).status).toBe(200);
      expect((await ask(port, certificate.cert, 'localhost')).status).toBe(200);
      const stranger = await ask(port, certificate.cert, 'evil.example');
      expect(JSON.parse(stranger.text)).toMatchObject({
        code: 'host-unknown',
        remedy: expect.stringContaining(`https://garden.example:${port}/`),
      });
      const { code } = await world.node.doorkeeper.makeLink(world.owner);
      const body = JSON.stringify({ way: 'link', code });
      const entered = await ask(port, certificate.cert, 'garden.example', body);
      expect(entered.cookie).toMatch(/^__Host-webizen-.*; Secure$/);
      await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
      const file = readFileSync(join(world.dataDir, 'run.json'), 'utf8');
      expect(file).toContain(`"url":"${serving.url}"`);
    } finally {
      await serving.stop();
    }
  });

  test('does not start with a key that does not fit (certificate-malformed)', async () => {
    const certificate = await ownCertificate(join(folder, 'own'), NAMES, NOW);
    const beyond = {
      host: '127.0.0.1',
      port: 0,
      names: NAMES,
      certificate: { ...certificate, key: 'nothing' },
    };
    const refused = serve(world.node, { dataDir: world.dataDir, port: 0, beyond });
    expect((await refusalOf(refused)).code).toBe('certificate-malformed');
  });
});
