import type { Terms } from '../../domain/agreements/fields.ts';
import { findAgreement, firstSigned, signedVersion, versionsOf } from '../../store/agreements.ts';
import type { StoredAgreement } from '../../store/agreements.ts';
import type { StoredAgent } from '../../store/agents.ts';
import type { Tx } from '../../store/engine.ts';
import { findGoverningTerms } from './governing.ts';
import { termsOf } from './terms-of.ts';

/** The version that a line is under. */
export interface Binding {
  readonly agreement: string;
  readonly terms: Terms;
  /** The day on which its author first signed any version of this work's agreement. */
  readonly signedOn: string;
}

/** Who signs for an author: for a machine, whoever is responsible for it. */
export const signerOf = (author: Pick<StoredAgent, 'id' | 'kind' | 'responsible'>): string =>
  author.kind === 'machine' ? (author.responsible ?? author.id) : author.id;

interface Asked {
  readonly work: string;
  readonly release: string;
  readonly author: StoredAgent;
}

/**
 * The version under which a line comes in: the newest in force that its author has signed. Null
 * while they have signed none.
 */
export async function bindingOf(tx: Tx, asked: Asked): Promise<Binding | null> {
  return boundTo(tx, asked, 'newest');
}

/**
 * The version that a line is under when it is decided: the one that it came in under; else, as its
 * author had signed none then, the first one that they signed. Null while they have signed none.
 */
export async function bindingAtDecision(
  tx: Tx,
  asked: Asked,
  agreement: string | null,
): Promise<Binding | null> {
  if (agreement === null) return boundTo(tx, asked, 'first');
  const found = await findAgreement(tx, agreement);
  if (found === undefined) throw new Error(`There is no version ${agreement}.`);
  return withDay(tx, asked, found);
}

/**
 * The terms that a line would come under if its author signed now: those in force for the
 * release, else those of the newest version that is drafted. Null where there is none.
 */
export async function prospectiveTerms(
  tx: Tx,
  { work, release }: Omit<Asked, 'author'>,
): Promise<Terms | null> {
  const governing = await findGoverningTerms(tx, release);
  if (governing !== undefined) return governing;
  const newest = (await versionsOf(tx, work)).at(-1);
  return newest === undefined ? null : termsOf(newest);
}

async function boundTo(tx: Tx, asked: Asked, which: 'newest' | 'first'): Promise<Binding | null> {
  const { release, author } = asked;
  const found = await signedVersion(tx, { release, agent: signerOf(author), which });
  return found === undefined ? null : withDay(tx, asked, found);
}

async function withDay(tx: Tx, asked: Asked, found: StoredAgreement): Promise<Binding> {
  const signedAt = await firstSigned(tx, { work: asked.work, agent: signerOf(asked.author) });
  if (signedAt === undefined) throw new Error(`Nobody has signed ${found.id} for this author.`);
  return { agreement: found.id, terms: termsOf(found), signedOn: signedAt.slice(0, 10) };
}
