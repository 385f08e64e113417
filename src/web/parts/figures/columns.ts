/** One column of the Square: somebody, and what part of the whole they put in, 0 to 1. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly share: number;
}

const BETWEEN = 3;

/** Columns that are drawn on their own; the rest are one column. */
const COLUMNS = 12;

/** Where one column stands, in the units of the drawing. `step` is its tone, 1 to 5. */
export interface Column {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly step: number;
}

/**
 * Where the columns stand, largest first, as wide as their shares, 1 at least. What is left of the
 * width after rounding belongs to the largest.
 */
export function columnsOf(parts: readonly Part[], inside: number): readonly Column[] {
  const shown = parts.filter(({ share }) => share > 0);
  const alone = shown.slice(0, shown.length > COLUMNS ? COLUMNS - 1 : COLUMNS);
  const rest = shown.slice(alone.length).reduce((sum, { share }) => sum + share, 0);
  const all = rest > 0 ? [...alone, { key: 'rest', name: '', share: rest }] : alone;
  const sum = all.reduce((total, { share }) => total + share, 0);
  const room = inside - BETWEEN * (all.length - 1);
  const widths = all.map(({ share }) => Math.max(1, (share / sum) * room));
  const excess = widths.reduce((total, width) => total + width, 0) - room;
  let x = 0;
  return all.map(({ key }, index) => {
    const width = (widths[index] ?? 0) - (index === 0 ? excess : 0);
    const column = { key, x, width, step: Math.min(index + 1, 5) };
    x += width + BETWEEN;
    return column;
  });
}
