import { z } from 'zod';
import { nameOf } from '../../domain/agents/name.ts';
import { refuse } from '../../domain/refusals.ts';
import { putConsent } from '../../store/doors/consents.ts';
import { action } from '../action.ts';
import { claimedAgent } from '../agents/known-agent.ts';
import { id, text } from '../shapes.ts';
import { knownWork } from '../works/known-work.ts';
import { shown } from './answers.ts';
import { showConsent } from './show-consent.ts';

/**
 * Says what the public page of a work may show of whoever acts: their name, an alias, or nothing.
 * The last word counts; where nobody said anything, nothing is shown.
 *
 * @throws Refusal agent-unknown, work-unknown, alias-missing, name-malformed, name-missing,
 *   name-too-long
 */
export const giveConsent = action({
  type: 'consent.given',
  body: z.strictObject({ work: id, show: z.enum(shown), alias: text.optional() }),
  async run({ by, body }, { tx, seq, recordedAt }) {
    await claimedAgent(tx, by);
    const { id: work } = await knownWork(tx, body.work);
    const { show: shows, alias: said } = body;
    if (shows === 'alias' && said === undefined) refuse('alias-missing');
    const alias = shows === 'alias' ? nameOf(said ?? '') : null;
    await putConsent(tx, { work, agent: by, shows, alias, givenAt: recordedAt, seq });
  },
  answer: ({ by, body }, sight) => showConsent(sight, body.work, by),
});
