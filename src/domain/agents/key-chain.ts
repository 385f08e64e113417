// The keys of an agent, one after another: who may sign as them, from which entry of the record on,
// and until which.

import { fromMultikey } from '../record/multibase.ts';
import { refuseSignature } from '../record/proof.ts';
import { refuse } from '../refusals.ts';
import { nameOf } from './name.ts';

/** One key of an agent. */
export interface ChainedKey {
  /** Ed25519 multikey `z6Mk…`. */
  readonly publicKey: string;
  /** What its holder calls it, such as "Phone"; null for the first, which nobody named. */
  readonly name: string | null;
  /** Whether the node keeps its private half; otherwise the agent alone has it. */
  readonly keptByNode: boolean;
  /** Number of the record entry that brought it. */
  readonly from: number;
  /** Number of the record entry that ended it; null while it lives. */
  readonly to: number | null;
}

/** All keys that an agent ever had, in the order in which they came. */
export type KeyChain = readonly ChainedKey[];

/** How many keys of an agent may live at once: more than anybody has devices. */
export const LIVE_KEYS_MAX = 20;

const isLive = ({ to }: ChainedKey): boolean => to === null;

/** The keys by which an agent can sign now. */
export const liveKeys = (chain: KeyChain): KeyChain => chain.filter(isLive);

/** The key that stands for an agent where one is named: the first of those that live. */
export const standingKey = (chain: KeyChain): ChainedKey | undefined => chain.find(isLive);

/** Whether the node can sign for an agent: it keeps a key of theirs that lives. */
export const isKeptByNode = (chain: KeyChain): boolean =>
  liveKeys(chain).some(({ keptByNode }) => keptByNode);

/**
 * The key by which an act counts that comes in now. Rule: an act counts if the key that its proof
 * names is one of the agent's, and lives. Refuses `signature-invalid` (no key of theirs),
 * `signing-key-ended`.
 */
export function signingKeyIn(chain: KeyChain, publicKey: string): ChainedKey {
  const found =
    chain.find((key) => key.publicKey === publicKey) ??
    refuseSignature('it names another key than the one of the agent who acts');
  return isLive(found) ? found : refuse('signing-key-ended', { publicKey });
}

/** What is said of a key that comes to a chain. */
export interface NewKey {
  readonly publicKey: string;
  readonly name: string;
}

/**
 * A chain with one key more, which its holder keeps. `holder` is the agent whose the key is or ever
 * was, this one or another, and null where nobody has it; `entry` is what brings it.
 *
 * Refuses, in this order: `name-malformed`, `name-missing`, `name-too-long`, `key-malformed`,
 * `key-in-use` (of another agent, also one that was ended), `key-ended` (it never comes back),
 * `key-known`, `keys-too-many`.
 */
export function withKey(
  chain: KeyChain,
  said: NewKey,
  { holder, agent, entry }: { holder: string | null; agent: string; entry: number },
): KeyChain {
  const name = nameOf(said.name);
  const { publicKey } = said;
  fromMultikey(publicKey);
  if (holder !== null && holder !== agent) refuse('key-in-use', { publicKey });
  const known = chain.find((key) => key.publicKey === publicKey);
  if (known !== undefined) refuse(isLive(known) ? 'key-known' : 'key-ended', { publicKey });
  if (liveKeys(chain).length >= LIVE_KEYS_MAX) refuse('keys-too-many', { limit: LIVE_KEYS_MAX });
  return [...chain, { publicKey, name, keptByNode: false, from: entry, to: null }];
}

/**
 * A chain in which one key is ended, by the entry of that number. What it signed before stays
 * signed. Rule: the last key that lives is never ended, as nobody could give another.
 *
 * Refuses, in this order: `key-not-yours` (no key of this agent), `key-ended` (already),
 * `key-last`.
 */
export function withoutKey(chain: KeyChain, publicKey: string, entry: number): KeyChain {
  const found =
    chain.find((key) => key.publicKey === publicKey) ??
    refuse('key-not-yours', { publicKey: publicKey.slice(0, 100) });
  if (!isLive(found)) refuse('key-ended', { publicKey });
  if (liveKeys(chain).length === 1) refuse('key-last', { publicKey });
  return chain.map((key) => (key === found ? { ...key, to: entry } : key));
}
