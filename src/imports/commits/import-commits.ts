import { gitSeparator, gitSourceId, readGit, type CommitSink } from '../git.ts';
import { publishedSessionRule, type SessionRule } from '../git-hours.ts';
import { historySeparator, readHistory, type HistoryProgress } from '../history.ts';
import type { Imported } from '../line.ts';
import { builtInBotRule, collectAuthors, type Authors, type BotRule } from './authors.ts';
import { draftLines, type AuthorWithCommits, type DatedCommit } from './drafts.ts';

/** How commits become draft lines. */
export interface CommitImportOptions {
  readonly rule?: SessionRule;
  readonly bots?: BotRule;
  /** Only for repositories: a branch, tag or commit instead of HEAD. */
  readonly branch?: string;
  /** Only for repositories: read what is there of a history that was cut off. */
  readonly allowShallow?: boolean;
  /** Told how far it is. Of a repository only the commits are known: 0 bytes of 0. */
  readonly progress?: HistoryProgress;
}

const estimateNote =
  'Commits carry no hours: each line is an estimate, and counts for nothing until its author ' +
  'confirms it.';

/** Draft lines from a git repository. Refuses as `readGit` does. */
export async function importGit(path: string, options: CommitImportOptions): Promise<Imported> {
  const authors = collect(options, gitSeparator);
  const undated = { commits: 0 };
  const { branch, allowShallow } = options;
  const reading = readGit(
    path,
    {
      fields: 'lines',
      ...(branch === undefined ? {} : { branch }),
      ...(allowShallow === undefined ? {} : { allowShallow }),
    },
    counted(sinkInto(authors, undated), options.progress),
  );
  const [read, sourceId] = await Promise.all([reading, gitSourceId(path, branch)]);
  const notes = read.shallow
    ? ['The history was cut off when it was cloned: earlier work and its authors are missing.']
    : [];
  return drafted('git', sourceId, authors, options, [...notes, ...undatedNote(undated.commits)]);
}

/** Draft lines from a history file. Refuses as `readHistory` does. */
export async function importHistory(path: string, options: CommitImportOptions): Promise<Imported> {
  const authors = collect(options, historySeparator);
  const undated = { commits: 0 };
  const sink = sinkInto(authors, undated);
  const { sourceId } = await readHistory(path, sink, options.progress);
  return drafted('history', sourceId, authors, options, undatedNote(undated.commits));
}

const collect = (options: CommitImportOptions, separator: string): Authors<AuthorWithCommits> =>
  collectAuthors(options.bots ?? builtInBotRule, separator, () => ({ dated: [] as DatedCommit[] }));

const sinkInto =
  (authors: Authors<AuthorWithCommits>, undated: { commits: number }): CommitSink =>
  (bytes, at, offsetMinutes, hash) => {
    const author = authors.commitBy(bytes);
    if (Number.isNaN(at)) undated.commits += 1;
    // A slice of the text that was read would keep all of that text in memory.
    else author.dated.push({ at, offsetMinutes, hash: Buffer.from(hash, 'latin1').toString() });
  };

/** How many commits go by between two words of progress. */
const STEP = 1000;

const counted = (sink: CommitSink, progress: HistoryProgress | undefined): CommitSink => {
  if (progress === undefined) return sink;
  let commits = 0;
  return (...commit) => {
    sink(...commit);
    commits += 1;
    if (commits % STEP === 0) progress(0, 0, commits);
  };
};

const undatedNote = (commits: number): string[] =>
  commits === 0 ? [] : [`${commits} commits have no readable date, and add no hours.`];

const drafted = (
  format: 'git' | 'history',
  sourceId: string,
  authors: Authors<AuthorWithCommits>,
  options: CommitImportOptions,
  notes: readonly string[],
): Imported => {
  const rule = options.rule ?? publishedSessionRule;
  const drafts = draftLines(sourceId, authors.list(), rule);
  const { lines, skipped, programs } = drafts;
  return { format, lines, skipped, programs, notes: [estimateNote, ...notes, ...drafts.notes] };
};
