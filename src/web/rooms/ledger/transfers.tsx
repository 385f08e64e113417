import { useMemo } from 'react';
import type { TransferAnswer } from '../../../actions/ledger/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';

/** What accounts and transfers are called in the reader's language. */
export function useNames() {
  const say = useLedgerWords();
  return useMemo(() => {
    const named = (name: string, plain: string): string => (say.has(name) ? say(name) : plain);
    return {
      account: (account: string): string => {
        const [kind = '', ...ids] = account.split(':');
        const word = named(`account.${kind}`, kind);
        // The last letters of an id tell two accounts of one kind apart.
        return ids.length === 0 ? word : `${word} \u2068\u2026${ids.join('').slice(-6)}\u2069`;
      },
      kind: (kind: string): string => named(`kind.${kind}`, kind),
    };
  }, [say]);
}

interface Row {
  readonly key: string;
  /** Only with the first entry of a transfer. */
  readonly first?: TransferAnswer;
  readonly entry: TransferAnswer['entries'][number];
}

const rowsOf = (transfers: readonly TransferAnswer[]): readonly Row[] =>
  transfers.flatMap((transfer) =>
    transfer.entries.map((entry, index) => ({
      key: `${transfer.id} ${index}`,
      ...(index === 0 && { first: transfer }),
      entry,
    })),
  );

interface Props {
  readonly transfers: readonly TransferAnswer[];
  readonly onMore: (() => void) | undefined;
}

/** Transfers, each with its entries and the balance after each. */
export function Transfers({ transfers, onMore }: Props) {
  const say = useLedgerWords();
  const rows = useMemo(() => rowsOf(transfers), [transfers]);
  const columns = useColumns();
  if (rows.length === 0) return <p className="second">{say('none.here')}</p>;
  return (
    <div className="ledger-table">
      <Table
        caption={say('table')}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        onMore={onMore}
      />
    </div>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useLedgerWords();
  const { locale } = useLocale();
  const names = useNames();
  const figures = true;
  const isOut = ({ entry }: Row): boolean => entry.amount.amount.startsWith('-');
  return [
    { key: 'number', head: say('number'), figures, cell: ({ first }) => first?.id },
    {
      key: 'when',
      head: say('when'),
      phone: 'who',
      cell: ({ first }) => (first === undefined ? null : dayText(first.on, locale)),
    },
    {
      key: 'what',
      head: say('what'),
      phone: 'state',
      cell: ({ first }) =>
        first === undefined ? null : <span className="name">{names.kind(first.kind)}</span>,
    },
    {
      key: 'account',
      head: say('account'),
      phone: 'what',
      cell: ({ entry }) => <bdi>{names.account(entry.account)}</bdi>,
    },
    {
      key: 'in',
      head: say('in'),
      figures,
      cell: (row) => (isOut(row) ? null : <Money value={row.entry.amount} even />),
    },
    {
      key: 'out',
      head: say('out'),
      figures,
      cell: (row) => (isOut(row) ? <Money value={row.entry.amount} even /> : null),
    },
    {
      key: 'balance',
      head: say('balance'),
      figures,
      phone: 'amount',
      cell: ({ entry }) => <Money value={entry.after} even />,
    },
  ];
}
