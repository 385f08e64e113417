import { Link } from '@tanstack/react-router';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { useMay } from '../../app/may.ts';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';

/** Whether payments are to be listed: of one that paid it all the quote says what it did. */
export const saysPayments = ({ payments, status }: QuoteShown): boolean =>
  payments.length > (status === 'paid' ? 1 : 0);

/** The payments of a quote, where there is more to say of them than that it is paid. */
export function QuoteCame({ quote }: { readonly quote: QuoteShown }) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const allowed = useMay({ work: quote.work });
  if (!saysPayments(quote)) return null;
  const columns: readonly Column<QuoteShown['payments'][number]>[] = [
    {
      key: 'on',
      head: say('came.on'),
      phone: 'what',
      cell: ({ id, on }) =>
        allowed('payment.show') ? (
          <Link to="/payments/$payment" params={{ payment: id }} className="name">
            {dayText(on, locale)}
          </Link>
        ) : (
          dayText(on, locale)
        ),
    },
    {
      key: 'offered',
      head: say('came.amount'),
      phone: 'amount',
      figures: true,
      cell: ({ offered }) => <Money value={offered} even />,
    },
    {
      key: 'state',
      head: say('state'),
      phone: 'state',
      cell: ({ status, opened }) =>
        status === 'reversed' ? (
          <StatusChip status="reversed" />
        ) : opened ? (
          <StatusChip status="open" word={say('came.opened')} />
        ) : (
          <StatusChip status="paid" word={say('status.paid')} />
        ),
    },
  ];
  return (
    <section className="part">
      <h2 className="section-title">{say('came')}</h2>
      <Table caption={say('came')} columns={columns} rows={quote.payments} keyOf={({ id }) => id} />
    </section>
  );
}
