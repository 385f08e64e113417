import { shownWidth } from './text.ts';

/** A column of a table in text. Cells are shown as they are: what people wrote is `said` first. */
export interface Column<T> {
  readonly title: string;
  readonly of: (row: T) => string;
  /** Figures stand on the right, so that their decimals meet. */
  readonly right?: true;
}

/** Rows in columns two blanks apart under their titles, by the width that a terminal shows. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[]): string {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column) => column.of(row))),
  ];
  const widths = columns.map((_, index) =>
    cells.reduce((widest, line) => Math.max(widest, shownWidth(line[index] ?? '')), 0),
  );
  return cells
    .map((line) =>
      line
        .map((cell, index) => {
          const blanks = ' '.repeat(Math.max(0, (widths[index] ?? 0) - shownWidth(cell)));
          return columns[index]?.right === true ? blanks + cell : cell + blanks;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values one below the other, the values aligned. What is undefined is left out. */
export function facts(pairs: readonly (readonly [string, string | null | undefined])[]): string {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null);
  const widest = Math.max(0, ...shown.map(([name]) => shownWidth(name)));
  return shown
    .map(([name, value]) => `${name}${' '.repeat(widest - shownWidth(name))}  ${value}`)
    .join('\n');
}

/** Paragraphs with an empty line between; empty ones are left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');
