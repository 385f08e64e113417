import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { serveAppFile } from '../../src/http/app-files.ts';
import { allowedHosts } from '../../src/http/guard.ts';
import { Limits } from '../../src/http/limits.ts';
import { openNode } from '../../src/node.ts';
import type { WebizenNode } from '../../src/node.ts';
import { scratchDirectory, seededRandom, testTables } from '../world.ts';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Coming in by the link that the node prints, and staying in.

let node: WebizenNode;
let folder: string;
let now = new Date('2026-06-10T09:00:00.000Z');

beforeAll(async () => {
  folder = scratchDirectory();
  node = await openNode({
    dataDir: join(folder, 'data'),
    clock: () => now,
    random: seededRandom('doors'),
    tables: testTables(),
  });
});
afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

const on = (instant: string): void => {
  now = new Date(instant);
};
const app = () => createApp(node);
type App = ReturnType<typeof app>;

const enterWith = (
  code: string,
  served: App = app(),
  url = 'http://localhost/sessions',
  cookie = '',
) =>
  served.request(url, {
    method: 'POST',
    body: JSON.stringify({ way: 'link', code }),
    headers: { 'content-type': 'application/json', cookie },
  });

const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { code: unknown }).code;

const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const asking = (path: string, cookie: string) =>
  app().request(`http://localhost${path}`, { headers: { cookie } });

describe('a one-time link', () => {
  test('lets its agent in, once (link-used), and its session then opens the doors', async () => {
    on('2026-06-10T09:00:00.000Z');
    const { code } = await node.doorkeeper.makeLink(node.owner);
    const response = await enterWith(code);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ agent: node.owner, way: 'link' });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(cookie).toMatch(/^webizen-\w{8}=/);
    expect((await asking('/works', cookieOf(response))).status).toBe(200);
    const shown = (await (await asking('/session', cookieOf(response))).json()) as object;
    expect(shown).toMatchObject({ agent: { id: node.owner, owner: true } });
    expect(await codeOf(await enterWith(code))).toBe('link-used');
  });

  test('holds for half an hour (link-expired), and cannot be made up (link-unknown)', async () => {
    on('2026-06-10T10:00:00.000Z');
    const { code } = await node.doorkeeper.makeLink(node.owner);
    on('2026-06-10T10:30:00.000Z');
    const late = await enterWith(code);
    expect(late.status).toBe(410);
    expect(await codeOf(late)).toBe('link-expired');
    expect(await codeOf(await enterWith('x'.repeat(22)))).toBe('link-unknown');
  });

  test('cannot be guessed: ten attempts at one code, thirty of one address', async () => {
    const served = app();
    for (let attempt = 0; attempt < 10; attempt++) await enterWith('guess', served);
    const refused = await enterWith('guess', served);
    expect(refused.status).toBe(429);
    expect(await codeOf(refused)).toBe('too-many-attempts');
    expect(refused.headers.get('retry-after'), 'five minutes').toBe('300');
    for (let attempt = 0; attempt < 20; attempt++) await enterWith(`g${attempt}`, served);
    expect(await codeOf(await enterWith('another', served))).toBe('too-many-attempts');
    const { code } = await node.doorkeeper.makeLink(node.owner);
    expect((await enterWith(code, served)).status).toBe(201);
    on('2026-06-10T10:36:00.000Z');
    expect(await codeOf(await enterWith('another', served))).toBe('link-unknown');
  });

  test('over HTTPS its cookie is bound to the host', async () => {
    const served = createApp(node, { hosts: () => ['localhost'] });
    const { code } = await node.doorkeeper.makeLink(node.owner);
    const response = await enterWith(code, served, 'https://localhost/sessions');
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-webizen-\w{8}=.*; Secure$/);
  });
});

