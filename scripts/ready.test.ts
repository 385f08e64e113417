import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ready = fileURLToPath(new URL('ready.mjs', import.meta.url));
let project: string;

/** A real project that npm can install with no network: one dependency, which is a folder of it. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'webizen-ready-'));
  mkdirSync(join(project, 'scripts'));
  mkdirSync(join(project, 'part'));
  cpSync(ready, join(project, 'scripts', 'ready.mjs'));
  write('part/package.json', { name: 'part', version: '1.0.0' });
  write('package.json', { name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } });
  write('package-lock.json', {
    name: 'whole',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'whole', version: '1.0.0', dependencies: { part: 'file:part' } },
      'node_modules/part': { resolved: 'part', link: true },
      part: { version: '1.0.0' },
    },
  });
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function write(path: string, value: unknown): void {
  writeFileSync(join(project, path), JSON.stringify(value));
}

function run(): { status: number | null; said: string } {
  const script = join(project, 'scripts', 'ready.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  return { status, said: stderr };
}

describe('before the node starts', () => {
  test('a fresh clone is installed, and the reason is said', () => {
    const { status, said } = run();
    expect(said).toContain('nothing is installed yet');
    expect(status).toBe(0);
    expect(existsSync(join(project, 'node_modules', 'part', 'package.json'))).toBe(true);
  });

  test('an installed clone is left alone, in silence', () => {
    expect(run()).toEqual({ status: 0, said: '' });
  });

  test('a package of another version is replaced', () => {
    const file = join(project, 'node_modules', '.package-lock.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('1.0.0"\n    }', '0.9.0"\n    }'));
    expect(run().said).toContain('part 0.9.0 is here, 1.0.0 is wanted');
    expect(run()).toEqual({ status: 0, said: '' });
  });

  test('an install that was interrupted is done again', () => {
    rmSync(join(project, 'node_modules', '.package-lock.json'));
    expect(run().said).toContain('the last install did not finish');
    expect(run()).toEqual({ status: 0, said: '' });
  });

  test('a package that was removed by hand is put back', () => {
    rmSync(join(project, 'node_modules', 'part'), { recursive: true });
    expect(run().said).toContain('part was removed');
    expect(run()).toEqual({ status: 0, said: '' });
  });

  test('an install that cannot succeed says so and stops', () => {
    rmSync(join(project, 'node_modules'), { recursive: true });
    write('package.json', { name: 'whole', version: '1.0.0', dependencies: { gone: 'file:gone' } });
    const { status, said } = run();
    expect(status).not.toBe(0);
    expect(said).toContain('The install failed');
    expect(said).toContain('What to do:');
  });

  test('the shell forgets where node was, as the install has brought a newer one', () => {
    const file = new URL('../package.json', import.meta.url);
    const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const typed = Object.values(scripts).filter((line) => /ready\.mjs.*&& node \S+\.ts/.test(line));
    expect(typed.filter((line) => !/ready\.mjs( --all)? && hash -r && node/.test(line))).toEqual(
      [],
    );
  });
});
