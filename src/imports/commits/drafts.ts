import { createHash } from 'node:crypto';
import { hoursText, sessionsOf, type Session, type SessionRule } from '../git-hours.ts';
import type { ImportedLine, ProgramRead, SkippedLine } from '../line.ts';
import type { CommitAuthor } from './authors.ts';
import { localDay } from './instant.ts';

/** One commit of an author, as far as drafts need it. */
export interface DatedCommit {
  readonly at: number;
  readonly offsetMinutes: number;
  readonly hash: string;
}

/** An author with their commits, in any order. */
export interface AuthorWithCommits extends CommitAuthor {
  readonly dated: DatedCommit[];
}

/** Draft lines of a history: what was taken, the bots that were not, and what to know. */
export interface CommitDrafts {
  readonly lines: ImportedLine[];
  readonly skipped: SkippedLine[];
  readonly programs: ProgramRead[];
  readonly notes: string[];
}

/**
 * One draft line for each author and calendar month, marked as an estimate. A session belongs to
 * the day of its first commit, by the clock that its author wrote it down with; so no line crosses
 * a month, and none a change of rates. A line names its first and last commit as evidence. Hours
 * beyond 24 for each of its days are left out, and said so.
 *
 * `sourceId` names the history: with author and month it makes the key, so that later commits
 * change a line's content and never its key.
 */
export function draftLines(
  sourceId: string,
  authors: readonly AuthorWithCommits[],
  rule: SessionRule,
): CommitDrafts {
  const drafts: CommitDrafts = { lines: [], skipped: [], programs: [], notes: [] };
  for (const author of authors) {
    if (author.bot) {
      const { name, commits } = author;
      drafts.skipped.push({ line: 0, reason: 'program', counts: { commits }, text: name });
      drafts.programs.push({ name, commits });
      continue;
    }
    for (const [month, stretch] of monthsOf(author.dated, rule)) {
      drafts.lines.push(lineOf(sourceId, author, month, stretch, drafts));
    }
  }
  return drafts;
}

interface Stretch {
  seconds: number;
  sessions: number;
  readonly commits: DatedCommit[];
}

const monthsOf = (commits: readonly DatedCommit[], rule: SessionRule): Map<string, Stretch> => {
  const sorted = commits.toSorted((a, b) => a.at - b.at || (a.hash < b.hash ? -1 : 1));
  const months = new Map<string, Stretch>();
  const sessions = sessionsOf(
    sorted.map((commit) => commit.at),
    rule,
  );
  for (const session of sessions) {
    const first = sorted[session.first];
    if (first === undefined) throw new Error('a session begins with a commit');
    const month = localDay(first.at, first.offsetMinutes).slice(0, 7);
    const stretch = months.get(month) ?? { seconds: 0, sessions: 0, commits: [] };
    addSession(stretch, session, sorted);
    months.set(month, stretch);
  }
  return months;
};

const addSession = (stretch: Stretch, session: Session, sorted: readonly DatedCommit[]): void => {
  stretch.seconds += session.seconds;
  stretch.sessions += 1;
  for (let index = session.first; index <= session.last; index += 1) {
    const commit = sorted[index];
    if (commit !== undefined) stretch.commits.push(commit);
  }
};

const lineOf = (
  sourceId: string,
  author: AuthorWithCommits,
  month: string,
  stretch: Stretch,
  drafts: CommitDrafts,
): ImportedLine => {
  const days = stretch.commits.map((commit) => localDay(commit.at, commit.offsetMinutes));
  const inMonth = days.filter((day) => day.startsWith(month)).toSorted();
  const from = inMonth[0] ?? `${month}-01`;
  const to = inMonth.at(-1) ?? from;
  const seconds = Math.min(stretch.seconds, secondsOfDays(from, to));
  if (seconds < stretch.seconds) {
    drafts.notes.push(
      `${author.name}, ${month}: ${hoursText(stretch.seconds)} h were estimated, which is more ` +
        `than its days have; ${hoursText(seconds)} h were taken.`,
    );
  }
  const body = {
    author: {
      key: author.key,
      name: author.name,
      ...(author.email === '' ? {} : { email: author.email }),
      bot: false,
    },
    kind: 'knowledge-work',
    quantity: hoursText(seconds),
    unit: 'h',
    from,
    to,
    description: describe(stretch, month),
    evidence: evidenceOf(stretch.commits),
    estimate: true,
  };
  const key = sha256([sourceId, author.key, month]);
  return { key, contentHash: sha256([body]), line: drafts.lines.length + 1, ...body };
};

const secondsOfDays = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 1000 + 86_400;

const describe = (stretch: Stretch, month: string): string => {
  const commits = `${stretch.commits.length} commit${stretch.commits.length === 1 ? '' : 's'}`;
  const sessions = `${stretch.sessions} session${stretch.sessions === 1 ? '' : 's'}`;
  return `${commits} in ${sessions}, ${month}; hours estimated from commit times`;
};

const evidenceOf = (commits: readonly DatedCommit[]): string[] => {
  const [first, last] = [commits[0], commits.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a draft has commits');
  return [first === last ? `commit:${first.hash}` : `commit:${first.hash}..${last.hash}`];
};

/** SHA-256 of values as JSON, lower-case hex. */
export function sha256(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
