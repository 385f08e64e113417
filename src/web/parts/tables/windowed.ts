import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Which rows stand in the page now, `from` to before `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Below this, all rows are in the page: the browser's own search finds them, print shows them. */
export const ALL_ROWS = 200;

/** How many rows of a long list are fetched at a time, where it is read by position. */
export const ROWS_AT_ONCE = 200;

/** Rows beyond the view, at either end. */
const BEYOND = 12;

/** The window moves by so many rows at a time: not every small step draws the list anew. */
const STEP = 3;

/** The rows to draw, given where the list stands and how tall the view is; all in pixels. */
export function windowOf(
  rows: number,
  { top, view, row }: { readonly top: number; readonly view: number; readonly row: number },
): Window {
  if (rows <= ALL_ROWS) return { from: 0, to: rows };
  const first = Math.floor((Math.max(0, -top) / row - BEYOND) / STEP) * STEP;
  const last = Math.ceil((Math.max(0, view - top) / row + BEYOND) / STEP) * STEP;
  const from = Math.min(Math.max(0, first), rows);
  return { from, to: Math.max(from, Math.min(rows, last)) };
}

/** Leaps that follow one another so soon are one fling, on a slow machine too. */
const LEAPS_MS = 200;

/** After so long at rest a fling is over. */
const REST_MS = 100;

/** The window, and whether the list is flung: its rows go by faster than anybody reads them. */
export interface Seen extends Window {
  readonly isFlung: boolean;
}

/**
 * Follows the page's scrolling, and says which rows of a long list must be drawn. A single leap,
 * such as the page-down key makes, is no fling; leap upon leap is one, until it comes to rest.
 */
export function useWindowed(
  list: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): Seen {
  const [seen, setSeen] = useState<Seen>({ from: 0, to: Math.min(rows, ALL_ROWS), isFlung: false });
  useEffect(() => {
    let [asked, rest] = [0, 0];
    let last = { from: 0, leapt: -Infinity };
    const look = (at: number, isResting = false): void => {
      asked = 0;
      const { top } = list.current?.getBoundingClientRect() ?? { top: 0 };
      const view = window.innerHeight;
      const next = windowOf(rows, { top, view, row: rowHeight });
      const isLeap = Math.abs(next.from - last.from) * rowHeight > view / 2;
      const isFlung = isLeap && !isResting && at - last.leapt < LEAPS_MS;
      last = { from: next.from, leapt: isLeap ? at : last.leapt };
      clearTimeout(rest);
      if (isFlung) rest = window.setTimeout(() => look(performance.now(), true), REST_MS);
      setSeen((now) => (isSame(now, { ...next, isFlung }) ? now : { ...next, isFlung }));
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame((at) => look(at));
    };
    look(performance.now());
    window.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      clearTimeout(rest);
      window.removeEventListener('scroll', ask);
      window.removeEventListener('resize', ask);
    };
  }, [list, rows, rowHeight]);
  return seen;
}

const isSame = (one: Seen, other: Seen): boolean =>
  one.from === other.from && one.to === other.to && one.isFlung === other.isFlung;
