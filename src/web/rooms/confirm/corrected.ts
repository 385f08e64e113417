import type { ExchangeTyped } from '../add/exchange-typed.ts';

/** What somebody corrected of their lines, before they confirm them. */
export interface Corrected {
  /** Quantities that were typed anew, by the id of the line. */
  readonly quantities: Readonly<Record<string, string>>;
  /** Lines that stay drafts. */
  readonly leftOut: readonly string[];
  readonly classification: string;
  /** What an hour of theirs costs, where the agreement leaves it to them. */
  readonly rate: string;
  /** For lines whose currency nobody quotes. */
  readonly exchange: ExchangeTyped;
}

/** Nothing corrected yet. */
export const nothing: Corrected = {
  quantities: {},
  leftOut: [],
  classification: '',
  rate: '',
  exchange: { rate: '', source: '' },
};
