import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { workAsked } from '../../app/questions.ts';
import { useMay } from '../../app/may.ts';
import { reader } from '../../app/session.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, isZero } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { CameSaid } from './came.tsx';
import { ExchangeSaid } from './exchange-said.tsx';
import { MyCard } from './my-card.tsx';
import { Picture } from './picture.tsx';
import { ReverseSheet } from './reverse-sheet.tsx';
import { waysOf } from './ways.ts';
import { WaysTable } from './ways-table.tsx';
import './payment-room.css';

const WaySheet = lazy(async () => ({ default: (await import('./way-sheet.tsx')).WaySheet }));

const paymentAsked = (id: string) =>
  queryOptions({ queryKey: ['payment', id], queryFn: () => reader.payments.show(id) });

const partsAsked = (id: string) =>
  queryOptions({ queryKey: ['parts', id], queryFn: () => reader.payments.parts(id) });

/** One payment: who paid what, and the way of the money to people. */
export default function PaymentRoom() {
  const { payment: id } = useParams({ from: '/payments/$payment' });
  const { data: payment } = useSuspenseQuery(paymentAsked(id));
  const { data: parts } = useSuspenseQuery(partsAsked(id));
  const { data: work } = useSuspenseQuery(workAsked(payment.work, payment.release));
  const titleOf = (release: string): string =>
    work.buildsOn.find((below) => below.release === release)?.title ?? release;
  const ways = waysOf(payment, parts.parts, titleOf);
  const isReversed = payment.status === 'reversed';
  const [opened, setOpened] = useState<string>();
  const way = ways.find(({ key }) => key === opened);
  return (
    <div className={isReversed ? 'payment is-reversed' : 'payment'}>
      <Head payment={payment} work={work} />
      <Picture payer={payment.name} paid={payment.offered} ways={ways} />
      <div className="payment-pair">
        <WaysTable
          payer={payment.name}
          paid={payment}
          ways={ways}
          buildsOn={work.buildsOn}
          onOpen={({ key }) => setOpened(key)}
        />
        <MyCard payment={payment} parts={parts} work={work} />
      </div>
      {way === undefined ? null : (
        <Suspense fallback={null}>
          <WaySheet
            way={way}
            ways={ways}
            payment={payment}
            parts={parts}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

interface Props {
  readonly payment: PaymentAnswer;
  readonly work: WorkAnswer;
}

function Head({ payment, work }: Props) {
  const say = useMoneyWords();
  const allowed = useMay({ work: work.id });
  const [reversing, setReversing] = useState(false);
  const amount = <Money key="amount" value={payment.offered} even />;
  const name = <bdi key="name">{payment.name}</bdi>;
  return (
    <header className="page-head payment-head">
      <div className="group">
        <BackToWork work={work} release={payment.release} />
        <h1 className="title">
          {say.rich(payment.gift ? 'title.gift' : 'title', { name, amount })}
        </h1>
        <Facts payment={payment} work={work} />
        <CameSaid paid={payment} />
        <ExchangeSaid payment={payment} home={work.currency} />
        {payment.gift ? <p className="second">{say('gift.says')}</p> : null}
      </div>
      <div className="row no-print">
        {payment.opened && payment.status === 'received' ? (
          <Link
            to="/works/$work/opening"
            params={{ work: work.id }}
            search={{ release: payment.release }}
            className={buttonClass('ink')}
          >
            {say('see-opening')}
          </Link>
        ) : null}
        {payment.status === 'reversed' || !allowed('payment.reversed') ? null : (
          <Button icon="undo" onClick={() => setReversing(true)}>
            {say('reverse')}
          </Button>
        )}
      </div>
      {reversing ? <ReverseSheet payment={payment} onClose={() => setReversing(false)} /> : null}
    </header>
  );
}

/** The day, the tax, and what is left until the work opens. */
function Facts({ payment, work }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const { reversal } = payment;
  const title = <bdi key="work">{work.title}</bdi>;
  if (reversal !== null) {
    const { reason } = reversal;
    const word = say('reversed', { day: dayText(reversal.on, locale), reason });
    return <StatusChip status="reversed" word={word} />;
  }
  // What was left then is what opens it only as long as nothing else has come or gone back.
  const isLast = payment.owed.amount === work.opensWhen.remaining.amount;
  return (
    <p className="second payment-facts">
      {say(isZero(payment.tax) ? 'on.plain' : 'on', { day: dayText(payment.on, locale) })}{' '}
      {payment.opened
        ? say.rich('opened', { work: title })
        : say.rich(isLast && work.status === 'owing' ? 'left' : 'left.then', {
            work: title,
            amount: <Money key="amount" value={payment.owed} even />,
          })}
    </p>
  );
}
