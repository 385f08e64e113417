// The act: one signed statement by an agent. Signed, checked, hashed, and made canonical once.

import { refuse } from '../refusals.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';
import { toMultibase, toMultikey, toVerificationMethod, verifyingMultikey } from './multibase.ts';
import { proofHash, refuseSignature, signatureOf } from './proof.ts';
import type { DataIntegrityProof } from './proof.ts';
import { signBytes, verifyBytes, verifyBytesAsync } from './signature.ts';
import type { SigningKey } from './signature.ts';

/** An act before it is signed. */
export interface UnsignedAct<B = unknown> {
  /** Noun and past participle, such as `contribution.added`. */
  readonly type: string;
  /** The id of what the act makes, chosen by whoever composes it: a retry carries the same. */
  readonly id: string;
  /** The agent who acts. */
  readonly by: string;
  /** The id of the node that it is meant for: elsewhere it means nothing. */
  readonly node: string;
  /** ISO instant in UTC, by the clock of whoever composed it. */
  readonly composedAt: string;
  readonly body: B;
}

/** The proof of an act: eddsa-jcs-2022 with no options beyond these. */
export type ActProof = Required<
  Pick<
    DataIntegrityProof,
    'type' | 'cryptosuite' | 'created' | 'verificationMethod' | 'proofPurpose' | 'proofValue'
  >
>;

/** A signed act. */
export interface Act<B = unknown> extends UnsignedAct<B> {
  readonly proof: ActProof;
}

/** What one pass over an act gives, so that nothing is made canonical twice. */
export interface ActForms {
  /** RFC 8785 text of the whole signed act: what an entry commits to, and what is kept. */
  readonly canonical: string;
  /** `actHash` of the act. */
  readonly hash: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const FIELDS = ['type', 'id', 'by', 'node', 'composedAt'] as const;
const ACT_KEYS = new Set<string>([...FIELDS, 'body', 'proof']);
const PROOF_KEYS = new Set<string>([
  'type',
  'cryptosuite',
  'created',
  'verificationMethod',
  'proofPurpose',
  'proofValue',
]);

const malformed = (where: string, what: string): never => refuse('act-malformed', { where, what });

function checkUnsigned(act: UnsignedAct): void {
  for (const field of FIELDS) {
    const value: unknown = act[field];
    if (typeof value !== 'string' || value === '') malformed(field, 'text is missing');
    if (!act[field].isWellFormed()) refuse('json-text-malformed');
  }
  if (!INSTANT.test(act.composedAt) || Number.isNaN(Date.parse(act.composedAt))) {
    malformed('composedAt', 'not an instant such as 2026-05-01T12:00:00Z');
  }
  if (typeof act.body !== 'object' || act.body === null || Array.isArray(act.body)) {
    malformed('body', 'not an object');
  }
}

function checkKeys(value: object, known: ReadonlySet<string>, where: string): void {
  // Whatever is not covered by the text below would not be covered by the signature.
  for (const key of Object.keys(value)) {
    if (!known.has(key)) malformed(where, `"${key.slice(0, 50)}" does not belong there`);
  }
}

/**
 * A value from outside, as an act: all fields there, of their types, and no others. The signature
 * is not looked at. Refuses `act-malformed`, `json-text-malformed`.
 */
export function readAct(value: unknown): Act {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return malformed('act', 'not an object');
  }
  const act = value as Act;
  checkKeys(act, ACT_KEYS, 'act');
  checkUnsigned(act);
  const proof: unknown = act.proof;
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) {
    return malformed('proof', 'not an object');
  }
  checkKeys(proof, PROOF_KEYS, 'proof');
  for (const key of PROOF_KEYS) {
    const text: unknown = (proof as Readonly<Record<string, unknown>>)[key];
    if (typeof text !== 'string') malformed(`proof.${key}`, 'text is missing');
  }
  return act;
}

/** The pieces from which all canonical texts of an act are put together. Keys are in order. */
interface Pieces {
  readonly body: string;
  readonly by: string;
  readonly composedAt: string;
  readonly id: string;
  readonly node: string;
  readonly type: string;
}

function piecesOf(act: UnsignedAct): Pieces {
  return {
    body: canonicalJson(act.body),
    by: JSON.stringify(act.by),
    composedAt: JSON.stringify(act.composedAt),
    id: JSON.stringify(act.id),
    node: JSON.stringify(act.node),
    type: JSON.stringify(act.type),
  };
}

const unsignedText = (p: Pieces): string =>
  `{"body":${p.body},"by":${p.by},"composedAt":${p.composedAt},"id":${p.id},` +
  `"node":${p.node},"type":${p.type}}`;

const businessText = (p: Pieces): string =>
  `{"body":${p.body},"by":${p.by},"id":${p.id},"node":${p.node},"type":${p.type}}`;

const optionsText = (p: Pieces, verificationMethod: string): string =>
  `{"created":${p.composedAt},"cryptosuite":"eddsa-jcs-2022",` +
  `"proofPurpose":"assertionMethod","type":"DataIntegrityProof",` +
  `"verificationMethod":"${verificationMethod}"}`;

const signedText = (p: Pieces, proof: ActProof): string =>
  `{"body":${p.body},"by":${p.by},"composedAt":${p.composedAt},"id":${p.id},` +
  `"node":${p.node},"proof":{"created":${p.composedAt},"cryptosuite":"eddsa-jcs-2022",` +
  `"proofPurpose":"assertionMethod","proofValue":"${proof.proofValue}",` +
  `"type":"DataIntegrityProof","verificationMethod":"${proof.verificationMethod}"},` +
  `"type":${p.type}}`;

