import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMay } from '../../app/may.ts';
import { quoteAsked, workAsked } from '../../app/questions.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useReceiveWords } from '../../words/receive/words.ts';
import { ReceiveForm } from './receive-form.tsx';
import './payment-room.css';

/** A payment that came in without a quote, or otherwise than it was quoted. */
export default function ReceiveRoom() {
  const say = useReceiveWords();
  const { work: id } = useParams({ from: '/works/$work/payment' });
  const { quote: quoted, release } = useSearch({ from: '/works/$work/payment' });
  const quote = useQuery({ ...quoteAsked(quoted ?? ''), enabled: quoted !== undefined }).data;
  const { data: work } = useSuspenseQuery(workAsked(id, quote?.release ?? release));
  const allowed = useMay({ work: id });
  return (
    <div className="stack">
      <header className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say.rich('lead', { work: <bdi key="work">{work.title}</bdi> })}</p>
      </header>
      {!allowed('payment.received') ? (
        <p>{say('not-allowed')}</p>
      ) : quoted !== undefined && quote === undefined ? (
        <Loading />
      ) : quote?.status === 'paid' ? (
        <p className="lead">
          {say.rich('paid', {
            quote: (
              <Link key="quote" to="/quotes/$quote" params={{ quote: quote.id }}>
                {say('paid.quote')}
              </Link>
            ),
          })}
        </p>
      ) : (
        <ReceiveForm key={quote?.payment.id} work={work} quote={quote} />
      )}
    </div>
  );
}
