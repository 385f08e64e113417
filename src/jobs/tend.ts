import { addDuration } from '../domain/agreements/duration.ts';
import { growthDue, growthFromKey } from '../domain/ledger/growth.ts';
import type { Following } from '../actions/books.ts';
import type { Tx } from '../store/engine.ts';
import { listWaitingOpenings } from '../store/money/openings.ts';
import { listTranchesToTend } from '../store/money/tranches.ts';
import { linesUnderSilence } from '../store/reviews.ts';

/** What may close a tranche or open a release, so that there may be something to tend. */
export const STIRRING = new Set(['payment.received', 'work.swept', 'contribution.cancelled']);

/** A node that runs for months looks into its calendar so often. */
export const TEND_EVERY_MS = 3_600_000;

/**
 * What the calendar asks of the node's own agent today: growth at each quarter's end that has
 * passed, openings that wait no longer, lines that silence accepts, dust of tranches that have
 * closed. In the order in which it has to happen; ids say what for, so that doing it twice does
 * nothing.
 */
export async function dueToday(tx: Tx, today: string): Promise<Following[]> {
  const due: Following[] = [];
  for (const tranche of await listTranchesToTend(tx)) {
    if (tranche.status === 'closed') {
      due.push({ type: 'tranche.settled', id: tranche.id, body: {} });
      continue;
    }
    const rule = growthFromKey(tranche.growth);
    if (rule === undefined || tranche.state.outstanding === 0n) continue;
    for (const on of growthDue(rule, tranche.grownOn, today)) {
      due.push({
        type: 'tranche.grown',
        id: `${tranche.id}.${on}`,
        body: { tranche: tranche.id, on },
      });
    }
  }
  for (const { release, dueOn } of await listWaitingOpenings(tx)) {
    if (dueOn > today) continue;
    due.push({ type: 'release.considered', id: `${release}.${dueOn}`, body: { release } });
  }
  for (const { id, submittedAt, within, escalate } of await linesUnderSilence(tx)) {
    const until = addDuration(addDuration(submittedAt.slice(0, 10), within), escalate);
    if (until < today) due.push({ type: 'contribution.passed', id, body: {} });
  }
  return due.toSorted((left, right) => growthFirst(left) - growthFirst(right));
}

const growthFirst = ({ type }: Following): number => (type === 'tranche.grown' ? 0 : 1);
