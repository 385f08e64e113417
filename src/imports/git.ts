import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '../domain/refusals.ts';

/** How a repository is read. */
export interface GitReadOptions {
  /** A branch, tag or commit; by default what HEAD names. */
  readonly branch?: string;
  /** Read what is there of a history that was cut off, instead of refusing it. */
  readonly allowShallow?: boolean;
  /** `hours` asks git for names and times alone; `lines` also for the zone and the hash. */
  readonly fields: 'hours' | 'lines';
}

/**
 * Takes one commit: name and address after mailmap as raw bytes (one character a byte), author date
 * in seconds since 1970 (NaN where the commit has none), and with `lines` the minutes east of UTC
 * and the commit's hash, else 0 and ''.
 */
export type CommitSink = (
  name: string,
  email: string,
  at: number,
  offsetMinutes: number,
  hash: string,
) => void;

/** What was read beside the commits. */
export interface GitRead {
  readonly commits: number;
  /** True where the history was cut off, and was read all the same. */
  readonly shallow: boolean;
}

/** A read under way: git runs already, before anybody waits for it. */
export interface GitReading {
  readonly done: Promise<GitRead>;
}

const formats = {
  hours: ['%aN', '%aE', '%at'],
  lines: ['%aN', '%aE', '%at', '%ad', '%H'],
} as const;

/**
 * Reads all commits that HEAD (or `branch`) reaches, merges included, newest first, of a work tree,
 * a folder in it, a linked work tree or a bare repository. One `git log` runs; it writes nothing,
 * fetches nothing, and runs nothing that the repository's own configuration names.
 *
 * Refuses: source-missing, not-a-repository, repository-empty, branch-missing, repository-shallow
 * (unless allowed), repository-damaged, repository-not-trusted, git-missing.
 */
export function readGit(path: string, options: GitReadOptions, sink: CommitSink): GitReading {
  const shallow = isShallow(path);
  if (shallow && options.allowShallow !== true) refuse('repository-shallow', { path });
  const fields = formats[options.fields];
  const format = fields.join('%x00');
  const args = ['log', '-z', `--format=${format}`, '--date=format:%z', '--encoding=UTF-8'];
  args.push('--no-show-signature', '--no-notes', '--no-color', '--no-ext-diff', '--no-textconv');
  args.push(...revision(path, options.branch));
  const reader = fieldReader(fields.length, (f) => {
    sink(f[0] ?? '', f[1] ?? '', secondsOf(f[2]), minutesOf(f[3]), f[4] ?? '');
  });
  const run = runGit(path, args, reader.take).then((result) => {
    if (result.status !== 0) return refuseFailure(path, options.branch, result.errors);
    return { commits: reader.count(), shallow };
  });
  return { done: run };
}

/**
 * An identity of the repository that later commits leave as it is: the hash of the first commit on
 * the first-parent line of HEAD. Refuses as `readGit` does.
 */
export async function gitSourceId(path: string, branch?: string): Promise<string> {
  let root = '';
  const args = ['rev-list', '--first-parent', '--max-parents=0', ...revision(path, branch, 'HEAD')];
  const result = await runGit(path, args, (text) => (root += text));
  if (result.status !== 0) return refuseFailure(path, branch, result.errors);
  return root.trim();
}

const revision = (path: string, branch: string | undefined, otherwise?: string): string[] => {
  if (branch === undefined) return otherwise === undefined ? [] : [otherwise, '--'];
  if (branch.startsWith('-') || branch === '') refuse('branch-missing', { branch, path });
  return [branch, '--'];
};

interface GitResult {
  readonly status: number;
  readonly errors: string;
}

const runGit = (path: string, args: string[], take: (text: string) => void): Promise<GitResult> =>
  new Promise((done, fail) => {
    const all = ['-C', path, ...harmless, ...args];
    const child = spawn('git', all, { stdio: ['ignore', 'pipe', 'pipe'], env: gitEnvironment() });
    let errors = '';
    let broken: unknown;
    child.stdout.on('data', (chunk: Buffer) => {
      if (broken !== undefined) return;
      try {
        take(chunk.toString('latin1'));
      } catch (error) {
        broken = error ?? new Error('the sink of a commit failed without an error');
        child.kill();
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < errorTextMost) errors += chunk.toString('utf8');
    });
    child.on('error', () => fail(refusalOf(() => refuse('git-missing', {}))));
    child.on('close', (status) => {
      if (broken !== undefined) fail(broken);
      else done({ status: status ?? 1, errors });
    });
  });

