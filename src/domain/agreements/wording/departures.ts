// Where terms differ from their preset: shown first, before the clauses.

import { defaultOpenLicence } from '../../licences/spdx.ts';
import { compare, parseDecimal } from '../../money/ratio.ts';
import { canonicalJson } from '../../record/canonical-json.ts';
import type { Field } from '../reading/field.ts';
import { fields } from '../fields.ts';
import type { Terms } from '../fields.ts';
import { presetOf } from '../presets.ts';
import type { TermKey } from '../fields.ts';
import { piece, saying } from './saying.ts';
import type { Saying } from './saying.ts';
import { termSaying, termValue } from './words.ts';

// What every agreement sets for itself is no departure.
const ownEach: readonly TermKey[] = ['steward', 'parties', 'purpose', 'tables', 'split.upstream'];

/** What the preset alone would say for a field; undefined where the work says it. */
function presetValue(field: Field, terms: Terms): unknown {
  const preset: Readonly<Record<string, unknown>> = presetOf(terms.preset).terms;
  if (field.key in preset) return preset[field.key];
  if (field.key === 'return.cash') return preset['return'];
  return field.key === 'open.licence' ? defaultOpenLicence(terms.kind) : field.default;
}

function differs(field: Field, terms: Terms): boolean {
  const [own, usual] = [termValue(terms, field.key), presetValue(field, terms)];
  if (field.type === 'sum' && typeof own === 'string' && typeof usual === 'string') {
    return compare(parseDecimal(own), parseDecimal(usual)) !== 0;
  }
  return canonicalJson(own) !== canonicalJson(usual);
}

/** The keys of the terms that differ from what the preset alone would give, in clause order. */
export function departureKeys(terms: Terms): readonly TermKey[] {
  return fields
    .filter((field) => field.clause > 0 && !ownEach.includes(field.key))
    .filter((field) => differs(field, terms))
    .map((field) => field.key);
}

/** What says each departure, with its clause. */
export function departures(terms: Terms): readonly Saying[] {
  const keys = departureKeys(terms);
  return fields
    .filter((field) => keys.includes(field.key))
    .map((field) =>
      saying('Clause {clause}: {sentence}', {
        clause: piece('decimal', String(field.clause)),
        sentence: { is: 'said', said: termSaying(field, terms) },
      }),
    );
}
