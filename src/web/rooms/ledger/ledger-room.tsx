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
import { useCurrency } from './use-currency.ts';
import { Explained, Missing, sumOf, useOpened } from './explained.tsx';
import { Exports } from './exports.tsx';
import { useNames } from './names.ts';
import './ledger-room.css';

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
        <div className="ledger-acts no-print">
          {accounts.items.length === 0 ? null : <Search sought={sought} onSeek={setSought} />}
          <Link to="/payouts" className={buttonClass()}>
            {say('to-pay')}
          </Link>
          {accounts.items.length === 0 ? null : <Exports />}
        </div>
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

interface SearchProps {
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
}

function Search({ sought, onSeek }: SearchProps) {
  const say = useLedgerWords();
  return (
    <span className="ledger-search">
      <Icon name="search" />
      <input
        type="search"
        className="control"
        dir="auto"
        aria-label={say('search')}
        placeholder={say('search')}
        value={sought}
        onChange={(event) => onSeek(event.target.value)}
      />
    </span>
  );
}

/** A sum for each kind of account; whose they are is told by its workings. */
function Balances({ accounts }: { readonly accounts: AccountList }) {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const { open } = useOpened();
  const { chosen } = useCurrency();
  const items = accounts.items.filter(({ balance }) => balance.currency === chosen);
  const kinds = Map.groupBy(items, ({ account }) => account.split(':')[0] ?? '');
  const sum = accounts.sums.find(({ currency }) => currency === chosen);
  return (
    <section className="group" aria-label={say('balances')}>
      <dl className="ledger-balances">
        {[...kinds].map(([kind, some]) => (
          <Balance key={kind} kind={kind} items={some} />
        ))}
        {sum === undefined ? null : (
          <div>
            <dt>{say('sum')}</dt>
            <dd>
              <Figure label={say('sum')} onOpen={() => open(`sum ${sum.currency}`)}>
                <StatusChip
                  status={isZero(sum) ? 'accepted' : 'rejected'}
                  word={say(isZero(sum) ? 'sum.checked' : 'sum.wrong', {
                    sum: moneyText(sum, locale, true),
                  })}
                />
              </Figure>
            </dd>
          </div>
        )}
      </dl>
      <Missing items={items} />
    </section>
  );
}

interface BalanceProps {
  readonly kind: string;
  readonly items: AccountList['items'];
}

function Balance({ kind, items }: BalanceProps) {
  const names = useNames();
  const { open } = useOpened();
  const sum = sumOf(items);
  return (
    <div>
      <dt>{names.kindOf(kind)}</dt>
      <dd>
        <Figure label={names.kindOf(kind)} onOpen={() => open(`kind ${kind} ${sum.currency}`)}>
          <Money value={sum} bare even />
        </Figure>
      </dd>
    </div>
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
  const { chosen, all } = useCurrency();
  const navigate = useNavigate({ from: '/ledger' });
  const narrow = (next: {
    account?: string | undefined;
    currency?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  }): void =>
    void navigate({
      search: (now) => ({ ...now, ...next }),
      replace: true,
      resetScroll: false,
    });
  const accountsIn = (currency: string | undefined): readonly string[] =>
    accounts.items
      .filter(({ balance }) => balance.currency === currency)
      .map((item) => item.account);
  const isNarrow = sought !== '' || [account, from, to].some((one) => one !== undefined);
  return (
    <div className={all.length > 1 ? 'ledger-asked of-many no-print' : 'ledger-asked no-print'}>
      {all.length > 1 && chosen !== undefined ? (
        <Choose
          label={say('currency')}
          value={chosen}
          choices={all.map((value) => ({ value, label: value }))}
          onChoose={(next) => {
            const stays = account !== undefined && accountsIn(next).includes(account);
            narrow({ currency: next, account: stays ? account : undefined });
          }}
        />
      ) : null}
      <Choose
        label={say('account')}
        value={account ?? ALL}
        choices={[
          { value: ALL, label: say('account.all') },
          ...accountsIn(chosen).map((value) => ({ value, label: names.account(value) })),
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
