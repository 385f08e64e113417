// The leaf of the record: what everybody may see of an act without learning anything personal.

import { refuse } from '../refusals.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';

/** One entry of the record, without the act that it commits to. */
export interface Entry {
  /** The act's type, such as `payment.received`. */
  readonly type: string;
  /** ISO instant at which the node took the act in. */
  readonly recordedAt: string;
  /** SHA-256 of salt and canonical signed act, 64 hexadecimal digits. */
  readonly commitment: string;
}

/** Bounds of a salt, in bytes. Random, one for each entry, and kept beside the act. */
export const SALT_BYTES = { min: 16, usual: 32, max: 64 } as const;

const ENTRY_MAX_BYTES = 1000;
const TYPE = /^[a-z][a-z-]{0,49}\.[a-z][a-z-]{0,49}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const COMMITMENT = /^[0-9a-f]{64}$/;

const malformed = (reason: string): never => refuse('entry-malformed', { reason });

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The commitment to a signed act: SHA-256, in hex, of the salt and then the UTF-8 of the act's
 * canonical text. Without the salt nobody can test a guess of the act against it; once act and
 * salt are erased it says nothing, and the record still verifies.
 */
export function commit(canonicalAct: string, salt: Uint8Array): string {
  if (salt.length < SALT_BYTES.min || salt.length > SALT_BYTES.max) {
    throw new Error(`A salt has ${SALT_BYTES.min} to ${SALT_BYTES.max} bytes.`);
  }
  const text = encoder.encode(canonicalAct);
  const data = new Uint8Array(salt.length + text.length);
  data.set(salt);
  data.set(text, salt.length);
  return sha256Hex(data);
}

function checkEntry(entry: Entry): void {
  if (!TYPE.test(entry.type)) malformed('its type is not of the form noun.verb');
  if (!INSTANT.test(entry.recordedAt)) malformed('it says no instant in UTC');
  if (!COMMITMENT.test(entry.commitment)) malformed('it holds no commitment');
}

/**
 * The bytes of an entry, of which the record's leaf hash is taken: canonical JSON
 * `{"commitment":…,"recordedAt":…,"type":…,"v":1}`. Refuses `entry-malformed`.
 */
export function encodeEntry(entry: Entry): Uint8Array {
  checkEntry(entry);
  const { type, recordedAt, commitment } = entry;
  return encoder.encode(canonicalJson({ v: 1, type, recordedAt, commitment }));
}

/**
 * The entry that bytes stand for. They must be exactly the bytes that `encodeEntry` gives, so that
 * an entry has one leaf hash and no hidden field. Refuses `entry-malformed`.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (bytes.length > ENTRY_MAX_BYTES) malformed('it is too long');
  const fields = parse(decoder.decode(bytes));
  if (fields.v !== 1) malformed('its version is not known');
  const { type, recordedAt, commitment } = fields;
  if (typeof type !== 'string' || typeof recordedAt !== 'string') malformed('a field is missing');
  const entry = { type, recordedAt, commitment } as Entry;
  const own = encodeEntry(entry);
  const isSame = own.length === bytes.length && own.every((byte, at) => byte === bytes[at]);
  if (!isSame) malformed('its bytes are not canonical');
  return entry;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    return malformed('it is not JSON');
  }
  return malformed('it is not a JSON object');
}

/**
 * Checks that an entry is the one of this act: it commits to the act under the salt, and names the
 * act's type. `canonicalAct` is the signed act's RFC 8785 text. Its signature is checked apart.
 * Refuses `commitment-mismatch`.
 */
export function verifyEntry(entry: Entry, canonicalAct: string, salt: Uint8Array): void {
  const sized = salt.length >= SALT_BYTES.min && salt.length <= SALT_BYTES.max;
  if (!sized || commit(canonicalAct, salt) !== entry.commitment) refuse('commitment-mismatch');
  const act = JSON.parse(canonicalAct) as { readonly type?: unknown };
  if (act.type !== entry.type) refuse('commitment-mismatch');
}
