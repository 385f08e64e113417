import { Link } from '@tanstack/react-router';
import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import type { Status } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText, daysText, quantityText } from '../../words/numbers.ts';
import { useStatementWords } from '../../words/statement/words.ts';
import { useLineName } from '../work/line-name.ts';

type Work = StatementAnswer['works'][number];
type Gave = Work['gave'][number];

interface WorkPartProps {
  /** Whose statement it is. */
  readonly agent: string;
  readonly work: Work;
}

/** One work: what was put into it, and what came of it. */
export function WorkPart({ agent, work }: WorkPartProps) {
  const of = { agent, work };
  const say = useStatementWords();
  const { comma } = useLocale();
  const columns = useGaveColumns(work);
  return (
    <section className="part">
      <h2 className="section-title">
        <Link
          to="/works/$work"
          params={{ work: work.work }}
          search={{ release: work.release }}
          className="statement-work"
        >
          <bdi>{work.title}</bdi>
        </Link>
        {comma}
        {say('release', { number: work.number })}
      </h2>
      {work.gave.length === 0 ? (
        <p className="second">{say('gave.none')}</p>
      ) : (
        <Table
          caption={say('gave.table', { work: work.title })}
          columns={columns}
          rows={work.gave}
          keyOf={({ id }) => id}
          isFaint={({ status }) => status !== 'accepted'}
        />
      )}
      <p className="second">
        {say('obligation')} <Amounts all={[work.obligation]} of={of} />
        {' · '}
        {say('earned')} <Amounts all={work.earned} of={of} />
        {' · '}
        {say('received')} <Amounts all={work.received} of={of} />
        {' · '}
        {say('owed')} <Amounts all={[work.owed]} of={of} />
      </p>
    </section>
  );
}

interface AmountsProps {
  readonly all: readonly Value[];
  readonly of: Pick<WorkPartProps, 'agent' | 'work'>;
}

/** Each leads to what the person has in the work, line by line. */
function Amounts({ all, of: { agent, work } }: AmountsProps) {
  return all.map((one, index) => (
    <span key={one.currency}>
      {index === 0 ? null : ', '}
      <Link
        to="/works/$work"
        params={{ work: work.work }}
        search={{ release: work.release, explain: `person:${agent}` }}
        className="figure"
      >
        <Money value={one} even />
      </Link>
    </span>
  ));
}

const shown: readonly Status[] = [
  ...(['accepted', 'submitted', 'draft', 'rejected', 'withdrawn', 'cancelled'] as const),
];

const isStatus = (text: string): text is Status => shown.some((status) => status === text);

function useGaveColumns(work: Work): readonly Column<Gave>[] {
  const { currency } = work.obligation;
  const say = useStatementWords();
  const nameOf = useLineName();
  const { locale } = useLocale();
  return [
    {
      key: 'what',
      head: say('what'),
      phone: 'what',
      cell: (line) => <bdi className="name">{nameOf(line)}</bdi>,
    },
    {
      key: 'when',
      head: say('when'),
      phone: 'who',
      cell: ({ on }) => <span className="nowrap">{daysText(on, locale)}</span>,
    },
    {
      key: 'quantity',
      head: say('quantity'),
      figures: true,
      cell: (line) => quantityText(line, locale),
    },
    {
      key: 'sum',
      head: say('sum', { currency: currencySign(currency, locale) }),
      figures: true,
      phone: 'amount',
      cell: (line) => <Obligation line={line} work={work} />,
    },
    {
      key: 'accepted',
      head: say('accepted.on'),
      cell: ({ acceptedOn }) => (
        <span className="nowrap">{acceptedOn === null ? '–' : dayText(acceptedOn, locale)}</span>
      ),
    },
    {
      key: 'state',
      head: say('state'),
      phone: 'state',
      cell: ({ status }) => (isStatus(status) ? <StatusChip status={status} /> : status),
    },
  ];
}

/** What is owed for a line: nothing can be said of one that is not decided yet. */
function Obligation({ line, work }: { readonly line: Gave; readonly work: Work }) {
  const say = useStatementWords();
  const isDecided = line.status !== 'submitted' && line.status !== 'draft';
  return (
    <Link
      to="/works/$work"
      params={{ work: work.work }}
      search={{ release: work.release, explain: `line:${line.id}` }}
      className="figure"
    >
      {isDecided ? <Money value={line.obligation} bare even /> : say('not-yet')}
    </Link>
  );
}
