/** A record of a CSV file: its fields, and the line (from 1) that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Reads the fields of one line (RFC 4180 quotes; no line break within a field). */
export function csvFields(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...csvRecords(line)].flatMap((record) => record.fields);
}

/** Reads a whole CSV text (RFC 4180), fields with line breaks included. Blank lines are none. */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const fields: string[] = [];
    let ended = false;
    while (!ended) {
      const field = readField(text, at);
      fields.push(field.value);
      line += field.breaks;
      at = field.next + 1;
      ended = text[field.next] !== ',';
      if (ended && text.startsWith('\r\n', field.next)) at += 1;
    }
    line += 1;
    if (fields.length > 1 || fields[0] !== '') yield { line: begin, fields };
  }
}

interface Field {
  readonly value: string;
  /** Where the separator after the field stands. */
  readonly next: number;
  readonly breaks: number;
}

const readField = (text: string, at: number): Field =>
  text[at] === '"' ? readQuoted(text, at + 1) : readBare(text, at);

function readBare(text: string, at: number): Field {
  let next = at;
  while (next < text.length && !',\r\n'.includes(text[next] ?? '')) next += 1;
  return { value: text.slice(at, next), next, breaks: 0 };
}

function readQuoted(text: string, begin: number): Field {
  let end = text.indexOf('"', begin);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) throw new Error(`a quote that begins at ${begin} never ends`);
  const raw = text.slice(begin, end);
  const breaks = raw.split('\n').length - 1;
  return { value: raw.replaceAll('""', '"'), next: end + 1, breaks };
}
