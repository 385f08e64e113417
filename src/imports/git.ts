import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '../domain/refusals.ts';
import { logArguments, startGit, type GitProcess, type GitResult } from './git-process.ts';

/** How a repository is read. */
export interface GitReadOptions {
  /** A branch, tag or commit; by default what HEAD names. */
  readonly branch?: string;
  /** Read what is there of a history that was cut off, instead of refusing it. */
  readonly allowShallow?: boolean;
  /** `hours` asks git for names and times alone; `lines` also for the zone and the hash. */
  readonly fields: 'hours' | 'lines';
  /** A `git log` with just these arguments that was started already. */
  readonly started?: GitProcess;
}

/**
 * Takes one commit: its author as `address SEPARATOR name`, after mailmap, as raw bytes (one
 * character a byte), the author date in seconds since 1970 (NaN where the commit has none), and
 * with `lines` the minutes east of UTC and the commit's hash, else 0 and ''.
 */
export type CommitSink = (author: string, at: number, offsetMinutes: number, hash: string) => void;

/** What stands between an address and a name here. */
export const gitSeparator = '\u0001';

/** What was read beside the commits. */
export interface GitRead {
  readonly commits: number;
  /** True where the history was cut off, and was read all the same. */
  readonly shallow: boolean;
}

/**
 * Reads all commits that HEAD (or `branch`) reaches, merges included, newest first, of a work tree,
 * a folder in it, a linked work tree or a bare repository. One `git log` runs; it writes nothing,
 * fetches nothing, and runs nothing that the repository's own configuration names.
 *
 * Refuses: source-missing, not-a-repository, repository-empty, branch-missing, repository-shallow
 * (unless allowed), repository-damaged, repository-not-trusted, git-missing.
 */
export async function readGit(
  path: string,
  options: GitReadOptions,
  sink: CommitSink,
): Promise<GitRead> {
  const shallow = isShallow(path);
  if (shallow && options.allowShallow !== true) {
    options.started?.stop();
    return refuse('repository-shallow', { path });
  }
  const args = logArguments(options.fields, revision(path, options.branch));
  const git = options.started ?? startGit(path, args);
  const reader = recordReader(options.fields === 'hours' ? hoursInto(sink) : linesInto(sink));
  const result = await outcome(git, reader.take);
  if (result.status !== 0) return refuseFailure(path, options.branch, result);
  return { commits: reader.count(), shallow };
}

/**
 * An identity of the repository that later commits leave as it is: the hash of the first commit on
 * the first-parent line of HEAD. Refuses as `readGit` does.
 */
export async function gitSourceId(path: string, branch?: string): Promise<string> {
  let root = '';
  const args = ['rev-list', '--first-parent', '--max-parents=0', ...revision(path, branch, 'HEAD')];
  const result = await outcome(startGit(path, args), (text) => (root += text));
  if (result.status !== 0) return refuseFailure(path, branch, result);
  return root.trim();
}

const revision = (path: string, branch: string | undefined, otherwise?: string): string[] => {
  if (branch === undefined) return otherwise === undefined ? [] : [otherwise, '--'];
  if (branch.startsWith('-') || branch === '') refuse('branch-missing', { branch, path });
  return [branch, '--'];
};

const outcome = async (git: GitProcess, take: (text: string) => void): Promise<GitResult> => {
  const failures: unknown[] = [];
  git.take((text) => {
    if (failures.length > 0) return;
    try {
      take(text);
    } catch (error) {
      failures.push(error);
      git.stop();
    }
  });
  const result = await git.done;
  if (failures.length > 0) throw failures[0];
  return result;
};

/** Cuts a stream into records, each with NUL after it. */
const recordReader = (takeRecord: (record: string) => void) => {
  let rest = '';
  let count = 0;
  const take = (text: string): void => {
    const records = (rest + text).split('\0');
    rest = records.pop() ?? '';
    count += records.length;
    for (const record of records) takeRecord(record);
  };
  return { take, count: () => count };
};

const hoursInto =
  (sink: CommitSink) =>
  (record: string): void => {
    const end = record.indexOf(gitSeparator);
    sink(record.slice(end + 1), end === 0 ? Number.NaN : Number(record.slice(0, end)), 0, '');
  };

const linesInto =
  (sink: CommitSink) =>
  (record: string): void => {
    const [at = '', zone = '', hash = '', ...author] = record.split(gitSeparator);
    const seconds = at === '' ? Number.NaN : Number(at);
    sink(author.join(gitSeparator), seconds, minutesOf(zone), hash);
  };

const minutesOf = (zone: string): number => {
  const found = /^([+-])(\d+)(\d\d)$/.exec(zone);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
};

const refuseFailure = async (
  path: string,
  branch: string | undefined,
  { errors, missing }: GitResult,
): Promise<never> => {
  if (missing) refuse('git-missing', {});
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
  if (/does not have any commits|unknown revision|bad (default )?revision/i.test(errors)) {
    const other = await anyBranch(path);
    if (other === '') refuse('repository-empty', { path });
    refuse('head-missing', { path, branch: other });
  }
  return refuse('repository-damaged', { path, detail: lastLine(errors) });
};

const anyBranch = async (path: string): Promise<string> => {
  let names = '';
  const args = ['for-each-ref', '--count=1', '--format=%(refname:short)', 'refs/heads'];
  await outcome(startGit(path, args), (text) => (names += text));
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
