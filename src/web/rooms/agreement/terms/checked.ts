// What typed terms come to: each read alone, then all together, by the rules that the node goes by.

import { diffTerms } from '../../../../domain/agreements/diff.ts';
import { fields } from '../../../../domain/agreements/fields.ts';
import type { TermKey, Terms } from '../../../../domain/agreements/fields.ts';
import { readField } from '../../../../domain/agreements/reading/read-field.ts';
import type { Field } from '../../../../domain/agreements/reading/field.ts';
import { isInRange } from '../../../../domain/agreements/reading/rules.ts';
import { amendTerms } from '../../../../domain/agreements/terms.ts';
import { termValue } from '../../../../domain/agreements/wording/words.ts';
import { isoCurrencies, withCurrency } from '../../../../domain/money/currency.ts';
import type { Currencies } from '../../../../domain/money/currency.ts';
import { Refusal } from '../../../../domain/refusals.ts';
import type { Change } from '../changes.tsx';
import { entryOf, sameEntry, valueOf } from './typed.ts';
import type { At, Entry, Typed } from './typed.ts';

/** What is wrong with one typed term. */
export type Fault =
  | { readonly is: 'unreadable' }
  | { readonly is: 'out-of-range'; readonly least: string; readonly most: string };

/** What typed terms come to. */
export interface Checked {
  /** What a draft is sent: only what differs. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: ReadonlyMap<string, Fault>;
  /** What the terms together may not be, where each alone can be read. */
  readonly refusal: Refusal | undefined;
  /** What changes, clause by clause. */
  readonly changes: readonly Change[];
}

// Set by the work, computed from it, or with one value only.
const fixed: readonly TermKey[] = [
  'preset',
  'work',
  'title',
  'kind',
  'currency',
  'steward',
  'method',
  'recourse',
  'gift',
  'paid',
  'split.upstream',
  'selfCheck',
  'guardian',
  'example',
];

/** The terms that one can choose, in the order of the clauses. */
export const choosable: readonly (Field & { readonly key: TermKey })[] = fields.filter(
  ({ key }) => !fixed.includes(key),
);

/** The currencies of a node, as the domain reads them. */
export const currenciesOf = (
  own: readonly { readonly code: string; readonly scale: number }[],
): Currencies =>
  own.reduce((all, { code, scale }) => withCurrency(all, { code, scale }), isoCurrencies());

/** The entry of a term as it stands: what was typed, else what the terms say. */
export const entryIn = (terms: Terms, typed: Typed, field: Field, locale: string): Entry =>
  typed[field.key] ?? standing(terms, field, locale);

const standing = (terms: Terms, field: Field, locale: string): Entry =>
  entryOf(field, termValue(terms, field.key), { currency: terms.currency, locale });

/** What is typed once an entry has changed; back to what the terms say, it is typed no more. */
export function typedWith(
  terms: Terms,
  typed: Typed,
  field: Field,
  { entry, locale }: { readonly entry: Entry; readonly locale: string },
): Typed {
  const { [field.key]: _, ...others } = typed;
  return sameEntry(entry, standing(terms, field, locale))
    ? others
    : { ...others, [field.key]: entry };
}

/** What a draft is sent of what was typed, whether or not it can be read. */
export function givenIn(typed: Typed, at: At): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  for (const field of choosable) {
    const entry = typed[field.key];
    const value = entry === undefined ? undefined : valueOf(field, entry, at);
    if (value !== undefined) given[field.key] = value;
  }
  return given;
}

/** Reads what was typed over some terms, and says what it comes to. */
export function checked(terms: Terms, typed: Typed, at: At & { currencies: Currencies }): Checked {
  const given = givenIn(typed, at);
  const faults = new Map<string, Fault>();
  for (const field of choosable) {
    if (!(field.key in given) || field.key === 'tables') continue;
    const fault = faultOf(field, given[field.key], at);
    if (fault !== undefined) faults.set(field.key, fault);
  }
  const none = { given, faults, refusal: undefined, changes: [] };
  if (faults.size > 0) return none;
  try {
    const next = amendTerms(terms, given, {
      work: {
        id: terms.work,
        title: terms.title,
        kind: terms.kind,
        currency: terms.currency,
      },
      steward: terms.steward,
      currencies: at.currencies,
      tables: terms.tables,
      upstream: terms['split.upstream'],
    });
    const changes = diffTerms(terms, next).flatMap(({ clause, changes: among }) =>
      among.map((change) => ({ clause, ...change })),
    );
    return { ...none, changes };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...none, refusal: error };
  }
}

function faultOf(
  field: Field,
  value: unknown,
  at: At & { currencies: Currencies },
): Fault | undefined {
  try {
    const read = readField(field, value, at);
    const [least = '', most = ''] = field.range ?? [];
    return isInRange(field, read) ? undefined : { is: 'out-of-range', least, most };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { is: 'unreadable' };
  }
}