const errorTextMost = 10_000;

/**
 * Settings of the repository that could start a program or reach out are switched off, and for this
 * one read its owner may be somebody else: what git protects from then cannot happen.
 */
const harmless = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'protocol.allow=never',
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

/** Variables of git that say where its own programs and settings are; all others are dropped. */
const keptVariables = new Set([
  'GIT_CEILING_DIRECTORIES',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CONFIG_SYSTEM',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_EXEC_PATH',
]);

const gitEnvironment = (): Record<string, string | undefined> => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || keptVariables.has(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    // Without this git flushes a pipe after every commit, which doubles the time of the read.
    GIT_FLUSH: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
};

/** Cuts a stream of NUL-terminated fields into rows of `width`; the row is reused. */
const fieldReader = (width: number, row: (fields: string[]) => void) => {
  let rest = '';
  let rows = 0;
  let pending: string[] = [];
  const take = (text: string): void => {
    const fields = (rest + text).split('\0');
    rest = fields.pop() ?? '';
    for (const field of fields) {
      pending.push(field);
      if (pending.length < width) continue;
      row(pending);
      rows += 1;
      pending = [];
    }
  };
  return { take, count: () => rows };
};

const secondsOf = (text: string | undefined): number =>
  text === undefined || text === '' ? Number.NaN : Number(text);

const minutesOf = (zone: string | undefined): number => {
  const found = /^([+-])(\d+)(\d\d)$/.exec(zone ?? '');
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
};

const refuseFailure = async (
  path: string,
  branch: string | undefined,
  errors: string,
): Promise<never> => {
  if (!existsSync(path)) refuse('source-missing', { path });
  if (/not a git repository|must be run in a work tree/i.test(errors)) {
    refuse('not-a-repository', { path });
  }
  if (/dubious ownership|unsafe repository/i.test(errors)) {
    refuse('repository-not-trusted', { path: resolve(path) });
  }
  if (/bad revision|unknown revision/i.test(errors) && branch !== undefined) {
    refuse('branch-missing', { branch, path });
  }
  if (/does not have any commits|unknown revision|bad default revision/i.test(errors)) {
    const other = await anyBranch(path);
    if (other === '') refuse('repository-empty', { path });
    refuse('head-missing', { path, branch: other });
  }
  return refuse('repository-damaged', { path, detail: lastLine(errors) });
};

const anyBranch = async (path: string): Promise<string> => {
  let names = '';
  const args = ['for-each-ref', '--count=1', '--format=%(refname:short)', 'refs/heads'];
  await runGit(path, args, (text) => (names += text));
  return names.trim();
};

const lastLine = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const said = lines.findLast((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1);
  return (said ?? 'git said nothing').replace(/^(fatal|error): /, '').slice(0, 300);
};

/** Whether the history was cut off, by the file that git keeps of it: no second git is needed. */
const isShallow = (path: string): boolean => {
  const directory = gitDirectory(resolve(path));
  if (directory === undefined) return false;
  const file = join(directory, 'shallow');
  return existsSync(file) && statSync(file).size > 0;
};

const gitDirectory = (start: string): string | undefined => {
  for (let folder = start; ; folder = dirname(folder)) {
    const inner = join(folder, '.git');
    const kind = statSync(inner, { throwIfNoEntry: false });
    if (kind?.isDirectory() === true) return inner;
    if (kind?.isFile() === true) return linkedDirectory(folder, inner);
    if (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
};

const linkedDirectory = (folder: string, file: string): string | undefined => {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(file, 'utf8'))?.[1];
  if (target === undefined) return undefined;
  const own = resolve(folder, target);
  const common = join(own, 'commondir');
  return existsSync(common) ? resolve(own, readFileSync(common, 'utf8').trim()) : own;
};

const refusalOf = (refusing: () => never): unknown => {
  try {
    return refusing();
  } catch (error) {
    return error;
  }
};
