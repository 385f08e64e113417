import { addDuration, durationDays } from '../../domain/agreements/duration.ts';
import type { Terms } from '../../domain/agreements/fields.ts';
import type { LicenceParameters } from '../../domain/licences/paid-until-open.ts';
import { refuse } from '../../domain/refusals.ts';
import { findRelease } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import { listActs } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import { showAct } from '../record/show-record.ts';
import { knownWork } from '../works/known-work.ts';
import { showRelease } from '../works/show-work.ts';

/** What differs in the licence of one release from that of others. */
export interface LicenceOfRelease {
  readonly parameters: LicenceParameters;
  /** The licence that holds now, and the one that it opens as: SPDX ids. */
  readonly licence: string;
  readonly openLicence: string;
  readonly year: number;
  /** The act of its opening with its proof, once it is open. */
  readonly opened: unknown;
}

/** Section C of the agreements: what holds where the agreement of the makers says nothing else. */
const ANY = { trialDays: 30, cureDays: 30, addOn: '0', growthDays: 90 } as const;

/**
 * The licence of a release as it stands: before opening the parameters that go with the fixed
 * text, from opening on the open licence with the act that opened it.
 *
 * @throws Refusal release-id-unknown
 */
export async function showLicence(sight: Sight, id: string): Promise<LicenceOfRelease> {
  const { tx } = sight;
  const release = (await findRelease(tx, id)) ?? refuse('release-id-unknown', { id });
  const begunOn = (await listActs(tx, release.seq, 1))[0]?.recordedAt.slice(0, 10) ?? sight.today;
  const shown = await showRelease(sight, id);
  const parameters = await parametersOf(sight, release, { begunOn, shown });
  return {
    parameters,
    licence: release.licence,
    openLicence: parameters.opening.licence,
    year: Number(begunOn.slice(0, 4)),
    opened: release.status === 'open' ? await showAct(sight, 'release.opened', id) : null,
  };
}

async function parametersOf(
  sight: Sight,
  release: StoredRelease,
  { begunOn, shown }: { begunOn: string; shown: Awaited<ReturnType<typeof showRelease>> },
): Promise<LicenceParameters> {
  const work = await knownWork(sight.tx, release.work);
  const steward = await knownAgent(sight.tx, work.steward);
  const terms = await findGoverningTerms(sight.tx, release.id);
  const { text: sentence, ...condition } = shown.opensWhen;
  return {
    work: { id: work.id, title: work.title },
    release: { id: release.id, number: release.number },
    manifest: terms?.['open.manifest'] ?? null,
    licensor: steward.name,
    offers: terms?.classes ?? [],
    opening: { ...condition, status: release.status, to: 'everyone', sentence },
    ...timesOf(terms, begunOn),
    ...ANY,
    rightsWork: terms?.rightsWork === true,
    law: steward.jurisdiction ?? 'that of the licensor',
    upstream: shown.buildsOn
      .filter(({ status }) => status !== 'open')
      .map((one) => ({ release: one.release, title: one.title })),
  };
}

function timesOf(terms: Terms | undefined, begunOn: string) {
  const { backstop = 'none', notice = 'P30D', successorVote = 'P90D' } = terms ?? {};
  return {
    latest: backstop === 'none' ? null : addDuration(begunOn, backstop),
    noticeDays: durationDays(notice),
    successorDays: durationDays(successorVote),
  };
}
