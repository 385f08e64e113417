import type { Terms } from '../../domain/agreements/fields.ts';
import { defaultOpenLicence } from '../../domain/licences/spdx.ts';
import { refuse } from '../../domain/refusals.ts';
import { governingHash } from '../../store/agreements.ts';
import type { Tx } from '../../store/engine.ts';
import { findRelease } from '../../store/releases.ts';
import type { StoredWork } from '../../store/works.ts';
import { knownWork } from '../works/known-work.ts';
import { termsOfVersion } from './terms-of.ts';

/** The terms that govern what a release has but once: splits, tranches, opening. Or undefined. */
export async function findGoverningTerms(tx: Tx, release: string): Promise<Terms | undefined> {
  const agreement = await governingHash(tx, release);
  return agreement === undefined ? undefined : termsOfVersion(tx, agreement);
}

/**
 * The terms that govern what a release has but once: splits, tranches, opening. They are those of
 * the newest version for it, or for an earlier release, whose locked changes all its claim holders
 * have signed (clause 23). One query, and terms are read once.
 *
 * @throws Refusal agreement-missing
 */
export async function governingTerms(tx: Tx, release: string): Promise<Terms> {
  const terms = await findGoverningTerms(tx, release);
  if (terms !== undefined) return terms;
  const found = await findRelease(tx, release);
  if (found === undefined) throw new Error(`There is no release ${release}.`);
  return refuse('agreement-missing', { work: (await knownWork(tx, found.work)).title });
}

/** When a release opens, and as what: as agreed, or as any agreement begins. */
export async function openingTerms(
  tx: Tx,
  work: Pick<StoredWork, 'kind'>,
  release: string,
): Promise<{ threshold: string; licence: string }> {
  const terms = await findGoverningTerms(tx, release);
  return terms === undefined
    ? { threshold: '1', licence: defaultOpenLicence(work.kind) }
    : { threshold: terms['open.threshold'], licence: terms['open.licence'] };
}
