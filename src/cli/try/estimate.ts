import type { Amount } from '../../domain/money/amount.ts';
import { ratio, type Ratio } from '../../domain/money/ratio.ts';
import { roundHalfEven } from '../../domain/money/rounding.ts';
import { estimateSeconds, sortedTimes, type SessionRule } from '../../imports/git-hours.ts';
import type { CommitAuthor } from '../../imports/commits/authors.ts';

/** An author with the times of their commits, seconds since 1970. */
export interface TimedAuthor extends CommitAuthor {
  readonly times: number[];
}

/** One person's estimate. */
export interface Estimate {
  /** The author's name; with their address where two people share a name. */
  readonly agent: string;
  readonly commits: number;
  readonly seconds: number;
  /** Minor units: seconds x rate, rounded half-even, as it is shown. */
  readonly cost: bigint;
  /** Minor units: seconds x rate x return, rounded half-even once, from the exact product. */
  readonly obligation: bigint;
}

/** What the hours are valued at: an hour's rate in its currency's main units, and the return. */
export interface Valuing {
  readonly rate: Ratio;
  readonly currency: Amount['currency'];
  readonly returnFactor: Ratio;
}

/** All people's estimates, the largest first, and their sums. */
export interface Estimates {
  readonly people: readonly Estimate[];
  readonly seconds: number;
  readonly cost: bigint;
  readonly obligation: bigint;
}

/**
 * Estimates what people's commits cost and what the fixed return on it is. Rounds once for each
 * person, half-even, to minor units of the rate's currency; the sums are sums of those.
 */
export function estimate(
  authors: readonly TimedAuthor[],
  rule: SessionRule,
  valuing: Valuing,
): Estimates {
  const perSecond = perSecondMinor(valuing);
  const { num, den } = valuing.returnFactor;
  const names = uniqueNames(authors);
  const people = authors.map((author, index): Estimate => {
    const seconds = estimateSeconds(sortedTimes(author.times), rule);
    const exact = BigInt(seconds) * perSecond.num;
    return {
      agent: names[index] ?? author.name,
      commits: author.commits,
      seconds,
      cost: roundHalfEven({ num: exact, den: perSecond.den }),
      obligation: roundHalfEven({ num: exact * num, den: perSecond.den * den }),
    };
  });
  people.sort(largestFirst);
  return {
    people,
    seconds: people.reduce((sum, person) => sum + person.seconds, 0),
    cost: people.reduce((sum, person) => sum + person.cost, 0n),
    obligation: people.reduce((sum, person) => sum + person.obligation, 0n),
  };
}

const perSecondMinor = ({ rate, currency }: Valuing): Ratio =>
  ratio(rate.num * 10n ** BigInt(currency.scale), rate.den * 3600n);

const largestFirst = (a: Estimate, b: Estimate): number => {
  if (a.obligation !== b.obligation) return a.obligation < b.obligation ? 1 : -1;
  if (a.seconds !== b.seconds) return b.seconds - a.seconds;
  return a.agent < b.agent ? -1 : 1;
};

/** Names by which each can be told apart: with the address where a name is borne twice. */
export function uniqueNames(authors: readonly CommitAuthor[]): string[] {
  const borne = new Map<string, number>();
  for (const { name } of authors) borne.set(name, (borne.get(name) ?? 0) + 1);
  const given = new Set<string>();
  return authors.map(({ name, key }) => {
    const wanted = borne.get(name) === 1 ? name : `${name} <${key}>`;
    let unique = wanted;
    for (let n = 2; given.has(unique); n += 1) unique = `${wanted} (${n})`;
    given.add(unique);
    return unique;
  });
}
