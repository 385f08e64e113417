// The key of a member who signs on their own device: made here, kept in this browser's IndexedDB,
// not extractable. Whoever clears the browser's data loses it.

import type { Act, UnsignedAct } from '../../domain/record/act.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { toMultibase, toMultikey, toVerificationMethod } from '../../domain/record/multibase.ts';
import { proofHash } from '../../domain/record/proof.ts';
import type { Signer } from '../../sdk/client.ts';
import { drop, put, take } from './shelf.ts';
import { signBytesAsync } from './signature.ts';
import type { SigningKey } from './signature.ts';

/** The key of an agent on this device, or undefined where there is none. */
export const deviceKey = (agent: string): Promise<SigningKey | undefined> => take('keys', agent);

/** A key that nobody can take out of this browser. */
async function freshKey(): Promise<SigningKey> {
  // A browser short of room may throw things away: it is asked to spare a key, and may say no.
  void navigator.storage.persist().catch(() => false);
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { publicKey, handle: pair.privateKey };
}

/** Makes and keeps a key for an agent; the one that is there already where there is one. */
export async function makeDeviceKey(agent: string): Promise<SigningKey> {
  const known = await deviceKey(agent);
  if (known !== undefined) return known;
  const key = await freshKey();
  await put('keys', agent, key);
  return key;
}

/** The key that this device offers to an agent, made first where there is none. */
export async function offeredKey(agent: string): Promise<SigningKey> {
  const known = await take<SigningKey>('offers', agent);
  if (known !== undefined) return known;
  const key = await freshKey();
  await put('offers', agent, key);
  return key;
}

/** The offered key was added: from now on this device signs with it, and with no other. */
export async function takeUpOffered(agent: string): Promise<void> {
  const key = await take<SigningKey>('offers', agent);
  if (key === undefined) return;
  await put('keys', agent, key);
  await drop('offers', agent);
}

/** Throws an offered key away: the next offer is of a new one. */
export const dropOffered = (agent: string): Promise<void> => drop('offers', agent);

/** Signs bytes with a key of this device; a multibase text. */
export const signHere = async (bytes: Uint8Array, key: SigningKey): Promise<string> =>
  toMultibase(await signBytesAsync(bytes, key));

/** The public half as others name it: a multikey. */
export const multikeyOfDevice = (key: SigningKey): string => toMultikey(key.publicKey);

/** Signs acts with a key of this device, as the node checks them (eddsa-jcs-2022). */
export const deviceSigner = (key: SigningKey): Signer => ({
  sign: async <B>(unsigned: UnsignedAct<B>): Promise<Act<B>> => {
    const options = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      created: unsigned.composedAt,
      verificationMethod: toVerificationMethod(toMultikey(key.publicKey)),
      proofPurpose: 'assertionMethod',
    } as const;
    const message = proofHash({
      options: canonicalJson(options),
      document: canonicalJson(unsigned),
    });
    const proofValue = toMultibase(await signBytesAsync(message, key));
    return { ...unsigned, proof: { ...options, proofValue } };
  },
});
