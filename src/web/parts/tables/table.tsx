import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWindowed } from './windowed.ts';
import './table.css';

/** One column. On a phone a row is two lines: what and amount, who and state. */
export interface Column<R> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: R) => ReactNode;
  /** Figures stand at the right in both directions, so that their decimals meet. */
  readonly figures?: boolean;
  /** Its place on a phone; without one it is left out there. */
  readonly phone?: 'what' | 'amount' | 'who' | 'state';
}

interface Props<R> {
  /** Its name for a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** Rows of less weight: what counts for nothing yet. */
  readonly isFaint?: (row: R) => boolean;
  /** How many rows there are altogether, where not all have been fetched. */
  readonly total?: number;
  /** Asked for when the last fetched rows come near. */
  readonly onMore?: (() => void) | undefined;
  /** A row under a rule of ink, a cell for each column. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
}

/** Heights as in table.css; a long list is drawn row by row of this height. */
const ROW = { desktop: 41, phone: 69 };

const rowHeight = (): number =>
  window.matchMedia('(min-width: 720px)').matches ? ROW.desktop : ROW.phone;

/** A table that reads as one to everybody, on a phone too, and scrolls through 100,000 rows. */
export function Table<R>(props: Props<R>) {
  const { caption, columns, rows, total = rows.length, totals, onMore } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const height = rowHeight();
  const { from, to } = useWindowed(body, rows.length, height);
  useEffect(() => {
    if (onMore !== undefined && to >= rows.length - 50) onMore();
  }, [onMore, to, rows.length]);
  return (
    <table className="table" role="table" aria-rowcount={total + 1}>
      <caption className="hidden-text">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ key, head, figures }) => (
            <th key={key} role="columnheader" scope="col" className={figures ? 'figures' : ''}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        <Gap rows={from} height={height} />
        {rows.slice(from, to).map((row, index) => (
          <TableRow key={props.keyOf(row)} row={row} index={from + index} table={props} />
        ))}
        <Gap rows={rows.length - to} height={height} />
      </tbody>
      {totals === undefined ? null : (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map(({ key, figures, phone }) => (
              <td key={key} role="cell" className={classOf(figures, phone)}>
                {totals[key]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface RowProps<R> {
  readonly row: R;
  readonly index: number;
  readonly table: Props<R>;
}

function TableRow<R>({ row, index, table }: RowProps<R>) {
  return (
    <tr role="row" aria-rowindex={index + 2} className={table.isFaint?.(row) ? 'faint-row' : ''}>
      {table.columns.map(({ key, cell, figures, phone }) => (
        <td key={key} role="cell" className={classOf(figures, phone)}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

const classOf = (figures = false, phone: string | undefined): string =>
  `${figures ? 'figures ' : ''}${phone === undefined ? 'off-phone' : `on-${phone}`}`;

/** Room for rows that are not drawn; its height goes through the CSSOM, as the policy asks. */
function Gap({ rows, height }: { readonly rows: number; readonly height: number }) {
  return rows === 0 ? null : (
    <tr role="presentation" aria-hidden="true" style={{ height: rows * height }}>
      <td />
    </tr>
  );
}
