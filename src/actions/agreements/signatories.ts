import type { Terms } from '../../domain/agreements/fields.ts';
import type { Party, ReviewTerms } from '../../domain/contributions/contribution.ts';
import { signatoriesOf } from '../../store/agreements.ts';
import type { Tx } from '../../store/engine.ts';
import { knownAgent } from '../agents/known-agent.ts';

/**
 * Who may review lines of a work, and how many it takes: all who have signed a version that holds,
 * by the terms that the line is under. Without terms: one, and no criteria.
 */
export async function reviewTermsOf(
  tx: Tx,
  work: string,
  terms: Terms | null,
): Promise<ReviewTerms> {
  const signatories: Party[] = [];
  for (const agent of await signatoriesOf(tx, work)) {
    const { id, kind, responsible } = await knownAgent(tx, agent);
    signatories.push({ id, kind, responsible });
  }
  return {
    signatories,
    reviewers: terms === null ? 1 : Number(terms['review.n']),
    criteria: terms?.criteria ?? [],
  };
}
