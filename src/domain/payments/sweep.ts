import { ZERO } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { need, settle } from './settle.ts';
import type { Settlement, Situation } from './settle.ts';
import { POOL_ONLY, withoutHost } from './split.ts';

/** One release builds on another. */
export interface Dependency {
  readonly downstream: string;
  readonly upstream: string;
}

/** Where held money may go: the pool of a release, without its tax. */
export type Receiver = Omit<Situation, 'taxRate'>;

/** What is held by a release for one upstream, and both sides. */
export interface SweepInput {
  /** Minor units held, in the currency of both sides. */
  readonly held: bigint;
  /** The upstream; its running total is that of `sweptSplit`. */
  readonly upstream: Receiver;
  /** The release that holds the money; its split plays no part. */
  readonly holder: Pick<Receiver, 'currency' | 'conversion' | 'deficit' | 'tranches'>;
}

/** Where held money went: held = moved + back + toReserve. */
export interface Sweep {
  /** What the upstream took, with where it went; none where it owes nothing. */
  readonly upstream?: Settlement;
  /** What the holder's own pool took of the rest; none where nothing was left or owed. */
  readonly back?: Settlement;
  /** What nobody is owed: it goes to the holder's reserve. */
  readonly toReserve: bigint;
}

/** The split of an upstream for swept money: no host's share, which stays in its pool. */
export const sweptSplit = withoutHost;

/**
 * Moves what is held for an upstream: as a payment without tax or host's share, up to what the
 * upstream owes. The rest goes back to the holder's pool as far as that owes something, and else
 * to the holder's reserve.
 */
export function sweep({ held, upstream, holder }: SweepInput): Sweep {
  const moved = offer(held, { ...upstream, split: sweptSplit(upstream.split) });
  const rest = moved?.excess ?? held;
  const back = offer(rest, { ...holder, split: POOL_ONLY, splitTotal: 0n, rooms: {} });
  return {
    ...(moved && { upstream: moved }),
    ...(back && { back }),
    toReserve: back?.excess ?? rest,
  };
}

/**
 * How much a dependent release may hold for an upstream in a currency: the least that pays all
 * that the upstream owes, less what is held for it already.
 *
 * @param alreadyHeld by all releases that build on it, minor units of the same currency
 */
export function roomOf(upstream: Receiver, alreadyHeld: bigint): bigint {
  const room = need(untaxed({ ...upstream, split: sweptSplit(upstream.split) })) - alreadyHeld;
  return room > 0n ? room : 0n;
}

/**
 * The releases in the order in which held money flows: each before all that it builds on. The
 * order is the same whatever the order of the dependencies.
 *
 * @throws Refusal dependency-cycle, which names the circle
 */
export function topologicalOrder(dependencies: readonly Dependency[]): string[] {
  const upstreams = upstreamsOf(dependencies);
  const waiting = new Map([...upstreams.keys()].map((release): [string, number] => [release, 0]));
  for (const release of [...upstreams.values()].flat()) {
    waiting.set(release, (waiting.get(release) ?? 0) + 1);
  }
  const order = [...waiting].filter(([, count]) => count === 0).map(([release]) => release);
  for (const release of order) {
    for (const upstream of upstreams.get(release) ?? []) {
      const left = (waiting.get(upstream) ?? 0) - 1;
      waiting.set(upstream, left);
      if (left === 0) order.push(upstream);
    }
  }
  if (order.length < waiting.size) {
    refuse('dependency-cycle', { cycle: circleIn(upstreams, new Set(order)).join(' -> ') });
  }
  return order;
}

/** Each release with what it builds on, both sorted. */
function upstreamsOf(dependencies: readonly Dependency[]): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { downstream, upstream } of dependencies) {
    found.set(upstream, found.get(upstream) ?? new Set());
    found.set(downstream, (found.get(downstream) ?? new Set()).add(upstream));
  }
  const names = [...found.keys()].toSorted();
  return new Map(names.map((name) => [name, [...(found.get(name) ?? [])].toSorted()]));
}

/** A circle among releases that could not be ordered, from its first name back to it. */
function circleIn(
  upstreams: ReadonlyMap<string, readonly string[]>,
  ordered: ReadonlySet<string>,
): string[] {
  const downstreamOf = (release: string): string | undefined =>
    [...upstreams].find(([name, ups]) => !ordered.has(name) && ups.includes(release))?.[0];
  // What could not be ordered waits for something that builds on it: going down ends in a circle.
  const path: string[] = [];
  let at = [...upstreams.keys()].find((name) => !ordered.has(name));
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = downstreamOf(at);
  }
  if (at === undefined) throw new Error('What cannot be ordered is in or above a circle.');
  const circle = path.slice(path.indexOf(at)).toReversed();
  const first = circle.indexOf(circle.toSorted()[0] ?? at);
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0] ?? at];
}

function offer(offered: bigint, receiver: Receiver): Settlement | undefined {
  const situation = untaxed(receiver);
  if (offered === 0n || need(situation) === 0n) return undefined;
  return settle({ ...situation, offered });
}

function untaxed(receiver: Receiver): Situation {
  return { ...receiver, taxRate: ZERO };
}
