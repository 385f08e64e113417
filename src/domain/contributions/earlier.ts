import { addDuration } from '../agreements/duration.ts';
import type { Days } from '../effort/days.ts';
import { refuse } from '../refusals.ts';

/** What the terms say of work that was done before its author signed. */
export interface EarlierTerms {
  /** `all`, `none`, or `since:DATE` (agreements, clause 4). */
  readonly earlier: string;
  /** Within this duration of signing it has to be claimed, such as P90D. */
  readonly claimWithin: string;
}

/** One line that comes in, and when its author signed; null before that. */
export interface EarlierAsked {
  readonly terms: EarlierTerms;
  readonly days: Days;
  readonly signedOn: string | null;
  readonly today: string;
}

/**
 * Holds work from before its author signed to the rule for earlier work: it counts back to the
 * agreed day, and only if it is claimed in time (agreements, clause 4). Work from the day of
 * signing on, and of authors who have not signed yet, passes here.
 *
 * ✗ `before-earlier-rule`, `claim-too-late`
 */
export function assertEarlier({ terms, days, signedOn, today }: EarlierAsked): void {
  if (signedOn === null || days.from >= signedOn) return;
  if (terms.earlier === 'none') {
    const rule = `its author signed on ${signedOn}, and no earlier work counts`;
    refuse('before-earlier-rule', { day: days.from, rule });
  }
  const since = /^since[: ](\d{4}-\d{2}-\d{2})$/.exec(terms.earlier)?.[1];
  if (since === undefined && terms.earlier !== 'all') {
    throw new Error(`"${terms.earlier}" is no rule for earlier work`);
  }
  if (since !== undefined && days.from < since) {
    refuse('before-earlier-rule', { day: days.from, rule: `earlier work counts since ${since}` });
  }
  const last = addDuration(signedOn, terms.claimWithin);
  if (today > last) refuse('claim-too-late', { last, today });
}
