// A release: a version of a work that is paid for on its own. It is owing, or open for good.

import { refuse } from '../refusals.ts';
import { PAID_UNTIL_OPEN } from '../licences/spdx.ts';

/** One release. `openedAt` and `licence` are set by its opening and never change again. */
export interface Release {
  readonly id: string;
  readonly work: string;
  /** 1 for the first, then one more each. */
  readonly number: number;
  readonly status: 'owing' | 'open';
  /** SPDX identifier of the licence that holds for everyone now. */
  readonly licence: string;
  readonly openedAt: string | null;
}

function releaseNumbered(id: string, work: string, number: number): Release {
  return { id, work, number, status: 'owing', licence: PAID_UNTIL_OPEN, openedAt: null };
}

/** The release with which a work begins. */
export function firstRelease(id: string, work: string): Release {
  return releaseNumbered(id, work, 1);
}

/**
 * The release after the work's newest. Several may be owing at once: each is paid for on its own.
 * It builds on its predecessor as one work builds on another.
 */
export function nextRelease(id: string, releases: readonly Release[]): Release {
  const newest = newestRelease(releases);
  return releaseNumbered(id, newest.work, newest.number + 1);
}

/** The release with the highest number. A work always has one. */
export function newestRelease<R extends Release>(releases: readonly R[]): R {
  const [first, ...others] = releases;
  if (first === undefined) throw new Error('A work has at least one release.');
  return others.reduce((best, one) => (one.number > best.number ? one : best), first);
}

/**
 * The release that a command means when it names none: the newest that is not open, or null where
 * every release is open.
 */
export function currentRelease(releases: readonly Release[]): Release | null {
  const owing = releases.filter((release) => release.status === 'owing');
  return owing.length === 0 ? null : newestRelease(owing);
}

/** Asserts towards the user that a release still takes contributions: ✗ `already-open`. */
export function requireOwing(release: Release): Release {
  if (release.status === 'open') refuse('already-open', { release: release.id });
  return release;
}

/**
 * The release, open: under the agreed licence for everyone from that instant. Final; there is no
 * function that closes it again. Refuses `already-open`.
 */
export function opened(release: Release, licence: string, openedAt: string): Release {
  return { ...requireOwing(release), status: 'open', licence, openedAt };
}
