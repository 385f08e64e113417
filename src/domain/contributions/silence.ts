import { addDuration } from '../agreements/duration.ts';

/**
 * How far the review of a line has come that was handed in: some are asked; after a silence all
 * are; after that silence it is a case, never a no (agreements, clause 11).
 */
export const reviewStages = ['asked', 'all-asked', 'case'] as const;

/** One stage. */
export type ReviewStage = (typeof reviewStages)[number];

/** What decides how far it has come. */
export interface Silence {
  /** ISO day on which the line was handed in. */
  readonly submittedOn: string;
  /** `review.within` and `review.escalate`: ISO 8601 durations, one after the other. */
  readonly within: string;
  readonly escalate: string;
  /** `review.silence`. */
  readonly silence: 'escalate' | 'accept';
  /** Whether somebody has spoken against it: then it is no silence that could accept. */
  readonly isOpposed: boolean;
}

/** A stage, its first ISO day, and its last; null where it does not end by itself. */
export interface ReviewStanding {
  readonly stage: ReviewStage;
  readonly since: string;
  readonly until: string | null;
}

/** What of the terms decides it. */
export interface SilenceTerms {
  readonly 'review.within': string;
  readonly 'review.escalate': string;
  readonly 'review.silence': 'escalate' | 'accept';
}

/** What silence does to a line that is under these terms. */
export const silenceUnder = (
  terms: SilenceTerms,
  line: Pick<Silence, 'submittedOn' | 'isOpposed'>,
): Silence => ({
  ...line,
  within: terms['review.within'],
  escalate: terms['review.escalate'],
  silence: terms['review.silence'],
});

/** How far the review of a line has come on a day. */
export function reviewStanding(given: Silence, today: string): ReviewStanding {
  const first = addDuration(given.submittedOn, given.within);
  if (today <= first) return { stage: 'asked', since: given.submittedOn, until: first };
  const second = addDuration(first, given.escalate);
  const asked = { stage: 'all-asked', since: dayAfter(first), until: second } as const;
  if (today <= second || isAccepting(given)) return asked;
  return { stage: 'case', since: dayAfter(second), until: null };
}

/** Whether silence has accepted the line by a day: where that is agreed, and nobody is against. */
export function isAcceptedBySilence(given: Silence, today: string): boolean {
  const last = addDuration(addDuration(given.submittedOn, given.within), given.escalate);
  return isAccepting(given) && last < today;
}

const isAccepting = ({ silence, isOpposed }: Silence): boolean =>
  silence === 'accept' && !isOpposed;

const dayAfter = (day: string): string => addDuration(day, 'P1D');
