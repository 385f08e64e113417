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
  const named = useColumns(agents, { of: names, onClaim: setClaiming });
  const others = agents.filter((agent) => !isOpen(agent));
  const columns = useColumns(agents, { of: others });
  const onMore = hasNextPage ? () => void fetchNextPage() : undefined;
  const keyOf = ({ id }: AgentAnswer): string => id;
  return (
    <>
      {names.length === 0 ? null : (
        <section className="part">
          <h2 className="section-title">
            {say('unclaimed')} <span className="count">{count(names.length)}</span>
          </h2>
          <p className="second">{say('unclaimed.means')}</p>
          <Table caption={say('unclaimed')} columns={named} rows={names} keyOf={keyOf} />
        </section>
      )}
      <section className="part">
        <h2 className="section-title">
          {say('everybody')} <span className="count">{count(agents.length - names.length)}</span>
        </h2>
        <Table
          caption={say('table')}
          columns={columns}
          rows={others}
          keyOf={keyOf}
          isFaint={({ claimedBy }) => claimedBy !== null}
          onMore={onMore}
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

interface Shown {
  /** Those in the table: a column in which nobody has anything is left out. */
  readonly of: readonly AgentAnswer[];
  readonly onClaim?: (unclaimed: AgentAnswer) => void;
}

function useColumns(
  agents: readonly AgentAnswer[],
  { of, onClaim }: Shown,
): readonly Column<AgentAnswer>[] {
  const say = usePeopleRoomWords();
  const allowed = useMay();
  const lawName = useLawName();
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id;
  const keyLabel = useKeyLabel(nameOf);
  const mayClaim = onClaim !== undefined && allowed('agent.claimed');
  const law = (isAside: boolean): Column<AgentAnswer> => ({
    key: 'law',
    head: say('law'),
    ...(!isAside && { phone: 'state' as const }),
    cell: ({ jurisdiction }) => (jurisdiction === null ? '' : lawName(jurisdiction)),
  });
  const claim = (go: (unclaimed: AgentAnswer) => void): Column<AgentAnswer> => ({
    key: 'claim',
    head: <span className="hidden-text">{say('claim')}</span>,
    phone: 'state',
    cell: (agent) => (
      <span className="people-claim">
        <Button look="plain" aria-haspopup="dialog" onClick={() => go(agent)}>
          {say('claim')}
        </Button>
      </span>
    ),
  });
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
    { key: 'key', head: say('key'), phone: 'who', cell: (agent) => keyLabel(agent) },
    ...(of.some(({ jurisdiction }) => jurisdiction !== null) ? [law(mayClaim)] : []),
    ...(mayClaim ? [claim(onClaim)] : []),
  ];
}
