import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';

/** How a secret is sealed: all that is needed to open it again, save the passphrase. */
export interface Sealed {
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** Base64, as all that follows. */
  readonly salt: string;
  /** Tells a wrong passphrase from a damaged file. */
  readonly check: string;
  readonly cipher: 'aes-256-gcm';
  readonly nonce: string;
  readonly text: string;
  readonly tag: string;
}

/** What a passphrase became with one salt: the key of the seal, and its check. */
export interface SealingKey {
  readonly cost: Cost;
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
  readonly check: string;
}

/** The price of one guess at a passphrase. Memory is 128 x N x r bytes. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and about a fifth of a second a guess (OWASP password storage, 2024). */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };

const MEMORY_MAX = 2 ** 28;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** Whether a cost read from a file is one that this machine should pay at all. */
export function isAffordable({ N, r, p }: Cost): boolean {
  const sound = [N, r, p].every((value) => Number.isInteger(value) && value >= 1);
  return sound && N >= 2 && (N & (N - 1)) === 0 && 128 * N * r <= MEMORY_MAX && p <= 16;
}

/** The sealing key that a passphrase and a salt make. Composed forms of a passphrase are one. */
export function deriveKey(passphrase: string, salt: Uint8Array, cost: Cost): Promise<SealingKey> {
  if (!isAffordable(cost)) throw new Error('The cost of the seal is out of range.');
  const options = { ...cost, maxmem: 2 * MEMORY_MAX };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 64, options, (error, derived) => {
      if (error !== null) return reject(error);
      const check = createHash('sha256').update(derived.subarray(32)).digest().subarray(0, 12);
      return resolve({ cost, salt, key: derived.subarray(0, 32), check: base64(check) });
    });
  });
}

/** Seals bytes. `label` is bound to them: with another label they do not open. */
export function seal(
  secret: Uint8Array,
  { label, sealing, nonce }: { label: string; sealing: SealingKey; nonce: Uint8Array },
): Sealed {
  if (nonce.length !== 12) throw new Error('A nonce has 12 bytes.');
  const cipher = createCipheriv('aes-256-gcm', sealing.key, nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(label, 'utf8'));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return {
    kdf: 'scrypt',
    ...sealing.cost,
    salt: base64(sealing.salt),
    check: sealing.check,
    cipher: 'aes-256-gcm',
    nonce: base64(nonce),
    text: base64(text),
    tag: base64(cipher.getAuthTag()),
  };
}

/** The bytes that were sealed, or null where they or the label were changed. */
export function unseal(sealed: Sealed, label: string, sealing: SealingKey): Uint8Array | null {
  const [nonce, tag] = [bytesOf(sealed.nonce), bytesOf(sealed.tag)];
  if (nonce.length !== 12 || tag.length !== 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealing.key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(label, 'utf8'));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytesOf(sealed.text)), decipher.final()]);
  } catch {
    return null;
  }
}
