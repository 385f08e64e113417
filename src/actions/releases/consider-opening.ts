import { addDuration } from '../../domain/agreements/duration.ts';
import { idOf } from '../../domain/agents/id.ts';
import type { Terms } from '../../domain/agreements/fields.ts';
import { decideOpening, isMet } from '../../domain/licences/opening.ts';
import { sha256 } from '../../domain/record/hash.ts';
import {
  listWaitingOpenings,
  setWaitingOpening,
  undecidedLines,
} from '../../store/money/openings.ts';
import { releasesOf } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import type { Situation } from '../action.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import { releaseFigures } from '../claims/figures.ts';
import type { ReleaseFigures } from '../claims/figures.ts';
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
  const release = await knownRelease(situation.tx, releaseId);
  const terms = await findGoverningTerms(situation.tx, releaseId);
  const figures = await releaseFigures(situation, releaseId);
  return considerStanding(situation, { release, terms, figures }, payment);
}

/** A release as it stands in this transaction, for those who have read it already. */
export interface Standing {
  readonly release: StoredRelease;
  /** The terms that govern it, where there is an agreement. */
  readonly terms: Terms | undefined;
  readonly figures: ReleaseFigures;
}

/** As `considerOpening`. As long as the threshold is not met no line of the release is read. */
export async function considerStanding(
  situation: Situation,
  { release, terms, figures }: Standing,
  payment: string | null,
): Promise<boolean> {
  const { tx, today } = situation;
  if (release.status === 'open' || terms === undefined) return false;
  const threshold = terms['open.threshold'];
  const sums = {
    obligation: figures.obligation.minor,
    outstanding: figures.outstanding.minor,
    deficit: figures.owed.minor - figures.outstanding.minor,
  };
  if (!isMet({ ...sums, threshold })) {
    if (release.openingDueOn !== null) await setWaitingOpening(tx, release.id, null);
    return false;
  }
  const [waiting] = await listWaitingOpenings(tx, release.id);
  const metOn = waiting?.metOn ?? today;
  const decision = decideOpening({
    release: release.id,
    status: release.status,
    sums,
    threshold,
    metOn,
    holdUntil: addDuration(metOn, terms['open.hold']),
    today,
    undecided: await undecidedLines(tx, release.id),
  });
  if (decision.decision === 'wait') return false;
  if (decision.decision === 'hold') {
    await setWaitingOpening(tx, release.id, { metOn, dueOn: decision.until });
    return false;
  }
  const next = decision.carried.length > 0 ? { next: await nextOf(situation, release) } : {};
  const body = {
    licence: terms['open.licence'],
    ...(payment === null ? {} : { payment }),
    ...next,
  };
  situation.follow('release.opened', release.id, body);
  return true;
}

/** The release that takes what is undecided: one that is there already, or one made for it. */
async function nextOf({ tx }: Situation, { id, work, number }: StoredRelease): Promise<string> {
  const later = (await releasesOf(tx, work)).find(
    (release) => release.status === 'owing' && release.number > number,
  );
  return later?.id ?? idOf('rel_', sha256(`after ${id}`));
}
