import type { Terms } from '../../domain/agreements/fields.ts';
import type { ReviewTerms } from '../../domain/contributions/contribution.ts';
import { signatoriesOf } from '../../store/agreements.ts';
import type { Tx } from '../../store/engine.ts';

/** What an author does with a line of their own asks nothing of reviewers. */
export const NO_REVIEW: ReviewTerms = { signatories: [], reviewers: 1, criteria: [] };

/**
 * Who may review lines of a work, and how many it takes: all who have signed a version that holds,
 * by the terms that the line is under. Without terms: one, and no criteria.
 */
export async function reviewTermsOf(
  tx: Tx,
  work: string,
  terms: Terms | null,
): Promise<ReviewTerms> {
  return {
    signatories: await signatoriesOf(tx, work),
    reviewers: terms === null ? 1 : Number(terms['review.n']),
    criteria: terms?.criteria ?? [],
  };
}
