import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { reader, useMember } from '../../app/session.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, isZero, percentText } from '../../words/numbers.ts';
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
      <Acts quote={quote} isMember={member !== undefined} />
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
  const { pays, refused } = quote;
  if (refused !== null) return <p className="second">{refused.detail}</p>;
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
      {isZero(pays.excess) ? null : (
        <p className="second">
          {say.rich('excess', { amount: <Money key="amount" value={pays.excess} even /> })}
        </p>
      )}
    </section>
  );
}

function Acts({ quote, isMember }: Props & { readonly isMember: boolean }) {
  const say = useQuoteWords();
  const toast = useToast();
  const [marking, setMarking] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    toast({ text: say('copied') });
  };
  const isPaid = quote.status === 'paid' || quote.status === 'reversed';
  const payable = isMember && !isPaid && quote.refused === null;
  return (
    <div className="row no-print quote-acts">
      {payable ? (
        <Button look="ink" wide onClick={() => setMarking(true)}>
          {say('mark')}
        </Button>
      ) : null}
      {isMember && isPaid ? (
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
