import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { AccountAnswer, AccountList } from '../../../actions/ledger/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, decimalSum, decimalText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { isOwed, lastOfAccountAsked, linesOf } from './asked.ts';
import { negated, useNames } from './names.ts';
import { SumSheet } from './sum-sheet.tsx';

/**
 * What the address says is open: `kind pool AUD` for all accounts of a kind, or `pool:rel_1 AUD`
 * for one account, with the number of a transfer after it for its balance at that time; `sum AUD`
 * for all of them together.
 */
export function useOpened() {
  const { explain } = useSearch({ from: '/ledger' });
  const navigate = useNavigate({ from: '/ledger' });
  const open = (next: string | undefined): void =>
    void navigate({ search: (now) => ({ ...now, explain: next }), resetScroll: false });
  return { explain, open };
}

/** The workings of a balance, over the ledger. */
export function Explained({ accounts }: { readonly accounts: AccountList }) {
  const { explain, open } = useOpened();
  if (explain === undefined) return null;
  const close = (): void => open(undefined);
  const [first = '', second = '', third] = explain.split(' ');
  if (first === 'sum') return <SumSheet accounts={accounts} currency={second} onClose={close} />;
  if (first === 'kind' && third !== undefined) {
    const items = accounts.items.filter(
      ({ account, balance }) => account.split(':')[0] === second && balance.currency === third,
    );
    const [only, ...others] = items;
    if (only === undefined) return null;
    if (others.length === 0) return <AccountSheet item={only} upTo={undefined} onClose={close} />;
    return <KindSheet kind={second} items={items} onClose={close} />;
  }
  const item = accounts.items.find(
    ({ account, balance }) => account === first && balance.currency === second,
  );
  if (item === undefined) return null;
  const upTo = third !== undefined && /^\d+$/.test(third) ? third : undefined;
  return <AccountSheet key={explain} item={item} upTo={upTo} onClose={close} />;
}

/** A sum of balances of one currency, as people read them. */
export function sumOf(items: readonly AccountAnswer[]): Value {
  const [first] = items;
  if (first === undefined) return { amount: '0', currency: '' };
  const sum = {
    amount: decimalSum(items.map(({ balance }) => balance.amount)),
    currency: first.balance.currency,
  };
  return isOwed(first) ? negated(sum) : sum;
}

/** What pools lack since payments went back: the accounts alone do not tell it. */
export function Missing({ items }: { readonly items: readonly AccountAnswer[] }) {
  const say = useLedgerWords();
  const missing = items.flatMap((item) => item.missing ?? []);
  const [first] = missing;
  if (first === undefined) return null;
  const amount = decimalSum(missing.map((one) => one.amount));
  const value = { amount, currency: first.currency };
  return (
    <p className="second">
      {say.rich('missing', { amount: <Money key="amount" value={value} even /> })}
    </p>
  );
}

interface KindProps {
  readonly kind: string;
  readonly items: readonly AccountAnswer[];
  readonly onClose: () => void;
}

function KindSheet({ kind, items, onClose }: KindProps) {
  const say = useLedgerWords();
  const names = useNames();
  const { open } = useOpened();
  const sum = <Money value={sumOf(items)} even />;
  return (
    <Sheet title={names.kindOf(kind)} figure={sum} onClose={onClose}>
      <div className="group">
        <p className="lead">{names.meansOf(kind)}</p>
        <Missing items={items} />
      </div>
      <SumRows>
        {items.map(({ account, balance, entries }) => (
          <SumRow
            key={account}
            name={names.of(account) || names.kindOf(account)}
            more={say('explain.entries', { n: entries })}
          >
            <Figure
              label={names.account(account)}
              onOpen={() => open(`${account} ${balance.currency}`)}
            >
              <Money value={names.readAs(account, balance)} even />
            </Figure>
          </SumRow>
        ))}
        <SumRow name={say('explain.sum')} is="end">
          {sum}
        </SumRow>
      </SumRows>
    </Sheet>
  );
}

/** How many entries a sheet shows before it sums up those before them. */
const SHOWN = 12;

interface AccountProps {
  readonly item: AccountAnswer;
  readonly upTo: string | undefined;
  readonly onClose: () => void;
}

function AccountSheet({ item, upTo, onClose }: AccountProps) {
  const { account, balance } = item;
  const say = useLedgerWords();
  const names = useNames();
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery(lastOfAccountAsked(account, upTo, SHOWN));
  const lines = linesOf(data?.items ?? [], account, balance.currency).toReversed();
  const [first, last] = [lines[0], lines.at(-1)];
  const shown = names.readAs(account, last?.entry.after ?? balance);
  return (
    <Sheet
      title={names.account(account)}
      figure={<Money value={shown} even />}
      onClose={onClose}
      acts={
        <Link
          to="/ledger"
          search={{ account, currency: balance.currency }}
          className={buttonClass()}
        >
          {say('explain.all')}
        </Link>
      }
    >
      <div className="group">
        <p className="lead">{names.meansOf(account)}</p>
        {upTo === undefined || last === undefined ? (
          <Missing items={[item]} />
        ) : (
          <p className="second">
            {say('explain.then', {
              number: last.transfer.id,
              day: dayText(last.transfer.on, locale),
            })}
          </p>
        )}
      </div>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading /> : null}
      <SumRows>
        {first === undefined ? null : (
          <SumRow
            name={say('explain.before')}
            more={say('explain.entries', { n: first.entry.version - 1 })}
          >
            <Money value={names.readAs(account, first.entry.before)} even />
          </SumRow>
        )}
        {lines.map(({ transfer, entry }) => (
          <SumRow
            key={entry.version}
            name={names.matter(transfer)}
            more={[
              say('explain.number', { number: decimalText(transfer.id, locale) }),
              dayText(transfer.on, locale),
            ].join(say('between'))}
          >
            <Money value={names.readAs(account, entry.amount)} even signed />
          </SumRow>
        ))}
        <SumRow name={say('balance')} is="end">
          <Money value={shown} even />
        </SumRow>
      </SumRows>
      <p className="second">{say('explain.exact')}</p>
    </Sheet>
  );
}
