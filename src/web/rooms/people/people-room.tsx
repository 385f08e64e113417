import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { AgentAnswer } from '../../../actions/agents/answers.ts';
import { useMay } from '../../app/may.ts';
import { agentsAsked } from '../../app/questions.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { usePeopleRoomWords } from '../../words/people/words.ts';
import { icons, useKeyLabel, useLawName } from './labels.ts';
import { OfMyWorks } from './of-my-works.tsx';
import './people-room.css';

const ClaimSheet = lazy(() => import('./claim-sheet.tsx'));
const AddSheet = lazy(() => import('./add-sheet.tsx'));

/** Everybody who acts on the node; for whoever may not see all, those of their works. */
export default function PeopleRoom() {
  const say = usePeopleRoomWords();
  const allowed = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <header className="row apart">
        <h1 className="title">{say('title')}</h1>
        {allowed('agent.added') ? (
          <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        ) : null}
      </header>
      {allowed('agents.list') ? <Everybody /> : <OfMyWorks />}
      {adding ? (
        <Suspense fallback={null}>
          <AddSheet onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Everybody() {
  const say = usePeopleRoomWords();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(agentsAsked);
  const agents = data.pages.flatMap(({ items }) => items);
  const [claiming, setClaiming] = useState<AgentAnswer>();
  const { locale } = useLocale();
  const count = (n: number): string => decimalText(String(n), locale);
  const isOpen = ({ unclaimed, claimedBy }: AgentAnswer): boolean =>
    unclaimed && claimedBy === null;
  const names = agents.filter(isOpen);
  const columns = useColumns(agents, setClaiming);
  const onMore = hasNextPage ? () => void fetchNextPage() : undefined;
  const shared = { columns, keyOf: ({ id }: AgentAnswer) => id };
  return (
    <>
      {names.length === 0 ? null : (
        <section className="people-part">
          <h2 className="section-title">
            {say('unclaimed')} <span className="count">{count(names.length)}</span>
          </h2>
          <p className="second">{say('unclaimed.means')}</p>
          <Table caption={say('unclaimed')} rows={names} {...shared} />
        </section>
      )}
      <section className="people-part">
        <h2 className="section-title">
          {say('everybody')} <span className="count">{count(agents.length - names.length)}</span>
        </h2>
        <Table
          caption={say('table')}
          rows={agents.filter((agent) => !isOpen(agent))}
          isFaint={({ claimedBy }) => claimedBy !== null}
          onMore={onMore}
          {...shared}
        />
      </section>
      {claiming === undefined ? null : (
        <Suspense fallback={null}>
          <ClaimSheet unclaimed={claiming} agents={agents} onClose={() => setClaiming(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function useColumns(
  agents: readonly AgentAnswer[],
  onClaim: (unclaimed: AgentAnswer) => void,
): readonly Column<AgentAnswer>[] {
  const say = usePeopleRoomWords();
  const allowed = useMay();
  const lawName = useLawName();
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id;
  const keyLabel = useKeyLabel(nameOf);
  return [
    {
      key: 'name',
      head: say('name'),
      phone: 'what',
      cell: ({ id, name, kind, responsible }) => (
        <span className="people-name">
          <Icon name={icons[kind]} />
          <span>
            <Link to="/people/$agent" params={{ agent: id }} className="name">
              <bdi>{name}</bdi>
            </Link>
            {responsible === null ? null : (
              <span className="caption people-of">
                {say('machine.of', { name: nameOf(responsible) })}
              </span>
            )}
          </span>
        </span>
      ),
    },
    { key: 'kind', head: say('kind'), phone: 'amount', cell: ({ kind }) => say(`kind.${kind}`) },
    {
      key: 'key',
      head: say('key'),
      phone: 'who',
      cell: (agent) => (
        <>
          <span>{keyLabel(agent)}</span>
          {allowed('agent.claimed') && agent.unclaimed && agent.claimedBy === null ? (
            <span className="people-claim">
              <Button look="plain" aria-haspopup="dialog" onClick={() => onClaim(agent)}>
                {say('claim')}
              </Button>
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'law',
      head: say('law'),
      phone: 'state',
      cell: ({ jurisdiction }) => (jurisdiction === null ? '' : lawName(jurisdiction)),
    },
  ];
}
