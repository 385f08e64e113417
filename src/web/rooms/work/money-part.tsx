import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { paymentsAsked } from '../../app/questions.ts';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

/** What came in for the release that is shown: each payment, and what was owed after it. */
export function MoneyPart({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { data } = useSuspenseQuery(paymentsAsked(work.id, work.release.id));
  const columns = usePaymentColumns(work.currency);
  return (
    <section className="work-part">
      <h2 className="section-title">{say('money')}</h2>
      {data.length === 0 ? (
        <p className="second">{say('money.none')}</p>
      ) : (
        <Table
          caption={say('money.table', { work: work.title })}
          columns={columns}
          rows={data}
          keyOf={({ id }) => id}
          isFaint={({ status }) => status === 'reversed'}
        />
      )}
    </section>
  );
}

/** The columns of a table of payments. */
export function usePaymentColumns(currency: string): readonly Column<PaymentAnswer>[] {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const sign = { currency: currencySign(currency, locale) };
  const figures = true;
  return [
    {
      key: 'from',
      head: say('money.from'),
      phone: 'what',
      cell: ({ id, name }) => (
        <Link to="/payments/$payment" params={{ payment: id }} className="name">
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    { key: 'on', head: say('money.on'), phone: 'who', cell: ({ on }) => dayText(on, locale) },
    {
      key: 'gross',
      head: say('money.gross', sign),
      figures,
      phone: 'amount',
      cell: ({ accepted }) => <Money value={accepted} bare={accepted.currency === currency} even />,
    },
    {
      key: 'tax',
      head: say('money.tax', sign),
      figures,
      cell: ({ tax }) => <Money value={tax} bare={tax.currency === currency} even />,
    },
    {
      key: 'net',
      head: say('money.net', sign),
      figures,
      cell: ({ net }) => <Money value={net} bare={net.currency === currency} even />,
    },
    {
      key: 'after',
      head: say('money.after', sign),
      figures,
      cell: ({ owed }) => <Money value={owed} bare even />,
    },
    {
      key: 'status',
      head: say('money.status'),
      phone: 'state',
      cell: ({ status, opened }) =>
        status === 'reversed' ? (
          <StatusChip status="reversed" />
        ) : (
          <StatusChip status={opened ? 'open' : 'paid'} word={say(opened ? 'opened' : 'paid')} />
        ),
    },
  ];
}
