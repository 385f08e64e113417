import { z } from 'zod';
import { reviewStages } from '../../domain/contributions/silence.ts';
import { action } from '../action.ts';
import { id } from '../shapes.ts';
import { knownLine } from './known-line.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Nobody answered in the time of review: all who may review are asked from now on, or, after that
 * silence too, it is a case (clause 11). The calendar's act, by the node's own agent: it says when,
 * and changes nothing of the line, which waits as before.
 */
export const escalateContribution = action({
  type: 'contribution.escalated',
  internal: true,
  body: z.strictObject({ contribution: id, stage: z.enum(reviewStages).exclude(['asked']) }),
  async run({ body }, { tx }) {
    const { status } = await knownLine(tx, body.contribution);
    if (status !== 'submitted') throw new Error(`${body.contribution} waits for nobody.`);
  },
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});
