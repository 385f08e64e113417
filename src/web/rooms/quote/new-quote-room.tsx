import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { QuoteAnswer } from '../../../actions/quotes/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { quotesAsked, workAsked } from '../../app/questions.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, isZero } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { QuoteForm } from './quote-form.tsx';
import { QuoteChip } from './quote-chip.tsx';
import './quote-room.css';

/** A new quote for a work, and those that were made before. */
export default function NewQuoteRoom() {
  const say = useQuoteWords();
  const { work: id } = useParams({ from: '/works/$work/quote' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const allowed = useMay({ work: id });
  return (
    <div className="stack">
      <header className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say.rich('lead', { work: <bdi key="work">{work.title}</bdi> })}</p>
      </header>
      {!allowed('quote.made') ? (
        <p>{say('not-allowed')}</p>
      ) : work.status === 'open' ? (
        <p>{say('already-open', { work: work.title })}</p>
      ) : isZero(work.opensWhen.remaining) ? (
        <p>{say('nothing-owed.yet', { work: work.title })}</p>
      ) : (
        <NewQuote work={work} />
      )}
      {allowed('quotes.list') ? <Earlier work={work} /> : null}
    </div>
  );
}

/** The form, with how to pay as the last quote said it. */
function NewQuote({ work }: { readonly work: WorkAnswer }) {
  const { data: earlier } = useSuspenseQuery(quotesAsked(work.id));
  return <QuoteForm work={work} payTo={earlier.items.at(-1)?.payTo ?? ''} />;
}

/** The quotes that were made for a work before. */
function Earlier({ work }: { readonly work: WorkAnswer }) {
  const say = useQuoteWords();
  const { data: earlier } = useSuspenseQuery(quotesAsked(work.id));
  const columns = useColumns();
  if (earlier.items.length === 0) return null;
  return (
    <section className="part">
      <h2 className="section-title">{say('earlier')}</h2>
      <Table
        caption={say('earlier.table', { work: work.title })}
        columns={columns}
        rows={earlier.items.toReversed()}
        keyOf={({ id: quote }) => quote}
        isFaint={({ status }) => status === 'expired' || status === 'reversed'}
      />
    </section>
  );
}

function useColumns(): readonly Column<QuoteAnswer>[] {
  const say = useQuoteWords();
  const { locale } = useLocale();
  return [
    {
      key: 'payer',
      head: say('who'),
      phone: 'what',
      cell: ({ id, payer }) => (
        <Link to="/quotes/$quote" params={{ quote: id }} className="name">
          <bdi>{payer}</bdi>
        </Link>
      ),
    },
    {
      key: 'until',
      head: say('until'),
      phone: 'who',
      cell: ({ validUntil }) => dayText(validUntil, locale),
    },
    {
      key: 'amount',
      head: say('total'),
      phone: 'amount',
      figures: true,
      cell: ({ amount }) => <Money value={amount} even />,
    },
    {
      key: 'state',
      head: say('state'),
      phone: 'state',
      cell: ({ status }) => <QuoteChip status={status} />,
    },
  ];
}
