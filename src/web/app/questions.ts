// What pages ask of the node, each under a key. After a change that the node tells of, everything
// that is on a page is asked again.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { everyItem } from '../../sdk/client.ts';
import { ROWS_AT_ONCE } from '../parts/tables/windowed.ts';
import { reader, readerUntil } from './session.ts';

export const nodeAsked = queryOptions({
  queryKey: ['node'],
  queryFn: () => reader.node.show(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Where the node runs and how it is reached; for its owner. */
export const installationAsked = queryOptions({
  queryKey: ['installation'],
  queryFn: () => reader.node.installation(),
});

export const worksAsked = infiniteQueryOptions({
  queryKey: ['works'],
  queryFn: ({ pageParam }) => reader.works.list({ after: pageParam, limit: 200 }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

export const workAsked = (id: string, release?: string) =>
  queryOptions({
    queryKey: ['work', id, release ?? ''],
    queryFn: () => reader.works.show(id, { release }),
  });

/** What a list of contributions is narrowed to. */
interface ContributionsFilter {
  readonly work?: string | undefined;
  readonly release?: string | undefined;
  readonly agent?: string | undefined;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
}

export const contributionsAsked = (filter: ContributionsFilter) =>
  infiniteQueryOptions({
    queryKey: ['contributions', filter],
    queryFn: ({ pageParam }) =>
      reader.contributions.list({
        ...filter,
        after: pageParam,
        limit: pageParam === undefined ? 200 : 1000,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** All contributions that a filter lets through, for where they are added up or all are needed. */
export const allContributionsAsked = (filter: ContributionsFilter) =>
  queryOptions({
    queryKey: ['contributions', 'all', filter],
    queryFn: () =>
      everyItem((query) => reader.contributions.list(query), { ...filter, limit: 1000 }),
  });

/** Contributions by their position: what of a long list is in view. */
export const linesAsked = (filter: ContributionsFilter, page: number) =>
  queryOptions({
    queryKey: ['contributions', 'lines', filter, page],
    queryFn: ({ signal }) =>
      readerUntil(signal).contributions.list({
        ...filter,
        skip: page * ROWS_AT_ONCE,
        limit: ROWS_AT_ONCE,
      }),
  });

export const contributionAsked = (id: string) =>
  queryOptions({ queryKey: ['contribution', id], queryFn: () => reader.contributions.show(id) });

export const workingsAsked = (id: string) =>
  queryOptions({ queryKey: ['workings', id], queryFn: () => reader.contributions.explain(id) });

/** All payments for one release of a work, the earliest first. */
export const paymentsAsked = (work: string, release: string) =>
  queryOptions({
    queryKey: ['payments', work, release],
    queryFn: () =>
      everyItem((query) => reader.payments.list(query), { work, release, limit: 1000 }),
  });

export const quoteAsked = (id: string) =>
  queryOptions({ queryKey: ['quote', id], queryFn: () => reader.quotes.show(id) });

export const quotesAsked = (work: string) =>
  queryOptions({ queryKey: ['quotes', work], queryFn: () => reader.quotes.list(work) });

export const agreementAsked = (id: string) =>
  queryOptions({ queryKey: ['agreement', id], queryFn: () => reader.agreements.show(id) });

export const agentsAsked = infiniteQueryOptions({
  queryKey: ['agents'],
  queryFn: ({ pageParam }) => reader.agents.list({ after: pageParam, limit: 500 }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

/** Everybody here, for where one of them is chosen or all are counted. */
export const allAgentsAsked = queryOptions({
  queryKey: ['agents', 'all'],
  queryFn: () => everyItem((query) => reader.agents.list(query), { limit: 500 }),
});

export const kindsAsked = queryOptions({
  queryKey: ['kinds'],
  queryFn: () => reader.kinds.list(),
  staleTime: 60_000,
});

export const currenciesAsked = queryOptions({
  queryKey: ['currencies'],
  queryFn: () => reader.currencies.list(),
  staleTime: 60_000,
});
