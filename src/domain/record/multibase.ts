// Keys and signatures as text: multibase base58btc, Ed25519 multikeys, did:key.

import { refuse } from '../refusals.ts';
import { isPublicKey, verifyingKey } from './signature.ts';
import type { VerifyingKey } from './signature.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** The digit of each ASCII code, -1 for none. Decoding is on the way of every signature. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code)),
);
/** Base 58 works on groups of five digits, so that a step stays well inside 2^53. */
const GROUP = 5;
const GROUP_BASE = 58 ** GROUP;
const WORD_BASE = 2 ** 16;
/** Longer text is no key or signature, and the conversion is quadratic. */
const TEXT_MAX = 1000;

const ED25519_PUBLIC = [0xed, 0x01];
const ED25519_PRIVATE = [0x80, 0x26];

function multiplyAdd(limbs: number[], factor: number, addend: number, base: number): void {
  let carry = addend;
  for (let index = 0; index < limbs.length; index += 1) {
    const value = (limbs[index] ?? 0) * factor + carry;
    carry = Math.floor(value / base);
    limbs[index] = value - carry * base;
  }
  if (carry > 0) limbs.push(carry);
}

function digitsOf(limb: number): string {
  let rest = limb;
  let text = '';
  for (let place = 0; place < GROUP; place += 1) {
    text = ALPHABET.charAt(rest % 58) + text;
    rest = Math.floor(rest / 58);
  }
  return text;
}

/** Bytes as base58btc digits, without the multibase prefix. A leading zero byte is a leading 1. */
export function toBase58(bytes: Uint8Array): string {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1;
  const limbs: number[] = [];
  let index = zeros;
  if ((bytes.length - zeros) % 2 === 1) {
    limbs.push(bytes[index] ?? 0);
    index += 1;
  }
  for (; index < bytes.length; index += 2) {
    const word = (bytes[index] ?? 0) * 256 + (bytes[index + 1] ?? 0);
    multiplyAdd(limbs, WORD_BASE, word, GROUP_BASE);
  }
  const digits = limbs.reverse().map(digitsOf).join('').replace(/^1+/, '');
  return '1'.repeat(zeros) + digits;
}

/** The bytes that base58btc digits stand for, or null where the text is not base58btc. */
export function fromBase58(text: string): Uint8Array | null {
  if (text.length > TEXT_MAX) return null;
  let zeros = 0;
  while (text[zeros] === '1') zeros += 1;
  const limbs: number[] = [];
  for (let index = zeros; index < text.length; index += GROUP) {
    const end = Math.min(index + GROUP, text.length);
    let value = 0;
    let factor = 1;
    for (let at = index; at < end; at += 1) {
      const digit = DIGITS[text.charCodeAt(at)] ?? -1;
      if (digit < 0) return null;
      value = value * 58 + digit;
      factor *= 58;
    }
    multiplyAdd(limbs, factor, value, WORD_BASE);
    // A carry of more than one word would be pushed whole, so it is split here.
    splitTop(limbs);
  }
  return bytesOf(limbs, zeros);
}

function bytesOf(limbs: readonly number[], zeros: number): Uint8Array {
  const half = (limbs.at(-1) ?? WORD_BASE) < 256 ? 1 : 0;
  const bytes = new Uint8Array(zeros + limbs.length * 2 - half);
  let at = bytes.length;
  for (const limb of limbs) {
    bytes[at - 1] = limb & 255;
    if (at - 2 >= zeros) bytes[at - 2] = limb >> 8;
    at -= 2;
  }
  return bytes;
}

function splitTop(limbs: number[]): void {
  const top = limbs.at(-1);
  if (top === undefined || top < WORD_BASE) return;
  limbs[limbs.length - 1] = top % WORD_BASE;
  limbs.push(Math.floor(top / WORD_BASE));
}

/** Bytes as multibase text in base58btc: `z…`. */
export function toMultibase(bytes: Uint8Array): string {
  return `z${toBase58(bytes)}`;
}

/** The bytes of multibase text in base58btc (`z…`), or null where it is something else. */
export function fromMultibase(text: string): Uint8Array | null {
  return text.startsWith('z') ? fromBase58(text.slice(1)) : null;
}

function withoutHead(text: string, head: readonly number[]): Uint8Array | null {
  const bytes = fromMultibase(text);
  if (bytes === null || bytes.length !== head.length + 32) return null;
  return head.every((byte, index) => bytes[index] === byte) ? bytes.slice(head.length) : null;
}

/** A raw 32-byte public key as an Ed25519 multikey: `z6Mk…` (Controlled Identifiers 1.0). */
export function toMultikey(publicKey: Uint8Array): string {
  return toMultibase(Uint8Array.from([...ED25519_PUBLIC, ...publicKey]));
}

/** The raw 32 bytes of an Ed25519 multikey. Refuses `key-malformed`. */
export function fromMultikey(text: string): Uint8Array {
  const publicKey = withoutHead(text, ED25519_PUBLIC);
  if (publicKey === null || !isPublicKey(publicKey)) {
    return refuse('key-malformed', { text: text.slice(0, 100) });
  }
  return publicKey;
}

/** A 32-byte seed as a secret multikey: `z3u2…`. Secret: it is the private key. */
export function toSecretMultikey(seed: Uint8Array): string {
  return toMultibase(Uint8Array.from([...ED25519_PRIVATE, ...seed]));
}

/** The 32-byte seed of a secret multikey, or null. The text is never named in an error. */
export function fromSecretMultikey(text: string): Uint8Array | null {
  return withoutHead(text, ED25519_PRIVATE);
}

/** `did:key:z6Mk…`, the identifier that is its own key. */
export function toDidKey(multikey: string): string {
  return `did:key:${multikey}`;
}

/** The verification method of a multikey: `did:key:z6Mk…#z6Mk…`. */
export function toVerificationMethod(multikey: string): string {
  return `did:key:${multikey}#${multikey}`;
}

/**
 * The multikey that a `did:key` or its verification method names. Refuses `key-malformed`, also
 * where the part after the # is another key than the part before it.
 */
export function multikeyOf(did: string): string {
  const [, multikey, fragment] = /^did:key:(z[^#]*)(?:#(.*))?$/s.exec(did) ?? [];
  if (multikey === undefined || (fragment !== undefined && fragment !== multikey)) {
    return refuse('key-malformed', { text: did.slice(0, 100) });
  }
  fromMultikey(multikey);
  return multikey;
}

// Decoding the text of a key at each check would double what a check costs beside the curve.
const CACHE_MAX = 10_000;
const cache = new Map<string, VerifyingKey>();

/** A multikey, ready for checks. The 10,000 latest are kept. Refuses `key-malformed`. */
export function verifyingMultikey(multikey: string): VerifyingKey {
  const known = cache.get(multikey);
  if (known !== undefined) return known;
  const key = verifyingKey(fromMultikey(multikey));
  const oldest = cache.size < CACHE_MAX ? undefined : cache.keys().next().value;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(multikey, key);
  return key;
}
