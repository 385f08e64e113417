import { style } from './style.ts';

/** Text that is safe to stand in a page as it is. Made by `html` alone. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text with what means something in markup made harmless. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

type Piece = Html | string | number | readonly Html[];

function markupOf(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if ('markup' in piece) return piece.markup;
  return piece.map(({ markup }) => markup).join('');
}

/** A template whose values are text: whatever they hold, it is shown and never run. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const markup = parts.reduce(
    (text, part, index) => text + markupOf(pieces[index - 1] ?? '') + part,
  );
  return { markup };
}

/** Sentences in which `code` is marked by backquotes, as paragraphs of the reference have it. */
export function prose(text: string): Html {
  const pieces = text.split('`');
  const markup = pieces.map((piece, index) =>
    index % 2 === 1 ? `<code>${escaped(piece)}</code>` : escaped(piece),
  );
  return { markup: markup.join('') };
}

/** What differs from one page to the next in what stands around it. */
export interface Around {
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** The link that leads past what comes before the content. */
  readonly skip?: string;
  /** Of its head: what it says to programs that show links. */
  readonly head?: Html;
  /** After the style of all pages. */
  readonly style?: string;
}

/** A whole page: no script, and nothing loaded from anywhere else. */
export function document(title: string, body: Html, around: Around = {}): string {
  const { language = 'en', direction = 'ltr', skip = 'To the content' } = around;
  const { head = html``, style: more = '' } = around;
  const page = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${ICON}" />
        ${head}
        <style>
          ${{ markup: style + more }}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">${skip}</a>
        ${body}
      </body>
    </html> `;
  return page.markup;
}

/** The Square, with its level: the product's one picture. */
const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">' +
      '<rect x="2" y="2" width="20" height="20" fill="none" stroke="#14211b" stroke-width="3"/>' +
      '<rect x="6" y="11" width="12" height="7" fill="#f4aa1c"/>' +
      '<rect x="6" y="10" width="12" height="2" fill="#14211b"/></svg>',
  );
