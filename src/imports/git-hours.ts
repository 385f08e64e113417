/**
 * Hours estimated from commits by the published git-hours method
 * (https://github.com/kimmobrunfeldt/git-hours): an author's commits that lie less than two hours
 * apart are one session; a session counts the gaps between its commits, and two hours for the work
 * before its first one. Git carries no hours, so the outcome is an estimate and never a claim.
 *
 * The published program leaves out the two hours of an author's very first session, and so gives
 * nothing to whoever has a single commit; its description does not. Here the description holds:
 * every session counts its first commit.
 */

/** How gaps become sessions. Both in whole seconds. */
export interface SessionRule {
  /** Commits less than this apart belong to one session. */
  readonly sessionSeconds: number;
  /** What the first commit of a session adds. */
  readonly firstSeconds: number;
}

/** The rule as published: two hours and two hours. */
export const publishedSessionRule: SessionRule = { sessionSeconds: 7200, firstSeconds: 7200 };

/** One run of commits: indexes into the sorted times, and what it counts for. */
export interface Session {
  readonly first: number;
  readonly last: number;
  readonly seconds: number;
}

/** Seconds since 1970 in ascending order; the input is left as it is. */
export function sortedTimes(times: readonly number[]): number[] {
  return times.toSorted((a, b) => a - b);
}

/**
 * The whole seconds that one author's commits are estimated at. `times` are author dates in seconds
 * since 1970, ascending. No commits, no seconds.
 */
export function estimateSeconds(times: readonly number[], rule: SessionRule): number {
  let seconds = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    const gap = time - previous;
    seconds += gap < rule.sessionSeconds ? gap : rule.firstSeconds;
    previous = time;
  }
  return seconds;
}

/** The sessions of one author's commits, in order; their seconds add up to `estimateSeconds`. */
export function sessionsOf(times: readonly number[], rule: SessionRule): Session[] {
  const sessions: Session[] = [];
  let open: { first: number; last: number; seconds: number } | undefined;
  for (const [index, time] of times.entries()) {
    const gap = time - (times[index - 1] ?? Number.NEGATIVE_INFINITY);
    if (open !== undefined && gap < rule.sessionSeconds) {
      open.last = index;
      open.seconds += gap;
      continue;
    }
    open = { first: index, last: index, seconds: rule.firstSeconds };
    sessions.push(open);
  }
  return sessions;
}

/** Hours with two decimals, half-even, from whole non-negative seconds: 5400 is `1.50`. */
export function hoursText(seconds: number): string {
  const rest = seconds % 36;
  let hundredths = (seconds - rest) / 36;
  if (rest > 18 || (rest === 18 && hundredths % 2 === 1)) hundredths += 1;
  const cents = hundredths % 100;
  return `${(hundredths - cents) / 100}.${String(cents).padStart(2, '0')}`;
}
