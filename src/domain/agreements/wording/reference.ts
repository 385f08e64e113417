// All terms as a Markdown table, for the reader's page on the agreement.

import type { Field } from '../reading/field.ts';
import { fields } from '../fields.ts';
import { isEnforced } from '../reading/rules.ts';

function rangeOf(field: Field): string {
  if (field.choices !== undefined) return field.choices.join(', ');
  return field.range === undefined ? '' : field.range.join(' to ');
}

function defaultOf(field: Field): string {
  if (field.key === 'return.cash') return 'as `return`';
  if (field.default === undefined) return 'from the work';
  const value = field.default;
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** One row a term: key, clause, question, default, range or choices, whether it is enforced. */
export function termsReference(): string {
  const rows = fields.map((field: Field) => {
    const cells = [
      `\`${field.key}\``,
      field.clause === 0 ? '' : String(field.clause),
      field.asks,
      defaultOf(field),
      rangeOf(field),
      isEnforced(field) ? 'yes' : '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| term | clause | question | default | may be | enforced |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
