// Why a line of an import is left out by its reader: a code for programs and for the app's own
// words, and a sentence in English for the command line.

/** Why a line was left out, by its code. */
export const skipReasons = [
  'program',
  'quantity-zero',
  'never-out',
  'never-in',
  'backwards',
  'too-long',
  'no-time',
  'over-a-day',
] as const;

export type SkipReason = (typeof skipReasons)[number];

/** What a reason counts: the commits of a program, the most days or hours that can be. */
export type SkipCounts = Readonly<Record<string, number>>;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const sentences: Readonly<Record<SkipReason, (counts: SkipCounts) => string>> = {
  program: ({ commits = 0 }) => `a program, not a person: its ${counted(commits, 'commit')}`,
  'quantity-zero': () => 'its quantity is zero',
  'never-out': () => 'it was clocked in and never out',
  'never-in': () => 'it is clocked out without having been clocked in',
  backwards: () => 'it ends before it starts',
  'too-long': ({ days = 0 }) => `it lasts more than ${counted(days, 'day')}`,
  'no-time': () => 'it lasts no time at all',
  'over-a-day': ({ hours = 0 }) => `a day has no more than ${counted(hours, 'hour')}`,
};

/** Why a line was left out, as a few English words; a reason of the node's own as it is. */
export function whySkipped(one: {
  readonly reason: string;
  readonly counts?: SkipCounts | undefined;
}): string {
  const known = skipReasons.find((reason) => reason === one.reason);
  return known === undefined ? one.reason : sentences[known](one.counts ?? {});
}
