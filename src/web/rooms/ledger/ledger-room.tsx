import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountList, TransferAnswer } from '../../../actions/ledger/answers.ts';
import { reader } from '../../app/session.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Choose, TextField } from '../../parts/controls/field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { isZero, moneyText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { Transfers, useNames } from './transfers.tsx';
import './ledger-room.css';

const accountsAsked = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => reader.ledger.accounts(),
});

const transfersAsked = (account: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['transfers', account ?? ''],
    queryFn: ({ pageParam }) => reader.ledger.transfers({ account, after: pageParam, limit: 500 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

const formats = ['hledger', 'beancount', 'csv'] as const;
const ALL = 'all';

/** The double-entry books: balances, transfers with running balances, and exports. */
export default function LedgerRoom() {
  const say = useLedgerWords();
  const { data: accounts } = useSuspenseQuery(accountsAsked);
  const [account, setAccount] = useState<string | undefined>();
  const [sought, setSought] = useState('');
  return (
    <div className="stack">
      <header className="ledger-head">
        <h1 className="title">{say('title')}</h1>
        <div className="row">
          <span className="second">{say('export')}</span>
          {formats.map((format) => (
            <a
              key={format}
              className={buttonClass()}
              href={`/ledger/export?format=${format}`}
              download={`books.${format === 'hledger' ? 'journal' : format}`}
            >
              <Icon name="download" />
              <bdi>{format}</bdi>
            </a>
          ))}
        </div>
      </header>
      {accounts.items.length === 0 ? (
        <Empty title={say('none')}>{say('none.how')}</Empty>
      ) : (
        <>
          <Balances accounts={accounts} />
          <div className="ledger-asked">
            <TextField
              label={say('search')}
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
            <AccountChoice accounts={accounts} account={account} onChoose={setAccount} />
          </div>
          <Booked key={account ?? ALL} account={account} sought={sought} />
        </>
      )}
    </div>
  );
}

/** The balances of one kind of account together would hide whose they are: each has its row. */
function Balances({ accounts }: { readonly accounts: AccountList }) {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const names = useNames();
  return (
    <section aria-label={say('balances')}>
      <dl className="ledger-balances">
        {accounts.items.map(({ account, balance }) => (
          <div key={`${account} ${balance.currency}`}>
            <dt>{names.account(account)}</dt>
            <dd>
              <Money value={balance} even />
            </dd>
          </div>
        ))}
        {accounts.sums.map((sum) => (
          <div key={sum.currency}>
            <dt>{say('sum')}</dt>
            <dd>
              <StatusChip
                status={isZero(sum) ? 'accepted' : 'rejected'}
                word={moneyText(sum, locale)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ChoiceProps {
  readonly accounts: AccountList;
  readonly account: string | undefined;
  readonly onChoose: (account: string | undefined) => void;
}

function AccountChoice({ accounts, account, onChoose }: ChoiceProps) {
  const say = useLedgerWords();
  const names = useNames();
  const known = [...new Set(accounts.items.map((item) => item.account))];
  return (
    <Choose
      label={say('account')}
      value={account ?? ALL}
      choices={[
        { value: ALL, label: say('account.all') },
        ...known.map((value) => ({ value, label: names.account(value) })),
      ]}
      onChoose={(next) => onChoose(next === ALL ? undefined : next)}
    />
  );
}

interface BookedProps {
  readonly account: string | undefined;
  readonly sought: string;
}

function Booked({ account, sought }: BookedProps) {
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(transfersAsked(account));
  const names = useNames();
  const { locale } = useLocale();
  const wanted = sought.trim().toLocaleLowerCase(locale);
  const fits = ({ kind, subject, on, entries }: TransferAnswer): boolean =>
    [
      ...[names.kind(kind), subject, on],
      ...entries.flatMap(({ account: one, amount }) => [
        names.account(one),
        amount.amount,
        moneyText(amount, locale),
      ]),
    ].some((text) => text.toLocaleLowerCase(locale).includes(wanted));
  const all = data.pages.flatMap(({ items }) => items);
  return (
    <Transfers
      transfers={wanted === '' ? all : all.filter(fits)}
      onMore={hasNextPage ? () => void fetchNextPage() : undefined}
    />
  );
}
