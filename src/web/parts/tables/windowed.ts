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
const STEP = 6;

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

/** Follows the page's scrolling, and says which rows of a long list must be drawn. */
export function useWindowed(
  list: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): Window {
  const [seen, setSeen] = useState<Window>({ from: 0, to: Math.min(rows, ALL_ROWS) });
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked = 0;
      const { top } = list.current?.getBoundingClientRect() ?? { top: 0 };
      const next = windowOf(rows, { top, view: window.innerHeight, row: rowHeight });
      setSeen((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener('scroll', ask);
      window.removeEventListener('resize', ask);
    };
  }, [list, rows, rowHeight]);
  return seen;
}
