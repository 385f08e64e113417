import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { toMultikey } from '../domain/record/multibase.ts';
import { signingKey, signingKeyOf } from '../domain/record/signature.ts';
import type { SigningKey } from '../domain/record/signature.ts';
import { refuse } from '../domain/refusals.ts';
import type { KeyDisk } from './disk.ts';

/** What making a key file needs. */
export interface KeyFileParts {
  readonly path: string;
  readonly disk: KeyDisk;
  /** Fresh random bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * Makes a key that no node holds: a PKCS #8 file in PEM, mode 0600, which openssl reads too. Gives
 * the public key, a multikey. Refuses `key-file-exists` and what the disk refuses.
 */
export async function createKeyFile({ path, disk, random }: KeyFileParts): Promise<string> {
  if ((await disk.read(path)) !== null) refuse('key-file-exists', { file: path });
  const key = signingKey(random(32));
  const pem = key.handle.export({ format: 'pem', type: 'pkcs8' });
  await disk.write(path, Buffer.from(pem));
  return toMultikey(key.publicKey);
}

/**
 * The signing key of a key file: PKCS #8 in PEM, in the open or sealed with a passphrase (as by
 * `openssl pkcs8 -topk8 -scrypt`). Refuses `key-file-missing`, `key-file-damaged`,
 * `passphrase-missing`, `passphrase-wrong`.
 */
export async function readKeyFile({
  path,
  disk,
  passphrase = '',
}: {
  readonly path: string;
  readonly disk: KeyDisk;
  readonly passphrase?: string | undefined;
}): Promise<SigningKey> {
  const bytes = await disk.read(path);
  if (bytes === null) return refuse('key-file-missing', { file: path });
  const pem = Buffer.from(bytes).toString('utf8');
  const sealed = pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----');
  if (sealed && passphrase === '') refuse('passphrase-missing', { file: path });
  const handle = privateKey(pem, sealed ? passphrase : undefined);
  if (handle === null) {
    if (sealed) return refuse('passphrase-wrong', { file: path });
    return refuse('key-file-damaged', { file: path, why: 'it is not PKCS #8 in PEM' });
  }
  if (handle.asymmetricKeyType !== 'ed25519') {
    return refuse('key-file-damaged', { file: path, why: 'its key is not an Ed25519 key' });
  }
  return signingKeyOf(handle);
}

function privateKey(pem: string, passphrase: string | undefined): KeyObject | null {
  try {
    return createPrivateKey({
      key: pem,
      format: 'pem',
      ...(passphrase === undefined ? {} : { passphrase }),
    });
  } catch {
    return null;
  }
}
