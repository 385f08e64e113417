// The agreement of a work that begins, read as the node will read it, before anything is written:
// what is refused here leaves nothing behind.

import { parseTerms } from '../../../domain/agreements/terms.ts';
import { agreementText } from '../../../domain/agreements/text.ts';
import { workKindOf } from '../../../domain/works/work.ts';
import { currenciesOf } from '../agreement/terms/checked.ts';
import { readBelow } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

interface Known {
  readonly steward: { readonly agent: string; readonly name: string };
  /** The currencies of the node. */
  readonly currencies: readonly { readonly code: string; readonly scale: number }[];
  readonly locale: string;
}

/**
 * Reads the terms of a work that is not in the books yet, by the rules of the node.
 *
 * @throws Refusal those of `parseTerms`, and work-kind-unknown
 */
export function tried(typed: Beginning, terms: unknown, known: Known): void {
  const { preset, title, kind, currency } = typed;
  const { steward, locale } = known;
  const work = { id: 'work', title: title.trim(), kind: workKindOf(kind), currency };
  const upstream = readBelow(typed, locale).buildsOn;
  const context = {
    work,
    steward,
    currencies: currenciesOf(known.currencies),
    tables: [],
    upstream,
  };
  agreementText(parseTerms(terms, preset, context));
}
