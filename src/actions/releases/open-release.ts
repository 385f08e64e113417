import { z } from 'zod';
import { nextRelease, opened } from '../../domain/works/release.ts';
import { carryUndecided, markOpen } from '../../store/money/openings.ts';
import { findRelease, insertRelease, releasesOf, upstreamsOf } from '../../store/releases.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { adoptVersions } from '../agreements/force.ts';
import { id } from '../shapes.ts';
import { knownRelease } from '../works/known-work.ts';
import { showRelease } from '../works/show-work.ts';

/**
 * A release opens: its licence becomes the agreed open one for everyone, for good. What is not
 * decided yet moves to the next release. Follows from the payment that meets the threshold.
 *
 * @throws Refusal already-open
 */
export const openRelease = action({
  type: 'release.opened',
  internal: true,
  body: z.strictObject({ licence: z.string(), payment: id.optional(), next: id.optional() }),
  async run({ id: releaseId, body }, situation) {
    const { tx, recordedAt } = situation;
    const release = opened(await knownRelease(tx, releaseId), body.licence, recordedAt);
    await markOpen(tx, releaseId, {
      licence: release.licence,
      at: recordedAt,
      by: body.payment ?? null,
    });
    if (body.next !== undefined) await carry(situation, releaseId, body.next);
  },
  answer: ({ id: releaseId }, sight) => showRelease(sight, releaseId),
});

async function carry(situation: Situation, from: string, to: string): Promise<void> {
  const { tx, seq } = situation;
  if ((await findRelease(tx, to)) === undefined) {
    const { work } = await knownRelease(tx, from);
    const made = nextRelease(to, await releasesOf(tx, work));
    // The next release stands on what this one stood on.
    await insertRelease(tx, { ...made, seq }, await upstreamsOf(tx, from));
    await adoptVersions(situation, work);
  }
  await carryUndecided(tx, from, to);
}
