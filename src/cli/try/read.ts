import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuse } from '../../domain/refusals.ts';
import { collectAuthors } from '../../imports/commits/authors.ts';
import type { GitProcess } from '../../imports/git-process.ts';
import { gitSeparator, readGit, type CommitSink } from '../../imports/git.ts';
import type { TimedAuthor } from './estimate.ts';
import type { ReadCommits } from './look.ts';
import type { TryOptions } from './options.ts';
import type { Progress } from './progress.ts';

/**
 * Begins to read the commits of the source, a repository or a history file, and goes on while the
 * caller does something else. Refuses source-missing and source-unknown, and what `readGit` and
 * `readHistory` refuse.
 */
export async function startReading(
  options: TryOptions,
  cwd: string,
  progress: Progress,
  started: GitProcess | undefined,
): Promise<ReadCommits> {
  const path = resolve(cwd, options.source);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return refuse('source-missing', { path });
  return kind.isDirectory()
    ? readRepository(path, options, progress, started)
    : readFile(path, kind.isFile(), options, progress);
}

const readRepository = async (
  path: string,
  options: TryOptions,
  progress: Progress,
  started: GitProcess | undefined,
): Promise<ReadCommits> => {
  const collected = collect(options, gitSeparator, progress);
  const how = {
    fields: 'hours' as const,
    allowShallow: options.allowShallow,
    ...(options.branch === undefined ? {} : { branch: options.branch }),
    ...(started === undefined ? {} : { started }),
  };
  const { commits, shallow } = await readGit(path, how, collected.sink);
  return collected.found(commits, shallow);
};

/** Loaded only here: unpacking is not needed for a repository. */
const readFile = async (
  path: string,
  isFile: boolean,
  options: TryOptions,
  progress: Progress,
): Promise<ReadCommits> => {
  const history = await import('../../imports/history.ts');
  if (!isFile || !history.looksLikeHistory(path)) return refuse('source-unknown', { path });
  const collected = collect(options, history.historySeparator, progress);
  const { commits } = await history.readHistory(path, collected.sink, progress.bytes);
  return collected.found(commits, false);
};

const collect = ({ bots, humans }: TryOptions, separator: string, progress: Progress) => {
  const authors = collectAuthors({ bots, humans }, separator, () => ({ times: [] as number[] }));
  let undated = 0;
  const sink: CommitSink = (bytes, at) => {
    const author: TimedAuthor = authors.commitBy(bytes);
    if (Number.isNaN(at)) undated += 1;
    else author.times.push(at);
    progress.commit();
  };
  const found = (commits: number, shallow: boolean): ReadCommits => {
    progress.end();
    return { authors: authors.list(), commits, undated, shallow };
  };
  return { sink, found };
};
