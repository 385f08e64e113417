import { transition } from '../../domain/contributions/contribution.ts';
import type { Kind } from '../../domain/contributions/kinds.ts';
import { Refusal } from '../../domain/refusals.ts';
import type { StoredAgent } from '../../store/agents.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight, Situation } from '../action.ts';
import { bindingOf, prospectiveTerms } from '../agreements/binding.ts';
import type { Binding } from '../agreements/binding.ts';
import { adoptForNewRelease } from '../agreements/force.ts';
import { NO_REVIEW } from '../agreements/signatories.ts';
import { assertPossible } from './entering.ts';
import { standingOf } from './known-line.ts';
import type { Line, Valued } from './said.ts';
import { valued } from './valuing.ts';

/** A line with its author, kind and work. */
export interface LineInWork {
  readonly line: Line;
  readonly author: StoredAgent;
  readonly kind: Kind;
  readonly work: StoredWork;
}

/**
 * The line, handed in by its author: under the newest version of the agreement that they have
 * signed, where there is one; valued, and possible within the hours that a day has.
 *
 * @throws Refusal not-the-author, already-decided, those of the valuation, hours-impossible,
 *   before-earlier-rule, claim-too-late
 */
export async function handIn(situation: Situation, given: LineInWork): Promise<Line> {
  const { line, author, work } = given;
  await adoptForNewRelease(situation, line);
  const binding = await bindingOf(situation.tx, { work: work.id, release: line.release, author });
  const before = await standingOf(situation.tx, line, author);
  const event = { type: 'confirm', by: author.id } as const;
  const after = transition(before, event, NO_REVIEW);
  const valuation = await valuationOf(situation, given, binding);
  const handedIn: Line = {
    ...line,
    status: after.status,
    estimate: after.estimate,
    agreement: binding?.agreement ?? null,
    valuation,
    submittedAt: situation.recordedAt,
  };
  await assertPossible(situation, handedIn, binding);
  return handedIn;
}

/**
 * What a line is worth: under the version that binds its author, else, until they sign one, under
 * the terms that they would sign. Null where nobody has drafted an agreement.
 *
 * @throws Refusal those of the valuation
 */
export async function valuationOf(
  sight: Omit<Sight, 'node'>,
  { line, author, kind, work }: LineInWork,
  binding: Binding | null,
  how: typeof valued = valued,
): Promise<Valued | null> {
  const terms =
    binding?.terms ?? (await prospectiveTerms(sight.tx, { work: work.id, release: line.release }));
  if (terms === null) return null;
  return how(sight, { line, author, kind, terms, currency: work.currency });
}

/** A draft with its value, or without one where it has none yet. */
export async function valueIfPossible(
  sight: Omit<Sight, 'node'>,
  given: LineInWork,
): Promise<Line> {
  const { line, author, work } = given;
  try {
    const binding = await bindingOf(sight.tx, { work: work.id, release: line.release, author });
    return { ...line, valuation: await valuationOf(sight, given, binding) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...line, valuation: null };
  }
}
