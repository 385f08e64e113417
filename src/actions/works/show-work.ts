import { amount, toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { openingStatement, remainingMinor } from '../../domain/licences/opening.ts';
import { newestRelease } from '../../domain/works/release.ts';
import { countByStatus } from '../../store/contributions.ts';
import type { Page, Paged } from '../../store/page.ts';
import { releasesOf } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import { listWorks as listStored } from '../../store/works.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import { agreementBriefOf, governingBriefOf } from '../agreements/brief.ts';
import { openingTerms } from '../agreements/governing.ts';
import { dustOf, releaseFigures, toMoneyList } from '../claims/figures.ts';
import type { ReleaseAnswer, WorkAnswer, WorkLine } from './answers.ts';
import { knownRelease, knownWork, workAndRelease } from './known-work.ts';
import { buildsOnOf, heldForOf } from './held.ts';
import { peopleOf } from './people.ts';

/**
 * The release that is meant where none is named: the newest that is not open, else the newest.
 */
export async function meantRelease(sight: Pick<Sight, 'tx'>, work: string): Promise<StoredRelease> {
  return meantOf(await releasesOf(sight.tx, work));
}

function meantOf(releases: readonly StoredRelease[]): StoredRelease {
  const owing = releases.filter(({ status }) => status === 'owing');
  return newestRelease(owing.length > 0 ? owing : releases);
}

/**
 * A work and where it stands: what is owed, paid, when it opens, and what each has in it. Figures
 * are those of the named release, or of the one that is meant where none is named. Of drafts, those
 * alone are counted that are `draftsOf` that agent, where one is named.
 *
 * @throws Refusal work-unknown, release-id-unknown, release-elsewhere
 */
export async function showWork(
  sight: Sight,
  id: string,
  about: { readonly release?: string | undefined; readonly draftsOf?: string | undefined } = {},
): Promise<WorkAnswer> {
  const work = await knownWork(sight.tx, id);
  const meant =
    about.release === undefined
      ? await meantRelease(sight, id)
      : (await workAndRelease(sight.tx, { work: id, release: about.release })).release;
  const release = await releaseAnswerOf(sight, work, meant);
  const { status, licence, obligation, owed, refill, paid, dust, opensWhen, buildsOn } = release;
  return {
    id,
    title: work.title,
    kind: work.kind,
    currency: work.currency,
    steward: work.steward,
    status,
    licence,
    obligation,
    owed,
    refill,
    paid,
    dust,
    opensWhen,
    release,
    releases: (await releasesOf(sight.tx, id)).map((one) => ({
      id: one.id,
      number: one.number,
      status: one.status,
      licence: one.licence,
    })),
    agreement: await agreementBriefOf(sight, work),
    governing: await governingBriefOf(sight, meant.id),
    people: await peopleOf(sight, work, meant.id),
    counts: await countByStatus(sight.tx, meant.id, about.draftsOf),
    buildsOn,
  };
}

/**
 * One release and where it stands.
 *
 * @throws Refusal release-id-unknown
 */
export async function showRelease(sight: Sight, id: string): Promise<ReleaseAnswer> {
  const release = await knownRelease(sight.tx, id);
  return releaseAnswerOf(sight, await knownWork(sight.tx, release.work), release);
}

/**
 * The releases of a work, by number.
 *
 * @throws Refusal work-unknown
 */
export async function listReleases(
  sight: Sight,
  { work: id }: { readonly work: string },
): Promise<{ items: ReleaseAnswer[] }> {
  const work = await knownWork(sight.tx, id);
  const items: ReleaseAnswer[] = [];
  for (const release of await releasesOf(sight.tx, id)) {
    items.push(await releaseAnswerOf(sight, work, release));
  }
  return { items };
}

/** Works in the order in which they came, each with the figures of the release that is meant. */
export async function listWorks(
  sight: Sight,
  filter: {
    kind?: string | undefined;
    agent?: string | undefined;
    status?: string | undefined;
  } & Page = {},
): Promise<Paged<WorkLine>> {
  const found = await listStored(sight.tx, filter, filter);
  const items: WorkLine[] = [];
  for (const work of found.items) items.push(await workLineOf(sight, work));
  return { ...found, items };
}

async function workLineOf(sight: Sight, work: StoredWork): Promise<WorkLine> {
  const releases = await releasesOf(sight.tx, work.id);
  const release = meantOf(releases);
  const { id, number, status, licence } = release;
  const all: WorkLine['releases'] = [];
  for (const one of releases) {
    const { owed, paid } = await releaseFigures(sight, one.id, work.currency);
    all.push({ id: one.id, number: one.number, owed: toMoney(owed), paid: toMoney(paid) });
  }
  const { obligation, owed, paid } = await releaseFigures(sight, id, work.currency);
  return {
    id: work.id,
    title: work.title,
    kind: work.kind,
    currency: work.currency,
    steward: work.steward,
    status,
    licence,
    obligation: toMoney(obligation),
    owed: toMoney(owed),
    paid: toMoney(paid),
    opensWhen: await opensWhenOf(sight, work, release),
    release: id,
    number,
    opened: releases.findLast((one) => one.status === 'open')?.number ?? null,
    releases: all,
  };
}

async function releaseAnswerOf(
  sight: Sight,
  work: StoredWork,
  release: StoredRelease,
): Promise<ReleaseAnswer> {
  const figures = await releaseFigures(sight, release.id);
  const currency = currencyOf(sight.currencies, work.currency);
  const dust = (await dustOf(sight, release.id)).find(
    (entry) => entry.currency.code === work.currency,
  );
  return {
    id: release.id,
    work: work.id,
    number: release.number,
    status: release.status,
    licence: release.licence,
    obligation: toMoney(figures.obligation),
    owed: toMoney(figures.owed),
    refill: toMoney(amount(figures.owed.minor - figures.outstanding.minor, currency)),
    paid: toMoney(figures.paid),
    dust: toMoney(dust ?? amount(0n, currency)),
    deficits: toMoneyList(figures.deficits),
    opensWhen: await opensWhenOf(sight, work, release),
    buildsOn: await buildsOnOf(sight, release.id),
    heldFor: await heldForOf(sight, release.id),
    openedAt: release.openedAt,
    openedBy: release.openedBy,
  };
}

async function opensWhenOf(
  sight: Sight,
  work: StoredWork,
  release: StoredRelease,
): Promise<ReleaseAnswer['opensWhen']> {
  const figures = await releaseFigures(sight, release.id, work.currency);
  const { obligation, owed, outstanding, deficits } = figures;
  const { threshold, licence } = await openingTerms(sight.tx, work, release.id);
  const sums = {
    obligation: obligation.minor,
    outstanding: outstanding.minor,
    deficit: owed.minor - outstanding.minor,
  };
  const minor = release.status === 'open' ? 0n : remainingMinor(sums, threshold);
  const { sentence, remaining, ...statement } = openingStatement({
    status: release.status,
    threshold,
    remaining: toMoney(amount(minor, obligation.currency)),
    licence: release.status === 'open' ? release.licence : licence,
    deficits: toMoneyList(deficits).filter(({ currency }) => currency !== work.currency),
    heldUntil: release.openingDueOn ?? undefined,
  });
  return { threshold, remaining, licence: statement.licence, text: sentence };
}
