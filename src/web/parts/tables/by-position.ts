import { useQueries } from '@tanstack/react-query';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ROWS_AT_ONCE } from './windowed.ts';

/** Rows that come into view so soon are fetched already: more of them the way that one goes. */
const [AHEAD, BESIDE] = [160, 20] as const;

/** Some rows of a list, where they stand in it, and how many it has. */
export interface Piece<R> {
  readonly at: number;
  readonly rows: readonly R[];
  readonly total: number;
}

/** A list of which only what is in view was fetched; the rest are holes. */
export interface Found<R> {
  /** As many as there are altogether; undefined until that is known. */
  readonly rows: readonly (R | undefined)[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** To be told which rows are drawn. */
  readonly look: (from: number, to: number) => void;
}

/**
 * Fetches a list by position, as far as it is in view: of 100,000 rows a few hundred. `ask` says
 * how the rows of a page, of `ROWS_AT_ONCE` each, are asked for.
 */
export function useByPosition<A, R, K extends QueryKey>(
  ask: (page: number) => UseQueryOptions<A, Error, A, K>,
  pieceOf: (answer: A, page: number) => Piece<R>,
): Found<R> {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const found = useQueries({ queries: pages.map(ask) });
  const before = useRef(0);
  const look = useCallback((from: number, to: number) => {
    const up = from < before.current ? AHEAD : BESIDE;
    const down = from > before.current ? AHEAD : BESIDE;
    before.current = from;
    const first = Math.floor(Math.max(0, from - up) / ROWS_AT_ONCE);
    const last = Math.floor((Math.max(from, to - 1) + down) / ROWS_AT_ONCE);
    setPages((now) => pagesFrom(first, last, now));
  }, []);
  const failed = found.find((one) => one.isError);
  const answers = found.map(({ data }) => data);
  return {
    rows: useRows(pages, answers, pieceOf),
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    look,
  };
}

/** Rows in their places; the same list as before where the same was fetched. */
function useRows<A, R>(
  pages: readonly number[],
  answers: readonly (A | undefined)[],
  pieceOf: (answer: A, page: number) => Piece<R>,
): readonly (R | undefined)[] | undefined {
  const last = useRef<{ answers: typeof answers; rows: (R | undefined)[] | undefined }>({
    answers: [],
    rows: undefined,
  });
  const known = last.current;
  const isSame =
    known.answers.length === answers.length &&
    answers.every((answer, index) => answer === known.answers[index]);
  if (isSame) return known.rows;
  const pieces = answers.flatMap((answer, index) =>
    answer === undefined ? [] : [pieceOf(answer, pages[index] ?? 0)],
  );
  const total = pieces[0]?.total ?? known.rows?.length;
  if (total === undefined) return undefined;
  // With holes: 100,000 places are made in no time, and few of them are filled.
  const rows: (R | undefined)[] = [];
  rows.length = total;
  for (const piece of pieces) {
    for (const [index, row] of piece.rows.entries()) {
      if (piece.at + index < total) rows[piece.at + index] = row;
    }
  }
  last.current = { answers, rows };
  return rows;
}

/** The pages from one to another; the same list as now, where they are the same. */
function pagesFrom(first: number, last: number, now: readonly number[]): readonly number[] {
  const next = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return next.length === now.length && next[0] === now[0] ? now : next;
}
