import { inForce } from '../../domain/agreements/version.ts';
import type {
  AgreementSignature,
  AgreementVersion,
  InForce,
} from '../../domain/agreements/version.ts';
import { adoptionsFor, saveAdoption, signaturesOf, versionsOf } from '../../store/agreements.ts';
import type { Adoption, StoredAgreement, StoredSignature } from '../../store/agreements.ts';
import { listSignersForClaims } from '../../store/money/claims.ts';
import type { Tx } from '../../store/engine.ts';
import { releasesOf } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import type { Situation } from '../action.ts';
import { termsOf } from './terms-of.ts';

/** The agreement of a work as it stands for one of its releases. */
export interface ForRelease {
  /** The versions that can hold for the release, oldest first. */
  readonly chain: readonly StoredAgreement[];
  readonly versions: readonly AgreementVersion[];
  readonly signatures: readonly AgreementSignature[];
  /** Those that came to be in force for it. */
  readonly adoptions: readonly Adoption[];
  /** Numbers of those that came to govern it. */
  readonly governed: readonly number[];
  readonly claimHolders: readonly string[];
  readonly force: InForce;
}

/** How the agreement of a work stands for one of its releases. */
export async function agreementFor(
  tx: Tx,
  release: Pick<StoredRelease, 'id' | 'work'>,
): Promise<ForRelease> {
  const chain = chainOf(
    await versionsOf(tx, release.work),
    await releasesOf(tx, release.work),
    release.id,
  );
  const versions = chain.map(versionFrom);
  const signatures = signaturesFrom(await signaturesOf(tx, release.work), chain);
  const claimHolders = await listSignersForClaims(tx, release.id);
  const adoptions = await adoptionsFor(tx, release.id);
  const governing = new Set(adoptions.filter(({ governs }) => governs).map((one) => one.agreement));
  const governed = chain.filter(({ id }) => governing.has(id)).map(({ version }) => version);
  const force = inForce(versions, signatures, claimHolders, governed);
  return { chain, versions, signatures, adoptions, governed, claimHolders, force };
}

/**
 * Writes down which versions are in force from now on, and which govern, for the releases of a
 * work that are still owing: to be called whenever somebody has signed, and when a release is
 * added.
 */
export async function adoptVersions(
  { tx, seq, recordedAt: adoptedAt }: Situation,
  work: string,
): Promise<void> {
  const owing = (await releasesOf(tx, work)).filter(({ status }) => status === 'owing');
  for (const { id: release } of owing) {
    const standing = await agreementFor(tx, { id: release, work });
    for (const [index, { id: agreement, version }] of standing.chain.entries()) {
      const now = standingAt(standing, index);
      const before = standing.adoptions.find((one) => one.agreement === agreement);
      if (!now.isInForce || standing.governed.includes(version)) continue;
      if (before !== undefined && !now.governs) continue;
      await saveAdoption(tx, { release, agreement, governs: now.governs, adoptedAt, seq });
    }
  }
}

/**
 * The same for a release that an opening made for what was left undecided: what was signed for the
 * work is in force for it from the first line on.
 */
export async function adoptForNewRelease(
  situation: Situation,
  { work, release }: { readonly work: string; readonly release: string },
): Promise<void> {
  const isNew = (await adoptionsFor(situation.tx, release)).length === 0;
  if (isNew) await adoptVersions(situation, work);
}

/** Whether a version is in force, and governs, looked at as the newest. */
function standingAt(
  { versions, signatures, claimHolders, governed }: ForRelease,
  index: number,
): { isInForce: boolean; governs: boolean } {
  const force = inForce(versions.slice(0, index + 1), signatures, claimHolders, governed);
  const number = versions[index]?.number;
  const isInForce = force.waiting.every(({ version }) => version !== number);
  return { isInForce, governs: force.governing === number };
}

/**
 * The versions that can hold for a release: those for earlier releases that were drafted before
 * the first one for this release, and those for it. A later change to an earlier release's
 * agreement is that release's own.
 */
function chainOf(
  all: readonly StoredAgreement[],
  releases: readonly StoredRelease[],
  release: string,
): StoredAgreement[] {
  const numbers = new Map(releases.map(({ id, number }) => [id, number]));
  const own = numbers.get(release) ?? 0;
  const first = all.find((one) => one.release === release)?.version ?? Infinity;
  return all.filter((one) => {
    if (one.release === release) return true;
    return (numbers.get(one.release) ?? Infinity) < own && one.version < first;
  });
}

const versionFrom = (stored: StoredAgreement): AgreementVersion => ({
  number: stored.version,
  template: stored.template,
  terms: termsOf(stored),
  termsHash: stored.termsHash,
  templateHash: stored.templateHash,
  textHash: stored.textHash,
});

const signaturesFrom = (
  stored: readonly StoredSignature[],
  chain: readonly StoredAgreement[],
): AgreementSignature[] => {
  const byId = new Map(chain.map((version) => [version.id, version]));
  return stored.flatMap(({ agreement, agent, signedAt }) => {
    const version = byId.get(agreement);
    if (version === undefined) return [];
    const { termsHash, templateHash, textHash } = version;
    const hashes = { termsHash, templateHash, textHash };
    return [{ version: version.version, agent, by: agent, signedAt, ...hashes }];
  });
};
