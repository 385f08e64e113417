import type { ImportAnswer } from '../../../actions/contributions/answers.ts';
import type { SourceShown } from '../../../http/doors/imports.ts';
import { Refused } from '../../parts/states/error-note.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useBringRoomWords } from '../../words/bring/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { daysText, quantityText } from '../../words/numbers.ts';

interface Props {
  readonly answer: ImportAnswer;
  readonly seen: SourceShown;
}

type Taken = ImportAnswer['taken'][number];
/** A line that the reader left out, or that the node would not take. */
type Skipped = SourceShown['skipped'][number] & { readonly isRefused?: boolean };

/** What would become of every line: what is taken, in place of what, and what is not, and why. */
export function Outcome({ answer, seen }: Props) {
  const say = useBringRoomWords();
  const { taken, replaced, unchanged } = answer;
  const refused = answer.skipped.map((one) => ({ ...one, isRefused: true }));
  const skipped: readonly Skipped[] = [...seen.skipped, ...refused].toSorted(
    (a, b) => a.line - b.line,
  );
  const columns = useTakenColumns(new Set(replaced.map(({ id }) => id)));
  const left = useSkippedColumns();
  return (
    <>
      <p className="lead" role="status">
        {say('sum', { taken: taken.length, unchanged, skipped: skipped.length })}
      </p>
      {taken.length === 0 ? null : (
        <Table
          caption={say('taken')}
          columns={columns}
          rows={taken}
          keyOf={({ id }: Taken) => id}
        />
      )}
      {skipped.length === 0 ? null : (
        <section className="group">
          <h2 className="section-title">{say('skipped')}</h2>
          <Table
            caption={say('skipped')}
            columns={left}
            rows={skipped}
            keyOf={(one: Skipped) => `${one.line} ${one.reason} ${one.text}`}
          />
        </section>
      )}
    </>
  );
}

function useTakenColumns(replaced: ReadonlySet<string>): readonly Column<Taken>[] {
  const say = useBringRoomWords();
  const { locale } = useLocale();
  return [
    { key: 'line', head: say('line'), figures: true, cell: ({ line }) => line },
    {
      key: 'who',
      head: say('name'),
      phone: 'what',
      cell: ({ name }) => <bdi className="name">{name}</bdi>,
    },
    {
      key: 'on',
      head: say('on'),
      phone: 'who',
      cell: ({ on }) => <span className="second">{daysText(on, locale)}</span>,
    },
    {
      key: 'quantity',
      head: say('quantity'),
      phone: 'amount',
      figures: true,
      cell: (line) => <bdi className="nowrap">{quantityText(line, locale)}</bdi>,
    },
    {
      key: 'becomes',
      head: say('becomes'),
      phone: 'state',
      cell: ({ id }) => (
        <StatusChip status="draft" {...(replaced.has(id) && { more: say('replaces') })} />
      ),
    },
  ];
}

function useSkippedColumns(): readonly Column<Skipped>[] {
  const say = useBringRoomWords();
  return [
    {
      key: 'line',
      head: say('line'),
      figures: true,
      phone: 'amount',
      cell: ({ line }) => (line === 0 ? '' : line),
    },
    {
      key: 'why',
      head: say('why'),
      phone: 'what',
      cell: (one) => <Why one={one} />,
    },
    {
      key: 'text',
      head: say('text'),
      phone: 'who',
      cell: ({ text, isRefused = false }) =>
        isRefused ? null : <bdi className="second">{text}</bdi>,
    },
  ];
}

/** Why a line is left out: in words of its own, or what the node refuses of it. */
function Why({ one: { reason, counts, text, isRefused = false } }: { readonly one: Skipped }) {
  const say = useBringRoomWords();
  const word = `skipped.${reason}`;
  if (isRefused) return <Refused code={reason} detail={text} />;
  return say.has(word) ? say(word, counts) : <Refused detail={reason} />;
}
