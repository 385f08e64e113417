// What the table of terms may say of one field, and the value that each type of field has.

import type {
  Arbitration,
  EqualRate,
  ExampleHour,
  KindRule,
  LegalReview,
  Party,
  PinnedTable,
  Rate,
  ThirdPartyPart,
  TrancheRule,
  UpstreamShare,
  UserClass,
} from './structures.ts';

/** The canonical value of each type of field. Numbers are decimal strings, parts are fractions. */
export interface FieldValues {
  readonly text: string;
  readonly 'optional-text': string | null;
  readonly texts: readonly string[];
  readonly decimal: string;
  readonly fraction: string;
  readonly integer: string;
  readonly duration: string;
  /** A duration, or "none". */
  readonly 'duration-or-none': string;
  readonly choice: string;
  readonly choices: readonly string[];
  readonly flag: boolean;
  readonly earlier: string;
  readonly sum: string;
  readonly licence: string;
  readonly currency: string;
  readonly classification: string | null;
  readonly languages: readonly string[];
  readonly party: Party;
  readonly 'optional-party': Party | null;
  readonly parties: readonly Party[];
  readonly kinds: readonly KindRule[];
  readonly tables: readonly PinnedTable[];
  readonly rates: readonly Rate[];
  readonly 'equal-rate': EqualRate;
  readonly upstream: readonly UpstreamShare[];
  readonly tranches: 'one' | readonly TrancheRule[];
  readonly classes: readonly UserClass[];
  readonly 'third-party': readonly ThirdPartyPart[];
  readonly arbitration: Arbitration | null;
  readonly review: LegalReview | null;
  readonly example: ExampleHour | null;
}

export type FieldType = keyof FieldValues;

/** One term of the agreement. */
export interface Field {
  /** Flat dotted name, such as `delay.rate`. */
  readonly key: string;
  /** Number of the clause, 1 to 28; 0 for the heading. */
  readonly clause: number;
  readonly type: FieldType;
  /** What holds if nobody says otherwise, as it may be written; `undefined`: the work says. */
  readonly default?: unknown;
  /** Least and greatest value, where there are such. */
  readonly range?: readonly [string, string];
  readonly choices?: readonly string[];
  /** The question that asks for it. */
  readonly asks: string;
  /** The sentence that a layperson reads; `{value}` stands for the value in words. */
  readonly says: string;
  /** Sentences for particular values, by the value as text. */
  readonly sayings?: Readonly<Record<string, string>>;
}
