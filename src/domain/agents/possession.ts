// That whoever offers a key has its private half, and for whom it is meant: so that nobody can take
// somebody else's key for their own, and no offer lies about for long.

import { fromMultibase, verifyingMultikey } from '../record/multibase.ts';
import { verifyBytes, verifyBytesAsync } from '../record/signature.ts';
import { refuse } from '../refusals.ts';

/** How long a device offers its key. */
export const OFFER_MINUTES = 15;

/** How far the clock of the device that offers may be ahead of the node's. */
const AHEAD_MINUTES = 5;

const MINUTE = 60_000;

/** What the new key signs: for which agent it is, on which node, and until when that holds. */
export interface Possession {
  readonly node: string;
  readonly agent: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** The same, signed: multibase, 64 bytes. */
export interface SignedPossession extends Possession {
  readonly signature: string;
}

/**
 * The text that a new key signs: five lines, each ended by a line feed. No act and no sign-in can
 * look like it.
 */
export const possessionText = (publicKey: string, { node, agent, expiresAt }: Possession): string =>
  `Webizen key\n${node}\n${agent}\n${publicKey}\n${expiresAt}\n`;

/** For whom a key must be meant, and the node's clock, an ISO instant. */
interface Expected {
  readonly node: string;
  readonly agent: string;
  readonly at: string;
}

/** What is to be checked of a signature, once it is known to be about the right agent and node. */
function claimOf(publicKey: string, said: SignedPossession, { node, agent }: Expected) {
  const key = verifyingMultikey(publicKey);
  if (said.node !== node || said.agent !== agent) {
    refuse('possession-elsewhere', { agent: said.agent, node: said.node });
  }
  const text = new TextEncoder().encode(possessionText(publicKey, said));
  return [text, fromMultibase(said.signature) ?? new Uint8Array(), key] as const;
}

function checkEnd({ expiresAt }: Possession, { at }: Expected): void {
  const left = Date.parse(expiresAt) - Date.parse(at);
  // Whatever is no instant is over.
  if (!(left > 0)) refuse('possession-expired', { at: expiresAt });
  if (left > (OFFER_MINUTES + AHEAD_MINUTES) * MINUTE) {
    refuse('possession-too-long', { minutes: OFFER_MINUTES });
  }
}

/**
 * Asserts that whoever has a key wants it to be one of this agent, on this node, now.
 *
 * Refuses, in this order: `key-malformed`, `possession-elsewhere` (another agent or node),
 * `possession-wrong`, `possession-expired`, `possession-too-long`.
 */
export function checkPossession(
  publicKey: string,
  said: SignedPossession,
  expected: Expected,
): void {
  if (!verifyBytes(...claimOf(publicKey, said, expected))) refuse('possession-wrong');
  checkEnd(said, expected);
}

/** As `checkPossession`, for whoever can wait: a browser has to. */
export async function checkPossessionAsync(
  publicKey: string,
  said: SignedPossession,
  expected: Expected,
): Promise<void> {
  if (!(await verifyBytesAsync(...claimOf(publicKey, said, expected)))) refuse('possession-wrong');
  checkEnd(said, expected);
}

/** A key as its device offers it: what the other device has to know to add it. */
export interface KeyOffer {
  readonly publicKey: string;
  readonly possession: SignedPossession;
  /** What it would be called, such as "Laptop". */
  readonly name: string;
}

/** An offer as one line of text without spaces, which goes into a link as it is. */
export function offerText({ publicKey, possession, name }: KeyOffer): string {
  const { node, agent, expiresAt, signature } = possession;
  return [node, agent, publicKey, expiresAt, signature, encodeURIComponent(name)].join('~');
}

/**
 * The offer of a text, or of the end of a link, that `offerText` made. That it is true is checked
 * where it is taken. Refuses `offer-malformed`.
 */
export function readOffer(text: string): KeyOffer {
  const trimmed = text.trim().replace(/^[^#]*#/, '');
  const [node, agent, publicKey, expiresAt, signature, ...name] = trimmed.split('~');
  const isWhole = signature !== undefined && publicKey?.startsWith('z6Mk') === true;
  if (!isWhole || name.length === 0 || Number.isNaN(Date.parse(expiresAt ?? ''))) {
    return refuse('offer-malformed');
  }
  const possession = {
    node: node ?? '',
    agent: agent ?? '',
    expiresAt: expiresAt ?? '',
    signature,
  };
  return { publicKey, possession, name: nameIn(name.join('~')) };
}

function nameIn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse('offer-malformed');
  }
}