describe('a session', () => {
  const newCookie = async (): Promise<string> => {
    const { code } = await node.doorkeeper.makeLink(node.owner);
    return cookieOf(await enterWith(code));
  };

  test('ends after a month without use (session-ended), later while it is used', async () => {
    on('2026-06-11T09:00:00.000Z');
    const used = await newCookie();
    const unused = await newCookie();
    on('2026-07-05T09:00:00.000Z');
    expect((await asking('/works', used)).status).toBe(200);
    on('2026-07-12T09:00:00.000Z');
    expect((await asking('/works', used)).status).toBe(200);
    const ended = await asking('/works', unused);
    expect(ended.status).toBe(401);
    expect(await codeOf(ended)).toBe('session-ended');
  });

  test('ends after half a year in any case', async () => {
    on('2026-08-01T09:00:00.000Z');
    const cookie = await newCookie();
    for (const month of ['08-20', '09-10', '10-01', '10-25', '11-20', '12-15', '01-10']) {
      on(`${month === '01-10' ? 2027 : 2026}-${month}T09:00:00.000Z`);
      expect((await asking('/works', cookie)).status, month).toBe(200);
    }
    on('2027-01-29T09:00:00.000Z');
    expect(await codeOf(await asking('/works', cookie))).toBe('session-ended');
  });

  test('ends by signing out; without it nobody is asked who they are', async () => {
    on('2027-02-01T09:00:00.000Z');
    const cookie = await newCookie();
    const left = await app().request('http://localhost/sessions', {
      method: 'DELETE',
      headers: { cookie },
    });
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await codeOf(await asking('/works', cookie))).toBe('session-ended');
    expect(await codeOf(await asking('/works', ''))).toBe('token-missing');
    const shown = (await (await asking('/session', cookie)).json()) as { agent: unknown };
    expect(shown.agent).toBeNull();
  });

  test('ends as the same browser comes in again; those of other browsers stay', async () => {
    const [before, elsewhere] = [await newCookie(), await newCookie()];
    const { code } = await node.doorkeeper.makeLink(node.owner);
    const refused = await enterWith('wrong', app(), undefined, before);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await asking('/works', before)).status).toBe(200);
    const again = cookieOf(await enterWith(code, app(), undefined, before));
    expect(await codeOf(await asking('/works', before))).toBe('session-ended');
    expect((await asking('/works', again)).status).toBe(200);
    expect((await asking('/works', elsewhere)).status).toBe(200);
  });

  test('is of no use to a page of another origin', async () => {
    const served = createApp(node, { hosts: () => allowedHosts(4410) });
    const cookie = await newCookie();
    const response = await served.request('http://localhost:4410/sessions/links', {
      method: 'POST',
      body: '{}',
      headers: {
        cookie,
        host: 'localhost:4410',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
      },
    });
    expect(await codeOf(response)).toBe('origin-foreign');
  });

  test('survives the node that restarts underneath', async () => {
    const cookie = await newCookie();
    await node.close();
    node = await openNode({
      dataDir: join(folder, 'data'),
      clock: () => now,
      random: seededRandom('doors again'),
      tables: testTables(),
    });
    expect((await asking('/works', cookie)).status).toBe(200);
  });
});

describe('limits', () => {
  test('do not lock a door for longer when the clock is set back', async () => {
    let clock = new Date('2026-06-10T09:00:00.000Z');
    const limits = new Limits(() => clock);
    const once = { attempts: 1, seconds: 60 };
    limits.take('door', once);
    expect(() => limits.take('door', once)).toThrow(/too many attempts/);
    clock = new Date('2026-06-09T09:00:00.000Z');
    limits.take('door', once);
  });
});

describe('the files of the app', () => {
  const fileAt = (path: string, headers: Record<string, string> = {}) =>
    serveAppFile(new Request(`http://localhost${path}`, { headers }), join(folder, 'web'));

  test('are served under a strict policy, hashed ones for a year, places as the first page', async () => {
    expect((await fileAt('/app/')).status, 'not built').toBe(503);
    mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>App</title>');
    writeFileSync(join(folder, 'web', 'assets', 'main-Bx3dEfG1.js'), 'export {};');
    const page = await fileAt('/app/works/work_x');
    expect(await page.text()).toContain('<title>App</title>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const tag = page.headers.get('etag') ?? '';
    expect((await fileAt('/app/', { 'if-none-match': tag })).status).toBe(304);
    const script = await fileAt('/app/assets/main-Bx3dEfG1.js', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect((await fileAt('/app/assets/gone.js')).status).toBe(404);
  });

  test('never lead out of their folder', async () => {
    for (const path of [
      '/app/../package.json',
      '/app/%2e%2e/%2e%2e/package.json',
      '/app/.git/x.js',
    ]) {
      expect((await fileAt(path)).status, path).not.toBe(200);
    }
  });
});
