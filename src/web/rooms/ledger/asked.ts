import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AccountAnswer, TransferAnswer } from '../../../actions/ledger/answers.ts';
import { reader } from '../../app/session.ts';
import { ROWS_AT_ONCE } from '../../parts/tables/windowed.ts';

/** Every account with its balance. */
export const accountsAsked = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => reader.ledger.accounts(),
});

/** What the transfers that are shown are narrowed to. */
export interface TransfersFilter {
  readonly account?: string | undefined;
  readonly currency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Transfers by the position of their entries, the newest first: what of a long list is in view. */
export const pageAsked = (filter: TransfersFilter, page: number) =>
  queryOptions({
    queryKey: ['transfers', 'page', filter, page],
    queryFn: () =>
      reader.ledger.transfers({
        ...filter,
        newest: true,
        skip: page * ROWS_AT_ONCE,
        limit: ROWS_AT_ONCE,
      }),
  });

/** Transfers, the newest first, one page after another: where all are looked through. */
export const transfersAsked = (filter: TransfersFilter) =>
  infiniteQueryOptions({
    queryKey: ['transfers', 'all', filter],
    queryFn: ({ pageParam }) =>
      reader.ledger.transfers({
        ...filter,
        newest: true,
        after: pageParam,
        limit: 1000,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** The newest entries of an account, or those up to a transfer. */
export const lastOfAccountAsked = (account: string, upTo: string | undefined, limit: number) =>
  queryOptions({
    queryKey: ['transfers', 'last', account, upTo ?? '', limit],
    queryFn: () =>
      reader.ledger.transfers({
        account,
        newest: true,
        limit,
        after: upTo === undefined ? undefined : String(BigInt(upTo) + 1n),
      }),
  });

/** One entry of an account with the transfer that it is part of. */
export interface Line {
  readonly transfer: TransferAnswer;
  readonly entry: TransferAnswer['entries'][number];
}

/** The entries of an account, in one currency where one is named, out of transfers. */
export const linesOf = (
  transfers: readonly TransferAnswer[],
  account: string,
  currency?: string,
): readonly Line[] =>
  transfers.flatMap((transfer) =>
    transfer.entries
      .filter(
        (entry) =>
          entry.account === account &&
          (currency ?? entry.amount.currency) === entry.amount.currency,
      )
      .map((entry) => ({ transfer, entry })),
  );

/** What is owed stands below zero in the books, and is read as what it is. */
export const isOwed = ({ class: kind }: Pick<AccountAnswer, 'class'>): boolean => kind !== 'asset';
