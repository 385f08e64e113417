import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { quotesAsked } from '../../app/questions.ts';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { QuoteChip } from './quote-chip.tsx';
import './quote-room.css';

/** The quotes for the release that is shown which wait for money, for whoever may list them. */
export function WaitingQuotes({ work }: { readonly work: WorkAnswer }) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  const allowed = useMay({ work: work.id });
  const { data } = useQuery({ ...quotesAsked(work.id), enabled: allowed('quotes.list') });
  const waiting = (data?.items ?? []).filter(
    ({ release, status }) => release === work.release.id && WAITING.has(status),
  );
  if (waiting.length === 0) return null;
  return (
    <ul aria-label={say('waiting')} className="quotes-waiting">
      {waiting.map(({ id, payer, left, validUntil, status }) => (
        <li key={id} className="row apart">
          <span>
            <Link to="/quotes/$quote" params={{ quote: id }} className="name">
              {say.rich('for', { name: <bdi key="name">{payer}</bdi> })}
            </Link>{' '}
            <span className="second">{say('until.day', { day: dayText(validUntil, locale) })}</span>
          </span>
          <span className="row">
            <QuoteChip status={status} />
            <Money value={left} even />
          </span>
        </li>
      ))}
    </ul>
  );
}

const WAITING: ReadonlySet<string> = new Set(['valid', 'part-paid']);
