/** A cell of a table in text: where it is aligned, and what it says. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/**
 * Lays rows out in columns two blanks apart, under their titles. Widths count what a terminal shows
 * (wide characters twice, combining marks not at all); control characters are shown as U+FFFD, so
 * that a name cannot steer the terminal.
 */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map((column) => column.title), ...rows].map((row) => row.map(printable));
  const widths = columns.map((_, index) =>
    all.reduce((widest, row) => Math.max(widest, shownWidth(row[index] ?? '')), 0),
  );
  return all.map((row) =>
    row
      .map((cell, index) => {
        const blanks = ' '.repeat((widths[index] ?? 0) - shownWidth(cell));
        return columns[index]?.align === 'right' ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Text without control characters and without marks that turn the direction of a line. */
export function printable(text: string): string {
  return plainText.test(text) ? text : text.replace(unprintable, '\ufffd');
}

const plainText = /^[ -~]*$/;
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** How many columns of a terminal a text takes. */
export function shownWidth(text: string): number {
  if (plainText.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue;
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);
