// RFC 8785 (JSON Canonicalization Scheme), by the package `canonicalize`, behind this one file.

import canonicalize from 'canonicalize';
import { refuse } from '../refusals.ts';

/** A JSON value as TypeScript sees it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** How deep a JSON document may nest. An empty array or object counts as one level. */
export const JSON_DEPTH_MAX = 64;

function checkText(text: string): void {
  if (!text.isWellFormed()) refuse('json-text-malformed');
}

function checkObject(value: object, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Error('Only plain objects have a canonical JSON form.');
  }
  for (const [key, inner] of Object.entries(value)) {
    checkText(key);
    if (inner !== undefined) check(inner, depth + 1);
  }
}

function check(value: unknown, depth: number): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return checkText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse('json-number-inexact', { text: String(value) });
    return;
  }
  if (typeof value !== 'object') throw new Error(`A ${typeof value} has no canonical JSON form.`);
  if (depth > JSON_DEPTH_MAX) refuse('json-too-deep', { depth: JSON_DEPTH_MAX });
  if (!Array.isArray(value)) return checkObject(value, depth);
  // By index, not by for-of over entries, so that a hole is seen as the undefined that it is.
  for (let index = 0; index < value.length; index += 1) check(value[index], depth + 1);
}

/**
 * The one canonical text of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no white
 * space, numbers as ECMAScript writes them. Signatures and commitments are over its UTF-8 bytes.
 *
 * A property whose value is `undefined` is absent, as in JSON; nothing else is dropped. Refuses
 * `json-too-deep` beyond 64 levels (a cycle too), `json-text-malformed` for a lone surrogate,
 * `json-number-inexact` for a number beyond the doubles. Dates, bigints, functions, maps and class
 * instances are broken assumptions of the caller and throw.
 */
export function canonicalJson(value: unknown): string {
  check(value, 1);
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The value has no canonical JSON form.');
  return text;
}
