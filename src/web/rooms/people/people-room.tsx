import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AgentAnswer } from '../../../actions/agents/answers.ts';
import { agentsAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { usePeopleRoomWords } from '../../words/people/words.ts';
import './people-room.css';

const ClaimSheet = lazy(() => import('./claim-sheet.tsx'));

const icons = { person: 'people', organisation: 'organisation', machine: 'machine' } as const;

/** Everybody who acts on the node: people, organisations, machines, and unclaimed names. */
export default function PeopleRoom() {
  const say = usePeopleRoomWords();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(agentsAsked);
  const agents = data.pages.flatMap(({ items }) => items);
  const [claiming, setClaiming] = useState<AgentAnswer>();
  const columns = useColumns(agents, setClaiming);
  return (
    <div className="stack">
      <h1 className="title">
        {say('title')} <span className="count">{agents.length}</span>
      </h1>
      <Table
        caption={say('table')}
        columns={columns}
        rows={agents}
        keyOf={({ id }) => id}
        isFaint={({ unclaimed }) => unclaimed}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
      />
      {claiming === undefined ? null : (
        <Suspense fallback={null}>
          <ClaimSheet unclaimed={claiming} agents={agents} onClose={() => setClaiming(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function useColumns(
  agents: readonly AgentAnswer[],
  onClaim: (unclaimed: AgentAnswer) => void,
): readonly Column<AgentAnswer>[] {
  const say = usePeopleRoomWords();
  const isOwner = useMember()?.owner === true;
  const { locale } = useLocale();
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id;
  const keyOf = (agent: AgentAnswer): string => {
    if (agent.claimedBy !== null) return say('key.claimed', { name: nameOf(agent.claimedBy) });
    if (agent.unclaimed) return say('key.none');
    return say(agent.keptByNode ? 'key.node' : 'key.own');
  };
  const lawOf = (code: string): string =>
    (/^[A-Z]{2}$/.test(code.slice(0, 2)) ? regions.of(code.slice(0, 2)) : undefined) ?? code;
  return [
    {
      key: 'name',
      head: say('name'),
      phone: 'what',
      cell: ({ name, kind, responsible }) => (
        <span className="people-name">
          <Icon name={icons[kind]} />
          <span>
            <bdi className="name">{name}</bdi>
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
          <span>{keyOf(agent)}</span>
          {isOwner && agent.unclaimed && agent.claimedBy === null ? (
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
      cell: ({ jurisdiction }) => (jurisdiction === null ? '' : lawOf(jurisdiction)),
    },
  ];
}
