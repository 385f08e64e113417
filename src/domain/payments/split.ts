import { allotted } from '../money/shares.ts';

/** How what is left of payments after tax is split, side by side: ten-thousandths. */
export interface Split {
  readonly host: number;
  readonly reserve: number;
  /** What each release that this one builds on gets. */
  readonly upstream: readonly { readonly release: string; readonly weight: number }[];
  readonly pool: number;
}

/** What each party of a split gets, in minor units. */
export interface SplitParts {
  readonly host: bigint;
  readonly reserve: bigint;
  readonly upstream: readonly { readonly release: string; readonly minor: bigint }[];
  readonly pool: bigint;
}

/** A split of which each party's share depends on the running total alone. */
export interface RunningSplit {
  readonly split: Split;
  /** All that this split has split so far in the currency, minor units. */
  readonly splitTotal: bigint;
}

/** Everything to the pool. */
export const POOL_ONLY: Split = { host: 0, reserve: 0, upstream: [], pool: 10_000 };

/** The same for equal splits, whatever the order of the releases: the key of a running total. */
export function splitKey(split: Split): string {
  const upstream = inOrder(split).map(({ release, weight }) => `${release}=${weight}`);
  return [split.host, split.reserve, split.pool, ...upstream].join(' ');
}

/** Reads what `splitKey` wrote. */
export function splitFromKey(key: string): Split {
  const parts = /^(\d+) (\d+) (\d+)((?: [^ =]+=\d+)*)$/.exec(key);
  if (parts === null) throw new Error(`"${key}" is not the key of a split.`);
  const upstream = (parts[4] ?? '').split(' ').slice(1);
  return {
    host: Number(parts[1]),
    reserve: Number(parts[2]),
    pool: Number(parts[3]),
    upstream: upstream.map((entry) => {
      const [release = '', weight = ''] = entry.split('=');
      return { release, weight: Number(weight) };
    }),
  };
}

/** The split of money that comes up from a dependent work: the host's share goes to the pool. */
export function withoutHost(split: Split): Split {
  return { ...split, host: 0, pool: split.pool + split.host };
}

/** What each party gets of the next `net` minor units after `splitTotal`. */
export function nextParts({ split, splitTotal }: RunningSplit, net: bigint): SplitParts {
  return between(split, splitTotal, splitTotal + net);
}

/** What each party got of the last `net` minor units before `splitTotal`. */
export function lastParts({ split, splitTotal }: RunningSplit, net: bigint): SplitParts {
  if (net > splitTotal) throw new Error('More is taken back from a split than it has split.');
  return between(split, splitTotal - net, splitTotal);
}

/** The parts, with what an upstream has no room for left in the pool. */
export function capped(parts: SplitParts, rooms: Readonly<Record<string, bigint>>): SplitParts {
  const upstream = parts.upstream.map(({ release, minor }) => {
    const room = Object.hasOwn(rooms, release) ? (rooms[release] ?? 0n) : 0n;
    return { release, minor: minor < room ? minor : room };
  });
  const kept = sum(parts.upstream) - sum(upstream);
  return { ...parts, upstream, pool: parts.pool + kept };
}

/** What the shares of upstreams were more than they were given, by release. */
export function shortOf(whole: SplitParts, given: SplitParts): Record<string, bigint> {
  return Object.fromEntries(
    whole.upstream.map(({ release, minor }) => {
      const got = given.upstream.find((part) => part.release === release)?.minor ?? 0n;
      return [release, minor - got];
    }),
  );
}

/** All that releases get together. */
export function sum(parts: readonly { readonly minor: bigint }[]): bigint {
  return parts.reduce((total, { minor }) => total + minor, 0n);
}

function between(split: Split, from: bigint, to: bigint): SplitParts {
  const upstream = inOrder(split);
  const weights = [split.host, split.reserve, ...upstream.map(({ weight }) => weight), split.pool];
  const before = allotted(weights, from);
  const gained = allotted(weights, to).map((count, party) => count - (before[party] ?? 0n));
  return {
    host: gained[0] ?? 0n,
    reserve: gained[1] ?? 0n,
    upstream: upstream.map(({ release }, index) => ({ release, minor: gained[index + 2] ?? 0n })),
    pool: gained.at(-1) ?? 0n,
  };
}

/** By release, for the pattern of a split depends on the order of its parties. */
function inOrder(split: Split): Split['upstream'] {
  return split.upstream.toSorted((left, right) => (left.release < right.release ? -1 : 1));
}
