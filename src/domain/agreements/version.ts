// Versions of an agreement, who has signed which, and what is in force for whom (clause 23).

import { canonicalJson } from '../record/canonical-json.ts';
import { refuse } from '../refusals.ts';
import { fields } from './fields.ts';
import type { TermKey, Terms } from './fields.ts';
import type { TextHashes } from './text.ts';
import { termValue } from './wording/words.ts';

/** One version of the agreement of a work, numbered from 1. */
export interface AgreementVersion extends TextHashes {
  readonly number: number;
  readonly template: string;
  readonly terms: Terms;
}

/** An agent's signature under one version; `by` is the person who signed for it. */
export interface AgreementSignature extends TextHashes {
  readonly version: number;
  readonly agent: string;
  readonly by: string;
  readonly signedAt: string;
}

/** The agent that signs, as far as signing needs to know it. */
export interface SigningAgent {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'machine';
  /** Who is responsible for a machine. */
  readonly responsible: string | null;
}

/** A version that some or nobody signed and that does not hold yet. */
export interface WaitingVersion {
  readonly version: number;
  /** Claim holders of the release who have not signed it. */
  readonly waitsFor: readonly string[];
  /** The locked terms that it changes. */
  readonly locked: readonly TermKey[];
}

/** What holds at one moment. */
export interface InForce {
  /** The version that holds for the release as a whole; null before the first signature. */
  readonly governing: number | null;
  /** For each agent, the newest version in force that it signed. */
  readonly byAgent: ReadonlyMap<string, number>;
  readonly waiting: readonly WaitingVersion[];
}

/** Whether a term is among the locked ones; the list locks itself, `open.*` all that begins so. */
export function isLocked(key: string, locked: readonly string[]): boolean {
  if (key === 'locked') return true;
  return locked.some((entry) => {
    const name = entry.endsWith('.*') ? entry.slice(0, -2) : entry;
    return key === name || key.startsWith(`${name}.`);
  });
}

/** The keys in which two terms differ, in the order of the clauses. */
export function changedKeys(old: Terms, next: Terms): readonly TermKey[] {
  return fields
    .map((field) => field.key)
    .filter((key) => canonicalJson(termValue(old, key)) !== canonicalJson(termValue(next, key)));
}

/**
 * The locked terms that the next terms change. The old terms say what is locked; `return` locks
 * `return.cash` too, `open.*` all that begins so, and the list locks itself.
 */
export function lockedChanges(old: Terms, next: Terms): readonly TermKey[] {
  return changedKeys(old, next).filter((key) => isLocked(key, old.locked));
}

/** Whose signatures a version still lacks to hold at all. */
function lacking(
  governing: AgreementVersion | null,
  locked: readonly TermKey[],
  signers: readonly string[],
  claimHolders: readonly string[],
): readonly string[] {
  if (governing === null || locked.length === 0) return [];
  // Where nobody has a claim yet, the steward answers for the release.
  const needed = claimHolders.length === 0 ? [governing.terms.steward.agent] : claimHolders;
  return needed.filter((agent) => !signers.includes(agent));
}

/** Whether a version that holds for its signatories holds for the release as a whole. */
function governs(
  governing: AgreementVersion | null,
  signers: readonly string[],
  claimHolders: readonly string[],
): boolean {
  if (governing === null || signers.includes(governing.terms.steward.agent)) return true;
  return claimHolders.length > 0 && claimHolders.every((agent) => signers.includes(agent));
}

/**
 * What is in force, from the versions, the signatures and the claim holders of the release.
 *
 * A version holds from its first signature, for those who sign it. If it changes locked terms of
 * the version that governs, it holds for nobody until all claim holders have signed it (the
 * steward, where nobody has a claim yet). The first version governs what a release has but once
 * (splits, tranches, threshold); a later one does as soon as its steward or all claim holders have
 * signed. `adopted` names versions that have governed before: what held once is not undone by a
 * claim holder who comes later. A contribution stays under the version that its author had signed.
 */
export function inForce(
  versions: readonly AgreementVersion[],
  signatures: readonly AgreementSignature[],
  claimHolders: readonly string[],
  adopted: readonly number[] = [],
): InForce {
  const byAgent = new Map<string, number>();
  const waiting: WaitingVersion[] = [];
  let governing: AgreementVersion | null = null;
  for (const version of versions.toSorted((a, b) => a.number - b.number)) {
    const signers = signatures
      .filter((signature) => signature.version === version.number)
      .map((signature) => signature.agent);
    const isAdopted = adopted.includes(version.number);
    const locked = governing === null ? [] : lockedChanges(governing.terms, version.terms);
    const waitsFor = isAdopted ? [] : lacking(governing, locked, signers, claimHolders);
    if (signers.length === 0 || waitsFor.length > 0) {
      waiting.push({ version: version.number, waitsFor, locked });
      continue;
    }
    for (const agent of signers) byAgent.set(agent, version.number);
    if (isAdopted || governs(governing, signers, claimHolders)) governing = version;
  }
  const number = governing?.number ?? null;
  // A version that another has overtaken will never hold: nobody can sign it any more.
  return { governing: number, byAgent, waiting: waiting.filter((w) => w.version > (number ?? 0)) };
}

