import { findAgent } from '../../store/agents.ts';
import { acceptedAuthorsOf } from '../../store/contributions.ts';
import { consentsOf, findConsent } from '../../store/doors/consents.ts';
import type { StoredConsent } from '../../store/doors/consents.ts';
import { findNode, lastCheckpoint } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import type { HolderAnswer, WorkAnswer } from '../works/answers.ts';
import { knownWork } from '../works/known-work.ts';
import { showWork } from '../works/show-work.ts';
import type { ConsentAnswer, PublicWork } from './answers.ts';

/**
 * What an agent lets the public page of a work show of them.
 *
 * @throws Refusal work-unknown
 */
export async function showConsent(
  { tx }: Sight,
  work: string,
  agent: string,
): Promise<ConsentAnswer> {
  await knownWork(tx, work);
  const found = await findConsent(tx, work, agent);
  const { shows: show, alias, givenAt } = found ?? { shows: 'none', alias: null, givenAt: null };
  return { work, agent, show, alias, givenAt };
}

/**
 * A work as everybody may see it: of people only names that they agreed to, and how many they are.
 *
 * @throws Refusal work-unknown
 */
export async function showPublicWork(sight: Sight, id: string): Promise<PublicWork> {
  const work = await shownWork(sight, id);
  const consents = new Map(
    (await consentsOf(sight.tx, work.id)).map((consent) => [consent.agent, consent]),
  );
  // Who signed, handed in or keeps the work has not made it by that: what was accepted counts.
  const makers = await acceptedAuthorsOf(sight.tx, work.release.id);
  const names: string[] = [];
  for (const agent of makers) {
    const name = await shownName(sight, consents.get(agent));
    if (name !== undefined) names.push(name);
  }
  const { title, kind, status, licence, release, obligation, owed, refill, paid, opensWhen } = work;
  return {
    id: work.id,
    title,
    kind,
    node: await nodeNamed(sight),
    release: release.number,
    status,
    licence: status === 'open' ? licence : opensWhen.licence,
    openedAt: release.openedAt,
    openBefore: work.releases
      .filter((one) => one.status === 'open' && one.number < release.number)
      .map(({ number, licence: as }) => ({ number, licence: as })),
    figures: tellsOfOne(work.people, consents)
      ? null
      : { obligation, owed, refill, paid, opensWhen },
    makers: makers.length,
    people: names.toSorted((left, right) => (left < right ? -1 : 1)),
    others: makers.length - names.length,
    agreed: await agreedOf(sight, release.id),
    checkpoint: (await lastCheckpoint(sight.tx))?.note ?? null,
  };
}

/**
 * The work with the release that is shown: the one that is meant, but while nothing was accepted
 * for it yet, the one that opened last.
 */
async function shownWork(sight: Sight, id: string): Promise<WorkAnswer> {
  const work = await showWork(sight, id);
  const isNew = work.status === 'owing' && !/[1-9]/.test(work.obligation.amount);
  const last = work.releases.filter(({ status }) => status === 'open').at(-1);
  return isNew && last !== undefined ? showWork(sight, id, { release: last.id }) : work;
}

async function nodeNamed({ tx, node }: Sight): Promise<PublicWork['node']> {
  return { id: node.id, name: (await findNode(tx))?.name ?? node.id };
}

async function agreedOf({ tx }: Sight, release: string): Promise<PublicWork['agreed']> {
  const terms = await findGoverningTerms(tx, release);
  if (terms === undefined) return null;
  return {
    threshold: terms['open.threshold'],
    offers: terms.classes.map(({ id, name, price, per }) => ({ id, name, price, per })),
    rightsWork: terms.rightsWork,
    surplus: terms.surplus,
  };
}

async function shownName(
  { tx }: Sight,
  consent: StoredConsent | undefined,
): Promise<string | undefined> {
  if (consent?.shows === 'alias') return consent.alias ?? undefined;
  return consent?.shows === 'name' ? (await findAgent(tx, consent.agent))?.name : undefined;
}

/** Whether the sums of a work are those of one person alone, who has not agreed to be shown. */
function tellsOfOne(
  people: readonly HolderAnswer[],
  consents: ReadonlyMap<string, StoredConsent>,
): boolean {
  const holders = people.filter(({ obligation }) => /[1-9]/.test(obligation.amount));
  const [first] = holders;
  if (holders.length !== 1 || first === undefined) return false;
  return (consents.get(first.agent)?.shows ?? 'none') === 'none';
}
