import { addDuration } from '../../domain/agreements/duration.ts';
import { idOf } from '../../domain/agents/id.ts';
import { decideOpening } from '../../domain/licences/opening.ts';
import { sha256 } from '../../domain/record/hash.ts';
import { listWaitingOpenings, setWaitingOpening, undecidedLines } from '../../store/openings.ts';
import { releasesOf } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import type { Situation } from '../action.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import { releaseFigures } from '../claims/figures.ts';
import { knownRelease } from '../works/known-work.ts';

/**
 * Looks whether a release opens now, after something changed in it: then the opening follows, in
 * the same transaction. Otherwise, where lines handed in before still hold it, writes until when.
 *
 * @param payment the payment that changed it, if one did
 * @returns whether it opens
 */
export async function considerOpening(
  situation: Situation,
  releaseId: string,
  payment: string | null,
): Promise<boolean> {
  const { tx, today } = situation;
  const release = await knownRelease(tx, releaseId);
  const terms = await findGoverningTerms(tx, releaseId);
  if (release.status === 'open' || terms === undefined) return false;
  const { obligation, outstanding, owed } = await releaseFigures(situation, releaseId);
  const [waiting] = await listWaitingOpenings(tx, releaseId);
  const metOn = waiting?.metOn ?? today;
  const undecided = await undecidedLines(tx, releaseId);
  const decision = decideOpening({
    release: releaseId,
    status: release.status,
    sums: {
      obligation: obligation.minor,
      outstanding: outstanding.minor,
      deficit: owed.minor - outstanding.minor,
    },
    threshold: terms['open.threshold'],
    metOn,
    holdUntil: addDuration(metOn, terms['open.hold']),
    today,
    undecided,
  });
  if (decision.decision === 'wait') {
    if (waiting !== undefined) await setWaitingOpening(tx, releaseId, null);
    return false;
  }
  if (decision.decision === 'hold') {
    await setWaitingOpening(tx, releaseId, { metOn, dueOn: decision.until });
    return false;
  }
  const next = decision.carried.length > 0 ? { next: await nextOf(situation, release) } : {};
  const body = {
    licence: terms['open.licence'],
    ...(payment === null ? {} : { payment }),
    ...next,
  };
  situation.follow('release.opened', releaseId, body);
  return true;
}

/** The release that takes what is undecided: one that is there already, or one made for it. */
async function nextOf({ tx }: Situation, { id, work, number }: StoredRelease): Promise<string> {
  const later = (await releasesOf(tx, work)).find(
    (release) => release.status === 'owing' && release.number > number,
  );
  return later?.id ?? idOf('rel_', sha256(`after ${id}`));
}
