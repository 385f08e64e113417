import {
  accountOf,
  hostAccount,
  poolAccount,
  refundAccount,
} from '../../domain/ledger/accounts.ts';
import { namesOf } from '../../store/agents.ts';
import { listHolders, listReleasesOfHolder } from '../../store/money/claims.ts';
import { balanceOf, listAccountBalances } from '../../store/money/ledger.ts';
import { findPool } from '../../store/money/pools.ts';
import { releasesOf } from '../../store/releases.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import { findGoverningTerms } from '../agreements/governing.ts';
import { figuresOfHolder } from '../claims/figures.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';

type Reading = Pick<Sight, 'tx' | 'currencies'>;

/** Money that one account of the ledger owes an agent. */
export interface Due {
  readonly agent: string;
  readonly kind: 'earnings' | 'host' | 'refund';
  /** The account that owes it. */
  readonly source: string;
  readonly currency: string;
  /** What can be paid out now, minor units; above zero, or something waits. */
  readonly minor: bigint;
  /** What waits because a payment went back. */
  readonly waitingMinor: bigint;
  readonly work: StoredWork | null;
}

/** All that an agent has to receive, oldest claim first. Computed now, as somebody asks. */
export async function duesOf(sight: Reading, agent: string): Promise<Due[]> {
  return [
    ...(await earningsDue(sight, agent)),
    ...(await hostsDue(sight, agent)),
    ...(await refundsDue(sight, agent)),
  ];
}

/** All that anybody has to receive, by name. */
export async function allDues(sight: Reading): Promise<Due[]> {
  const agents = new Set(await listHolders(sight.tx));
  for (const { name } of await listAccountBalances(sight.tx, 'refund:')) {
    agents.add(accountOf(name).ids[0] ?? '');
  }
  for (const work of await hostedWorks(sight)) agents.add(await hostOf(sight, work));
  const names = await namesOf(sight.tx, agents);
  const ordered = [...agents].toSorted((left, right) =>
    `${names.get(left) ?? ''}\n${left}` < `${names.get(right) ?? ''}\n${right}` ? -1 : 1,
  );
  const dues: Due[] = [];
  for (const agent of ordered) dues.push(...(await duesOf(sight, agent)));
  return dues;
}

async function earningsDue(sight: Reading, agent: string): Promise<Due[]> {
  const dues: Due[] = [];
  for (const release of await listReleasesOfHolder(sight.tx, agent)) {
    const figures = await figuresOfHolder(sight, release, agent);
    const terms = await findGoverningTerms(sight.tx, release);
    const work = await knownWork(sight.tx, (await knownRelease(sight.tx, release)).work);
    for (const { minor, currency } of figures?.outstanding ?? []) {
      if (minor <= 0n) continue;
      const pool = await findPool(sight.tx, release, currency.code);
      // Until a deficit is refilled payouts wait, or the reserve advances them where it is agreed.
      const waits = pool.deficitMinor > 0n && terms?.['deficit.advance'] !== true;
      dues.push({
        agent,
        kind: 'earnings',
        source: poolAccount(release),
        currency: currency.code,
        minor: waits ? 0n : minor,
        waitingMinor: waits ? minor : 0n,
        work,
      });
    }
  }
  return dues;
}

/** Who hosts a work: whom the agreement of its newest release names, else the steward. */
async function hostOf({ tx }: Reading, work: StoredWork): Promise<string> {
  const newest = (await releasesOf(tx, work.id)).at(-1);
  const terms = newest === undefined ? undefined : await findGoverningTerms(tx, newest.id);
  return terms?.['split.hostAgent'] ?? work.steward;
}

async function hostsDue(sight: Reading, agent: string): Promise<Due[]> {
  const dues: Due[] = [];
  for (const work of await hostedWorks(sight)) {
    if ((await hostOf(sight, work)) !== agent) continue;
    const source = hostAccount(work.id);
    dues.push(...(await creditsOf(sight, { agent, kind: 'host', source, work })));
  }
  return dues;
}

/** The works whose host has been given a share. */
async function hostedWorks({ tx }: Reading): Promise<StoredWork[]> {
  const names = (await listAccountBalances(tx, 'host:')).map(({ name }) => accountOf(name).ids[0]);
  const works: StoredWork[] = [];
  for (const id of new Set(names)) works.push(await knownWork(tx, id ?? ''));
  return works;
}

const refundsDue = (sight: Reading, agent: string): Promise<Due[]> =>
  creditsOf(sight, { agent, kind: 'refund', source: refundAccount(agent), work: null });

/** What an account owes, in each currency: credits stand below zero. */
async function creditsOf(
  { tx }: Reading,
  about: Pick<Due, 'agent' | 'kind' | 'source' | 'work'>,
): Promise<Due[]> {
  const balances = await listAccountBalances(tx, about.source);
  const dues: Due[] = [];
  for (const { name, currency } of balances) {
    if (name !== about.source) continue;
    const minor = -(await balanceOf(tx, name, currency));
    if (minor > 0n) dues.push({ ...about, currency, minor, waitingMinor: 0n });
  }
  return dues;
}
