import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needs } from './needs.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  version: string;
};
const firstCommit = ['commit', '--quiet', '--allow-empty', '--message', 'Begin'];
let place: string;
let env: NodeJS.ProcessEnv;

/**
 * The package as npm would publish it, installed in a folder of its own. It is built in a copy of
 * the project, as a build beside a clone's sources would be in the way of other tests.
 */
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'webizen-package-'));
  const copy = join(place, 'copy');
  const apart = new Set(['node_modules', 'dist', '.git', 'coverage']);
  mkdirSync(copy);
  for (const entry of readdirSync(project).filter((name) => !apart.has(name))) {
    cpSync(join(project, entry), join(copy, entry), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  run('npm', ['pack', '--silent', '--pack-destination', place], copy);
  const modules = join(place, 'app', 'node_modules');
  mkdirSync(modules, { recursive: true });
  run('tar', ['-xzf', `webizen-${version}.tgz`, '-C', modules], place);
  run('mv', [join(modules, 'package'), join(modules, 'webizen')], place);
  for (const name of readdirSync(join(project, 'node_modules'))) {
    symlinkSync(join(project, 'node_modules', name), join(modules, name));
  }
  env = { ...process.env, WEBIZEN_DATA: join(place, 'data') };
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  expect(result.status, `${command} ${args.join(' ')}: ${result.stdout}${result.stderr}`).toBe(0);
  return result.stdout;
}

const webizen = (...args: string[]): string =>
  run(join('node_modules', 'webizen', 'bin', 'webizen'), args, join(place, 'app'));

describe('the installed package', () => {
  test('tells its version', () => {
    expect(webizen('--version').trim()).toContain(version);
  });

  test('has all that it needs with it: a node is made, and knows its tables and schema', () => {
    const work = ['--title', 'Field Notes', '--currency', 'AUD', '--json'];
    expect(JSON.parse(webizen('work', 'add', ...work))).toMatchObject({ title: 'Field Notes' });
    const found = webizen('classification', 'list', '--search', 'engineer', '--json');
    expect(JSON.parse(found)).toHaveProperty('items');
  });

  test('reads a git repository', () => {
    needs('git');
    const git = (...args: string[]): string => run('git', args, join(place, 'app'));
    git('init', '--quiet');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...firstCommit);
    expect(JSON.parse(webizen('try', '.', '--json'))).toHaveProperty('contributors');
  });

  test('ships no sources, no tests and no build tools', () => {
    const shipped = readdirSync(join(place, 'app', 'node_modules', 'webizen'));
    expect(shipped).not.toContain('src');
    expect(shipped).not.toContain('test');
    expect(shipped).not.toContain('scripts');
    expect(existsSync(join(place, 'app', 'node_modules', 'webizen', 'LICENSE'))).toBe(true);
  });
});
