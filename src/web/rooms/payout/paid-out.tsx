import type { PayoutAnswer } from '../../../actions/payouts/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { usePayoutWords } from '../../words/payout/words.ts';
import { receiptOf } from './due.ts';

type Paid = Pick<PayoutAnswer, 'id' | 'on' | 'reference' | 'evidence' | 'amount'>;

interface Props<R> {
  readonly payouts: readonly R[];
  /** To whom each went, where not all went to the one whose page it is. */
  readonly who?: Column<R>;
}

/** What was paid out. */
export function PaidOut<R extends Paid>({ payouts, who }: Props<R>) {
  const say = usePayoutWords();
  const { locale } = useLocale();
  if (payouts.length === 0) return null;
  const isOne = who === undefined;
  const columns: readonly Column<R>[] = [
    ...(isOne ? [] : [who]),
    {
      key: 'on',
      head: say('on'),
      phone: isOne ? 'what' : 'who',
      cell: (paid) => (
        <>
          {dayText(paid.on, locale)}
          {isOne || receiptOf(paid) === '' ? null : (
            <bdi className="payout-reference on-phone-only">{receiptOf(paid)}</bdi>
          )}
        </>
      ),
    },
    {
      key: 'reference',
      head: say('reference'),
      ...(isOne && { phone: 'who' as const }),
      cell: (paid) => <bdi>{receiptOf(paid)}</bdi>,
    },
    {
      key: 'amount',
      head: say('amount'),
      figures: true,
      phone: 'amount',
      cell: ({ amount }) => <Money value={amount} even />,
    },
  ];
  return (
    <section className="part">
      <h2 className="section-title">{say('recorded')}</h2>
      <Table
        caption={say('recorded.table')}
        columns={columns}
        rows={payouts}
        keyOf={({ id }) => id}
      />
    </section>
  );
}
