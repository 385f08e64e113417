import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import { reader, sessionAsked, useMember } from '../../app/session.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { useLocale } from '../../words/locale.tsx';
import type { Language } from '../../words/locale.tsx';
import { isZero, moneyText, yearText } from '../../words/numbers.ts';
import { useStatementWords } from '../../words/statement/words.ts';
import { toPayOf } from '../payout/due.ts';
import { PaidOut } from '../payout/paid-out.tsx';
import { WorkPart } from './parts.tsx';
import { Sums } from './sums.tsx';
import './statement-room.css';

/** The first and the last day of a year. */
const daysOf = (year?: string) =>
  year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };

/** The same statement as a PDF, in the language of the page. */
function paperOf(agent: string, language: Language, year?: string): string {
  const asked = new URLSearchParams({ ...daysOf(year), language });
  return `/agents/${encodeURIComponent(agent)}/statement.pdf?${asked.toString()}`;
}

const statementAsked = (agent: string, year?: string) =>
  queryOptions({
    queryKey: ['statement', agent, year ?? ''],
    queryFn: () => reader.statements.show(agent, daysOf(year)),
  });

/** What somebody gave, earned, was paid and is owed: for each work, currency and year. */
export default function StatementRoom() {
  const member = useMember();
  const { agent } = useSearch({ from: '/statement' });
  const of = agent ?? member?.id;
  return of === undefined ? null : <Statement key={of} agent={of} />;
}

/** That a part of what is to pay out waits, as a payment went back. */
function Waits({ agent }: { readonly agent: string }) {
  const say = useStatementWords();
  const { locale } = useLocale();
  const { data } = useQuery({
    queryKey: ['payouts', agent, 'due'],
    queryFn: () => reader.payouts.list({ agent, limit: 1 }),
  });
  const waiting = toPayOf(data?.due ?? []).filter((one) => !isZero(one.waiting));
  if (waiting.length === 0) return null;
  const amount = waiting.map((one) => moneyText(one.waiting, locale));
  return <p>{say('waits', { amount })}</p>;
}

/** The years since something was given, the last first: in any of them money may have come. */
function yearsOf({ works, payouts }: StatementAnswer, today: string): readonly string[] {
  const days = works.flatMap(({ gave }) =>
    gave.flatMap(({ on, acceptedOn }) => [on.from, on.to, acceptedOn ?? on.to]),
  );
  const known = [...days, ...payouts.map(({ on }) => on)].map((day) => Number(day.slice(0, 4)));
  if (known.length === 0) return [];
  const last = Math.max(...known, Number(today.slice(0, 4)));
  const first = Math.min(...known);
  return Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
}

function Statement({ agent }: { readonly agent: string }) {
  const say = useStatementWords();
  const member = useMember();
  const { year } = useSearch({ from: '/statement' });
  const { locale, language } = useLocale();
  const { data: whole } = useSuspenseQuery(statementAsked(agent));
  const { data: shown } = useSuspenseQuery(statementAsked(agent, year));
  const today = useSuspenseQuery(sessionAsked).data.now;
  const name = <bdi key="name">{shown.name}</bdi>;
  const isMine = member?.id === agent;
  return (
    <div className="statement stack">
      <header className="page-head">
        <div className="group">
          <h1 className="title">{isMine ? say('title') : say.rich('title.of', { name })}</h1>
          <p className="second">
            {isMine ? name : null} {year === undefined ? null : yearText(year, locale)}
          </p>
        </div>
        <div className="row no-print">
          <Years years={yearsOf(whole, today)} year={year} />
          <Link to="/payouts" search={{ agent }} className={buttonClass()}>
            {say('to-pay')}
          </Link>
          <Button onClick={() => window.print()}>{say('print')}</Button>
          <a
            className={buttonClass()}
            href={paperOf(agent, language, year)}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="download" />
            <bdi>PDF</bdi>
          </a>
        </div>
      </header>
      {whole.works.length === 0 ? (
        <Empty title={say('none')}>{say('none.how')}</Empty>
      ) : (
        <>
          <Sums statement={shown} />
          <Waits agent={agent} />
          {shown.works.map((work) => (
            <WorkPart key={work.release} agent={shown.agent} work={work} />
          ))}
        </>
      )}
      <PaidOut payouts={shown.payouts} />
      <p className="caption">
        {year === undefined ? say('as-of') : say('as-of.year', { year: yearText(year, locale) })}
      </p>
    </div>
  );
}

const ALL = 'all';

interface YearsProps {
  readonly years: readonly string[];
  readonly year: string | undefined;
}

function Years({ years, year }: YearsProps) {
  const say = useStatementWords();
  const { locale } = useLocale();
  const navigate = useNavigate({ from: '/statement' });
  const choices = [
    { value: ALL, label: say('year.all') },
    ...years.map((value) => ({ value, label: yearText(value, locale) })),
  ];
  return (
    <Choose
      compact
      label={say('year')}
      value={year ?? ALL}
      choices={choices}
      onChoose={(next) =>
        void navigate({ search: (now) => ({ ...now, year: next === ALL ? undefined : next }) })
      }
    />
  );
}
