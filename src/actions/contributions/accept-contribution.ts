import { z } from 'zod';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { review } from './reviewing.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Another signatory accepts what was handed in. With as many acceptances as the agreement asks it
 * is accepted, and what is owed for it enters the books in the same transaction.
 *
 * @throws Refusal as `review`
 */
export const acceptContribution = action({
  type: 'contribution.accepted',
  body: z.strictObject({ contribution: id, reason: text.optional() }),
  texts: ({ reason }) => [reason],
  run: ({ id: reviewId, by, body }, situation) =>
    review(situation, { ...body, id: reviewId, by, verdict: 'accept' }),
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});
