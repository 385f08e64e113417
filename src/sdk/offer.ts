// How a new device offers its key to one that signs already.

import { OFFER_MINUTES, possessionText } from '../domain/agents/possession.ts';
import type { KeyOffer, Possession } from '../domain/agents/possession.ts';

/** What a device says of its new key. */
export interface Offering extends Pick<Possession, 'node' | 'agent'> {
  readonly publicKey: string;
  /** What the key would be called, such as "Laptop". */
  readonly name: string;
  readonly now: Date;
}

/**
 * Offers a key, for a quarter of an hour: `sign` signs bytes with it, and gives a multibase text.
 * The other device adds it by `client.keys.add`.
 */
export async function offerKey(
  { node, agent, publicKey, name, now }: Offering,
  sign: (bytes: Uint8Array) => Promise<string>,
): Promise<KeyOffer> {
  const expiresAt = new Date(now.getTime() + OFFER_MINUTES * 60_000).toISOString();
  const said = { node, agent, expiresAt };
  const signature = await sign(new TextEncoder().encode(possessionText(publicKey, said)));
  return { publicKey, name, possession: { ...said, signature } };
}
