import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import type { AccountList, TransferAnswer } from '../../../actions/ledger/answers.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, moneyText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { transfersAsked } from './asked.ts';
import { useNames } from './names.ts';
import { Transfers } from './transfers.tsx';

interface Props {
  readonly accounts: AccountList;
  readonly sought: string;
}

/** The entries that were asked for. A search fetches all of them, page by page. */
export function Booked({ accounts, sought }: Props) {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const { account, from, to } = useSearch({ from: '/ledger' });
  const filter = useDeferredValue(useMemo(() => ({ account, from, to }), [account, from, to]));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    transfersAsked(filter),
  );
  const names = useNames();
  const wanted = useDeferredValue(sought.trim().toLocaleLowerCase(locale));
  const all = useMemo(() => data.pages.flatMap(({ items }) => items), [data]);
  const found = useMemo(() => {
    const fits = ({ kind, subject, about, on, entries }: TransferAnswer): boolean =>
      [
        ...[names.kind(kind), subject, about ?? '', on],
        ...entries.flatMap(({ account: one, amount }) => [
          names.account(one),
          amount.amount,
          moneyText(amount, locale),
        ]),
      ].some((text) => text.toLocaleLowerCase(locale).includes(wanted));
    return wanted === '' ? all : all.filter(fits);
  }, [all, wanted, names, locale]);
  const more = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined;
  if (wanted !== '') more?.();
  const isWhole = wanted === '' && from === undefined && to === undefined;
  const total = accounts.items
    .filter((item) => account === undefined || item.account === account)
    .reduce((sum, { entries }) => sum + entries, 0);
  return (
    <>
      {wanted === '' ? null : (
        <p role="status" className="second">
          {hasNextPage
            ? say('searching', { n: all.length, number: decimalText(String(all.length), locale) })
            : say('found', { n: found.length })}
        </p>
      )}
      <Transfers
        transfers={found}
        account={filter.account}
        total={isWhole ? total : undefined}
        onMore={more}
      />
    </>
  );
}
