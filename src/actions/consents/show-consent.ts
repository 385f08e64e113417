import { findAgent } from '../../store/agents.ts';
import { consentsOf, findConsent } from '../../store/doors/consents.ts';
import type { StoredConsent } from '../../store/doors/consents.ts';
import type { Sight } from '../action.ts';
import type { HolderAnswer } from '../works/answers.ts';
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
 * A work as everybody may see it.
 *
 * @throws Refusal work-unknown
 */
export async function showPublicWork(sight: Sight, id: string): Promise<PublicWork> {
  const work = await showWork(sight, id);
  const consents = new Map(
    (await consentsOf(sight.tx, work.id)).map((consent) => [consent.agent, consent]),
  );
  const names: string[] = [];
  for (const { agent } of work.people) {
    const name = await shownName(sight, consents.get(agent));
    if (name !== undefined) names.push(name);
  }
  const { title, kind, status, licence, release, obligation, owed, paid, opensWhen } = work;
  return {
    id: work.id,
    title,
    kind,
    status,
    licence,
    openedAt: release.openedAt,
    figures: tellsOfOne(work.people, consents) ? null : { obligation, owed, paid, opensWhen },
    people: names.toSorted((left, right) => (left < right ? -1 : 1)),
    others: work.people.length - names.length,
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
  const holders = people.filter(({ share }) => /[1-9]/.test(share));
  const [first] = holders;
  if (holders.length !== 1 || first === undefined) return false;
  return (consents.get(first.agent)?.shows ?? 'none') === 'none';
}
