import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountList } from '../../../actions/ledger/answers.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Choose, TextField } from '../../parts/controls/field.tsx';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { isZero, moneyText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { accountsAsked } from './asked.ts';
import { Booked } from './booked.tsx';
import { Explained, sumOf, useOpened } from './explained.tsx';
import { useNames } from './names.ts';
import './ledger-room.css';

const formats = ['hledger', 'beancount', 'csv'] as const;
const ALL = 'all';

/** The double-entry books: balances, transfers with running balances, and exports. */
export default function LedgerRoom() {
  const say = useLedgerWords();
  const { data: accounts } = useSuspenseQuery(accountsAsked);
  const [sought, setSought] = useState('');
  return (
    <div className="stack">
      <header className="ledger-head">
        <h1 className="title">{say('title')}</h1>
        <Link to="/payouts" className={`${buttonClass()} no-print`}>
          {say('to-pay')}
        </Link>
        <Exports />
      </header>
      {accounts.items.length === 0 ? (
        <Empty title={say('none')}>{say('none.how')}</Empty>
      ) : (
        <>
          <Balances accounts={accounts} />
          <Asked accounts={accounts} sought={sought} onSeek={setSought} />
          <Booked sought={sought} />
          <Explained accounts={accounts} />
        </>
      )}
    </div>
  );
}

function Exports() {
  const say = useLedgerWords();
  return (
    <div className="row no-print" role="group" aria-label={say('export')}>
      <span className="second" aria-hidden="true">
        {say('export')}
      </span>
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
  );
}

/** A sum for each kind of account; whose they are is told by its workings. */
function Balances({ accounts }: { readonly accounts: AccountList }) {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const names = useNames();
  const { open } = useOpened();
  const kinds = Map.groupBy(
    accounts.items,
    ({ account, balance }) => `${account.split(':')[0] ?? ''} ${balance.currency}`,
  );
  return (
    <section aria-label={say('balances')}>
      <dl className="ledger-balances">
        {[...kinds].map(([key, items]) => (
          <div key={key}>
            <dt>{names.kindOf(key.split(' ')[0] ?? '')}</dt>
            <dd>
              <Figure
                label={names.kindOf(key.split(' ')[0] ?? '')}
                onOpen={() => open(`kind ${key}`)}
              >
                <Money value={sumOf(items)} even />
              </Figure>
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

interface AskedProps {
  readonly accounts: AccountList;
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
}

/** What the entries are narrowed to; but for the text, it stands in the address. */
function Asked({ accounts, sought, onSeek }: AskedProps) {
  const say = useLedgerWords();
  const names = useNames();
  const { account, from, to } = useSearch({ from: '/ledger' });
  const navigate = useNavigate({ from: '/ledger' });
  const narrow = (next: {
    account?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  }): void =>
    void navigate({
      search: (now) => ({ ...now, ...next }),
      replace: true,
      resetScroll: false,
    });
  const known = [...new Set(accounts.items.map((item) => item.account))];
  const isNarrow = sought !== '' || [account, from, to].some((one) => one !== undefined);
  return (
    <div className="ledger-asked no-print">
      <TextField
        label={say('search')}
        type="search"
        value={sought}
        onChange={(event) => onSeek(event.target.value)}
      />
      <Choose
        label={say('account')}
        value={account ?? ALL}
        choices={[
          { value: ALL, label: say('account.all') },
          ...known.map((value) => ({ value, label: names.account(value) })),
        ]}
        onChoose={(next) => narrow({ account: next === ALL ? undefined : next })}
      />
      <TextField
        label={say('from')}
        type="date"
        value={from ?? ''}
        onChange={(event) => narrow({ from: event.target.value || undefined })}
      />
      <TextField
        label={say('to')}
        type="date"
        value={to ?? ''}
        onChange={(event) => narrow({ to: event.target.value || undefined })}
      />
      {isNarrow ? (
        <Button
          look="plain"
          onClick={() => {
            onSeek('');
            narrow({ account: undefined, from: undefined, to: undefined });
          }}
        >
          {say('clear')}
        </Button>
      ) : null}
    </div>
  );
}
