import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import type { TransferAnswer } from '../../../actions/ledger/answers.ts';
import type { PlacedPageOf } from '../../../sdk/client.ts';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useByPosition } from '../../parts/tables/by-position.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, moneyText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { pageAsked, transfersAsked } from './asked.ts';
import type { TransfersFilter } from './asked.ts';
import { useCurrency } from './use-currency.ts';
import { useNames } from './names.ts';
import { Transfers, rowsOf } from './transfers.tsx';

/** The entries that were asked for: those in view, or those that have a text. */
export function Booked({ sought }: { readonly sought: string }) {
  const { locale } = useLocale();
  const { account, from, to } = useSearch({ from: '/ledger' });
  const { chosen: currency } = useCurrency();
  const filter = { account, currency, from, to };
  const key = JSON.stringify(filter);
  const wanted = useDeferredValue(sought.trim().toLocaleLowerCase(locale));
  return wanted === '' ? (
    <InView key={key} filter={filter} />
  ) : (
    <Fitting key={key} filter={filter} wanted={wanted} />
  );
}

interface InViewProps {
  readonly filter: TransfersFilter;
}

/** All that there are, fetched as far as they are in view. */
function InView({ filter }: InViewProps) {
  const { account, currency } = filter;
  const { rows, error, retry, look } = useByPosition(
    (page) => pageAsked(filter, page),
    ({ items, at = 0, total = 0 }: PlacedPageOf<TransferAnswer>) => ({
      at,
      rows: rowsOf(items, { account, currency }),
      total,
    }),
  );
  if (error !== null) return <ErrorNote error={error} onRetry={retry} />;
  if (rows === undefined) return <Loading />;
  return <Transfers rows={rows} account={account} onWindow={look} />;
}

interface FittingProps extends InViewProps {
  /** In small letters. */
  readonly wanted: string;
}

/** Those that have a text: all are fetched, page by page, and looked through. */
function Fitting({ filter, wanted }: FittingProps) {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    transfersAsked(filter),
  );
  const names = useNames();
  const all = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const found = useMemo(() => {
    const fits = (transfer: TransferAnswer): boolean =>
      [
        ...[names.matter(transfer), transfer.subject, transfer.on],
        ...transfer.entries.flatMap(({ account: one, amount }) => [
          names.account(one),
          amount.amount,
          moneyText(amount, locale),
        ]),
      ].some((text) => text.toLocaleLowerCase(locale).includes(wanted));
    return all.filter(fits);
  }, [all, wanted, names, locale]);
  const { account, currency } = filter;
  const rows = useMemo(() => rowsOf(found, { account, currency }), [found, account, currency]);
  if (error !== null) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  if (data === undefined) return <Loading />;
  return (
    <>
      <p role="status" className="second">
        {hasNextPage
          ? say('searching', { n: all.length, number: decimalText(String(all.length), locale) })
          : say('found', { n: found.length })}
      </p>
      {rows.length === 0 ? null : <Transfers rows={rows} account={account} />}
    </>
  );
}
