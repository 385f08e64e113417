// Ids: what they look like, and how the product makes its own.

import { refuse } from '../refusals.ts';

/** What an id that the product made says it is. */
export const idPrefixes = [
  'act_',
  'agent_',
  'agr_',
  'con_',
  'imp_',
  'inv_',
  'node_',
  'out_',
  'pay_',
  'quo_',
  'rel_',
  'rev_',
  'work_',
] as const;

/** The beginning of an id that the product made. */
export type IdPrefix = (typeof idPrefixes)[number];

/** How many random bytes an id takes. Of them 100 bits are used. */
export const ID_BYTES = 13;

const LENGTH = 20;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * An id: the prefix and 20 lower-case base32 characters (RFC 4648) of the random bytes, of which
 * there must be 13 or more. Two ids are the same by chance only after about 2^50 of them.
 */
export function idOf(prefix: IdPrefix, bytes: Uint8Array): string {
  if (bytes.length < ID_BYTES) throw new Error(`An id takes ${ID_BYTES} random bytes.`);
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5 && text.length < LENGTH) {
      held -= 5;
      text += ALPHABET.charAt((bits >> held) & 31);
    }
    bits &= (1 << held) - 1;
    if (text.length === LENGTH) break;
  }
  return prefix + text;
}

/** Whether a text can be an id, the product's own or one that a client chose. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The text, as it can be an id; refuses `id-malformed` otherwise. */
export function assertId(text: string): string {
  return isId(text) ? text : refuse('id-malformed', { id: text.slice(0, 120) });
}
