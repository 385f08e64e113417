import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { nextRelease } from '../../domain/works/release.ts';
import { findRelease, insertRelease, releasesOf } from '../../store/releases.ts';
import { action } from '../action.ts';
import { id, upstream } from '../shapes.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { adoptVersions } from '../agreements/force.ts';
import { checkedUpstreams } from './building-on.ts';
import { knownWork } from './known-work.ts';
import { showRelease } from './show-work.ts';

/**
 * Adds the next release of a work. It builds on the one before exactly as one work builds on
 * another: only where that is said, with the share that is said.
 *
 * @throws Refusal work-unknown, not-the-steward, id-reused, and those of `checkedUpstreams`
 */
export const addRelease = action({
  type: 'release.added',
  body: z.strictObject({ work: id, buildsOn: z.array(upstream).max(1000).optional() }),
  async run({ id: releaseId, by, body }, situation) {
    const { tx, seq } = situation;
    const work = await knownWork(tx, body.work);
    if (by !== work.steward) {
      const { name } = await knownAgent(tx, work.steward);
      refuse('not-the-steward', { verb: 'add a release', steward: name });
    }
    if ((await findRelease(tx, releaseId)) !== undefined) refuse('id-reused', { id: releaseId });
    const release = nextRelease(releaseId, await releasesOf(tx, work.id));
    const built = { id: release.id, work: work.id, title: work.title };
    const buildsOn = await checkedUpstreams(tx, built, body.buildsOn ?? []);
    await insertRelease(tx, { ...release, seq }, buildsOn);
    await adoptVersions(situation, work.id);
  },
  answer: ({ id: releaseId }, sight) => showRelease(sight, releaseId),
});
