import { refuse } from '../refusals.ts';

/** Where a contribution stands. A draft counts for nothing; only what is accepted is owed. */
export type ContributionStatus =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  | 'cancelled';

/** What one reviewer said. */
export interface Review {
  readonly agent: string;
  readonly verdict: 'accept' | 'reject';
  readonly reason: string | null;
  /** The agreed criterion that is not met; null for an acceptance. */
  readonly criterion: string | null;
  readonly at: string;
}

/** A contribution, as far as its standing goes. */
export interface Contribution {
  readonly id: string;
  readonly author: Party;
  readonly status: ContributionStatus;
  /** True until its author has confirmed hours that were estimated. */
  readonly estimate: boolean;
  readonly reviews: readonly Review[];
}

/** An agent, with who answers for it when it is a machine. */
export interface Party {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'machine';
  readonly responsible: string | null;
}

/** What somebody does with a contribution. */
export type ContributionEvent =
  | { readonly type: 'confirm' | 'withdraw' | 'cancel'; readonly by: string }
  | {
      readonly type: 'accept' | 'reject';
      readonly by: Party;
      readonly at: string;
      readonly reason?: string | undefined;
      readonly criterion?: string | undefined;
    };

/** The agreement that a review is held to. */
export interface ReviewTerms {
  /** All who signed the version that the contribution is under. */
  readonly signatories: readonly Party[];
  /** `review.n`: how many acceptances are asked for. */
  readonly reviewers: number;
  /** `criteria`: one of them is cited by a rejection. */
  readonly criteria: readonly string[];
}

/**
 * What becomes of a contribution. The author confirms (hands in) a draft, withdraws what is not
 * decided, and cancels what was accepted. Signatories other than the author review what is handed
 * in: so many acceptances as the agreement asks accept it, or all other signatories' where there
 * are fewer; as many rejections reject it, and so does one that leaves too few reviewers for the
 * acceptances needed (agreements, clause 11; money, "A contribution counts once it is accepted").
 *
 * ✗ of the author's acts: `not-the-author`, `already-decided`, `wrong-status`;
 * of reviews: `self-review`, `conflict-of-interest`, `not-signed`, `already-decided`,
 * `estimate-unconfirmed`, `wrong-status`, `reason-missing`, `already-reviewed`; in this order
 */
export function transition(
  contribution: Contribution,
  event: ContributionEvent,
  terms: ReviewTerms,
): Contribution {
  switch (event.type) {
    case 'confirm':
      return confirmed(contribution, event.by);
    case 'withdraw':
      return withdrawn(contribution, event.by);
    case 'cancel':
      return cancelled(contribution, event.by);
    default:
      return reviewed(contribution, event, terms);
  }
}

/** How many acceptances a contribution needs: those asked for, or all who may review if fewer. */
export function reviewsNeeded(author: Party, terms: ReviewTerms): number {
  return Math.max(1, Math.min(terms.reviewers, reviewersOf(author, terms).length));
}

/** The signatories who may review a contribution of this author. */
export function reviewersOf(author: Party, terms: ReviewTerms): Party[] {
  return terms.signatories.filter((each) => gainOf(author, each) === null);
}

function confirmed(contribution: Contribution, by: string): Contribution {
  assertAuthor(contribution, by, 'confirm');
  assertUndecided(contribution);
  return { ...contribution, status: 'submitted', estimate: false };
}

function withdrawn(contribution: Contribution, by: string): Contribution {
  assertAuthor(contribution, by, 'withdraw');
  if (contribution.status === 'accepted') {
    refuse('wrong-status', { status: 'accepted', verb: 'withdrawn: it can be cancelled' });
  }
  assertUndecided(contribution);
  return { ...contribution, status: 'withdrawn' };
}

function cancelled(contribution: Contribution, by: string): Contribution {
  assertAuthor(contribution, by, 'cancel');
  const { status } = contribution;
  if (status === 'draft' || status === 'submitted') {
    refuse('wrong-status', { status, verb: 'cancelled: it can be withdrawn' });
  }
  if (status !== 'accepted') refuse('already-decided', { status });
  return { ...contribution, status: 'cancelled' };
}

