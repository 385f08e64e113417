import type { Terms } from '../../domain/agreements/fields.ts';
import { termsText } from '../../store/agreements.ts';
import type { HashedVersion, StoredAgreement } from '../../store/agreements.ts';
import type { Tx } from '../../store/engine.ts';

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

/** The same of a version whose text is looked up only where nobody has read it before. */
export async function termsOfVersion(tx: Tx, version: HashedVersion): Promise<Terms> {
  const known = kept.get(version.termsHash);
  if (known !== undefined) return known;
  const { termsHash, id } = version;
  return termsOf({ termsHash, terms: await termsText(tx, id) });
}
