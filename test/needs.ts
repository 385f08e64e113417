import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestRunner } from 'vitest';
import type { TaskMeta } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What the machine lacks, when a test was skipped for it. */
    lacks?: string;
  }
}

/** What a test may ask of the machine: how to see whether it is there, and how to get it. */
const needable = {
  hledger: { here: () => onPath('hledger'), remedy: 'apt-get install hledger' },
  beancount: { here: () => onPath('bean-check'), remedy: 'apt-get install beancount' },
  strace: { here: () => onPath('strace') && canTrace(), remedy: 'apt-get install strace' },
  xmllint: { here: () => onPath('xmllint'), remedy: 'apt-get install libxml2-utils' },
  openssl: { here: () => onPath('openssl'), remedy: 'apt-get install openssl' },
  git: { here: () => onPath('git'), remedy: 'apt-get install git' },
  python3: { here: () => onPath('python3'), remedy: 'apt-get install python3' },
  linux: { here: () => process.platform === 'linux', remedy: 'run the test on Linux' },
  tmpfs: { here: canMount, remedy: 'run the test where root may mount a tmpfs' },
  root: { here: () => process.getuid?.() === 0, remedy: 'run the test as root' },
} as const;

/** The name of something that a test may ask of the machine. */
export type Need = keyof typeof needable;

const project = fileURLToPath(new URL('..', import.meta.url));

/**
 * Says, first thing inside a test, what that test needs of the machine. Where it is missing, the
 * test is skipped with the reason shown; in CI (`CI` is set) it fails instead.
 */
export function needs(...names: Need[]): void {
  for (const name of names) {
    const { here, remedy } = needable[name];
    if (!here()) lack(`${name} is not here; to have it: ${remedy}`);
  }
}

/**
 * The path of a file in the folder of real data that may lie beside the project (`../shared/data`),
 * for inputs whose licence keeps them out of it. Missing data skips or fails as in `needs`.
 */
export function needsData(path: string): string {
  const file = join(project, '..', 'shared', 'data', path);
  if (!existsSync(file)) lack(`${path} is not in ../shared/data beside the project`);
  return file;
}

function lack(reason: string): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error('Say what is needed inside the test that needs it.');
  if (process.env['CI'] !== undefined)
    throw new Error(`This test cannot be skipped in CI: ${reason}`);
  const meta: TaskMeta = test.meta;
  meta.lacks = reason;
  test.context.skip(reason);
}

function onPath(command: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, command)));
}

/** Some containers have strace and forbid its use. */
function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/** Root in a container may not be allowed to mount anything. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'webizen-mount-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return mounted;
}
