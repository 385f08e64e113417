import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListedContribution } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import type { PlacedPageOf } from '../../../sdk/client.ts';
import { kindsAsked, linesAsked } from '../../app/questions.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useByPosition } from '../../parts/tables/by-position.ts';
import { Table } from '../../parts/tables/table.tsx';
import { ROWS_AT_ONCE } from '../../parts/tables/windowed.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useLineColumns } from './line-columns.tsx';

const states = ['accepted', 'submitted', 'draft', 'rejected', 'withdrawn', 'cancelled'] as const;

/** The contributions to the release that is shown, all of them or those that a filter leaves. */
export function Lines({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { status, kind } = useSearch({ from: '/works/$work' });
  const { locale } = useLocale();
  const all = Object.values(work.counts).reduce((sum, count) => sum + count, 0);
  return (
    <section className="part">
      <div className="row apart">
        <h2 className="section-title">
          {say('lines')} <span className="count">{decimalText(String(all), locale)}</span>
        </h2>
        {all === 0 ? null : <Filters work={work} />}
      </div>
      <LinesFound key={`${work.release.id} ${status ?? ''} ${kind ?? ''}`} work={work} all={all} />
    </section>
  );
}

const [HEAD_PIXELS, ROW_PIXELS, FIRST_SEEN] = [41, 43, 20];

const pieceOf = ({ items, total = 0 }: PlacedPageOf<ListedContribution>, page: number) => ({
  at: page * ROWS_AT_ONCE,
  rows: items,
  total,
});

const isFaint = ({ status }: ListedContribution): boolean => status !== 'accepted';
const keyOf = ({ id }: ListedContribution): string => id;

function LinesFound({ work, all }: { readonly work: WorkAnswer; readonly all: number }) {
  const say = useWorkRoomWords();
  const { status, kind } = useSearch({ from: '/works/$work' });
  const filter = { work: work.id, release: work.release.id, status, kind };
  const { rows, error, retry, look } = useByPosition((page) => linesAsked(filter, page), pieceOf);
  const columns = useLineColumns(work.currency);
  if (error !== null) return <ErrorNote error={error} onRetry={retry} />;
  if (rows === undefined) {
    // The room that the first lines will take, so that nothing below moves when they come.
    return (
      <div style={{ minBlockSize: HEAD_PIXELS + Math.min(all, FIRST_SEEN) * ROW_PIXELS }}>
        <Loading />
      </div>
    );
  }
  if (rows.length === 0) return <NoLines any={all > 0} />;
  return (
    <Table<ListedContribution>
      caption={say('lines.table', { work: work.title })}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      isFaint={isFaint}
      onWindow={look}
    />
  );
}

function NoLines({ any }: { readonly any: boolean }) {
  const say = useWorkRoomWords();
  const navigate = useNavigate({ from: '/works/$work' });
  if (!any) return <Empty title={say('lines.none')}>{say('lines.none.how')}</Empty>;
  const clear = (): void =>
    void navigate({ search: ({ release }) => ({ release }), resetScroll: false });
  return (
    <p className="row second">
      {say('lines.none.here')}
      <Button look="plain" onClick={clear}>
        {say('lines.clear')}
      </Button>
    </p>
  );
}

function Filters({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const sayApp = useAppWords();
  const { locale } = useLocale();
  const { status, kind } = useSearch({ from: '/works/$work' });
  const navigate = useNavigate({ from: '/works/$work' });
  const kinds = useQuery(kindsAsked).data?.items ?? [];
  const narrow = (to: { status?: string | undefined; kind?: string | undefined }): void =>
    void navigate({ search: (now) => ({ ...now, ...to }), resetScroll: false, replace: true });
  const toReview = work.counts['submitted'] ?? 0;
  const nameOf = (id: string, name: string): string => {
    const word = `kind.${id}`;
    return say.has(word) ? say(word) : name;
  };
  return (
    <div className="row work-filters">
      {toReview === 0 ? null : (
        <Button
          aria-pressed={status === 'submitted'}
          count={decimalText(String(toReview), locale)}
          onClick={() => narrow({ status: status === 'submitted' ? undefined : 'submitted' })}
        >
          {say('lines.review')}
        </Button>
      )}
      <Choose
        compact
        label={say('lines.state')}
        value={status ?? ''}
        choices={[
          { value: '', label: say('lines.all') },
          ...states.map((value) => ({ value, label: sayApp(`status.${value}`) })),
        ]}
        onChoose={(value) => narrow({ status: value === '' ? undefined : value })}
      />
      <Choose
        compact
        label={say('lines.kind')}
        value={kind ?? ''}
        choices={[
          { value: '', label: say('lines.kinds') },
          ...kinds.map(({ id, name }) => ({ value: id, label: nameOf(id, name) })),
        ]}
        onChoose={(value) => narrow({ kind: value === '' ? undefined : value })}
      />
    </div>
  );
}
