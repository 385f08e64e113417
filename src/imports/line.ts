/**
 * What every reader of foreign records hands over: lines that may become draft contributions, what
 * was left out and why, and what a person should know about the reading. Nothing here is counted
 * until its author has confirmed it and others have accepted it.
 */

import type { SkipCounts, SkipReason } from '../domain/contributions/why-skipped.ts';

/** Who a foreign record says did the work. `key` is the identity: an address, else a name. */
export interface ImportedAuthor {
  readonly key: string;
  readonly name: string;
  readonly email?: string;
  readonly bot: boolean;
}

/** One draft line. */
export interface ImportedLine {
  /** Stable identity of the line: the same import twice gives the same keys. */
  readonly key: string;
  /** SHA-256 over everything else in it: another hash under the same key is a changed line. */
  readonly contentHash: string;
  /** 1-based line of the file that it was read from; for commits, its place in the list. */
  readonly line: number;
  readonly author: ImportedAuthor;
  /** A kind of contribution, such as `knowledge-work`. */
  readonly kind: string;
  /** A decimal string. */
  readonly quantity: string;
  /** `h`, `day`, or whatever the source says. */
  readonly unit: string;
  /** Days of the work, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly description: string;
  readonly evidence: readonly string[];
  /** True where the quantity was estimated and its author has to confirm it. */
  readonly estimate: boolean;
  /** Wall-clock times, `YYYY-MM-DDTHH:MM:SS`, where the source has them. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** One line that was not taken, and why. */
export interface SkippedLine {
  readonly line: number;
  readonly reason: SkipReason;
  readonly counts?: SkipCounts;
  /** What stands there; of a program, its name. */
  readonly text: string;
}

/** A program among the authors of commits: its commits are no work of a person. */
export interface ProgramRead {
  readonly name: string;
  readonly commits: number;
}

/** The result of reading one source. */
export interface Imported {
  readonly format: ImportFormat;
  readonly lines: readonly ImportedLine[];
  readonly skipped: readonly SkippedLine[];
  /** Of a history: those whose commits were left out, as they are programs. */
  readonly programs?: readonly ProgramRead[];
  /** Sentences about the whole source. */
  readonly notes: readonly string[];
}

/** The formats that `readImport` knows. */
export const importFormats = [
  'git',
  'history',
  'toggl',
  'clockify',
  'harvest',
  'timeclock',
  'csv',
] as const;

export type ImportFormat = (typeof importFormats)[number];
