import { z } from 'zod';
import { action } from '../action.ts';
import { acceptBySilence } from './reviewing.ts';
import { showContribution } from './show-contribution.ts';

/**
 * A line was accepted by silence: nobody said anything in the time of review and the time after it
 * in which all are asked, and its agreement says that silence accepts (clause 11). The calendar's
 * act, by the node's own agent.
 *
 * @throws Refusal those of `acceptBySilence`
 */
export const passContribution = action({
  type: 'contribution.passed',
  internal: true,
  body: z.strictObject({}),
  run: ({ id }, situation) => acceptBySilence(situation, id),
  answer: ({ id }, sight) => showContribution(sight, id),
});
