import { transition } from '../../domain/contributions/contribution.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { updateContribution } from '../../store/contributions.ts';
import { insertReview } from '../../store/reviews.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Situation } from '../action.ts';
import { claimedAgent, knownAgent } from '../agents/known-agent.ts';
import { bindingAtDecision } from '../agreements/binding.ts';
import type { Binding } from '../agreements/binding.ts';
import { adoptForNewRelease } from '../agreements/force.ts';
import { reviewTermsOf } from '../agreements/signatories.ts';
import { acceptClaim } from '../claims/accept-claim.ts';
import { lineDecided } from '../claims/decided.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { workAndOwingRelease } from '../works/known-work.ts';
import { assertPossible } from './entering.ts';
import { valuationOf } from './handing-in.ts';
import { partyOf, standingLine, standingOf } from './known-line.ts';
import type { Line } from './said.ts';

/** What one reviewer says of one line. */
export interface Verdict {
  /** The review's own id. */
  readonly id: string;
  readonly by: string;
  readonly contribution: string;
  readonly verdict: 'accept' | 'reject';
  readonly reason?: string | undefined;
  readonly criterion?: string | undefined;
}

/**
 * Writes down one review and what follows from it: with the last acceptance that is needed the
 * value is fixed and what is owed enters the books; a line that nobody can accept any more is
 * rejected.
 *
 * @throws Refusal contribution-unknown, contribution-superseded, agent-unclaimed, already-open,
 *   those of `transition` in domain/contributions, of the valuation, and of earlier work
 */
export async function review(situation: Situation, said: Verdict): Promise<void> {
  const { tx, recordedAt: at, seq } = situation;
  const line = await standingLine(tx, said.contribution);
  const reviewer = partyOf(await claimedAgent(tx, said.by));
  const { work } = await workAndOwingRelease(tx, line);
  await adoptForNewRelease(situation, line);
  const author = await knownAgent(tx, line.agent);
  const asked = { work: work.id, release: line.release, author };
  const binding = await bindingAtDecision(tx, asked, line.agreement);
  const before = await standingOf(tx, line, author);
  const { verdict: type, reason, criterion } = said;
  const event = { type, by: reviewer, at, reason, criterion } as const;
  const terms = await reviewTermsOf(tx, work.id, binding?.terms ?? null);
  const after = transition(before, event, terms);
  const given = after.reviews.at(-1);
  await insertReview(tx, {
    id: said.id,
    contribution: line.id,
    agent: reviewer.id,
    verdict: type === 'accept' ? 'accepted' : 'rejected',
    reason: given?.reason ?? null,
    criterion: given?.criterion ?? null,
    reviewedAt: at,
    seq,
  });
  if (after.status === 'submitted') return;
  const decided: Line = { ...line, status: after.status, decidedAt: at };
  if (after.status === 'accepted') await accept(situation, { line: decided, binding, work });
  else await updateContribution(tx, decided);
  await lineDecided(situation, line.release);
}

/**
 * Accepts a line that nobody said a word against in the time that its agreement gives, where the
 * agreement says that silence accepts. The line must be handed in, and be under an agreement.
 *
 * @throws Refusal contribution-unknown, contribution-superseded, already-open, those of the
 *   valuation
 */
export async function acceptBySilence(situation: Situation, id: string): Promise<void> {
  const line = await standingLine(situation.tx, id);
  const { work } = await workAndOwingRelease(situation.tx, line);
  if (line.status !== 'submitted') throw new Error(`${id} waits for nobody.`);
  const author = await knownAgent(situation.tx, line.agent);
  const asked = { work: work.id, release: line.release, author };
  const binding = await bindingAtDecision(situation.tx, asked, line.agreement);
  const decided: Line = { ...line, status: 'accepted', decidedAt: situation.recordedAt };
  await accept(situation, { line: decided, binding, work });
  await lineDecided(situation, line.release);
}

interface Acceptance {
  readonly line: Line;
  readonly binding: Binding | null;
  readonly work: StoredWork;
}

async function accept(situation: Situation, { line, binding, work }: Acceptance): Promise<void> {
  const { tx, today, currencies } = situation;
  if (binding === null) throw new Error(`${line.id} was accepted, and its author has not signed.`);
  const author = await knownAgent(tx, line.agent);
  const kind = await knownKind(tx, line.kind);
  const isBoundNow = line.agreement === null;
  if (isBoundNow) await assertPossible(situation, line, binding);
  const valuation = await valuationOf(situation, { line, author, kind, work }, binding);
  if (valuation === null) throw new Error(`${line.id} is under terms, and has no value.`);
  await updateContribution(tx, { ...line, agreement: binding.agreement, valuation });
  const { amount, currency } = valuation.obligation;
  const obligation = parseAmount(amount, currencyOf(currencies, currency)).minor;
  if (obligation === 0n) return;
  await acceptClaim(situation, {
    contribution: line.id,
    release: line.release,
    agent: line.agent,
    kind: line.kind,
    obligation,
    terms: binding.terms,
    acceptedOn: today,
  });
}
