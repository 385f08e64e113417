// A work: a useful thing that people make, and what it may be called.

import { refuse } from '../refusals.ts';

/** The kinds of work. A kind decides which open licence is the default. */
export const workKinds = [
  'software',
  'specification',
  'text',
  'data',
  'model',
  'design',
  'service',
] as const;

export type WorkKind = (typeof workKinds)[number];

/** A work as the books know it. Amounts of all its releases are owed in `currency`. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly kind: WorkKind;
  readonly currency: string;
  /** The agent who keeps work and money for the makers. */
  readonly steward: string;
}

/** The most characters (code points) that a title may have. */
export const TITLE_MAX = 500;

// Line and paragraph separators, control characters and unassigned code points; the marks that
// set the direction of a script are kept.
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\p{Cn}]/u;

/**
 * The title as it is kept: Unicode NFC, trimmed, any script and direction, at most 500 characters.
 *
 * Refuses, in this order, `title-malformed` (control characters, half a character),
 * `title-missing`, `title-too-long`.
 */
export function titleOf(text: string): string {
  if (!text.isWellFormed() || unwanted.test(text.trim())) refuse('title-malformed');
  const title = text.normalize('NFC').trim();
  const length = Array.from(title).length;
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) refuse('title-missing');
  if (length > TITLE_MAX) refuse('title-too-long', { length, limit: TITLE_MAX });
  return title;
}

/** The kind of that name. Refuses `work-kind-unknown`, listing the kinds. */
export function workKindOf(text: string): WorkKind {
  const kind = workKinds.find((one) => one === text);
  return kind ?? refuse('work-kind-unknown', { kind: text, kinds: workKinds.join(', ') });
}

/**
 * A new work. The currency's code is checked by the caller, who knows the node's currencies.
 * Refuses as `titleOf` and `workKindOf` do.
 */
export function newWork(input: {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly currency: string;
  readonly steward: string;
}): Work {
  return { ...input, title: titleOf(input.title), kind: workKindOf(input.kind) };
}