function assertAuthor({ id, author }: Contribution, by: string, verb: string): void {
  const answersForIt = author.kind === 'machine' && author.responsible === by;
  if (by !== author.id && !answersForIt) refuse('not-the-author', { contribution: id, verb });
}

function assertUndecided({ status }: Contribution): void {
  if (status !== 'draft' && status !== 'submitted') refuse('already-decided', { status });
}

type ReviewEvent = Extract<ContributionEvent, { readonly type: 'accept' | 'reject' }>;

function reviewed(
  contribution: Contribution,
  event: ReviewEvent,
  terms: ReviewTerms,
): Contribution {
  assertMayReview(contribution, event.by, terms);
  assertReviewable(contribution, event.type);
  const reason = event.reason?.trim() ?? '';
  const criterion = event.type === 'reject' ? criterionOf(event.criterion, reason, terms) : null;
  if (contribution.reviews.some(({ agent }) => agent === event.by.id)) {
    refuse('already-reviewed', { agent: event.by.id });
  }
  const review: Review = {
    agent: event.by.id,
    verdict: event.type,
    reason: reason === '' ? null : reason,
    criterion,
    at: event.at,
  };
  const reviews = [...contribution.reviews, review];
  return { ...contribution, reviews, status: decide({ ...contribution, reviews }, terms) };
}

function assertMayReview({ author }: Contribution, reviewer: Party, terms: ReviewTerms): void {
  if (reviewer.id === author.id) refuse('self-review');
  const why = gainOf(author, reviewer);
  if (why !== null) refuse('conflict-of-interest', { why });
  const hasSigned = terms.signatories.some(({ id }) => id === reviewer.id);
  if (!hasSigned) refuse('not-signed', { agent: reviewer.id });
  const signer = author.kind === 'machine' ? (author.responsible ?? author.id) : author.id;
  const authorSigned = terms.signatories.some(({ id }) => id === signer || id === author.id);
  if (!authorSigned) refuse('not-signed', { agent: signer });
}

/** What a reviewer gains from a contribution of this author, in words; null for nothing. */
function gainOf(author: Party, reviewer: Party): string | null {
  if (reviewer.id === author.id) return 'it is their own';
  if (reviewer.kind === 'machine' && reviewer.responsible === author.id) {
    return 'the reviewer is a machine of the author';
  }
  if (author.kind !== 'machine' || author.responsible === null) return null;
  if (author.responsible === reviewer.id) return 'the author is a machine of the reviewer';
  const sameOwner = reviewer.kind === 'machine' && reviewer.responsible === author.responsible;
  return sameOwner ? 'both are machines of one agent' : null;
}

function assertReviewable(contribution: Contribution, verdict: 'accept' | 'reject'): void {
  const { id, status, estimate } = contribution;
  if (status === 'submitted' && !estimate) return;
  if (status !== 'submitted' && status !== 'draft') refuse('already-decided', { status });
  if (estimate) refuse('estimate-unconfirmed', { contribution: id });
  refuse('wrong-status', { status, verb: verdict === 'accept' ? 'accepted' : 'rejected' });
}

/**
 * The criterion that a rejection cites: named apart, or as a word of the reason; null when the
 * reason cites none in its own words. One that was not agreed on is refused, as is no reason.
 */
function criterionOf(
  named: string | undefined,
  reason: string,
  { criteria }: ReviewTerms,
): string | null {
  const isAgreed = named === undefined || criteria.includes(named);
  if (reason === '' || !isAgreed) refuse('reason-missing', { criteria: criteria.join(', ') });
  const words = reason.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return named ?? criteria.find((each) => words.includes(each.toLowerCase())) ?? null;
}

function decide(contribution: Contribution, terms: ReviewTerms): ContributionStatus {
  const needed = reviewsNeeded(contribution.author, terms);
  const count = (verdict: Review['verdict']): number =>
    contribution.reviews.filter((each) => each.verdict === verdict).length;
  const [accepting, rejecting] = [count('accept'), count('reject')];
  if (accepting >= needed) return 'accepted';
  const open = reviewersOf(contribution.author, terms).length - rejecting;
  return rejecting >= needed || open < needed ? 'rejected' : 'submitted';
}