// A node's own key signs thousands of times, and its name never changes.
const methods = new WeakMap<SigningKey, string>();

function methodOf(key: SigningKey): string {
  const known = methods.get(key) ?? toVerificationMethod(toMultikey(key.publicKey));
  methods.set(key, known);
  return known;
}

const messageOf = (p: Pieces, verificationMethod: string): Uint8Array =>
  proofHash({ options: optionsText(p, verificationMethod), document: unsignedText(p) });

function formsOf(pieces: Pieces, proof: ActProof): ActForms {
  return { canonical: signedText(pieces, proof), hash: sha256Hex(businessText(pieces)) };
}

/**
 * What an act asks for, whenever it was composed and however it was signed: SHA-256, in hex, of the
 * canonical `{type, id, by, node, body}`. Two acts of one id and one hash are one act sent twice;
 * two of one id and different hashes are "same id, other body".
 */
export function actHash(act: UnsignedAct): string {
  checkUnsigned(act);
  return sha256Hex(businessText(piecesOf(act)));
}

/**
 * Signs an act whole (eddsa-jcs-2022; `created` is `composedAt`) and gives its canonical text and
 * hash with it. Refuses `act-malformed` and what `canonicalJson` refuses.
 */
export function signAndCanonicalise<B>(
  unsigned: UnsignedAct<B>,
  key: SigningKey,
): { readonly act: Act<B>; readonly forms: ActForms } {
  checkKeys(unsigned, ACT_KEYS, 'act');
  checkUnsigned(unsigned);
  const pieces = piecesOf(unsigned);
  const verificationMethod = methodOf(key);
  const message = messageOf(pieces, verificationMethod);
  const proof: ActProof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: unsigned.composedAt,
    verificationMethod,
    proofPurpose: 'assertionMethod',
    proofValue: toMultibase(signBytes(message, key)),
  };
  return { act: { ...unsigned, proof }, forms: formsOf(pieces, proof) };
}

/** As `signAndCanonicalise`, the act alone. */
export function signAct<B>(unsigned: UnsignedAct<B>, key: SigningKey): Act<B> {
  return signAndCanonicalise(unsigned, key).act;
}

interface Check {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly forms: ActForms;
}

function prepare(value: unknown, multikey: string): Check {
  const act = readAct(value);
  const { proof } = act;
  if (proof.type !== 'DataIntegrityProof') refuseSignature('it is no Data Integrity proof');
  if (proof.cryptosuite !== 'eddsa-jcs-2022') {
    refuseSignature('its cryptosuite is not eddsa-jcs-2022');
  }
  if (proof.proofPurpose !== 'assertionMethod') refuseSignature('it was made for another purpose');
  if (proof.created !== act.composedAt) {
    refuseSignature('it says another time than the act was composed at');
  }
  if (proof.verificationMethod !== toVerificationMethod(multikey)) {
    refuseSignature('it names another key than the one of the agent who acts');
  }
  const pieces = piecesOf(act);
  return {
    message: messageOf(pieces, proof.verificationMethod),
    signature: signatureOf(proof.proofValue),
    forms: formsOf(pieces, proof),
  };
}

const refuseChanged = (): never =>
  refuseSignature('the act was changed after it was signed, or another key signed it');

/**
 * Checks that an act, whatever came in, is well formed and signed by the key, and gives its
 * canonical text and hash. `multikey` is the acting agent's public key, `z6Mk…`. Refuses
 * `act-malformed`, `signature-invalid` (another key, cryptosuite, purpose or time; any change),
 * `key-malformed`, and what `canonicalJson` refuses.
 */
export function verifyAndCanonicalise(act: unknown, multikey: string): ActForms {
  const key = verifyingMultikey(multikey);
  const { message, signature, forms } = prepare(act, multikey);
  return verifyBytes(message, signature, key) ? forms : refuseChanged();
}

/** As `verifyAndCanonicalise`, with the curve's work on the thread pool. */
export async function verifyAndCanonicaliseAsync(
  act: unknown,
  multikey: string,
): Promise<ActForms> {
  const key = verifyingMultikey(multikey);
  const { message, signature, forms } = prepare(act, multikey);
  return (await verifyBytesAsync(message, signature, key)) ? forms : refuseChanged();
}

/** The key that the proof of an act names, a multikey; undefined where it names none. */
export function signedBy({ proof }: Act): string | undefined {
  const [, multikey] = /^did:key:(z6Mk\w+)#/.exec(proof.verificationMethod) ?? [];
  return multikey !== undefined && toVerificationMethod(multikey) === proof.verificationMethod
    ? multikey
    : undefined;
}

/** As `verifyAndCanonicalise`, where only the verdict is wanted. */
export function verifyAct(act: unknown, multikey: string): void {
  verifyAndCanonicalise(act, multikey);
}

/**
 * The canonical text and hash of an act whose signature was checked before (read back from the
 * store, say). Refuses `act-malformed` and what `canonicalJson` refuses.
 */
export function actForms(act: unknown): ActForms {
  const known = readAct(act);
  const { proof } = known;
  const usual =
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-jcs-2022' &&
    proof.proofPurpose === 'assertionMethod' &&
    proof.created === known.composedAt;
  if (!usual) malformed('proof', 'not the proof of an act');
  return { canonical: canonicalJson(known), hash: actHash(known) };
}
