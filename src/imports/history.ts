import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal, refuse } from '../domain/refusals.ts';
import { instantOf } from './commits/instant.ts';
import type { CommitSink } from './git.ts';

/** What was read beside the commits. */
export interface HistoryRead {
  readonly commits: number;
  /** The hash of the oldest commit: an identity that later exports of the same history keep. */
  readonly sourceId: string;
}

/** Told now and then how far the read has come: bytes of the file, and commits so far. */
export type HistoryProgress = (bytesRead: number, bytesTotal: number, commits: number) => void;

/** Whether a file begins as a history does: with its `#format` line, or as gzip. */
export function looksLikeHistory(path: string): boolean {
  const start = firstBytes(path);
  return isGzip(start) || start.toString('latin1') === '#format ';
}

/**
 * Reads a history file, plain or gzip (told apart by its bytes), newest commit first, in little
 * memory however long it is. Format: after one line `#format webizen-git-export/1`, a commit a line
 * (`C`, hash, author date, committer date, author id, author name, number of parents, subject, with
 * tabs between), then a line for each file of it (`F`, added, deleted, path).
 *
 * Refuses: source-missing, history-format-unknown, history-malformed (with its line),
 * history-empty, archive-truncated, archive-damaged.
 */
export async function readHistory(
  path: string,
  sink: CommitSink,
  progress?: HistoryProgress,
): Promise<HistoryRead> {
  const total = statSync(path, { throwIfNoEntry: false })?.size;
  if (total === undefined) return refuse('source-missing', { path });
  const reader = historyReader(path, sink);
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const consume = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      reader.take(chunk.toString('latin1'));
      progress?.(file.bytesRead, total, reader.commits());
    }
  };
  try {
    if (isGzip(firstBytes(path))) {
      await pipeline(file, createGunzip({ chunkSize: chunkBytes }), consume);
    } else {
      await pipeline(file, consume);
    }
  } catch (error) {
    refuseBroken(path, error);
  }
  return reader.end();
}

/** What stands between an author's id and name here. */
export const historySeparator = '\t';

const chunkBytes = 1 << 18;
const lineMost = 1 << 20;

const firstBytes = (path: string): Buffer => {
  const start = Buffer.alloc(8);
  const handle = openSync(path, 'r');
  try {
    return start.subarray(0, readSync(handle, start));
  } finally {
    closeSync(handle);
  }
};

const isGzip = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b;

const refuseBroken = (path: string, error: unknown): never => {
  if (error instanceof Refusal || !(error instanceof Error)) throw error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return refuse('archive-truncated', { path });
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return refuse('archive-damaged', { path, detail: error.message });
  }
  throw error;
};

/** Cuts text (one character a byte) into lines and hands the commits on. */
const historyReader = (path: string, sink: CommitSink) => {
  let rest = '';
  let line = 0;
  let commits = 0;
  let sourceId = '';
  const malformed = (reason: string): never => refuse('history-malformed', { path, line, reason });
  const takeLine = (text: string, start: number, end: number): void => {
    line += 1;
    if (line === 1) return checkFormat(path, text.slice(start, end));
    const kind = text.charCodeAt(start);
    if (text.charCodeAt(start + 1) !== tab || (kind !== letterC && kind !== letterF)) {
      return malformed('it begins neither with C nor with F and a tab');
    }
    if (kind === letterF) {
      if (commits === 0) return malformed('a file comes before the first commit');
      return isFileLine(text, start, end) ? undefined : malformed('a file needs four fields');
    }
    const problem = takeCommit(text, start, end, sink);
    if (problem !== undefined) return malformed(problem);
    commits += 1;
    sourceId = text.slice(start + 2, text.indexOf('\t', start + 2));
  };
  const take = (chunk: string): void => {
    const text = rest === '' ? chunk : rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      takeLine(text, start, end);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > lineMost) {
      line += 1;
      malformed('it is longer than a million bytes');
    }
  };
  const end = (): HistoryRead => {
    if (rest !== '') takeLine(rest, 0, rest.length);
    if (commits === 0) refuse('history-empty', { path });
    return { commits, sourceId };
  };
  return { take, end, commits: () => commits };
};

const [tab, letterC, letterF] = [9, 67, 70];

const checkFormat = (path: string, text: string): void => {
  const format = /^#format (\S+)/.exec(text)?.[1];
  if (format === 'webizen-git-export/1') return;
  refuse('history-format-unknown', { path, format: format ?? 'none' });
};

const isFileLine = (text: string, start: number, end: number): boolean => {
  const first = text.indexOf('\t', start + 2);
  const second = first < 0 ? -1 : text.indexOf('\t', first + 1);
  return second > first + 1 && first > start + 2 && second + 1 < end;
};

/** Hands one commit on; says what is wrong with its line instead where something is. */
const takeCommit = (
  text: string,
  start: number,
  end: number,
  sink: CommitSink,
): string | undefined => {
  const hash = text.indexOf('\t', start + 2);
  const authored = text.indexOf('\t', hash + 1);
  const committed = text.indexOf('\t', authored + 1);
  const id = text.indexOf('\t', committed + 1);
  const name = text.indexOf('\t', id + 1);
  const parents = text.indexOf('\t', name + 1);
  const inOrder = start < hash && hash < authored && authored < committed;
  if (!(inOrder && committed < id && id < name && name < parents && parents < end)) {
    return 'a commit needs eight fields';
  }
  const when = instantOf(text.slice(hash + 1, authored));
  if (when === undefined) return 'its author date is not one such as 2026-05-31T09:30:00+10:00';
  if (id === committed + 1) return 'its author id is blank';
  const author = text.slice(committed + 1, name);
  sink(author, when.at, when.offsetMinutes, text.slice(start + 2, hash));
  return undefined;
};
