import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { useMay } from '../../app/may.ts';
import { reader, useMember } from '../../app/session.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { Refused } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText, isZero, percentText } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { MarkSheet } from './mark-sheet.tsx';
import { QuoteChip } from './quote-chip.tsx';
import './quote-room.css';

const quoteAsked = (id: string) =>
  queryOptions({ queryKey: ['quote', id], queryFn: () => reader.quotes.show(id) });

/** One quote, for whoever has its link; a member marks it as paid here. */
export default function QuoteRoom() {
  const { quote: id } = useParams({ from: '/quotes/$quote' });
  const { data: quote } = useSuspenseQuery(quoteAsked(id));
  const member = useMember();
  const say = useQuoteWords();
  return (
    <article className="quote">
      {member === undefined ? null : (
        <Link to="/works/$work" params={{ work: quote.work }} className="quote-back no-print">
          <Icon name="back" />
          <span>{say.rich('back', { work: <bdi key="work">{quote.title}</bdi> })}</span>
        </Link>
      )}
      <Head quote={quote} />
      <Sums quote={quote} />
      {quote.note === null ? null : (
        <p className="lead quote-note" dir="auto">
          {quote.note}
        </p>
      )}
      <Effect quote={quote} />
      <Acts quote={quote} />
      <p className="quote-address mono" dir="ltr">
        {location.origin + location.pathname}
      </p>
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

/** What is to be paid, written as one writes it by hand: the total under a double rule. */
function Sums({ quote }: Props) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const { net, tax, taxRate, amount } = quote;
  const taxWord =
    taxRate === null ? say('tax') : say('tax.rate', { rate: percentText(taxRate, locale) });
  return (
    <dl className="quote-sums">
      <div>
        <dt>{say('before-tax')}</dt>
        <dd>
          <Money value={net} even />
        </dd>
      </div>
      <div>
        <dt>{taxWord}</dt>
        <dd>
          <Money value={tax} even />
        </dd>
      </div>
      <div className="quote-total">
        <dt>{say('total')}</dt>
        <dd>
          <Money value={amount} even />
        </dd>
      </div>
    </dl>
  );
}

/** What the payment would do today. */
function Effect({ quote }: Props) {
  const say = useQuoteWords();
  const { pays, refused, status } = quote;
  if (status === 'paid' || status === 'reversed') return null;
  if (status === 'expired') return <Expired quote={quote} />;
  if (refused !== null) return <NotPayable quote={quote} refused={refused} />;
  if (pays === null) return null;
  const work = <bdi key="work">{quote.title}</bdi>;
  return (
    <section className="quote-part">
      <h2 className="section-title">{say('what')}</h2>
      <p>
        {pays.opens
          ? say.rich('opens', { work })
          : say.rich('opens.not', {
              work,
              amount: <Money key="amount" value={pays.owed} even />,
            })}
      </p>
      <Ways pays={pays} />
      {isZero(pays.excess) ? null : (
        <p className="second">
          {say.rich('excess', { amount: <Money key="amount" value={pays.excess} even /> })}
        </p>
      )}
    </section>
  );
}

/** Where the money would go: sums of each way, which name nobody. A zero is shown. */
function Ways({ pays: { split, net } }: { readonly pays: NonNullable<QuoteShown['pays']> }) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const rows = [
    ['pool', split.pool],
    ['host', split.host],
    ['reserve', split.reserve],
    ...split.upstream.map(({ amount }) => ['upstream', amount] as const),
  ] as const;
  return (
    <table className="quote-ways">
      <caption className="hidden-text">{say('table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('way')}</th>
          <th scope="col">{say('sum', { currency: currencySign(net.currency, locale) })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([way, amount], at) => (
          <tr key={`${way} ${at}`}>
            <th scope="row">{say(way)}</th>
            <td>
              <Money value={amount} bare even />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** It holds no more: what to do, for whoever has the link and for whoever may make another. */
function Expired({ quote }: Props) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const allowed = useMay({ work: quote.work });
  const { validUntil, from, work } = quote;
  return (
    <section className="quote-part">
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
  return (
    <p className="second">
      <Refused code={refused.code} detail={refused.detail} />
    </p>
  );
}

function Acts({ quote }: Props) {
  const say = useQuoteWords();
  const toast = useToast();
  const [marking, setMarking] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    toast({ text: say('copied') });
  };
  const allowed = useMay({ work: quote.work });
  const isPaid = quote.status === 'paid' || quote.status === 'reversed';
  const payable = allowed('payment.received') && !isPaid && quote.refused === null;
  return (
    <div className="row no-print quote-acts">
      {payable ? (
        <Button look="ink" wide onClick={() => setMarking(true)}>
          {say('mark')}
        </Button>
      ) : null}
      {allowed('payment.show') && isPaid ? (
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
      {marking ? <MarkSheet quote={quote} onClose={() => setMarking(false)} /> : null}
    </div>
  );
}
