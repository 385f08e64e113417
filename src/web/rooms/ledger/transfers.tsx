import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TransferAnswer } from '../../../actions/ledger/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText, decimalText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { linesOf } from './asked.ts';
import { useCurrency } from './use-currency.ts';
import { useOpened } from './explained.tsx';
import { negated, useNames } from './names.ts';

interface Row {
  readonly key: string;
  readonly transfer: TransferAnswer;
  /** Only with the first entry of a transfer that number, day and matter are said. */
  readonly isFirst: boolean;
  readonly entry: TransferAnswer['entries'][number];
}

/** Which entries of transfers are shown. */
interface Shown {
  readonly account: string | undefined;
  readonly currency: string | undefined;
}

/** All entries in a currency, or those of one account: then each line is a transfer of its own. */
export const rowsOf = (
  transfers: readonly TransferAnswer[],
  { account, currency }: Shown,
): readonly Row[] => {
  if (account !== undefined) {
    return linesOf(transfers, account, currency).map(({ transfer, entry }) => ({
      key: `${transfer.id} ${entry.version} ${entry.amount.currency}`,
      transfer,
      isFirst: true,
      entry,
    }));
  }
  return transfers.flatMap((transfer) =>
    transfer.entries
      .filter(({ amount }) => (currency ?? amount.currency) === amount.currency)
      .map((entry, index) => ({
        key: `${transfer.id} ${index}`,
        transfer,
        isFirst: index === 0,
        entry,
      })),
  );
};

interface Props {
  /** Those that were not fetched yet are undefined. */
  readonly rows: readonly (Row | undefined)[];
  readonly account: string | undefined;
  readonly onWindow?: (from: number, to: number) => void;
}

const keyOf = ({ key }: Row): string => key;

/** Transfers, each with its entries and the balance after each. */
export function Transfers({ rows, account, onWindow }: Props) {
  const say = useLedgerWords();
  const columns = useColumns(account);
  if (rows.length === 0) return <p className="second">{say('none.here')}</p>;
  return (
    <div className="ledger-table">
      <Table<Row>
        dense
        caption={say('table')}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        {...(onWindow && { onWindow })}
      />
    </div>
  );
}

/** What a transfer was about, and the way to it where it has a page. */
function What({ transfer }: { readonly transfer: TransferAnswer }) {
  const { locale } = useLocale();
  const names = useNames();
  const { kind, subject, on } = transfer;
  const about = names.about(transfer);
  const words = (
    <>
      {names.kind(kind)}
      {about === undefined ? null : (
        <>
          {': '}
          <bdi dir="auto">{about}</bdi>
        </>
      )}
    </>
  );
  const title = names.matter(transfer);
  return (
    <>
      <span className="on-phone-only">{dayText(on, locale)} · </span>
      {kind === 'payment.received' ? (
        <Link to="/payments/$payment" params={{ payment: subject }} className="name" title={title}>
          {words}
        </Link>
      ) : (
        <span className="name" title={title}>
          {words}
        </span>
      )}
    </>
  );
}

/** The accounts against which an entry was booked, in its currency. */
const othersOf = ({ transfer, entry }: Row): readonly string[] =>
  transfer.entries
    .filter((one) => one.account !== entry.account)
    .filter(({ amount }) => amount.currency === entry.amount.currency)
    .map((one) => one.account);

function useColumns(account: string | undefined): readonly Column<Row>[] {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const names = useNames();
  const { chosen: currency } = useCurrency();
  return useMemo(() => {
    const figures = true;
    const bare = currency !== undefined;
    const head = (name: string): string =>
      bare ? say('in-currency', { name, currency: currencySign(currency, locale) }) : name;
    const read = ({ entry }: Row) => names.readAs(entry.account, entry.amount);
    const isOut = (row: Row): boolean => read(row).amount.startsWith('-');
    return [
      {
        key: 'number',
        head: say('number'),
        figures,
        cell: ({ transfer, isFirst }) => (isFirst ? decimalText(transfer.id, locale) : null),
      },
      {
        key: 'when',
        head: say('when'),
        cell: ({ transfer, isFirst }) =>
          isFirst ? <span className="nowrap">{dayText(transfer.on, locale)}</span> : null,
      },
      {
        key: 'what',
        head: say('what'),
        phone: 'who',
        cell: ({ transfer, isFirst }) => (isFirst ? <What transfer={transfer} /> : null),
      },
      {
        key: 'account',
        head: say(account === undefined ? 'account' : 'against'),
        phone: 'what',
        cell: (row) => {
          const one = account === undefined ? [row.entry.account] : othersOf(row);
          const name = one.map(names.account).join(say('between'));
          return <bdi title={name}>{name}</bdi>;
        },
      },
      {
        key: 'in',
        head: <Explaining>{head(say('in'))}</Explaining>,
        figures,
        phone: 'amount',
        // On a phone in and out are one column, and the sign tells them apart.
        cell: (row) => (
          <span className={isOut(row) ? 'on-phone-only' : undefined}>
            <Money value={read(row)} bare={bare} even />
          </span>
        ),
      },
      {
        key: 'out',
        head: <Explaining>{head(say('out'))}</Explaining>,
        figures,
        // Its head says already which way it goes.
        cell: (row) => (isOut(row) ? <Money value={negated(read(row))} bare={bare} even /> : null),
      },
      {
        key: 'balance',
        head: head(say('balance')),
        figures,
        phone: 'state',
        cell: (row) => <Balance row={row} bare={bare} />,
      },
    ];
  }, [say, locale, names, account, currency]);
}

/** A head that leads to what it means. */
function Explaining({ children }: { readonly children: string }) {
  const { chosen = '' } = useCurrency();
  const { open } = useOpened();
  return <Figure onOpen={() => open(`sum ${chosen}`)}>{children}</Figure>;
}

function Balance({ row, bare }: { readonly row: Row; readonly bare: boolean }) {
  const say = useLedgerWords();
  const names = useNames();
  const { open } = useOpened();
  const { transfer, entry } = row;
  const { account, after } = entry;
  return (
    <>
      <span className="on-phone-only" aria-hidden="true">
        {say('balance')}{' '}
      </span>
      <Figure
        label={`${say('balance')}${say('between')}${names.account(account)}`}
        onOpen={() => open(`${account} ${after.currency} ${transfer.id}`)}
      >
        <Money value={names.readAs(account, after)} bare={bare} even />
      </Figure>
    </>
  );
}
