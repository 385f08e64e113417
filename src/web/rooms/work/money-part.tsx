import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Money as Value } from '../../../domain/money/amount.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { paymentsAsked } from '../../app/questions.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText, isZero } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { WaitingQuotes } from '../quote/waiting-quotes.tsx';
import { bookedOf } from './booked.ts';
import type { Booked } from './booked.ts';

/** What came in for the release that is shown, and what went back: the newest day first. */
export function MoneyPart({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { data } = useSuspenseQuery(paymentsAsked(work.id, work.release.id));
  const allowed = useMay({ work: work.id });
  const rows = bookedOf(data);
  const columns = usePaymentColumns(work.currency, rows);
  return (
    <section className="part">
      <div className="row apart">
        <h2 className="section-title">{say('money')}</h2>
        {allowed('payment.received') ? (
          <Link
            to="/works/$work/payment"
            params={{ work: work.id }}
            search={{ release: work.release.id }}
            className={`${buttonClass()} no-print`}
          >
            {say('money.record')}
          </Link>
        ) : null}
      </div>
      <WaitingQuotes work={work} />
      {rows.length === 0 ? (
        <p className="second">{say('money.none')}</p>
      ) : (
        <Table
          caption={say('money.table', { work: work.title })}
          columns={columns}
          rows={rows}
          keyOf={({ key }) => key}
          isFaint={({ payment, isReversal }) => !isReversal && payment.status === 'reversed'}
        />
      )}
    </section>
  );
}

/** The columns of a table of what was booked; what was too much has one where there is any. */
function usePaymentColumns(currency: string, rows: readonly Booked[]): readonly Column<Booked>[] {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const sign = { currency: currencySign(currency, locale) };
  const figures = true;
  const hasBack = rows.some(({ back }) => !isZero(back));
  const isAllBack = rows.every(({ back, payment }) => isZero(back) || payment.excessTo === 'payer');
  const sum = (of: (row: Booked) => Value) => (row: Booked) => {
    const value = of(row);
    const figure = <Money value={value} bare={value.currency === currency} even />;
    const isStruck = !row.isReversal && row.payment.status === 'reversed';
    return isStruck ? <s>{figure}</s> : figure;
  };
  return [
    { key: 'from', head: say('money.from'), phone: 'what', cell: (row) => <From row={row} /> },
    { key: 'on', head: say('money.on'), phone: 'who', cell: (row) => <When row={row} /> },
    {
      key: 'came',
      head: say('money.came', sign),
      figures,
      phone: 'amount',
      cell: sum(({ came }) => came),
    },
    ...(hasBack
      ? [
          {
            key: 'back',
            head: say(isAllBack ? 'money.back' : 'money.more', sign),
            figures,
            cell: sum(({ back }) => back),
          },
        ]
      : []),
    { key: 'tax', head: say('money.tax', sign), figures, cell: sum(({ tax }) => tax) },
    { key: 'net', head: say('money.net', sign), figures, cell: sum(({ net }) => net) },
    {
      key: 'after',
      head: say('money.after', sign),
      figures,
      cell: ({ owed }) => (owed === null ? '–' : <Money value={owed} bare even />),
    },
    {
      key: 'status',
      head: say('money.status'),
      phone: 'state',
      cell: (row) => <State row={row} />,
    },
  ];
}

interface RowProps {
  readonly row: Booked;
}

function From({ row: { payment, isReversal } }: RowProps) {
  const say = useWorkRoomWords();
  const { id, name, status } = payment;
  const text = isReversal ? say('money.reversal', { name }) : <bdi>{name}</bdi>;
  return (
    <Link to="/payments/$payment" params={{ payment: id }} className="name">
      {!isReversal && status === 'reversed' ? <s>{text}</s> : text}
    </Link>
  );
}

/** The day; on a phone also what went back, which has no column there. */
function When({ row: { on, back, isReversal, payment } }: RowProps) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const isBack = !isReversal && !isZero(back) && payment.excessTo === 'payer';
  return (
    <>
      {dayText(on, locale)}
      {isBack ? (
        <span className="on-phone-only">
          {', '}
          {say.rich('money.goes-back', { amount: <Money key="amount" value={back} even /> })}
        </span>
      ) : null}
    </>
  );
}

function State({ row: { payment, isReversal } }: RowProps) {
  const say = useWorkRoomWords();
  const { status, opened, gift } = payment;
  if (isReversal) return <StatusChip status="reversed" word={say('money.went-back')} />;
  if (status === 'reversed') return <StatusChip status="reversed" />;
  if (opened) return <StatusChip status="open" word={say('opened')} />;
  return <StatusChip status="paid" word={say(gift ? 'money.gift' : 'paid')} />;
}
