import type { Terms } from '../../domain/agreements/fields.ts';
import type { StoredAgreement } from '../../store/agreements.ts';

/** How many objects of terms are kept at hand. */
const KEPT_MAX = 1000;

const kept = new Map<string, Terms>();

/** The terms of a version, read once: a hash stands for one object of terms. */
export function termsOf(agreement: Pick<StoredAgreement, 'terms' | 'termsHash'>): Terms {
  const known = kept.get(agreement.termsHash);
  if (known !== undefined) return known;
  // Written by this node from terms that the domain had checked.
  const terms = JSON.parse(agreement.terms) as Terms;
  const oldest = kept.size < KEPT_MAX ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(agreement.termsHash, terms);
  return terms;
}
