import { canonicalJson } from '../domain/record/canonical-json.ts';
import { sha256Hex } from '../domain/record/hash.ts';
import { fromMultikey, fromSecretMultikey, toMultikey } from '../domain/record/multibase.ts';
import { signingKey } from '../domain/record/signature.ts';
import type { SigningKey } from '../domain/record/signature.ts';
import { Refusal, refuse } from '../domain/refusals.ts';
import { isId } from '../domain/agents/id.ts';
import { isAffordable } from './seal.ts';
import type { Sealed } from './seal.ts';

/** What every kept key says in the open. */
interface Label {
  readonly format: 'webizen-key/1';
  readonly agent: string;
  /** Ed25519 multikey `z6Mk…`. */
  readonly publicKey: string;
}

/** A private key as the keyring's files hold it: in the open, or sealed by a passphrase. */
export type KeptKey = Label &
  (
    | { readonly secretKey: string; readonly sealed?: never }
    | { readonly sealed: Sealed; readonly secretKey?: never }
  );

const SEALED_TEXTS = ['salt', 'check', 'nonce', 'text', 'tag'] as const;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

/**
 * The name of the file of an agent's key. Ids of our own are kept as they are; signs that some
 * file system takes for another (capitals) or not at all (the colon) are written as %hex.
 */
export function fileNameOf(agent: string): string {
  const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  const plain = agent.replaceAll(/[^a-z0-9._-]/g, hex);
  // File systems stop at 255.
  if (plain.length > 200) return `~${sha256Hex(agent)}.json`;
  return `${RESERVED.test(plain) ? hex(plain) + plain.slice(1) : plain}.json`;
}

/** The label to which a seal is bound. */
export function labelOf({ agent, publicKey }: Pick<Label, 'agent' | 'publicKey'>): string {
  return canonicalJson({ format: 'webizen-key/1', agent, publicKey });
}

/** The bytes of a key's file. */
export function encodeKeptKey(kept: KeptKey): Uint8Array {
  return Buffer.from(`${JSON.stringify(kept, null, 2)}\n`, 'utf8');
}

/** The key of a file's bytes, still sealed if it is. Refuses `key-file-damaged`. */
export function decodeKeptKey(bytes: Uint8Array, file: string): KeptKey {
  const damaged = (why: string): never => refuse('key-file-damaged', { file, why });
  const fields = parse(bytes) ?? damaged('it is not JSON');
  if (fields.format !== 'webizen-key/1') damaged('its format is not webizen-key/1');
  if (typeof fields.agent !== 'string' || !isId(fields.agent)) damaged('it names no agent');
  if (typeof fields.publicKey !== 'string' || !isMultikey(fields.publicKey)) {
    damaged('it names no public key');
  }
  if (typeof fields.secretKey === 'string' && fields.sealed === undefined) {
    return fields as unknown as KeptKey;
  }
  if (fields.secretKey !== undefined || !isSealed(fields.sealed)) damaged('its seal is incomplete');
  return fields as unknown as KeptKey;
}

/** The signing key of a secret, once it is checked against the public key beside it. */
export function signingKeyFor(
  kept: KeptKey,
  { secretKey, file }: { readonly secretKey: string; readonly file: string },
): SigningKey {
  const seed = fromSecretMultikey(secretKey);
  const key = seed === null ? null : signingKey(seed);
  if (key === null || toMultikey(key.publicKey) !== kept.publicKey) {
    return refuse('key-file-damaged', { file, why: 'its two keys do not belong together' });
  }
  return key;
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isMultikey(text: string): boolean {
  try {
    return fromMultikey(text).length === 32;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const sealed = value as Sealed;
  if (sealed.kdf !== 'scrypt' || sealed.cipher !== 'aes-256-gcm') return false;
  return isAffordable(sealed) && SEALED_TEXTS.every((name) => typeof sealed[name] === 'string');
}
