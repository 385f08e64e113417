import type { WorkAnswer } from '../../../actions/works/answers.ts';
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
