// Ed25519 (RFC 8032) by node:crypto, behind this one file.

import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A public key ready for checks. Made by `verifyingKey`. */
export interface VerifyingKey {
  /** The raw 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
  readonly handle: KeyObject;
}

/** A private key ready to sign, with its public half. Made by `signingKey`. */
export interface SigningKey {
  /** The raw 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
  readonly handle: KeyObject;
}

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;

/**
 * Points of small order, in every encoding (without the sign bit). With such a "key" one signature
 * fits any message, so it is no key.
 */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

// Importing a key costs a good part of a check, and the same agents sign again and again.
const CACHE_MAX = 10_000;
const cache = new Map<string, VerifyingKey>();

/**
 * Whether the bytes can be an Ed25519 public key: 32 of them, and no point of small order. That
 * they are a point of the curve at all shows only when a signature is checked.
 */
export function isPublicKey(bytes: Uint8Array): boolean {
  if (bytes.length !== KEY_BYTES) return false;
  const unsigned = Buffer.from(bytes);
  unsigned[31] = (unsigned[31] ?? 0) & 0x7f;
  return !SMALL_ORDER.has(unsigned.toString('hex'));
}

/** A raw 32-byte public key, ready for checks. The 10,000 latest are kept imported. */
export function verifyingKey(publicKey: Uint8Array): VerifyingKey {
  const name = Buffer.from(publicKey).toString('latin1');
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (!isPublicKey(publicKey)) throw new Error('These bytes are no Ed25519 public key.');
  const der = Buffer.concat([SPKI_HEAD, publicKey]);
  const handle = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const key: VerifyingKey = { publicKey: Uint8Array.from(publicKey), handle };
  const oldest = cache.size < CACHE_MAX ? undefined : cache.keys().next().value;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(name, key);
  return key;
}

/** The signing key that grows from a 32-byte seed (the private key of RFC 8032). */
export function signingKey(seed: Uint8Array): SigningKey {
  if (seed.length !== KEY_BYTES) throw new Error('An Ed25519 seed has 32 bytes.');
  const der = Buffer.concat([PKCS8_HEAD, seed]);
  return signingKeyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** The signing key of a private `KeyObject`. Throws where it is of another kind than Ed25519. */
export function signingKeyOf(handle: KeyObject): SigningKey {
  if (handle.type !== 'private' || handle.asymmetricKeyType !== 'ed25519') {
    throw new Error('Not a private Ed25519 key.');
  }
  const der = createPublicKey(handle).export({ format: 'der', type: 'spki' });
  return { publicKey: Uint8Array.from(der.subarray(SPKI_HEAD.length)), handle };
}

/** The 32-byte seed of a signing key. Secret: write it nowhere but in a key file. */
export function seedOf(key: SigningKey): Uint8Array {
  const der = key.handle.export({ format: 'der', type: 'pkcs8' });
  return Uint8Array.from(der.subarray(PKCS8_HEAD.length));
}

/** The 64 bytes of an Ed25519 signature. The same key and message always give the same. */
export function signBytes(message: Uint8Array, key: SigningKey): Uint8Array {
  const { buffer, byteOffset, byteLength } = sign(null, message, key.handle);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Whether the signature is the key's over the message. Never throws for bad signatures. */
export function verifyBytes(
  message: Uint8Array,
  signature: Uint8Array,
  key: VerifyingKey,
): boolean {
  return verify(null, message, key.handle, signature);
}

/** As `verifyBytes`, on the thread pool, so that the loop goes on meanwhile. */
export function verifyBytesAsync(
  message: Uint8Array,
  signature: Uint8Array,
  key: VerifyingKey,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, message, key.handle, signature, (error, fits) => {
      if (error === null || error === undefined) resolve(fits);
      else reject(error);
    });
  });
}
