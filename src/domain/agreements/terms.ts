// The one object of terms: read from what people write, completed from a preset, checked.

import { nearest } from '../effort/near.ts';
import { defaultOpenLicence } from '../licences/spdx.ts';
import type { Currencies } from '../money/currency.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { sha256Hex } from '../record/hash.ts';
import { refuse } from '../refusals.ts';
import type { WorkKind } from '../works/work.ts';
import { fields } from './fields.ts';
import type { TermKey, Terms } from './fields.ts';
import { presetOf } from './presets.ts';
import { readField } from './reading/read-field.ts';
import { checkTerms } from './reading/rules.ts';
import type { ExampleHour, PinnedTable, UpstreamShare } from './reading/structures.ts';
import { isProperties } from './reading/structures.ts';
import { malformed } from './reading/values.ts';
import { usualPurposeOf } from './wording/words.ts';

/** What the node knows when an agreement is drafted. */
export interface DraftingContext {
  readonly work: {
    readonly id: string;
    readonly title: string;
    readonly kind: WorkKind;
    readonly currency: string;
  };
  readonly steward: { readonly agent: string; readonly name: string };
  readonly currencies: Currencies;
  /** The tables as they are now; they are pinned. */
  readonly tables: readonly PinnedTable[];
  /** What the release builds on, with shares as decimals. */
  readonly upstream: readonly UpstreamShare[];
  /** What one hour costs, for the worked example, where the node can tell. */
  readonly example?: ExampleHour;
}

type Values = Readonly<Record<string, unknown>>;

const keys: readonly string[] = fields.map((field) => field.key);
const known: ReadonlySet<string> = new Set(keys);

// Terms that follow from the work and cannot be set otherwise.
const ofTheWork: readonly TermKey[] = [
  'preset',
  'work',
  'title',
  'kind',
  'currency',
  'split.upstream',
];

function refuseUnknown(path: string): never {
  const short = path.length > 100 ? `${path.slice(0, 100)}…` : path;
  const near = `Did you mean ${nearest(short, keys, 3).join(', ')}?`;
  return refuse('terms-unknown', { key: short, near });
}

/** Takes one path apart: a term, or the beginning of several terms. */
function flattenAt(path: string, value: unknown, flat: Map<string, unknown>): void {
  const isPrefix = keys.some((key) => key.startsWith(`${path}.`));
  const structured = !isPrefix || path === 'split.upstream';
  if (known.has(path) && (structured || !isProperties(value))) {
    if (flat.has(path)) {
      refuse('terms-malformed', { key: path, reason: 'it is given twice', expected: 'one value' });
    }
    flat.set(path, value);
    return;
  }
  if (!isPrefix || !isProperties(value)) refuseUnknown(path);
  for (const [name, inner] of Object.entries(value)) flattenAt(`${path}.${name}`, inner, flat);
}

/** The input as flat dotted keys. Nested objects and dotted keys may be mixed. */
function flatten(input: unknown): ReadonlyMap<string, unknown> {
  if (input === undefined || input === null) return new Map();
  if (!isProperties(input)) {
    const expected = 'an object such as {"return": "1.5"}';
    return refuse('terms-malformed', { key: 'terms', reason: 'they are no object', expected });
  }
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined) flattenAt(name, value, flat);
  }
  return flat;
}

/** What holds where the input says nothing. */
function defaultsFor(presetName: string, context: DraftingContext): Values {
  const preset = presetOf(presetName);
  const fromTable = fields.flatMap((field) =>
    'default' in field ? [[field.key, field.default] as const] : [],
  );
  const { work, steward, tables, upstream } = context;
  return {
    ...Object.fromEntries(fromTable),
    preset: preset.name,
    work: work.id,
    title: work.title,
    kind: work.kind,
    currency: work.currency,
    steward,
    purpose: usualPurposeOf(work.title),
    tables,
    'split.upstream': upstream,
    'open.licence': defaultOpenLicence(work.kind),
    example: context.example ?? null,
    ...preset.terms,
  };
}

function readTerms(
  given: ReadonlyMap<string, unknown>,
  base: Values,
  context: DraftingContext,
): Terms {
  const at = { currencies: context.currencies, currency: context.work.currency };
  const read: Record<string, unknown> = {};
  for (const field of fields) {
    const fallback = field.key === 'return.cash' ? (base[field.key] ?? read['return']) : undefined;
    const isCurrent = field.key === 'tables' && given.get(field.key) === 'current';
    const usual = isCurrent ? context.tables : (fallback ?? base[field.key] ?? null);
    const isGiven = given.has(field.key) && !isCurrent;
    read[field.key] = readField(field, isGiven ? given.get(field.key) : usual, at);
    if (!ofTheWork.includes(field.key) || !given.has(field.key)) continue;
    const own = readField(field, base[field.key], at);
    if (canonicalJson(own) !== canonicalJson(read[field.key])) {
      malformed({ ...at, key: field.key }, 'the work says otherwise', canonicalJson(own));
    }
  }
  // Every key of the table was read by the reader of its type, which is what `Terms` says.
  return read as Terms;
}

/**
 * The terms that an agreement starts with: the preset's, changed by what the input says.
 *
 * `input` is JSON, nested (`{"split": {"host": "5 %"}}`) or dotted (`{"split.host": "0.05"}`) or
 * both. The result holds every key with its canonical value: decimal strings, parts as fractions,
 * ISO 8601 durations. Refuses, in this order: `preset-unknown`, `terms-unknown` (naming near
 * ones), `terms-malformed` and what amounts, currencies and licences refuse (`licence-not-open`),
 * then as `checkTerms` does.
 */
export function parseTerms(input: unknown, preset: string, context: DraftingContext): Terms {
  const base = defaultsFor(preset, context);
  return checkTerms(readTerms(flatten(input), base, context));
}

/**
 * The terms of a next version: the previous ones, changed by what the input says. Tables stay
 * pinned as they were unless the input names others, or says `"current"` for those of today.
 * Refuses as `parseTerms` does.
 */
export function amendTerms(previous: Terms, input: unknown, context: DraftingContext): Terms {
  const base = {
    ...previous,
    'split.upstream': context.upstream,
    title: context.work.title,
    example: context.example ?? previous.example,
  };
  return checkTerms(readTerms(flatten(input), base, context));
}

/** SHA-256 of the canonical JSON (RFC 8785) of the terms, in hexadecimal. */
export function termsHash(terms: Terms): string {
  return sha256Hex(canonicalJson(terms));
}
