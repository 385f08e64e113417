// C2SP signed notes: text with signatures below it, and verifier keys as text.

import { refuse } from '../refusals.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { sha256, toHex } from './hash.ts';
import { isPublicKey, signBytes, verifyBytes, verifyingKey } from './signature.ts';
import { verifyBytesAsync } from './signature.ts';
import type { SigningKey } from './signature.ts';

/** Who may sign a note: a name (by custom a URL without its scheme) and an Ed25519 key. */
export interface NoteVerifier {
  readonly name: string;
  /** The raw 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A note whose signatures of known keys all hold. */
export interface OpenedNote {
  /** The text with its last newline, without the signatures. */
  readonly text: string;
  /** The verifiers that signed it, at least one. */
  readonly signers: readonly NoteVerifier[];
}

const ED25519 = 1;
const SIGNATURES_MAX = 100;
const NOTE_MAX_LENGTH = 1_000_000;
const DASH = '\u2014 ';
const encoder = new TextEncoder();

const malformed = (reason: string): never => refuse('note-malformed', { reason });

/** Whether a text can name a key: not empty, no space of any script, no plus, no control sign. */
export function isKeyName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name !== '' && name.isWellFormed() && !/[\s\u0085+\u0000-\u001f\u007f]/u.test(name);
}

/** Pieces of bytes, one after the other. */
function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function keyId({ name, publicKey }: NoteVerifier): Uint8Array {
  const data = joined(encoder.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return sha256(data).slice(0, 4);
}

/** A verifier key as text: `name+id+key`, as `webizen record verify` takes it. */
export function formatVerifierKey(verifier: NoteVerifier): string {
  if (!isKeyName(verifier.name)) throw new Error('The name of a key has no spaces and no plus.');
  const key = toBase64(joined(Uint8Array.of(ED25519), verifier.publicKey));
  return `${verifier.name}+${toHex(keyId(verifier))}+${key}`;
}

/** The verifier key that a text stands for. Refuses `note-malformed`. */
export function parseVerifierKey(text: string): NoteVerifier {
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? [];
  const key = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || key === null || !isKeyName(name)) {
    return malformed('a verifier key has the form name+id+key');
  }
  if (key[0] !== ED25519 || !isPublicKey(key.subarray(1))) {
    return malformed('the verifier key is not an Ed25519 key');
  }
  const verifier = { name, publicKey: key.slice(1) };
  if (toHex(keyId(verifier)) !== id) malformed('the id of the verifier key is not its own');
  return verifier;
}

function checkText(text: string): void {
  if (!text.endsWith('\n')) malformed('its text does not end in a newline');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) malformed('it holds a control character');
  if (!text.isWellFormed()) malformed('it is not Unicode');
  if (text.length > NOTE_MAX_LENGTH) malformed('it is too long');
}

/**
 * Signs a text, which must end in a newline, and gives the whole note. Signing a note that others
 * have signed adds a line: pass it as `note`. Refuses `note-malformed`.
 */
export function signNote(
  { text, name, note }: { readonly text: string; readonly name: string; readonly note?: string },
  key: SigningKey,
): string {
  checkText(text);
  if (!isKeyName(name)) throw new Error('The name of a key has no spaces and no plus.');
  if (note !== undefined && !note.startsWith(`${text}\n${DASH}`)) {
    malformed('the text is not the one of the note');
  }
  const signature = signBytes(encoder.encode(text), key);
  const id = keyId({ name, publicKey: key.publicKey });
  const line = `${DASH}${name} ${toBase64(joined(id, signature))}\n`;
  return `${note ?? `${text}\n`}${line}`;
}

interface NoteLine {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

function readLine(line: string): NoteLine {
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length < 5) {
    return malformed('a signature line is not one');
  }
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

function split(note: string): { readonly text: string; readonly lines: readonly NoteLine[] } {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n')) return malformed('no signatures follow its text');
  const lines = note.slice(at + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) malformed(`it has more than ${SIGNATURES_MAX} signatures`);
  return { text: note.slice(0, at + 1), lines: lines.map(readLine) };
}

interface Claim {
  readonly verifier: NoteVerifier;
  readonly signature: Uint8Array;
}

interface Unopened {
  readonly text: string;
  readonly message: Uint8Array;
  /** The signatures by keys that the reader trusts. */
  readonly claims: readonly Claim[];
}

function unopened(note: string, verifiers: readonly NoteVerifier[]): Unopened {
  checkText(note);
  const { text, lines } = split(note);
  const claims = lines.flatMap(({ name, id, signature }) => {
    const verifier = verifiers.find((one) => one.name === name && toHex(keyId(one)) === id);
    return verifier === undefined ? [] : [{ verifier, signature }];
  });
  return { text, message: encoder.encode(text), claims };
}

const refuseChanged = (name: string): never =>
  refuse('signature-invalid', { why: `the note was changed after ${name} signed it` });

function opened({ text, claims }: Unopened): OpenedNote {
  const signers = [...new Set(claims.map(({ verifier }) => verifier))];
  if (signers.length === 0) {
    refuse('signature-invalid', { why: 'no key that is known here signed the note' });
  }
  return { text, signers };
}

/**
 * Opens a note with the keys that the reader trusts. Signatures of other keys are ignored, as the
 * specification asks; one of a known key that does not hold spoils the whole note. Refuses
 * `note-malformed`, and `signature-invalid` where no known key signed or a known one did not.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const found = unopened(note, verifiers);
  for (const { verifier, signature } of found.claims) {
    const key = verifyingKey(verifier.publicKey);
    if (!verifyBytes(found.message, signature, key)) refuseChanged(verifier.name);
  }
  return opened(found);
}

/** As `openNote`, with the curve's work done beside: in a browser there is no other way. */
export async function openNoteAsync(
  note: string,
  verifiers: readonly NoteVerifier[],
): Promise<OpenedNote> {
  const found = unopened(note, verifiers);
  for (const { verifier, signature } of found.claims) {
    const key = verifyingKey(verifier.publicKey);
    if (!(await verifyBytesAsync(found.message, signature, key))) refuseChanged(verifier.name);
  }
  return opened(found);
}
