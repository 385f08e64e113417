import {
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { AgentAnswer } from '../../../actions/agents/answers.ts';
import type { ListedContribution } from '../../../actions/contributions/answers.ts';
import { may } from '../../../domain/agents/part.ts';
import { exactText } from '../../../domain/effort/workings.ts';
import { add, parseDecimal, ZERO } from '../../../domain/money/ratio.ts';
import { useMay } from '../../app/may.ts';
import {
  allAgentsAsked,
  allContributionsAsked,
  contributionsAsked,
  worksAsked,
} from '../../app/questions.ts';
import { reader, sessionAsked } from '../../app/session.ts';
import { Back } from '../../parts/controls/back.tsx';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Claim } from '../../parts/figures/claim.tsx';
import { Icon } from '../../parts/icons.tsx';
import { StatusChip, statusOf } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { daysText, quantityText } from '../../words/numbers.ts';
import { usePeopleRoomWords } from '../../words/people/words.ts';
import { useLineName } from '../work/line-name.ts';
import { icons, useKeyLabel, useLawName } from './labels.ts';
import '../contribution/contribution.css';
import './people-room.css';

const ClaimSheet = lazy(() => import('./claim-sheet.tsx'));

const agentAsked = (id: string) =>
  queryOptions({ queryKey: ['agent', id], queryFn: () => reader.agents.show(id) });

/** One person, organisation, machine or unclaimed name: who answers, what they gave, and where. */
export default function PersonRoom() {
  const { agent: id } = useParams({ from: '/people/$agent' });
  const { data: agent } = useSuspenseQuery(agentAsked(id));
  return (
    <div className="stack">
      <Head agent={agent} />
      <Facts agent={agent} />
      <Given agent={agent} />
    </div>
  );
}

interface Props {
  readonly agent: AgentAnswer;
}

