import { diffTerms } from '../../domain/agreements/diff.ts';
import { agreementText } from '../../domain/agreements/text.ts';
import { notSigned } from '../../domain/agreements/version.ts';
import { refuse } from '../../domain/refusals.ts';
import {
  adoptionsFor,
  findAgreement,
  listAgreements as listStored,
  versionsOf,
} from '../../store/agreements.ts';
import type { Adoption, StoredAgreement } from '../../store/agreements.ts';
import { namesOf } from '../../store/agents.ts';
import type { Page, Paged } from '../../store/page.ts';
import type { Sight } from '../action.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';
import type { AgreementAnswer, AgreementLine } from './answers.ts';
import { agreementFor } from './force.ts';
import type { ForRelease } from './force.ts';
import { termsOf } from './terms-of.ts';

/**
 * One version of an agreement, by its id.
 *
 * @throws Refusal agreement-unknown
 */
export async function showVersion(sight: Sight, id: string): Promise<AgreementAnswer> {
  return answerOf(sight, await knownAgreement(sight, id));
}

/**
 * The agreement of a work: the newest version, or the one of a number.
 *
 * @throws Refusal work-unknown, agreement-missing, version-unknown
 */
export async function showAgreement(
  sight: Sight,
  { work, version }: { readonly work: string; readonly version?: number | undefined },
): Promise<AgreementAnswer> {
  const { id, title } = await knownWork(sight.tx, work);
  const all = await versionsOf(sight.tx, id);
  const newest = all.at(-1);
  if (newest === undefined) return refuse('agreement-missing', { work: title });
  const found = version === undefined ? newest : all.find((one) => one.version === version);
  if (found === undefined) {
    return refuse('version-unknown', { version: version ?? '', newest: newest.version });
  }
  return answerOf(sight, found);
}

/** Versions in the order in which they were drafted, a page of them. */
export async function listAgreements(
  sight: Sight,
  filter: {
    work?: string | undefined;
    release?: string | undefined;
    agent?: string | undefined;
  } & Page = {},
): Promise<Paged<AgreementLine>> {
  const found = await listStored(sight.tx, filter, filter);
  const items: AgreementLine[] = [];
  for (const stored of found.items) items.push(await lineOf(sight, stored));
  return { ...found, items };
}

/**
 * The version of an id.
 *
 * @throws Refusal agreement-unknown
 */
export async function knownAgreement(
  { tx }: Pick<Sight, 'tx'>,
  id: string,
): Promise<StoredAgreement> {
  return (await findAgreement(tx, id)) ?? refuse('agreement-unknown', { id });
}

async function answerOf(sight: Sight, stored: StoredAgreement): Promise<AgreementAnswer> {
  const terms = termsOf(stored);
  const text = agreementText(terms, stored.template);
  if (text.textHash !== stored.textHash) refuse('forms-differ', { what: 'the text' });
  const before = await versionBefore(sight, stored);
  const changes = before === undefined ? [] : diffTerms(termsOf(before), terms);
  return {
    ...(await lineOf(sight, stored)),
    terms,
    text: text.plain,
    changesFrom: before?.version ?? null,
    changes: changes.flatMap(({ clause, changes: changed }) =>
      changed.map(({ enforced: _, ...change }) => ({ clause, ...change })),
    ),
  };
}

/**
 * The version that another is compared with: the newest before it that came to govern, as that is
 * what it was drafted from; else the newest in force for anybody; where none is, the one before it.
 */
async function versionBefore(
  { tx }: Sight,
  { work, release, version }: StoredAgreement,
): Promise<StoredAgreement | undefined> {
  const earlier = (await versionsOf(tx, work)).filter((one) => one.version < version);
  const adoptions = await adoptionsFor(tx, release);
  const heldOf = (those: readonly Adoption[]): StoredAgreement | undefined =>
    earlier.findLast(({ id }) => those.some(({ agreement }) => agreement === id));
  return heldOf(adoptions.filter(({ governs }) => governs)) ?? heldOf(adoptions) ?? earlier.at(-1);
}

async function lineOf(sight: Sight, stored: StoredAgreement): Promise<AgreementLine> {
  const release = await knownRelease(sight.tx, stored.release);
  const standing = await agreementFor(sight.tx, release);
  const unsigned = unsignedOf(standing, stored);
  const signed = standing.signatures.filter(({ version }) => version === stored.version);
  const { status, waitsFor } = statusOf(standing, stored);
  const ids = [...unsigned, ...waitsFor, ...signed.map(({ agent }) => agent)];
  const names = await namesOf(sight.tx, ids);
  const parties = new Map(termsOf(stored).parties.map(({ agent, name }) => [agent, name]));
  const named = (agent: string): { agent: string; name: string } => ({
    agent,
    name: names.get(agent) ?? parties.get(agent) ?? agent,
  });
  return {
    id: stored.id,
    work: stored.work,
    release: stored.release,
    version: stored.version,
    preset: stored.preset,
    termsHash: stored.termsHash,
    templateHash: stored.templateHash,
    textHash: stored.textHash,
    signed: signed.map(({ agent, signedAt }) => ({ ...named(agent), at: signedAt })),
    unsigned: unsigned.map(named),
    status,
    governs: standing.force.governing === stored.version,
    waitsFor: waitsFor.map(named),
  };
}

function unsignedOf(standing: ForRelease, stored: StoredAgreement): readonly string[] {
  const version = standing.versions.find(({ number }) => number === stored.version);
  if (version === undefined) throw new Error(`${stored.id} is not a version for its own release.`);
  return notSigned(version, standing.signatures);
}

function statusOf(
  { chain, force, signatures, adoptions }: ForRelease,
  { id, version, release }: StoredAgreement,
): { status: AgreementAnswer['status']; waitsFor: readonly string[] } {
  const isAdopted = adoptions.some(({ agreement }) => agreement === id);
  if (isAdopted) return { status: 'in-force', waitsFor: [] };
  const waiting = force.waiting.find((one) => one.version === version);
  const isSigned = signatures.some((signature) => signature.version === version);
  if (isSigned) return { status: 'waiting', waitsFor: waiting?.waitsFor ?? [] };
  const isReplaced = chain.some((one) => one.version > version && one.release === release);
  return { status: isReplaced ? 'replaced' : 'draft', waitsFor: waiting?.waitsFor ?? [] };
}
