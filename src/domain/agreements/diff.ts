// Two versions of the terms side by side, clause by clause.

import type { Field } from './reading/field.ts';
import { fields } from './fields.ts';
import type { TermKey, Terms } from './fields.ts';
import { isEnforced } from './reading/rules.ts';
import { templateOf } from './template.ts';
import { changedKeys, lockedChanges } from './version.ts';
import { termSentence, termValue } from './wording/words.ts';
import { wrapped } from './wording/wrap.ts';

/** One changed term: its canonical values and its sentences, before and after. */
export interface TermChange {
  readonly key: TermKey;
  readonly was: unknown;
  readonly becomes: unknown;
  readonly saidWas: string;
  readonly saysNow: string;
  /** Whether all claim holders must sign the change. */
  readonly locked: boolean;
  readonly enforced: boolean;
}

/** A clause with its changes; 0 is the heading. Clauses without changes are left out. */
export interface ClauseDiff {
  readonly clause: number;
  readonly heading: string;
  readonly changes: readonly TermChange[];
}

/** What changes from the old terms to the next, by clause. */
export function diffTerms(old: Terms, next: Terms): readonly ClauseDiff[] {
  const changed = changedKeys(old, next);
  const locked = lockedChanges(old, next);
  const change = (field: Field & { readonly key: TermKey }): TermChange => ({
    key: field.key,
    was: termValue(old, field.key),
    becomes: termValue(next, field.key),
    saidWas: termSentence(field, old),
    saysNow: termSentence(field, next),
    locked: locked.includes(field.key),
    enforced: isEnforced(field),
  });
  const clauses = [{ number: 0, heading: 'What this is' }, ...templateOf().clauses];
  return clauses
    .map(({ number, heading }) => ({
      clause: number,
      heading,
      changes: fields
        .filter((field) => field.clause === number && changed.includes(field.key))
        .map(change),
    }))
    .filter((clause) => clause.changes.length > 0);
}

/** The differences as plain text, wrapped at 78 characters. */
export function diffText(diff: readonly ClauseDiff[]): string {
  if (diff.length === 0) return 'The terms are the same.\n';
  const lines = diff.flatMap(({ clause, heading, changes }) => [
    clause === 0 ? heading : `${clause}. ${heading}`,
    ...changes.flatMap((change) => [
      ...wrapped(change.saidWas, '- ', '  '),
      ...wrapped(change.saysNow, '+ ', '  '),
      ...(change.locked ? ['  (locked: all claim holders of the release must sign)'] : []),
    ]),
    '',
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}
