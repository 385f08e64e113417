// What a release builds on, and the share of its payments that flows there.

import { refuse } from '../refusals.ts';

/** "This release builds on that one, which gets this share of each payment." */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  /** Fraction with at most four decimals, above 0 and at most 0.5; "0.05" is five per cent. */
  readonly share: string;
}

const UNITS = 10_000;
/** All upstream shares of a release together are at most half (clause 17). */
export const UPSTREAM_LIMIT_UNITS = 5_000;

/**
 * A share in units of 1/10,000. Reads "0.05" and "5 %" / "5%", with at most four decimals of the
 * fraction. Null where the text is no share from 0 to 1.
 */
export function shareUnits(text: string): number | null {
  const parts = /^([0-9]{1,3})(?:\.([0-9]+))?( ?%)?$/.exec(text.trim());
  if (parts === null) return null;
  const [, whole = '', decimals = '', sign] = parts;
  const places = sign === undefined ? 4 : 2;
  const trimmed = decimals.replace(/0+$/, '');
  if (trimmed.length > places) return null;
  const units = Number(whole) * 10 ** places + Number(trimmed.padEnd(places, '0'));
  return units > UNITS ? null : units;
}

/** Units of 1/10,000 as the shortest decimal: 500 is "0.05", 10,000 is "1". */
export function shareText(units: number): string {
  const decimals = String(units % UNITS)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(units / UNITS)}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * Reads `WORK:SHARE`, as in `work_abc:0.05` or `work_abc:5%`. The part after the last colon is the
 * share. Refuses `upstream-malformed`.
 */
export function parseBuildsOn(text: string): { readonly work: string; readonly share: string } {
  const colon = text.lastIndexOf(':');
  const work = text.slice(0, colon).trim();
  const units = shareUnits(text.slice(colon + 1));
  if (colon < 1 || work === '' || units === null || units === 0) {
    return refuse('upstream-malformed', { text: text.slice(0, 100) });
  }
  return { work, share: shareText(units) };
}

/** The way from one release to another along dependencies, both included, or null. */
function wayBetween(from: string, to: string, edges: readonly Dependency[]): string[] | null {
  const cameFrom = new Map<string, string>([[from, from]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) return wayBack(cameFrom, from, to);
    for (const edge of edges) {
      if (edge.from !== at || cameFrom.has(edge.to)) continue;
      cameFrom.set(edge.to, at);
      queue.push(edge.to);
    }
  }
  return null;
}

function wayBack(cameFrom: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const way = [to];
  for (let at = to; at !== from;) {
    at = cameFrom.get(at) ?? from;
    way.unshift(at);
  }
  return way;
}

/**
 * Refuses `dependency-cycle` if `from` could be reached from one of `targets` along the edges that
 * exist, and names the circle as "A -> B -> A". `nameOf` turns an id into what people read.
 */
export function refuseCycle(
  from: string,
  targets: readonly string[],
  existing: readonly Dependency[],
  nameOf: (id: string) => string,
): void {
  for (const target of targets) {
    const way = wayBetween(target, from, existing);
    if (way !== null)
      refuse('dependency-cycle', { cycle: [from, ...way].map(nameOf).join(' -> ') });
  }
}

/**
 * The dependencies of one release, checked.
 *
 * `declared` are (release, share) pairs, shares as `shareUnits` reads them; `known` says whether a
 * release exists; `existing` are all dependencies of the node. Refuses, in this order:
 * `upstream-malformed`, `upstream-unknown`, `upstream-itself`, `upstream-twice`,
 * `upstream-too-much` (over 50 % together), `dependency-cycle`.
 */
export function newDependencies(input: {
  readonly from: string;
  readonly declared: readonly { readonly release: string; readonly share: string }[];
  readonly existing: readonly Dependency[];
  readonly known: (release: string) => boolean;
  readonly nameOf: (release: string) => string;
}): readonly Dependency[] {
  const { from, declared, existing, known, nameOf } = input;
  const seen = new Set<string>();
  let total = 0;
  const made = declared.map(({ release, share }): Dependency => {
    const units = shareUnits(share);
    if (units === null || units === 0) {
      return refuse('upstream-malformed', { text: `${release}:${share}`.slice(0, 100) });
    }
    if (!known(release)) refuse('upstream-unknown', { release: release.slice(0, 100) });
    if (release === from) refuse('upstream-itself', { release });
    if (seen.has(release)) refuse('upstream-twice', { release });
    seen.add(release);
    total += units;
    return { from, to: release, share: shareText(units) };
  });
  if (total > UPSTREAM_LIMIT_UNITS) {
    const limit = shareText(UPSTREAM_LIMIT_UNITS);
    refuse('upstream-too-much', { total: shareText(total), limit });
  }
  refuseCycle(from, [...seen], existing, nameOf);
  return made;
}
