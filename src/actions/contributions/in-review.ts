import { reviewersOf } from '../../domain/contributions/contribution.ts';
import type { ReviewTerms } from '../../domain/contributions/contribution.ts';
import { reviewStanding, silenceUnder } from '../../domain/contributions/silence.ts';
import type { SilenceTerms } from '../../domain/contributions/silence.ts';
import { findAgreement } from '../../store/agreements.ts';
import { namesOf } from '../../store/agents.ts';
import type { StoredAgent } from '../../store/agents.ts';
import type { StoredReview } from '../../store/reviews.ts';
import type { Sight } from '../action.ts';
import { termsOf } from '../agreements/terms-of.ts';
import type { ContributionAnswer, ReviewStandingAnswer } from './answers.ts';
import { partyOf } from './known-line.ts';
import type { Line } from './said.ts';

type Reviews = readonly Pick<StoredReview, 'agent' | 'verdict'>[];

/** How far the review of a line has come; null unless it waits for one, under an agreement. */
export function standingOfReview(
  line: Line,
  { terms, reviews, today }: { terms: SilenceTerms | null; reviews: Reviews; today: string },
): ReviewStandingAnswer | null {
  const { status, agreement, submittedAt } = line;
  const waits = status === 'submitted' && agreement !== null && submittedAt !== null;
  if (!waits || terms === null) return null;
  const isOpposed = reviews.some(({ verdict }) => verdict === 'rejected');
  const submittedOn = submittedAt.slice(0, 10);
  return reviewStanding(silenceUnder(terms, { submittedOn, isOpposed }), today);
}

/** The same of the lines of a list, whose terms are read once. */
export async function standingsOfReview(
  { tx, today }: Sight,
  lines: readonly Line[],
  reviewsOf: (line: Line) => Reviews,
): Promise<(line: Line) => ReviewStandingAnswer | null> {
  const terms = new Map<string | null, SilenceTerms>();
  for (const { status, agreement } of lines) {
    if (status !== 'submitted' || agreement === null || terms.has(agreement)) continue;
    const found = await findAgreement(tx, agreement);
    if (found !== undefined) terms.set(agreement, termsOf(found));
  }
  return (line) =>
    standingOfReview(line, {
      terms: terms.get(line.agreement) ?? null,
      reviews: reviewsOf(line),
      today,
    });
}

/** The same of one line, with those who may review it and have said nothing yet. */
export async function reviewWithAsked(
  { tx, today }: Sight,
  line: Line,
  given: {
    readonly terms: SilenceTerms | null;
    readonly review: ReviewTerms;
    readonly author: StoredAgent;
    readonly reviews: Reviews;
  },
): Promise<ContributionAnswer['review']> {
  const { terms, review, author, reviews } = given;
  const standing = standingOfReview(line, { terms, reviews, today });
  if (standing === null) return null;
  const silent = reviewersOf(partyOf(author), review)
    .map(({ id }) => id)
    .filter((id) => reviews.every(({ agent }) => agent !== id));
  const names = await namesOf(tx, silent);
  return {
    ...standing,
    asked: silent.map((agent) => ({ agent, name: names.get(agent) ?? agent })),
  };
}
