// What somebody typed on the way to a signed work, with where its history comes from.

import { nothing } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** Where a work begins: with a name alone, or with who made it so far. */
export type From = 'name' | 'path' | 'file';

/** A work that begins, as it lies in the browser until it is signed and its drafts are in. */
export interface Begun extends Beginning {
  readonly from: From;
  /** Of a repository or a history on the machine of the node. */
  readonly path: string;
  /** Read what is there of a history that was cut off. */
  readonly shallow: boolean;
  /** How hours are estimated, where it is not as published: decimals, or nothing. */
  readonly sessionHours: string;
  readonly firstHours: string;
  /** What an hour might be worth: for a look, it is in no contract. */
  readonly guess: string;
  /** People of the same name are not the same person. */
  readonly apart: boolean;
  /** Which of the people is whoever types; '' where nobody is said to be. */
  readonly me: string;
  /** The people were looked at, and are to come in as drafts. */
  readonly taken: boolean;
  /** Id of the import: a second try is the same. */
  readonly import: string;
  /** The node was named on this way. */
  readonly named: boolean;
}

/** Nothing typed yet. */
export const blank: Begun = {
  ...nothing,
  step: 'node',
  from: 'name',
  path: '',
  shallow: false,
  sessionHours: '',
  firstHours: '',
  guess: '',
  apart: false,
  me: '',
  taken: false,
  import: '',
  named: false,
};

/** What each step is given. */
export interface StepProps {
  readonly typed: Begun;
  readonly change: (next: Partial<Begun>) => void;
}

/** Which question of how many a step is: the naming of the node is one where it was asked. */
export const questionOf = (
  { named }: Pick<Begun, 'named'>,
  step: 'work' | 'terms',
): { n: number; all: number } => {
  const before = named ? 1 : 0;
  return { n: before + (step === 'work' ? 1 : 2), all: before + 2 };
};

/** A name for a work out of the name of what it was read from. */
export const titleOf = (source: string): string =>
  source.replace(/(\.git|\.gz|\.log|\.txt|\.history|\.tsv)+$/iu, '') || source;
