// Names of people, organisations and machines, in any script and direction.

import { refuse } from '../refusals.ts';

/** How many characters (Unicode code points) a name may have. */
export const NAME_LENGTH_MAX = 500;

/** What a node and its owner are called until the owner says something else. */
export const FIRST_NAMES = { node: 'Webizen', owner: 'Owner' } as const;

// Signs that reorder the text around them. Plain right-to-left text needs none of them, and the
// marks that it may need (LRM, RLM, ALM, joiners) are left alone.
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0]/u;

/** What of a text would garble the line that it stands in, in words; undefined for nothing. */
function garbling(text: string): string | undefined {
  if (!text.isWellFormed()) return 'half a character';
  if (CONTROL.test(text)) return 'a line break or control sign';
  return OVERRIDES.test(text) ? 'a sign that turns text around' : undefined;
}

/** That a text can stand in a line of its own, as names can. Refuses `line-malformed`. */
export function assertLine(text: string): void {
  const garbles = garbling(text.trim());
  if (garbles !== undefined) refuse('line-malformed', { what: garbles });
}

/**
 * A name as it is kept: trimmed and in Unicode's composed form (NFC), so that names that look the
 * same are the same. Refuses `name-malformed` (control signs, direction overrides, half
 * characters), `name-missing` (nothing that can be seen), `name-too-long` (over 500 characters).
 */
export function nameOf(text: string): string {
  const trimmed = text.trim();
  const garbles = garbling(trimmed);
  if (garbles !== undefined) refuse('name-malformed', { what: garbles });
  const name = trimmed.normalize('NFC');
  if (!VISIBLE.test(name)) refuse('name-missing');
  const length = Array.from(name).length;
  if (length > NAME_LENGTH_MAX) refuse('name-too-long', { length, limit: NAME_LENGTH_MAX });
  return name;
}
