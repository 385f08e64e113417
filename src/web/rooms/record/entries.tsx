import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import type { PlacedPageOf } from '../../../sdk/client.ts';
import { reader, useMember } from '../../app/session.ts';
import { Choose, TextField } from '../../parts/controls/field.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useByPosition } from '../../parts/tables/by-position.ts';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { ALL_ROWS, ROWS_AT_ONCE } from '../../parts/tables/windowed.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, instantText, localDayText, timeText } from '../../words/numbers.ts';
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

/** Entries of the record by their position, the newest first: what of a long list is in view. */
export const pageAsked = (sought: Sought, page: number) =>
  queryOptions({
    queryKey: ['entries', 'page', sought, page],
    queryFn: () =>
      reader.record.entries({
        ...sought,
        order: 'newest',
        skip: page * ROWS_AT_ONCE,
        limit: ROWS_AT_ONCE,
      }),
  });

/** Entries of the record, the newest first, page after page: where all are looked through. */
const entriesAsked = (sought: Sought) =>
  infiniteQueryOptions({
    queryKey: ['entries', 'all', sought],
    queryFn: ({ pageParam }) =>
      reader.record.entries({ ...sought, order: 'newest', after: pageParam, limit: 1000 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

/** The entries, narrowed by what happened, by whom, and by what is sought in what is shown. */
export function Entries() {
  const say = useRecordWords();
  const isOwner = useMember()?.owner === true;
  const [sought, setSought] = useState<Sought>({});
  const [text, setText] = useState('');
  const key = `${sought.type ?? ''} ${sought.by ?? ''}`;
  return (
    <section className="part" aria-labelledby="record-entries">
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
      {text.trim() === '' ? (
        <InView key={key} sought={sought} />
      ) : (
        <Fitting key={key} sought={sought} text={text} />
      )}
    </section>
  );
}

const pieceOf = ({ items, total = 0 }: PlacedPageOf<RecordEntryAnswer>, page: number) => ({
  at: page * ROWS_AT_ONCE,
  rows: items,
  total,
});

/** All that there are, fetched as far as they are in view. */
function InView({ sought }: { readonly sought: Sought }) {
  const { rows, error, retry, look } = useByPosition((page) => pageAsked(sought, page), pieceOf);
  return (
    <>
      {error === null ? null : <ErrorNote error={error} onRetry={retry} />}
      <Rows rows={rows} error={error} onWindow={look} />
    </>
  );
}

/** Those that have a text: all are fetched, page after page, and looked through. */
function Fitting({ sought, text }: { readonly sought: Sought; readonly text: string }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    entriesAsked(sought),
  );
  const fits = useFitting(useDeferredValue(text));
  if (hasNextPage && !isFetchingNextPage && error === null) void fetchNextPage();
  const rows = data?.pages.flatMap(({ items }) => items).filter(fits);
  return (
    <>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      <Rows rows={rows?.length === 0 && hasNextPage ? undefined : rows} error={error} />
    </>
  );
}

interface RowsProps {
  readonly rows: readonly (RecordEntryAnswer | undefined)[] | undefined;
  readonly error: unknown;
  readonly onWindow?: (from: number, to: number) => void;
}

const keyOf = ({ seq }: RecordEntryAnswer): string => String(seq);

function Rows({ rows, error, onWindow }: RowsProps) {
  const say = useRecordWords();
  const { locale } = useLocale();
  // Of a long list each row has one height, and so no heading above it: it says its day itself.
  const isByDay = rows !== undefined && rows.length <= ALL_ROWS;
  const columns = useColumns(isByDay);
  if (rows === undefined) return error === null ? <Loading /> : null;
  if (rows.length === 0) {
    return (
      <p className="second" role="status">
        {say('none.here')}
      </p>
    );
  }
  return (
    <Table<RecordEntryAnswer>
      caption={say('table')}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      {...(isByDay && {
        groupOf: ({ recordedAt }: RecordEntryAnswer) => localDayText(recordedAt, locale),
      })}
      {...(onWindow && { onWindow })}
    />
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

function useColumns(isByDay: boolean): readonly Column<RecordEntryAnswer>[] {
  const say = useRecordWords();
  const names = useNames();
  const { locale } = useLocale();
  return useMemo(
    () => [
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
      {
        key: 'who',
        head: say('who'),
        phone: 'who',
        cell: ({ by }) => <bdi>{names.agent(by)}</bdi>,
      },
      {
        key: 'when',
        head: say('when'),
        phone: 'state',
        cell: ({ recordedAt }) =>
          isByDay ? timeText(recordedAt, locale) : instantText(recordedAt, locale),
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
    ],
    [say, names, locale, isByDay],
  );
}
