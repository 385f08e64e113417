// W3C Data Integrity proofs with the cryptosuite eddsa-jcs-2022, over any JSON document.

import { refuse } from '../refusals.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './hash.ts';
import { fromMultibase, multikeyOf, toMultibase, toMultikey } from './multibase.ts';
import { toVerificationMethod, verifyingMultikey } from './multibase.ts';
import { signBytes, verifyBytes } from './signature.ts';
import type { SigningKey } from './signature.ts';

/** What a proof says beside its value (VC Data Integrity 1.0, section 2.1). */
export interface ProofOptions {
  readonly '@context'?: unknown;
  readonly id?: string;
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  /** ISO instant, with its zone. */
  readonly created?: string;
  readonly expires?: string;
  readonly verificationMethod: string;
  readonly proofPurpose: string;
  readonly domain?: string | readonly string[];
  readonly challenge?: string;
  readonly nonce?: string;
  /** Ids of the proofs in the document that this one covers as well: a chain. */
  readonly previousProof?: string | readonly string[];
}

/** A proof with its value: base58btc multibase of 64 bytes. */
export interface DataIntegrityProof extends ProofOptions {
  readonly proofValue: string;
}

/** A document with one proof or several. */
export interface Secured {
  readonly proof: unknown;
}

/** What a signer chooses. The rest of the options follows from the key and the document. */
export interface ProofChoices {
  readonly created?: string;
  /** Default: `assertionMethod`. */
  readonly proofPurpose?: string;
  readonly id?: string;
  readonly expires?: string;
  readonly previousProof?: string | readonly string[];
}

/** What a verifier insists on. */
export interface Expectations {
  /** Default: `assertionMethod`. */
  readonly proofPurpose?: string;
  /** ISO instant against which `expires` is held. Without it `expires` is not looked at. */
  readonly at?: string;
  /**
   * The multikey behind a verification method, or null where it is unknown. Default: did:key only,
   * which says who holds the key and nothing about who that is.
   */
  readonly multikeyFor?: (verificationMethod: string) => string | null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ends with the named refusal: the signature does not hold, and why. */
export const refuseSignature = (why: string): never => refuse('signature-invalid', { why });

/**
 * What Ed25519 signs in eddsa-jcs-2022 (section 3.3.4): SHA-256 of the canonical options, then
 * SHA-256 of the canonical document; 64 bytes.
 */
export function proofHash(canonical: {
  readonly options: string;
  readonly document: string;
}): Uint8Array {
  const hash = new Uint8Array(64);
  hash.set(sha256(canonical.options), 0);
  hash.set(sha256(canonical.document), 32);
  return hash;
}

/** The 64 bytes of a proof value. Refuses `signature-invalid` for any other text. */
export function signatureOf(proofValue: unknown): Uint8Array {
  const bytes = typeof proofValue === 'string' ? fromMultibase(proofValue) : null;
  if (bytes === null || bytes.length !== 64) {
    return refuseSignature('its value is not 64 bytes in base58btc');
  }
  return bytes;
}

function proofsOf(document: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { proof } = document;
  if (proof === undefined) return [];
  return Array.isArray(proof) ? (proof as unknown[]) : [proof];
}

/**
 * The document as one of its proofs covers it: without proofs, save those that the proof builds on
 * (`previousProof`), and with the proof's own @context where it has one. Refuses
 * `signature-invalid` where a previous proof is missing or the contexts disagree.
 */
export function coveredBy(
  document: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { proof: _proof, ...rest } = document;
  const covered: Record<string, unknown> = rest;
  if (options.previousProof !== undefined) {
    const wanted = [options.previousProof].flat();
    covered.proof = wanted.map((id) => {
      const found = proofsOf(document).find((proof) => isObject(proof) && proof.id === id);
      return found ?? refuseSignature('the proof that it builds on is not there');
    });
  }
  if (options['@context'] !== undefined) {
    const own = [options['@context']].flat();
    const whole = [document['@context']].flat().slice(0, own.length);
    if (canonicalJson(own) !== canonicalJson(whole)) {
      refuseSignature('its @context is not how that of the document begins');
    }
    covered['@context'] = options['@context'];
  }
  return covered;
}

/**
 * Adds an eddsa-jcs-2022 proof to a document, beside the proofs that it may have. The document's
 * @context is copied into the proof, as the suite asks. The same key, document and choices give
 * the same bytes. Refuses `signature-invalid` where a previous proof is missing.
 */
export function signDocument<T extends object>(
  document: T,
  key: SigningKey,
  choices: ProofChoices = {},
): T & { readonly proof: DataIntegrityProof | readonly unknown[] } {
  const fields = document as Readonly<Record<string, unknown>>;
  const options: ProofOptions = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: toVerificationMethod(toMultikey(key.publicKey)),
    proofPurpose: choices.proofPurpose ?? 'assertionMethod',
    ...(fields['@context'] === undefined ? {} : { '@context': fields['@context'] }),
    ...Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)),
  };
  const covered = coveredBy(fields, { ...options });
  const message = proofHash({ options: canonicalJson(options), document: canonicalJson(covered) });
  const proof = { ...options, proofValue: toMultibase(signBytes(message, key)) };
  const others = proofsOf(fields);
  return { ...document, proof: others.length === 0 ? proof : [...others, proof] };
}

function didKeyOnly(verificationMethod: string): string | null {
  return verificationMethod.startsWith('did:key:') ? multikeyOf(verificationMethod) : null;
}

function checkOptions(proof: Readonly<Record<string, unknown>>, expected: Expectations): string {
  if (proof.type !== 'DataIntegrityProof') refuseSignature('it is no Data Integrity proof');
  if (proof.cryptosuite !== 'eddsa-jcs-2022') {
    refuseSignature('its cryptosuite is not eddsa-jcs-2022');
  }
  if (proof.proofPurpose !== (expected.proofPurpose ?? 'assertionMethod')) {
    refuseSignature('it was made for another purpose');
  }
  const { created, expires, verificationMethod } = proof;
  for (const instant of [created, expires]) {
    if (instant === undefined) continue;
    if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))) {
      refuseSignature('one of its dates is none');
    }
  }
  if (typeof expires === 'string' && expected.at !== undefined) {
    if (Date.parse(expires) <= Date.parse(expected.at)) refuseSignature('it has expired');
  }
  if (typeof verificationMethod !== 'string') return refuseSignature('it names no key');
  const multikey = (expected.multikeyFor ?? didKeyOnly)(verificationMethod);
  return multikey ?? refuseSignature('the key that it names is not known');
}

/**
 * Checks every proof of a document: a set holds when each of its proofs does, never when one does.
 * Returns the multikeys that signed, in the order of the proofs. Refuses `signature-invalid` with
 * the reason, `key-malformed`, and what `canonicalJson` refuses.
 */
export function verifyDocument(
  document: Secured | Readonly<Record<string, unknown>>,
  expected: Expectations = {},
): readonly string[] {
  const fields = document as Readonly<Record<string, unknown>>;
  const proofs = proofsOf(fields);
  if (proofs.length === 0) refuseSignature('there is none');
  return proofs.map((proof) => {
    if (!isObject(proof)) return refuseSignature('it is no Data Integrity proof');
    const multikey = checkOptions(proof, expected);
    const { proofValue, ...options } = proof;
    const signature = signatureOf(proofValue);
    const covered = coveredBy(fields, options);
    const message = proofHash({
      options: canonicalJson(options),
      document: canonicalJson(covered),
    });
    if (!verifyBytes(message, signature, verifyingMultikey(multikey))) {
      refuseSignature('the document or the proof was changed, or another key signed');
    }
    return multikey;
  });
}
