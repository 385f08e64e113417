// What an agreement says, before any language has said it: sentences, and what they are filled
// with. The English is what is signed; a reader's language says the same sentences, by the same
// values, and so can neither leave one out nor add one.

import type { Money } from '../../money/amount.ts';
import { formatRatio, multiply, parseDecimal } from '../../money/ratio.ts';
import { durationWords } from '../duration.ts';

/** A value of one text, by what it is; `own` is as people wrote it, `english` as a table has it. */
export interface PlainPiece {
  readonly is:
    | 'own'
    | 'code'
    | 'english'
    | 'decimal'
    | 'percent'
    | 'duration'
    | 'day'
    | 'language'
    | 'kind';
  readonly text: string;
}

/** What a place in a sentence is filled with. */
export type Piece =
  | PlainPiece
  | { readonly is: 'money'; readonly money: Money }
  /** A class of users: its id, and what it is called. */
  | { readonly is: 'class'; readonly id: string; readonly text: string }
  | { readonly is: 'said'; readonly said: Saying }
  | { readonly is: 'list'; readonly items: readonly Piece[]; readonly between: string };

/** A sentence in English with `{places}`, by which any language finds its own; and its filling. */
export interface Saying {
  readonly text: string;
  readonly filling: Readonly<Record<string, Piece>>;
}

/** The places of a sentence. */
export const PLACES = /\{([A-Za-z.]+)\}/g;

/** A sentence and its filling. */
export const saying = (text: string, filling: Saying['filling'] = {}): Saying => ({
  text,
  filling,
});

/** A few words, or a sentence, as a value in another. */
export const said = (text: string, filling: Saying['filling'] = {}): Piece => ({
  is: 'said',
  said: saying(text, filling),
});

/** A value of one text. */
export const piece = (is: PlainPiece['is'], text: string): PlainPiece => ({ is, text });

/** A list of values. */
export const list = (items: readonly Piece[], between = ', '): Piece => ({
  is: 'list',
  items,
  between,
});

/** "0.05" as "5 %", "0.125" as "12.5 %". */
export function percentWords(fraction: string): string {
  const hundredfold = formatRatio(multiply(parseDecimal(fraction), parseDecimal('100')), 2);
  return `${hundredfold.replace(/\.?0+$/, '') || '0'} %`;
}

function pieceInEnglish(one: Piece): string {
  switch (one.is) {
    case 'money':
      return `${one.money.amount} ${one.money.currency}`;
    case 'said':
      return inEnglish(one.said);
    case 'list':
      return one.items.map(pieceInEnglish).join(one.between);
    case 'percent':
      return percentWords(one.text);
    case 'duration':
      return durationWords(one.text);
    default:
      return one.text;
  }
}

/** A sentence as it is signed. A place that nothing fills stays as it is. */
export function inEnglish({ text, filling }: Saying): string {
  return text.replace(PLACES, (whole, key: string) => {
    const found = Object.hasOwn(filling, key) ? filling[key] : undefined;
    return found === undefined ? whole : pieceInEnglish(found);
  });
}
