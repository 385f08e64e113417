// Which reader reads which type of field.

import { currencyOf } from '../../money/currency.ts';
import { openLicenceOf } from '../../licences/spdx.ts';
import type { Field, FieldType } from './field.ts';
import * as structure from './structures.ts';
import { listOf, orNull } from './structures.ts';
import * as read from './values.ts';
import type { Reading } from './values.ts';

type FieldReader = (value: unknown, at: Reading, field: Field) => unknown;

const choicesOf = (field: Field): readonly string[] => field.choices ?? [];

const readers: Readonly<Record<FieldType, FieldReader>> = {
  text: read.readText,
  'optional-text': orNull(read.readText),
  texts: listOf(read.readText),
  decimal: read.readDecimal,
  fraction: read.readFraction,
  integer: read.readInteger,
  duration: read.readDuration,
  'duration-or-none': (value, at) => (value === 'none' ? value : read.readDuration(value, at)),
  choice: (value, at, field) => read.readChoice(value, choicesOf(field), at),
  choices: (value, at, field) =>
    listOf((item, where) => read.readChoice(item, choicesOf(field), where))(value, at),
  flag: read.readFlag,
  earlier: read.readEarlier,
  sum: structure.readSum,
  licence: (value, at) => openLicenceOf(read.readText(value, at)).id,
  currency: (value, at) => currencyOf(at.currencies, read.readText(value, at)).code,
  classification: orNull(read.readClassification),
  languages: listOf(read.readLanguage),
  party: structure.readParty,
  'optional-party': orNull(structure.readParty),
  parties: listOf(structure.readParty, (party) => party.agent),
  kinds: listOf(structure.readKind, (kind) => kind.id),
  tables: listOf(structure.readTable, (table) => table.id),
  rates: listOf(structure.readRate, (rate) => JSON.stringify([rate.agent, rate.kind, rate.from])),
  'equal-rate': structure.readEqualRate,
  upstream: listOf(structure.readUpstream, (share) => share.release),
  tranches: structure.readTranches,
  classes: listOf(structure.readClass, (one) => one.id),
  'third-party': listOf(structure.readThirdParty),
  arbitration: orNull(structure.readArbitration),
  review: orNull(structure.readReview),
  example: orNull(structure.readExample),
};

/** The canonical value of a field. Refuses `terms-malformed` and what money and licences refuse. */
export function readField(field: Field, value: unknown, at: Omit<Reading, 'key'>): unknown {
  return readers[field.type](value, { ...at, key: field.key }, field);
}
