import type { Installation } from '../../../http/installation.ts';

/** One word of a command line, in quotes where a shell would break it. */
const word = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Starts this very node, with its data and at its port, for other machines as well. */
export function commandBeyond({ url, data }: Pick<Installation, 'url' | 'data'>): string {
  const { port } = new URL(url);
  const asked = port === '' ? '' : ` --port ${port}`;
  return `npm start -- --host 0.0.0.0 --data ${word(data.directory)}${asked}`;
}
