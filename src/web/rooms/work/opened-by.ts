import type { WorkAnswer, WorkLine } from '../../../actions/works/answers.ts';
import { isZero } from '../../words/numbers.ts';

/** By what an open work has opened, as it stands now. */
export type OpenedBy = 'nothing' | 'all' | 'part' | 'reversed';

/**
 * Whether all that was owed is paid, or the part that was agreed on; `reversed` while what a
 * payment took back after the work had opened has not come in again.
 */
export function openedBy({ obligation, owed, refill }: WorkAnswer): OpenedBy {
  if (isZero(obligation)) return 'nothing';
  if (isZero(owed)) return 'all';
  return isZero(refill) ? 'part' : 'reversed';
}

/** The release before one in which nothing counts yet, where that has opened. */
export function openedBefore({ release, obligation, releases }: WorkAnswer): string | undefined {
  if (release.status === 'open' || !isZero(obligation)) return undefined;
  const before = releases.find(({ number }) => number === release.number - 1);
  return before?.status === 'open' ? before.id : undefined;
}

/** What the address of a work needs to lead to its release, where it leads to another by itself. */
export const searchOf = (work: WorkAnswer): { readonly release?: string } =>
  openedBefore(work) === undefined ? {} : { release: work.release.id };

/** Of a work in a list, the release before one in which nothing counts, with its figures. */
export function lineOpenedBefore(work: WorkLine): WorkLine['releases'][number] | undefined {
  const { status, obligation, number, opened, releases } = work;
  if (status === 'open' || !isZero(obligation) || opened !== number - 1) return undefined;
  return releases.find((one) => one.number === opened);
}
