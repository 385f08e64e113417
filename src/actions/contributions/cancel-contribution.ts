import { z } from 'zod';
import { transition } from '../../domain/contributions/contribution.ts';
import { findClaim } from '../../store/money/claims.ts';
import { updateContribution } from '../../store/contributions.ts';
import { action } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { NO_REVIEW } from '../agreements/signatories.ts';
import { cancelClaim } from '../claims/accept-claim.ts';
import { lineDecided } from '../claims/decided.ts';
import { id, text } from '../shapes.ts';
import { knownLine, standingOf } from './known-line.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Its author cancels what was accepted: what it has earned stays theirs, its remainder leaves the
 * tranche. Where everything else has been paid, that opens the release.
 *
 * @throws Refusal contribution-unknown, not-the-author, wrong-status before acceptance,
 *   already-decided
 */
export const cancelContribution = action({
  type: 'contribution.cancelled',
  body: z.strictObject({ contribution: id, reason: text.optional() }),
  texts: ({ reason }) => [reason],
  async run({ by, body }, situation) {
    const { tx, recordedAt } = situation;
    const line = await knownLine(tx, body.contribution);
    const before = await standingOf(tx, line, await knownAgent(tx, line.agent));
    const { status } = transition(before, { type: 'cancel', by }, NO_REVIEW);
    await updateContribution(tx, { ...line, status, decidedAt: recordedAt });
    if ((await findClaim(tx, line.id)) === undefined) return;
    await cancelClaim(situation, line.id);
    // Where nothing else is owed, no payment can come any more that would open the release.
    await lineDecided(situation, line.release);
  },
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});
