// The record's checkpoint (C2SP tlog-checkpoint): its size and root at one moment, signed.

import { refuse } from '../refusals.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isKeyName, openNote, openNoteAsync, signNote } from './note.ts';
import type { NoteVerifier } from './note.ts';
import type { SigningKey } from './signature.ts';

/** What a checkpoint says. Whoever keeps one can tell later whether history was rewritten. */
export interface Checkpoint {
  /** Which record this is; also the name of the key that signs it. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: bigint;
  /** Root hash of the tree of that size, 32 bytes. */
  readonly root: Uint8Array;
}

const SIZE_MAX = 2n ** 63n - 1n;

const malformed = (reason: string): never => refuse('checkpoint-malformed', { reason });

/** The text of a checkpoint: origin, size and root (base64), each on a line. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint;
  if (!isKeyName(origin)) throw new Error('The origin has no spaces and no plus.');
  if (size < 0n || size > SIZE_MAX) throw new Error('The size is out of range.');
  if (root.length !== 32) throw new Error('A root hash has 32 bytes.');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * The checkpoint that a text stands for. Extension lines are passed over, as nobody can audit
 * them. Refuses `checkpoint-malformed`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) return malformed('it does not end in a newline');
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || origin === '') return malformed('it names no origin');
  if (size === undefined || !/^(?:0|[1-9]\d{0,18})$/.test(size) || BigInt(size) > SIZE_MAX) {
    return malformed('its second line is not a size');
  }
  const bytes = fromBase64(root ?? '');
  if (bytes === null || bytes.length !== 32) return malformed('its third line is not a root hash');
  if (extensions.includes('')) malformed('it has an empty line');
  return { origin, size: BigInt(size), root: bytes };
}

/** A checkpoint as a note signed by the key of its origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  return signNote({ text: formatCheckpoint(checkpoint), name: checkpoint.origin }, key);
}

function ofVerifier(text: string, verifier: NoteVerifier): Checkpoint {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== verifier.name) {
    malformed(`it is of ${checkpoint.origin.slice(0, 100)}, not of ${verifier.name}`);
  }
  return checkpoint;
}

/**
 * Opens a signed checkpoint with the record's verifier key. Refuses `note-malformed`,
 * `checkpoint-malformed` (also where it is of another record), `signature-invalid`.
 */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint {
  return ofVerifier(openNote(note, [verifier]).text, verifier);
}

/** As `openCheckpoint`, where a signature is checked without holding up the rest: in a browser. */
export async function openCheckpointAsync(
  note: string,
  verifier: NoteVerifier,
): Promise<Checkpoint> {
  return ofVerifier((await openNoteAsync(note, [verifier])).text, verifier);
}
