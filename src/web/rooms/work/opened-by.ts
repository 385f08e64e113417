import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { fractionOf, isZero } from '../../words/numbers.ts';

/** By what an open work has opened, as it stands now. */
export type OpenedBy = 'nothing' | 'all' | 'part' | 'reversed';

/**
 * Whether all that was owed is paid, or the part that was agreed on; `reversed` where less is, as a
 * payment went back after the work had opened.
 */
export function openedBy({ obligation, owed, paid, opensWhen }: WorkAnswer): OpenedBy {
  if (isZero(obligation)) return 'nothing';
  if (isZero(owed)) return 'all';
  const isMet = fractionOf(paid, obligation) >= Number(opensWhen.threshold) - 1e-9;
  return isMet ? 'part' : 'reversed';
}
