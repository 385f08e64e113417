import {
  isAcceptedBySilence,
  reviewStanding,
  silenceUnder,
} from '../domain/contributions/silence.ts';
import { growthDue, growthFromKey } from '../domain/ledger/growth.ts';
import { termsOfVersion } from '../actions/agreements/terms-of.ts';
import type { Following } from '../actions/books.ts';
import type { Tx } from '../store/engine.ts';
import { listWaitingOpenings } from '../store/money/openings.ts';
import { listTranchesToTend } from '../store/money/tranches.ts';
import { findAct } from '../store/record.ts';
import { linesInReview } from '../store/reviews.ts';

/** What may close a tranche or open a release, so that there may be something to tend. */
export const STIRRING = new Set(['payment.received', 'work.swept', 'contribution.cancelled']);

/** A node that runs for months looks into its calendar so often. */
export const TEND_EVERY_MS = 3_600_000;

/**
 * What the calendar asks of the node's own agent today: growth at each quarter's end that has
 * passed, openings that wait no longer, lines that silence accepts or brings before all, dust of
 * tranches that have closed. In the order in which it has to happen; ids say what for, so that
 * doing it twice does nothing.
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
  due.push(...(await silencesDue(tx, today)));
  return due.toSorted((left, right) => growthFirst(left) - growthFirst(right));
}

/** What silence does to lines that wait for review (clause 11). */
async function silencesDue(tx: Tx, today: string): Promise<Following[]> {
  const due: Following[] = [];
  for (const { id, submittedAt, agreement, termsHash, isOpposed } of await linesInReview(tx)) {
    const terms = await termsOfVersion(tx, { id: agreement, termsHash });
    const silence = silenceUnder(terms, { submittedOn: submittedAt.slice(0, 10), isOpposed });
    if (isAcceptedBySilence(silence, today)) {
      due.push({ type: 'contribution.passed', id, body: {} });
      continue;
    }
    const { stage } = reviewStanding(silence, today);
    const type = 'contribution.escalated';
    if (stage === 'asked' || (await findAct(tx, type, `${id}.${stage}`)) !== undefined) continue;
    due.push({ type, id: `${id}.${stage}`, body: { contribution: id, stage } });
  }
  return due;
}

const growthFirst = ({ type }: Following): number => (type === 'tranche.grown' ? 0 : 1);
