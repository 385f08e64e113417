// Ed25519 in a browser, by WebCrypto: what domain/record/signature.ts is on Node, with the names
// that a browser can honour. WebCrypto is asynchronous, so keys are imported when they are used,
// and what signs at once on Node is `deviceSigner` here.

/** A public key ready for checks. Made by `verifyingKey`. */
export interface VerifyingKey {
  /** The raw 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
}

/** A private key that does not leave the browser, with its public half. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  readonly handle: CryptoKey;
}

const KEY_BYTES = 32;

/**
 * Points of small order, in every encoding (without the sign bit). With such a "key" one signature
 * fits any message, so it is no key.
 */
const SMALL_ORDER: readonly string[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

/** Whether the bytes can be an Ed25519 public key: 32 of them, and no point of small order. */
export function isPublicKey(bytes: Uint8Array): boolean {
  if (bytes.length !== KEY_BYTES) return false;
  const unsigned = Uint8Array.from(bytes);
  unsigned[31] = (unsigned[31] ?? 0) & 0x7f;
  const hex = [...unsigned].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return !SMALL_ORDER.includes(hex);
}

/** A raw 32-byte public key, ready for checks. */
export function verifyingKey(publicKey: Uint8Array): VerifyingKey {
  if (!isPublicKey(publicKey)) throw new Error('These bytes are no Ed25519 public key.');
  return { publicKey: Uint8Array.from(publicKey) };
}

/** Bytes in a buffer of their own, as WebCrypto wants them. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** Whether the signature is the key's over the message. Resolves false for bad signatures. */
export async function verifyBytesAsync(
  message: Uint8Array,
  signature: Uint8Array,
  key: VerifyingKey,
): Promise<boolean> {
  try {
    const { subtle } = crypto;
    const handle = await subtle.importKey('raw', own(key.publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', handle, own(signature), own(message));
  } catch {
    return false;
  }
}

/** The 64 bytes of an Ed25519 signature. */
export async function signBytesAsync(message: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key.handle, own(message)));
}

/** On Node this signs at once; a browser cannot. Acts are signed by `deviceSigner` here. */
export function signBytes(): Uint8Array {
  throw new Error('A browser signs with deviceSigner, which waits for WebCrypto.');
}

/** On Node this checks at once; a browser cannot. Use `verifyBytesAsync`. */
export function verifyBytes(): boolean {
  throw new Error('A browser checks with verifyBytesAsync, which waits for WebCrypto.');
}
