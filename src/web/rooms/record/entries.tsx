import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import { reader, useMember } from '../../app/session.ts';
import { Choose, TextField } from '../../parts/controls/field.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, instantText } from '../../words/numbers.ts';
import en from '../../words/record/en.json' with { type: 'json' };
import { useRecordWords } from '../../words/record/words.ts';
import { useAgents, useNames } from './names.ts';

const ALL = 'all';

/** Every kind of act that has a name here. */
const types = Object.keys(en).flatMap((key) => (key.startsWith('act.') ? [key.slice(4)] : []));

/** What the list is narrowed to. */
interface Sought {
  readonly type?: string | undefined;
  readonly by?: string | undefined;
}

/** Entries of the record, the newest first. */
export const entriesAsked = (sought: Sought) =>
  infiniteQueryOptions({
    queryKey: ['entries', sought],
    queryFn: ({ pageParam }) =>
      reader.record.entries({ ...sought, order: 'newest', after: pageParam, limit: 200 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** The entries, narrowed by what happened, by whom, and by what is sought in what is shown. */
export function Entries() {
  const say = useRecordWords();
  const isOwner = useMember()?.owner === true;
  const [sought, setSought] = useState<Sought>({});
  const [text, setText] = useState('');
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    entriesAsked(sought),
  );
  const columns = useColumns();
  const fits = useFitting(text);
  const rows = (data?.pages.flatMap(({ items }) => items) ?? []).filter(fits);
  return (
    <section className="record-part" aria-labelledby="record-entries">
      <h2 id="record-entries" className="section-title">
        {say('entries')}
      </h2>
      <div className="record-asked">
        <TextField
          label={say('search')}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TypeChoice sought={sought} onChoose={setSought} />
        {isOwner ? <AgentChoice sought={sought} onChoose={setSought} /> : null}
      </div>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : rows.length === 0 ? (
        <p className="second" role="status">
          {say('none.here')}
        </p>
      ) : (
        <Table
          caption={say('table')}
          columns={columns}
          rows={rows}
          keyOf={({ seq }) => String(seq)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        />
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly sought: Sought;
  readonly onChoose: (sought: Sought) => void;
}

function TypeChoice({ sought, onChoose }: ChoiceProps) {
  const say = useRecordWords();
  const names = useNames();
  return (
    <Choose
      label={say('type')}
      value={sought.type ?? ALL}
      choices={[
        { value: ALL, label: say('type.all') },
        ...types.map((value) => ({ value, label: names.act(value) })),
      ]}
      onChoose={(type) => onChoose({ ...sought, type: type === ALL ? undefined : type })}
    />
  );
}

function AgentChoice({ sought, onChoose }: ChoiceProps) {
  const say = useRecordWords();
  const agents = useAgents();
  return (
    <Choose
      label={say('by')}
      value={sought.by ?? ALL}
      choices={[
        { value: ALL, label: say('by.all') },
        ...agents.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(by) => onChoose({ ...sought, by: by === ALL ? undefined : by })}
    />
  );
}

/** Whether an entry has the text in what is shown of it. */
function useFitting(text: string): (entry: RecordEntryAnswer) => boolean {
  const names = useNames();
  const { locale } = useLocale();
  const wanted = text.trim().toLocaleLowerCase(locale);
  if (wanted === '') return () => true;
  return ({ seq, type, id, by, leafHash, recordedAt }) =>
    [String(seq), type, names.act(type), id, by, names.agent(by), leafHash, recordedAt].some(
      (part) => part.toLocaleLowerCase(locale).includes(wanted),
    );
}

function useColumns(): readonly Column<RecordEntryAnswer>[] {
  const say = useRecordWords();
  const names = useNames();
  const { locale } = useLocale();
  return [
    {
      key: 'number',
      head: say('number'),
      figures: true,
      phone: 'amount',
      cell: ({ seq }) => decimalText(String(seq), locale),
    },
    {
      key: 'what',
      head: say('what'),
      phone: 'what',
      cell: ({ seq, type, id }) => (
        <Link
          to="/record"
          search={{ entry: `${type}:${id}` }}
          resetScroll={false}
          className="record-link"
          aria-label={say('open', { n: seq, what: names.act(type) })}
        >
          {names.act(type)}
        </Link>
      ),
    },
    { key: 'who', head: say('who'), phone: 'who', cell: ({ by }) => <bdi>{names.agent(by)}</bdi> },
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
