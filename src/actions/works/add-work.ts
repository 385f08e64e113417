import { z } from 'zod';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { firstRelease } from '../../domain/works/release.ts';
import { newWork } from '../../domain/works/work.ts';
import { findRelease, insertRelease } from '../../store/releases.ts';
import { insertWork } from '../../store/works.ts';
import { action } from '../action.ts';
import { claimedAgent } from '../agents/known-agent.ts';
import { id, text, upstream } from '../shapes.ts';
import { checkedUpstreams } from './building-on.ts';
import { showWork } from './show-work.ts';

/**
 * Adds a work with its release 1. Whoever acts is its steward.
 *
 * @throws Refusal agent-unclaimed, title-malformed, title-missing, title-too-long,
 *   work-kind-unknown, currency-unknown, id-reused, and those of `checkedUpstreams`
 */
export const addWork = action({
  type: 'work.added',
  body: z.strictObject({
    title: text,
    kind: z.string().max(100),
    currency: z.string().max(40),
    /** The id of release 1. */
    release: id,
    buildsOn: z.array(upstream).max(1000).optional(),
  }),
  lines: ({ title }) => [title],
  async run({ id: workId, by, body }, { tx, currencies, seq }) {
    const steward = await claimedAgent(tx, by);
    const currency = currencyOf(currencies, body.currency).code;
    const { title, kind } = body;
    const work = newWork({ id: workId, title, kind, currency, steward: steward.id });
    if ((await findRelease(tx, body.release)) !== undefined) {
      refuse('id-reused', { id: body.release });
    }
    const release = firstRelease(body.release, workId);
    const built = { id: release.id, work: workId, title: work.title };
    const buildsOn = await checkedUpstreams(tx, built, body.buildsOn ?? []);
    await insertWork(tx, { ...work, seq });
    await insertRelease(tx, { ...release, seq }, buildsOn);
  },
  answer: ({ id: workId }, sight) => showWork(sight, workId),
});
