// Plain text at 78 characters a line.

const WIDTH = 78;

/**
 * The lines of a text, broken between words; a longer word keeps a line of its own. Line ends in
 * the text are kept. `first` and `next` begin the first line and the others.
 */
export function wrapped(text: string, first = '', next = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = next;
    isEmpty = true;
  };
  const paragraphs = text.split('\n');
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const word of paragraph.split(/[ \t]+/)) {
      const longer = isEmpty ? line + word : `${line} ${word}`;
      if (!isEmpty && Array.from(longer).length > WIDTH) {
        flush();
        line += word;
      } else line = longer;
      isEmpty = false;
    }
    if (index < paragraphs.length - 1) flush();
  }
  flush();
  return lines;
}
