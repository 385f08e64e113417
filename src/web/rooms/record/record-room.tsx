import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import { everyItem } from '../../../sdk/client.ts';
import { reader } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import './record-room.css';

const entriesAsked = infiniteQueryOptions({
  queryKey: ['entries'],
  queryFn: ({ pageParam }) => reader.record.entries({ after: pageParam, limit: 500 }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

const checkpointAsked = queryOptions({
  queryKey: ['checkpoint'],
  queryFn: () => reader.record.checkpoint(),
});

const namesAsked = queryOptions({
  queryKey: ['names of agents'],
  queryFn: () => everyItem((query) => reader.agents.list(query), { limit: 500 }),
});

/** The record: every act in order, its newest checkpoint, and a check of everything. */
export default function RecordRoom() {
  const say = useRecordWords();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(entriesAsked);
  const columns = useColumns();
  return (
    <div className="stack">
      <header className="group">
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
      </header>
      <Check />
      <Checkpoint />
      <Table
        caption={say('table')}
        columns={columns}
        rows={data.pages.flatMap(({ items }) => items)}
        keyOf={({ seq }) => String(seq)}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
      />
    </div>
  );
}

/** Works everything out again from the acts alone, on the node. */
function Check() {
  const say = useRecordWords();
  const checking = useMutation({ mutationFn: () => reader.node.check() });
  const found = checking.data;
  return (
    <section className="record-part">
      <div className="row" role="status">
        <Button
          look="ink"
          icon="shield"
          busy={checking.isPending}
          onClick={() => checking.mutate()}
        >
          {say(checking.isPending ? 'checking' : 'check')}
        </Button>
        {found === undefined ? null : (
          <StatusChip
            status={found.status === 'sound' ? 'accepted' : 'rejected'}
            word={found.status === 'sound' ? say('sound', { n: found.entries }) : say('damaged')}
          />
        )}
      </div>
      {checking.isError ? <ErrorNote error={checking.error} /> : null}
      {found === undefined || found.status === 'sound' ? null : (
        <ul>
          {found.checks
            .filter(({ holds }) => !holds)
            .map(({ truth, found: what }) => (
              <li key={truth}>
                {truth} {what}
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function Checkpoint() {
  const say = useRecordWords();
  const toast = useToast();
  const { data: note } = useSuspenseQuery(checkpointAsked);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(note);
    toast({ text: say('copied') });
  };
  return (
    <section className="record-part">
      <h2 className="section-title">{say('checkpoint')}</h2>
      <p className="second">{say('checkpoint.how')}</p>
      <pre className="record-note mono" dir="ltr">
        {note}
      </pre>
      <div>
        <Button icon="copy" onClick={() => void copy()}>
          {say('copy')}
        </Button>
      </div>
    </section>
  );
}

function useColumns(): readonly Column<RecordEntryAnswer>[] {
  const say = useRecordWords();
  const { locale } = useLocale();
  const names = new Map((useQuery(namesAsked).data ?? []).map(({ id, name }) => [id, name]));
  return [
    { key: 'number', head: say('number'), figures: true, phone: 'amount', cell: ({ seq }) => seq },
    {
      key: 'what',
      head: say('what'),
      phone: 'what',
      cell: ({ type }) => (
        <bdi className="mono" dir="ltr">
          {type}
        </bdi>
      ),
    },
    {
      key: 'who',
      head: say('who'),
      phone: 'who',
      cell: ({ by }) => <bdi>{names.get(by) ?? by}</bdi>,
    },
    {
      key: 'when',
      head: say('when'),
      phone: 'state',
      cell: ({ recordedAt }) => instantText(recordedAt, locale),
    },
    {
      key: 'hash',
      head: say('hash'),
      cell: ({ leafHash }) => (
        <bdi className="mono second" dir="ltr" title={leafHash}>
          {`${leafHash.slice(0, 16)}\u2026`}
        </bdi>
      ),
    },
  ];
}
