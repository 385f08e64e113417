import type { Contribution, Party, Review } from '../../domain/contributions/contribution.ts';
import { refuse } from '../../domain/refusals.ts';
import type { StoredAgent } from '../../store/agents.ts';
import { findContribution } from '../../store/contributions.ts';
import type { Tx } from '../../store/engine.ts';
import { reviewsOf } from '../../store/reviews.ts';
import type { StoredReview } from '../../store/reviews.ts';
import type { Line, Said, Valued } from './said.ts';

/**
 * The contribution of an id.
 *
 * @throws Refusal contribution-unknown
 */
export async function knownLine(tx: Tx, id: string): Promise<Line> {
  const line = await findContribution<Said, Valued>(tx, id);
  return line ?? refuse('contribution-unknown', { id });
}

/**
 * The contribution of an id, unless another line has replaced it.
 *
 * @throws Refusal contribution-unknown, contribution-superseded
 */
export async function standingLine(tx: Tx, id: string): Promise<Line> {
  const line = await knownLine(tx, id);
  const { supersededBy } = line;
  if (supersededBy !== null) {
    refuse('contribution-superseded', { contribution: id, by: supersededBy });
  }
  return line;
}

/** An agent as reviews look at it. */
export const partyOf = ({ id, kind, responsible }: StoredAgent): Party => ({
  id,
  kind,
  responsible,
});

const reviewOf = (review: StoredReview): Review => ({
  agent: review.agent,
  verdict: review.verdict === 'accepted' ? 'accept' : 'reject',
  reason: review.reason,
  criterion: review.criterion,
  at: review.reviewedAt,
});

/** Where a line stands, as the domain decides about it. */
export async function standingOf(tx: Tx, line: Line, author: StoredAgent): Promise<Contribution> {
  const { id, status, estimate } = line;
  const reviews = (await reviewsOf(tx, id)).map(reviewOf);
  return { id, author: partyOf(author), status, estimate, reviews };
}
