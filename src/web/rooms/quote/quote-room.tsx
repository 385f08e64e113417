import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { useMay } from '../../app/may.ts';
import { quoteAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Mark } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { Refused } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { BookSheet } from '../money/book-sheet.tsx';
import type { Coming, PaymentBody } from '../money/book-sheet.tsx';
import { CameSaid } from '../money/came.tsx';
import { QuoteCame, saysPayments } from './quote-came.tsx';
import { QuoteChip } from './quote-chip.tsx';
import { Sums, Ways } from './quote-sums.tsx';
import type { Part } from './quote-sums.tsx';
import './quote-room.css';

const QuoteSheet = lazy(async () => ({
  default: (await import('./quote-sheet.tsx')).QuoteSheet,
}));

/** One quote, for whoever has its link; a member marks it as paid here. */
export default function QuoteRoom() {
  const { quote: id } = useParams({ from: '/quotes/$quote' });
  const { data: quote } = useSuspenseQuery(quoteAsked(id));
  const member = useMember();
  const [opened, setOpened] = useState<Part>();
  return (
    <article className="quote">
      {member === undefined ? (
        <p className="row name">
          <Mark />
          <bdi className="clamped to-two">{quote.nodeName}</bdi>
        </p>
      ) : (
        <BackToWork work={{ id: quote.work, title: quote.title }} />
      )}
      <Head quote={quote} />
      <Sums quote={quote} onOpen={setOpened} />
      <Said quote={quote} />
      <QuoteCame quote={quote} />
      <Effect quote={quote} onOpen={setOpened} />
      <Acts quote={quote} />
      <p className="quote-address mono" dir="ltr">
        {location.origin + location.pathname}
      </p>
      {opened === undefined ? null : (
        <Suspense fallback={null}>
          <QuoteSheet quote={quote} part={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </article>
  );
}

interface Props {
  readonly quote: QuoteShown;
}

function Head({ quote }: Props) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const { title, number, payer, from } = quote;
  const days = { day: dayText(quote.madeAt, locale), until: dayText(quote.validUntil, locale) };
  return (
    <header className="group">
      <h1 className="title">{say.rich('for', { name: <bdi key="name">{payer}</bdi> })}</h1>
      <p className="lead">{say('about', { work: title, number })}</p>
      <p className="second row">
        <QuoteChip status={quote.status} />
        <bdi>{from}</bdi>
        <span>{say('made', days)}</span>
      </p>
    </header>
  );
}

/** What the payer is to know, and how it pays while there is something to pay. */
function Said({ quote: { note, payTo, status, refused } }: Props) {
  const say = useQuoteWords();
  const isToPay = status !== 'paid' && status !== 'expired' && refused === null;
  return (
    <>
      {note === null ? null : (
        <p className="lead quote-note" dir="auto">
          {note}
        </p>
      )}
      {payTo === null || !isToPay ? null : (
        <section className="group">
          <h2 className="section-title">{say('pay-to')}</h2>
          <p className="quote-note" dir="auto">
            {payTo}
          </p>
        </section>
      )}
    </>
  );
}

/** What the payment would do today, or what it did. */
function Effect({ quote, onOpen }: Props & { readonly onOpen: (part: Part) => void }) {
  const say = useQuoteWords();
  const { pays, refused, status } = quote;
  if (status === 'expired') return <Expired quote={quote} />;
  if (refused !== null) return <NotPayable quote={quote} refused={refused} />;
  if (pays === null) return null;
  const work = <bdi key="work">{quote.title}</bdi>;
  const isPaid = status === 'paid';
  const what = isPaid ? 'what.paid' : status === 'part-paid' ? 'what.rest' : 'what';
  return (
    <section className="part">
      <h2 className="section-title">{say(what)}</h2>
      <p>
        {pays.opens
          ? say.rich(isPaid ? 'opened' : 'opens', { work })
          : say.rich('opens.not', {
              work,
              amount: <Money key="amount" value={pays.owed} even />,
            })}
      </p>
      <CameSaid paid={pays} />
      <Ways pays={pays} onOpen={onOpen} />
    </section>
  );
}

/** It holds no more: what to do, for whoever has the link and for whoever may make another. */
function Expired({ quote }: Props) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const allowed = useMay({ work: quote.work });
  const { validUntil, from, work } = quote;
  return (
    <section className="part">
      <p className="lead">{say('expired', { until: dayText(validUntil, locale), from })}</p>
      {allowed('quote.made') && quote.refused === null ? (
        <div className="no-print">
          <Link to="/works/$work/quote" params={{ work }} className={buttonClass()}>
            {say('again')}
          </Link>
        </div>
      ) : null}
    </section>
  );
}

interface NotPayableProps extends Props {
  readonly refused: NonNullable<QuoteShown['refused']>;
}

/** Why a payment would be refused today. */
function NotPayable({ quote, refused }: NotPayableProps) {
  const say = useQuoteWords();
  if (refused.code === 'already-open') {
    return <p className="lead">{say('already-open', { work: quote.title })}</p>;
  }
  if (refused.code === 'nothing-owed') {
    return <p className="lead">{say('nothing-owed', { work: quote.title })}</p>;
  }
  return (
    <p className="second">
      <Refused code={refused.code} detail={refused.detail} />
    </p>
  );
}

/** The payment that brings what is left of a quote. */
const comingOf = ({ payment: { id, body }, release, payer, title }: QuoteShown): Coming => ({
  id,
  // Made by the node, in the form of the act.
  body: { ...(body as PaymentBody), release },
  payer,
  title,
});

function Acts({ quote }: Props) {
  const say = useQuoteWords();
  const toast = useToast();
  const [marking, setMarking] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    toast({ text: say('copied') });
  };
  const allowed = useMay({ work: quote.work });
  const isPaid = quote.status === 'paid';
  const payable = allowed('payment.received') && !isPaid && quote.refused === null;
  return (
    <div className="row no-print">
      {payable ? (
        <Button look="ink" wide onClick={() => setMarking(true)}>
          {say('mark')}
        </Button>
      ) : null}
      {allowed('payment.received') && !isPaid ? (
        <Link
          to="/works/$work/payment"
          params={{ work: quote.work }}
          search={{ quote: quote.id }}
          className={buttonClass()}
        >
          {say('other')}
        </Link>
      ) : null}
      {allowed('payment.show') && isPaid && !saysPayments(quote) ? (
        <Link
          to="/payments/$payment"
          params={{ payment: quote.payment.id }}
          className={buttonClass('ink', true)}
        >
          {say('see')}
        </Link>
      ) : null}
      <Button onClick={() => window.print()}>{say('print')}</Button>
      <Button icon="link" onClick={() => void copy()}>
        {say('copy')}
      </Button>
      {marking ? <BookSheet coming={comingOf(quote)} onClose={() => setMarking(false)} /> : null}
    </div>
  );
}
