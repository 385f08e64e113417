// Terms that are lists of things, as tables that one fills in: the columns of each.

import type { FieldType } from '../../../../domain/agreements/reading/field.ts';

/** One column of such a table. `class`: the name of a class of users, offered from a list. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'class' | 'money' | 'number' | 'day' | 'agent' | 'kind' | 'per';
}

/** How often a price is paid. */
export const often = ['once', 'year', 'seat', 'use'] as const;

/** Classes of users that most works know: the id of each, and its name in the agreement. */
export const usual = {
  person: 'Natural persons',
  student: 'Students',
  'non-profit': 'Non-profits',
  school: 'Schools',
  health: 'Health services',
  small: 'Small organisations',
  government: 'Government',
} as const;

/** The id of a class that most works know. */
export type Usual = keyof typeof usual;

export const usualIds = Object.keys(usual) as readonly Usual[];

const columns: Readonly<Partial<Record<FieldType, readonly Column[]>>> = {
  rates: [
    { name: 'agent', type: 'agent' },
    { name: 'amount', type: 'money' },
    { name: 'from', type: 'day' },
  ],
  classes: [
    { name: 'name', type: 'class' },
    { name: 'price', type: 'money' },
    { name: 'per', type: 'per' },
  ],
  kinds: [
    { name: 'id', type: 'kind' },
    { name: 'evidenceMin', type: 'number' },
  ],
  'third-party': [
    { name: 'part', type: 'text' },
    { name: 'holder', type: 'text' },
    { name: 'licence', type: 'text' },
  ],
  arbitration: [
    { name: 'rules', type: 'text' },
    { name: 'seat', type: 'text' },
    { name: 'body', type: 'text' },
    { name: 'language', type: 'text' },
  ],
  review: [
    { name: 'by', type: 'text' },
    { name: 'for', type: 'text' },
    { name: 'on', type: 'day' },
  ],
};

/** The columns of a type that is typed as a table; undefined for any other. */
export const columnsOf = (type: FieldType): readonly Column[] | undefined => columns[type];

/** How many rows such a table may have. */
export const rowsMax = (type: FieldType): number =>
  type === 'arbitration' || type === 'review' ? 1 : 100;