/** The version of that number. Refuses `agreement-missing` and `version-unknown`. */
export function versionOf(
  versions: readonly AgreementVersion[],
  number: number,
  work: string,
): AgreementVersion {
  if (versions.length === 0) refuse('agreement-missing', { work });
  const newest = Math.max(...versions.map((version) => version.number));
  const found = versions.find((version) => version.number === number);
  return found ?? refuse('version-unknown', { version: number, newest });
}

/** The newest version, which is the one to sign. Refuses `agreement-missing`. */
export function newestVersion(
  versions: readonly AgreementVersion[],
  work: string,
): AgreementVersion {
  const newest = versions.reduce((most, version) => Math.max(most, version.number), 0);
  return versionOf(versions, newest, work);
}

function sameText(left: TextHashes, right: TextHashes): boolean {
  return (
    left.termsHash === right.termsHash &&
    left.templateHash === right.templateHash &&
    left.textHash === right.textHash
  );
}

/**
 * The signature of an agent under a version, over the hashes of the text that was shown.
 *
 * Refuses, in this order: `agreement-missing`, `version-unknown`, `machine-cannot-sign`,
 * `text-not-shown` (a hash is of another text), `already-signed`, `version-superseded` (a newer
 * version governs).
 */
export function signVersion(
  request: {
    readonly work: string;
    readonly version: number;
    readonly agent: SigningAgent;
    readonly by: SigningAgent;
    readonly shown: TextHashes;
    readonly signedAt: string;
  },
  versions: readonly AgreementVersion[],
  signatures: readonly AgreementSignature[],
  force: InForce,
): AgreementSignature {
  const { agent, by, shown, signedAt } = request;
  const version = versionOf(versions, request.version, request.work);
  if (by.kind === 'machine') {
    refuse('machine-cannot-sign', { agent: by.id, responsible: by.responsible ?? 'unknown' });
  }
  if (agent.kind === 'machine' && agent.responsible !== by.id) {
    refuse('machine-cannot-sign', { agent: agent.id, responsible: agent.responsible ?? 'unknown' });
  }
  if (!sameText(version, shown)) refuse('text-not-shown', { version: version.number });
  if (hasSigned(signatures, version.number, agent.id)) {
    refuse('already-signed', { agent: agent.id, version: version.number });
  }
  if (force.governing !== null && version.number < force.governing) {
    refuse('version-superseded', { version: version.number, governing: force.governing });
  }
  return {
    version: version.number,
    agent: agent.id,
    by: by.id,
    signedAt,
    termsHash: version.termsHash,
    templateHash: version.templateHash,
    textHash: version.textHash,
  };
}

/** Whether an agent has signed a version. */
export function hasSigned(
  signatures: readonly AgreementSignature[],
  version: number,
  agent: string,
): boolean {
  return signatures.some((one) => one.version === version && one.agent === agent);
}

/**
 * Who is expected to sign a version and has not: its parties, its steward, and whoever signed an
 * earlier version, in this order, each once.
 */
export function notSigned(
  version: AgreementVersion,
  signatures: readonly AgreementSignature[],
): readonly string[] {
  const expected = [
    version.terms.steward.agent,
    ...version.terms.parties.map((party) => party.agent),
    ...signatures.filter((one) => one.version < version.number).map((one) => one.agent),
  ];
  return [...new Set(expected)].filter((id) => !hasSigned(signatures, version.number, id));
}

/** The version under which an agent's contribution comes in. Refuses `not-signed`. */
export function versionFor(agent: string, work: string, force: InForce): number {
  return force.byAgent.get(agent) ?? refuse('not-signed', { agent, work });
}

/** Requires that a version holds. Refuses `locked-term`, naming the terms and who is missing. */
export function requireInForce(version: number, force: InForce): void {
  const waits = force.waiting.find((one) => one.version === version);
  if (waits === undefined || waits.waitsFor.length === 0) return;
  refuse('locked-term', {
    version,
    keys: waits.locked.join(', '),
    missing: waits.waitsFor.join(', '),
  });
}
