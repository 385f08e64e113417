import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuse } from '../../domain/refusals.ts';
import { collectAuthors } from '../../imports/commits/authors.ts';
import { readGit, type CommitSink } from '../../imports/git.ts';
import { looksLikeHistory, readHistory } from '../../imports/history.ts';
import type { TimedAuthor } from './estimate.ts';
import type { ReadCommits } from './look.ts';
import type { TryOptions } from './options.ts';
import type { Progress } from './progress.ts';

/**
 * Begins to read the commits of the source, a repository or a history file, and goes on while the
 * caller does something else. Refuses source-missing and source-unknown at once; what it resolves
 * to may refuse as `readGit` and `readHistory` do.
 */
export function startReading(
  options: TryOptions,
  cwd: string,
  progress: Progress,
): Promise<ReadCommits> {
  const path = resolve(cwd, options.source);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return refuse('source-missing', { path });
  const rule = { bots: options.bots, humans: options.humans };
  const authors = collectAuthors(rule, () => ({ times: [] as number[] }));
  let undated = 0;
  const sink: CommitSink = (name, email, at) => {
    const author: TimedAuthor = authors.commitBy(name, email);
    if (Number.isNaN(at)) undated += 1;
    else author.times.push(at);
    progress.commit();
  };
  const found = (commits: number, shallow: boolean): ReadCommits => {
    progress.end();
    return { authors: authors.list(), commits, undated, shallow };
  };
  if (kind.isDirectory()) {
    const { branch, allowShallow } = options;
    const how = { fields: 'hours', allowShallow, ...(branch === undefined ? {} : { branch }) };
    const reading = readGit(path, { ...how, fields: 'hours' }, sink);
    return reading.done.then((read) => found(read.commits, read.shallow));
  }
  if (!kind.isFile() || !looksLikeHistory(path)) refuse('source-unknown', { path });
  return readHistory(path, sink, progress.bytes).then((read) => found(read.commits, false));
}
