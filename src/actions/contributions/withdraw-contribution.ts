import { z } from 'zod';
import { transition } from '../../domain/contributions/contribution.ts';
import { updateContribution } from '../../store/contributions.ts';
import { action } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { NO_REVIEW } from '../agreements/signatories.ts';
import { lineDecided } from '../claims/decided.ts';
import { id, text } from '../shapes.ts';
import { standingLine, standingOf } from './known-line.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Its author takes back what is not decided yet.
 *
 * @throws Refusal contribution-unknown, contribution-superseded, not-the-author, already-decided,
 *   wrong-status when it is accepted
 */
export const withdrawContribution = action({
  type: 'contribution.withdrawn',
  body: z.strictObject({ contribution: id, reason: text.optional() }),
  texts: ({ reason }) => [reason],
  async run({ by, body }, situation) {
    const { tx, recordedAt } = situation;
    const line = await standingLine(tx, body.contribution);
    const before = await standingOf(tx, line, await knownAgent(tx, line.agent));
    const { status } = transition(before, { type: 'withdraw', by }, NO_REVIEW);
    await updateContribution(tx, { ...line, status, decidedAt: recordedAt });
    if (line.status === 'submitted') await lineDecided(situation, line.release);
  },
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});
