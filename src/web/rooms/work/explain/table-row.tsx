import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Source } from '../../../../domain/effort/tables.ts';
import type { TableRows } from '../../../../http/doors/classifications.ts';
import { reader } from '../../../app/session.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { Loading } from '../../../parts/states/loading.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { decimalText } from '../../../words/numbers.ts';
import { useWorkingsWords } from '../../../words/workings/words.ts';
import { useTold } from './told.ts';
import './table-row.css';

interface Props {
  readonly source: Source;
  /** The figure that a step took from the row, so that its cell can be marked. */
  readonly value: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

const rowsAsked = ({ tableId, sha256, row }: Source) =>
  queryOptions({
    queryKey: ['table-rows', sha256, row],
    queryFn: () => reader.classifications.rowsAround(tableId, { sha256, row, around: 1 }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The row of a shipped table that a figure is from, as the file has it, between its neighbours. */
export function TableRow({ source, value, onBack, onClose }: Props) {
  const say = useWorkingsWords();
  const told = useTold();
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery(rowsAsked(source));
  const row = decimalText(String(source.row), locale);
  return (
    <Sheet
      title={say('row.title', { row, table: told.table(source.tableId, source.title) })}
      onClose={onClose}
      acts={
        <Button icon="back" onClick={onBack}>
          {say('row.back')}
        </Button>
      }
    >
      <p className="lead">{say('row.lead')}</p>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <Columns rows={data} at={source.row} value={value} />
          <Provenance rows={data} />
        </>
      )}
    </Sheet>
  );
}

interface ColumnsProps {
  readonly rows: TableRows;
  readonly at: number;
  readonly value: string;
}

const isSame = (cell: string, value: string): boolean =>
  /^\d+(\.\d+)?$/.test(cell) && plain(cell) === plain(value);

const plain = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;

/** The table turned on its side: a line for each column, so that a wide one fits a phone. */
function Columns({ rows: { head, rows }, at, value }: ColumnsProps) {
  const say = useWorkingsWords();
  const { locale } = useLocale();
  const known = head.flatMap((name, index) =>
    name !== '' && rows.some(({ cells }) => (cells[index] ?? '') !== '') ? [{ name, index }] : [],
  );
  const empty = head.length - known.length;
  return (
    <div className="row-scroller" tabIndex={0} role="group" aria-label={say('row.lead')}>
      <table className="row-table" dir="ltr" lang="en">
        <thead>
          <tr>
            <th scope="col">{say('row.field')}</th>
            {rows.map(({ row }) => (
              <th key={row} scope="col" className={row === at ? 'is-this' : ''}>
                {say(row === at ? 'row.this' : 'row.nth', {
                  row: decimalText(String(row), locale),
                })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ name, index }) => (
            <tr key={index}>
              <th scope="row">{name.replaceAll('_', '_\u200b')}</th>
              {rows.map(({ row, cells }) => {
                const cell = cells[index] ?? '';
                const counts = row === at && isSame(cell, value);
                return (
                  <td key={row} className={row === at ? 'is-this' : ''}>
                    {counts ? <mark>{cell}</mark> : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {empty === 0 ? null : (
        <p className="caption">
          {say('row.empty', { n: empty, number: decimalText(String(empty), locale) })}
        </p>
      )}
    </div>
  );
}

function Provenance({ rows }: { readonly rows: TableRows }) {
  const say = useWorkingsWords();
  return (
    <dl className="row-facts">
      <dt>{say('row.source')}</dt>
      <dd lang="en" dir="auto">
        {rows.source}
      </dd>
      <dt>{say('row.vintage')}</dt>
      <dd>
        <bdi>{rows.vintage}</bdi>
      </dd>
      <dt>{say('row.licence')}</dt>
      <dd>
        <bdi>{rows.licence}</bdi>
      </dd>
      {rows.url === null ? null : (
        <>
          <dt>{say('row.address')}</dt>
          <dd>
            <a href={rows.url} target="_blank" rel="noreferrer">
              <bdi>{rows.url}</bdi>
            </a>
          </dd>
        </>
      )}
      <dt>{say('row.hash')}</dt>
      <dd>
        <code className="mono row-hash">{rows.sha256}</code>
      </dd>
    </dl>
  );
}
