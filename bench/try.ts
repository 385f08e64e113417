import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchResult } from './result.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const webizen = join(project, 'bin', 'webizen');
const rails = join(project, '..', 'shared', 'data', 'histories', 'rails-rails.log.gz');

/** How much is measured: by default what the figures in the docs are of. */
export interface TrySize {
  readonly commits: number;
  readonly runs: number;
  /** A history file; where there is none, it is skipped. */
  readonly history: string;
}

const usual: TrySize = { commits: 6000, runs: 15, history: rails };

/**
 * Measures `webizen try`, the whole command with its start: on a repository of 6,000 commits
 * against `git log` of the same fields (aim: at most three times), and on the history of Rails
 * (99,429 commits) against `zcat | wc -l` (at most five times, and in under 300 MB).
 */
export async function benchTry(size: TrySize = usual): Promise<BenchResult[]> {
  return [repositoryResult(size), ...historyResults(size)];
}

const repositoryResult = ({ commits, runs }: TrySize): BenchResult => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-try-'));
  try {
    makeRepository(folder, commits);
    const fields = ['-C', folder, 'log', '--use-mailmap', '--format=%at%x01%aE%x01%aN'];
    const measured = alternately(
      () => run(webizen, ['try', folder]),
      () => run('git', fields),
      runs,
    );
    return {
      name: `webizen try, repository of ${commits} commits`,
      ...measured,
      aim: { most: 3 },
      unit: 'ms',
      note: 'against git log of the same fields, start included; the least of each',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const historyResults = ({ history, runs }: TrySize): BenchResult[] => {
  const time = { name: 'webizen try, history of 99,429 commits', aim: { most: 5 }, unit: 'ms' };
  const memory = { name: 'webizen try, memory on that history', aim: { most: 300 }, unit: 'MB' };
  const none = { ours: 0, peer: null, ratio: null, skipped: true as const };
  if (!existsSync(history)) {
    const note = 'skipped: the history of Rails is not on this machine';
    return [
      { ...time, ...none, note },
      { ...memory, ...none, note },
    ];
  }
  const measured = alternately(
    () => run(webizen, ['try', history]),
    () => run('sh', ['-c', 'zcat "$1" | wc -l', 'sh', history]),
    runs,
  );
  const ours = peakMegabytes(['try', history]);
  const peak = { ...memory, ours, peer: null, ratio: null, note: 'peak resident size' };
  const note = 'against zcat into wc -l; the least of each';
  return [{ ...time, ...measured, note }, ours === 0 ? { ...peak, skipped: true as const } : peak];
};

/** Runs both in turn, so that a change of the machine's mood meets both; the least time counts. */
const alternately = (
  ours: () => number,
  peer: () => number,
  runs: number,
): { ours: number; peer: number; ratio: number } => {
  ours();
  peer();
  let [least, leastPeer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let index = 0; index < runs; index += 1) {
    least = Math.min(least, ours());
    leastPeer = Math.min(leastPeer, peer());
  }
  return { ours: least, peer: leastPeer, ratio: least / leastPeer };
};

const run = (program: string, args: readonly string[]): number => {
  const begun = performance.now();
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${String(stderr)}`);
  return performance.now() - begun;
};

/** The peak resident size by the kernel's own count; 0 where there is none. */
const peakMegabytes = (args: readonly string[]): number => {
  const script =
    'import resource,subprocess,sys\nsubprocess.run(sys.argv[1:],stdout=-3,stderr=-3)\n';
  const print = 'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';
  const { status, stdout } = spawnSync('python3', ['-c', script + print, webizen, ...args]);
  return status === 0 ? Number(String(stdout)) / 1024 : 0;
};

const makeRepository = (folder: string, commits: number): void => {
  const stream: string[] = [];
  let time = 1_600_000_000;
  for (let mark = 1; mark <= commits; mark += 1) {
    time += 600 + ((mark * 7919) % 20_000);
    const person = `Person ${mark % 40} <person${mark % 40}@example.org> ${time} +1000`;
    const from = mark === 1 ? '' : `from :${mark - 1}\n`;
    const text = `A change that says in a line what it is for (#${mark})\n`;
    stream.push(
      `commit refs/heads/main\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n` +
        `data ${text.length}\n${text}${from}M 644 inline file${mark % 50}\ndata 1\nx\n\n`,
    );
  }
  const init = spawnSync('git', ['init', '-q', '-b', 'main', folder]);
  const input = stream.join('');
  const made = spawnSync('git', ['-C', folder, 'fast-import', '--quiet'], { input });
  if (init.status !== 0 || made.status !== 0) throw new Error(String(made.stderr));
};
