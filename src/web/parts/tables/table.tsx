import { Fragment, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { ALL_ROWS, useWindowed } from './windowed.ts';
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
  /** Those that were not fetched yet are undefined, and drawn as room for them. */
  readonly rows: readonly (R | undefined)[];
  readonly keyOf: (row: R) => string;
  /** Rows of less weight: what counts for nothing yet. */
  readonly isFaint?: (row: R) => boolean;
  /** How many rows there are altogether, fetched or not: the length of the scrollbar. */
  readonly total?: number;
  /** Told which rows are drawn, where they are fetched by position: `from` to before `to`. */
  readonly onWindow?: (from: number, to: number) => void;
  /** Asked for when the last fetched rows come near, and again until those in view are there. */
  readonly onMore?: (() => void) | undefined;
  /** A row under a rule of ink, a cell for each column. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** A heading over rows that share something, such as their day; a long list has none. */
  readonly groupOf?: (row: R) => string;
  /** Low rows on a desktop, for figures. */
  readonly dense?: boolean;
}

/** Heights of the rows of a long list, as in table.css: there each has exactly this. */
const ROW = { desktop: 41, dense: 33, phone: 69 };

let wide: MediaQueryList | undefined;

/** Asked with every step of scrolling: the question is put once. */
function rowHeight(isDense: boolean): number {
  wide ??= window.matchMedia('(min-width: 720px)');
  return wide.matches ? ROW[isDense ? 'dense' : 'desktop'] : ROW.phone;
}

/** A table that reads as one to everybody, on a phone too, and scrolls through 100,000 rows. */
export function Table<R>(props: Props<R>) {
  const { caption, columns, rows, totals, onMore, onWindow, dense = false } = props;
  const total = Math.max(rows.length, props.total ?? 0);
  const body = useRef<HTMLTableSectionElement>(null);
  const height = rowHeight(dense);
  const isLong = total > ALL_ROWS;
  const { from, to, isFlung } = useWindowed(body, total, height);
  const widths = useWidths(body, isLong && rows.length > 0, columns);
  const here = { from: Math.min(from, rows.length), to: Math.min(to, rows.length) };
  useEffect(() => {
    if (!isFlung && onMore !== undefined && to >= rows.length - 50) onMore();
  }, [isFlung, onMore, to, rows.length]);
  useEffect(() => {
    // What only flew by is not fetched.
    if (!isFlung) onWindow?.(from, to);
  }, [isFlung, onWindow, from, to]);
  return (
    <table
      className={lookOf({ isLong, isLaid: widths !== undefined, dense })}
      role="table"
      style={laid(widths)}
      {...(!isGrouped(props) && { 'aria-rowcount': total + 1 })}
      aria-busy={isFlung || (here.to < to && onMore !== undefined)}
    >
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
        <Gap rows={here.from} height={height} />
        {[...rows.slice(here.from, here.to)].map((row, index) =>
          row === undefined || isFlung ? (
            <Coming key={index} index={here.from + index} columns={columns.length} />
          ) : (
            <Fragment key={props.keyOf(row)}>
              {isLong ? null : <Group row={row} before={rows[index - 1]} table={props} />}
              <TableRow row={row} index={here.from + index} table={props} />
            </Fragment>
          ),
        )}
        <Gap rows={total - here.to} height={height} />
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

/**
 * The widths that the columns of a long list have once its first rows are drawn. They are kept, so
 * that columns stand still while rows come and go; measured anew when the window changes its width.
 */
function useWidths<R>(
  body: RefObject<HTMLTableSectionElement | null>,
  isWanted: boolean,
  columns: readonly Column<R>[],
): readonly number[] | undefined {
  const [widths, setWidths] = useState<readonly number[]>();
  const count = columns.length;
  useLayoutEffect(() => {
    const heads = body.current?.parentElement?.querySelectorAll('thead th') ?? [];
    if (!isWanted || heads.length !== count) setWidths(undefined);
    else setWidths((now) => now ?? [...heads].map((head) => head.getBoundingClientRect().width));
  }, [body, isWanted, count, widths]);
  useEffect(() => {
    const forget = (): void => setWidths(undefined);
    window.addEventListener('resize', forget);
    return () => window.removeEventListener('resize', forget);
  }, []);
  return widths;
}

interface Looks {
  readonly isLong: boolean;
  readonly isLaid: boolean;
  readonly dense: boolean;
}

const lookOf = ({ isLong, isLaid, dense }: Looks): string =>
  ['table', isLong && 'is-long', isLaid && 'is-laid', dense && 'is-dense']
    .filter((name) => name !== false)
    .join(' ');

/** Each row is laid out by itself, by the same widths: one that comes moves no other. */
const laid = (widths: readonly number[] | undefined): CSSProperties | undefined =>
  widths === undefined
    ? undefined
    : ({ '--columns': widths.map((width) => `${width}px`).join(' ') } as CSSProperties);

interface RowProps<R> {
  readonly row: R;
  readonly index: number;
  readonly table: Props<R>;
}

function Row<R>({ row, index, table }: RowProps<R>) {
  return (
    <tr
      role="row"
      className={table.isFaint?.(row) ? 'faint-row' : ''}
      {...(!isGrouped(table) && { 'aria-rowindex': index + 2 })}
    >
      {table.columns.map(({ key, cell, figures, phone }) => (
        <td key={key} role="cell" className={classOf(figures, phone)}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Rows between headings have no numbers: all are in the page, and the browser counts them. */
const isGrouped = <R,>({ groupOf, rows, total = 0 }: Props<R>): boolean =>
  groupOf !== undefined && Math.max(rows.length, total) <= ALL_ROWS;

interface GroupProps<R> {
  readonly row: R;
  /** The row above, if there is one. */
  readonly before: R | undefined;
  readonly table: Props<R>;
}

/** What this row and those below it share, where the row above does not. */
function Group<R>({ row, before, table: { groupOf, columns } }: GroupProps<R>) {
  const group = groupOf?.(row);
  if (group === undefined || (before !== undefined && groupOf?.(before) === group)) return null;
  return (
    <tr role="row" className="table-group">
      <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
        {group}
      </th>
    </tr>
  );
}

/** While one scrolls, only rows that come are drawn: a row follows from itself and the columns. */
const TableRow = memo(
  Row,
  (was, now) =>
    was.row === now.row && was.index === now.index && was.table.columns === now.table.columns,
) as typeof Row;

interface ComingProps {
  readonly index: number;
  readonly columns: number;
}

/** A row that is being fetched. */
const Coming = memo(({ index, columns }: ComingProps) => (
  <tr role="row" aria-rowindex={index + 2} aria-busy="true">
    <td role="cell" colSpan={columns} />
  </tr>
));

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
