import { z } from 'zod';
import { action } from '../action.ts';
import { id, text } from '../shapes.ts';
import { review } from './reviewing.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Another signatory rejects what was handed in, with a reason, and the criterion that is not met.
 *
 * @throws Refusal as `review`
 */
export const rejectContribution = action({
  type: 'contribution.rejected',
  body: z.strictObject({
    contribution: id,
    reason: text,
    criterion: z.string().max(200).optional(),
  }),
  texts: ({ reason }) => [reason],
  run: ({ id: reviewId, by, body }, situation) =>
    review(situation, { ...body, id: reviewId, by, verdict: 'reject' }),
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});