function Head({ agent }: Props) {
  const say = usePeopleRoomWords();
  const allowed = useMay({ agent: agent.id });
  const [claiming, setClaiming] = useState(false);
  const agents = useQuery({ ...allAgentsAsked, enabled: allowed('agents.list') }).data;
  const isOpen = agent.unclaimed && agent.claimedBy === null;
  return (
    <header className="row apart">
      <div className="group">
        <Back to="/people">{say('title')}</Back>
        <h1 className="title">
          <bdi>{agent.name}</bdi>
        </h1>
        <p className="second people-name">
          <Icon name={icons[agent.kind]} />
          <span>{say(isOpen ? 'kind.unclaimed' : `kind.${agent.kind}`)}</span>
        </p>
      </div>
      <div className="row no-print">
        {isOpen && allowed('agent.claimed') ? (
          <Button aria-haspopup="dialog" onClick={() => setClaiming(true)}>
            {say('claim')}
          </Button>
        ) : null}
        {!isOpen && allowed('payouts.list') ? (
          <Link to="/payouts" search={{ agent: agent.id }} className={buttonClass()}>
            {say('to-pay')}
          </Link>
        ) : null}
        {!isOpen && allowed('statement.show') ? (
          <Link to="/statement" search={{ agent: agent.id }} className={buttonClass()}>
            {say('statement')}
          </Link>
        ) : null}
      </div>
      {claiming && agents !== undefined ? (
        <Suspense fallback={null}>
          <ClaimSheet unclaimed={agent} agents={agents} onClose={() => setClaiming(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}

/** Whose key it is, who answers for it, and for what it answers. */
function Facts({ agent }: Props) {
  const say = usePeopleRoomWords();
  const allowed = useMay();
  const lawName = useLawName();
  const { responsible, jurisdiction, claimedBy } = agent;
  const other = responsible ?? claimedBy;
  const named = useQuery({ ...agentAsked(other ?? ''), enabled: other !== null }).data;
  const all = useQuery({ ...allAgentsAsked, enabled: allowed('agents.list') });
  const known = all.data ?? [];
  const machines = known.filter((one) => one.responsible === agent.id);
  const keyLabel = useKeyLabel(() => named?.name ?? claimedBy ?? '');
  return (
    <dl className="facts">
      <div>
        <dt>{say('key')}</dt>
        <dd>{keyLabel(agent)}</dd>
      </div>
      {responsible === null ? null : (
        <div>
          <dt>{say('answers')}</dt>
          <dd>
            <Link to="/people/$agent" params={{ agent: responsible }}>
              <bdi>{named?.name ?? responsible}</bdi>
            </Link>
          </dd>
        </div>
      )}
      {machines.length === 0 ? null : (
        <div>
          <dt>{say('answers.for')}</dt>
          <dd>
            <ul>
              {machines.map(({ id, name }) => (
                <li key={id}>
                  <Link to="/people/$agent" params={{ agent: id }}>
                    <bdi>{name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {jurisdiction === null ? null : (
        <div>
          <dt>{say('law')}</dt>
          <dd>{lawName(jurisdiction)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What they gave: all of it for the owner and themselves, for others what their works have. */
function Given({ agent }: Props) {
  const allowed = useMay({ agent: agent.id });
  return allowed('statement.show') ? <AllGiven agent={agent} /> : <GivenHere agent={agent} />;
}

function AllGiven({ agent }: Props) {
  const lines = useSuspenseInfiniteQuery(contributionsAsked({ agent: agent.id }));
  const { hasNextPage, fetchNextPage, data } = lines;
  const rows = data.pages.flatMap(({ items }) => items);
  return (
    <GivenTable
      agent={agent}
      rows={rows}
      onMore={hasNextPage ? () => void fetchNextPage() : undefined}
    />
  );
}

function GivenHere({ agent }: Props) {
  const { parts } = useSuspenseQuery(sessionAsked).data;
  const seen = parts.filter(({ part }) => may(part, 'contributions.list', 'none'));
  const found = useSuspenseQueries({
    queries: seen.map(({ work }) => allContributionsAsked({ agent: agent.id, work })),
  });
  return <GivenTable agent={agent} rows={found.flatMap(({ data }) => data)} />;
}

interface GivenProps extends Props {
  readonly rows: readonly ListedContribution[];
  readonly onMore?: (() => void) | undefined;
}

/** Lines of one agent, and their hours together, exactly. */
function GivenTable({ agent, rows: all, onMore }: GivenProps) {
  const say = usePeopleRoomWords();
  const { locale } = useLocale();
  const columns = useColumns();
  const rows = all.filter(({ supersededBy }) => supersededBy === null);
  const hours = hoursOf(rows);
  return (
    <section className="part">
      <h2 className="section-title">{say('gave')}</h2>
      {rows.length === 0 ? (
        <p className="second">{say('gave.none')}</p>
      ) : (
        <>
          {onMore !== undefined || hours === '0' ? null : (
            <p className="lead">
              {say('gave.hours', { hours: quantityText({ quantity: hours, unit: 'h' }, locale) })}
            </p>
          )}
          <Table
            caption={say('gave.table', { name: agent.name })}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            isFaint={({ status }) => status !== 'accepted'}
            onMore={onMore}
          />
        </>
      )}
    </section>
  );
}

/** Hours that count: those of accepted lines, added up exactly. */
const hoursOf = (lines: readonly ListedContribution[]): string =>
  exactText(
    lines
      .filter(({ unit, status }) => unit === 'h' && status === 'accepted')
      .reduce((sum, { quantity }) => add(sum, parseDecimal(quantity)), ZERO),
  );

function useColumns(): readonly Column<ListedContribution>[] {
  const say = usePeopleRoomWords();
  const nameOf = useLineName();
  const { locale, comma } = useLocale();
  const works = useInfiniteQuery(worksAsked).data?.pages.flatMap(({ items }) => items) ?? [];
  const titleOf = (work: string): string => works.find(({ id }) => id === work)?.title ?? work;
  return [
    {
      key: 'what',
      head: say('gave.what'),
      phone: 'what',
      cell: ({ id, work, release, ...line }) => (
        <Link
          to="/works/$work"
          params={{ work }}
          search={{ release, explain: `contribution:${id}` }}
          className="name"
        >
          <bdi>{nameOf(line)}</bdi>
        </Link>
      ),
    },
    {
      key: 'work',
      head: say('gave.work'),
      phone: 'who',
      cell: ({ work, on }) => (
        <span>
          <bdi>{titleOf(work)}</bdi>
          {comma}
          {daysText(on, locale)}
        </span>
      ),
    },
    {
      key: 'quantity',
      head: say('gave.quantity'),
      figures: true,
      cell: (line) => <bdi>{quantityText(line, locale)}</bdi>,
    },
    {
      key: 'worth',
      head: say('gave.worth'),
      figures: true,
      phone: 'amount',
      cell: (line) => <Claim line={line} />,
    },
    {
      key: 'state',
      head: say('gave.state'),
      phone: 'state',
      cell: (line) => <StatusChip status={statusOf(line)} />,
    },
  ];
}
