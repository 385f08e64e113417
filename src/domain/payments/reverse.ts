import { lastParts, sum } from './split.ts';
import type { RunningSplit, SplitParts } from './split.ts';

/** A payment that bounced, as it was booked; in minor units of its currency. */
export interface ReverseInput extends RunningSplit {
  readonly tax: bigint;
  readonly net: bigint;
  readonly excess: bigint;
  /** What is still held for each upstream. */
  readonly held: Readonly<Record<string, bigint>>;
  /** What of each upstream's share the payment left in the pool; where nothing is said, nothing. */
  readonly short?: Readonly<Record<string, bigint>>;
}

/** What a reversal takes from whom: together exactly what came in. */
export interface Reversal {
  readonly tax: bigint;
  readonly excess: bigint;
  /** Taken from the host, the reserve, what is held for upstreams, and the pool. */
  readonly parts: SplitParts;
  /** What the pool is short of now; it is the pool's part. */
  readonly deficit: bigint;
  readonly splitTotal: bigint;
}

/**
 * Takes a payment back out of its split: what the split's last `net` units gave to each. What an
 * upstream no longer holds, or never got as it had no room, falls to the pool, as its deficit.
 * Nobody's earnings change.
 */
export function reverse(input: ReverseInput): Reversal {
  const { tax, net, excess, held, splitTotal, short = {} } = input;
  if (net < 0n || tax < 0n || excess < 0n) throw new Error('A payment is not negative.');
  const last = lastParts(input, net);
  const upstream = last.upstream.map(({ release, minor }) => {
    const left = of(held, release);
    const given = minor - of(short, release);
    if (given <= 0n) return { release, minor: 0n };
    return { release, minor: given < left ? given : left };
  });
  const deficit = net - last.host - last.reserve - sum(upstream);
  return {
    tax,
    excess,
    parts: { host: last.host, reserve: last.reserve, upstream, pool: deficit },
    deficit,
    splitTotal: splitTotal - net,
  };
}

const of = (sums: Readonly<Record<string, bigint>>, release: string): bigint =>
  Object.hasOwn(sums, release) ? (sums[release] ?? 0n) : 0n;
