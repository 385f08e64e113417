// How a new device comes to sign for somebody: it offers its key, waits until another device of
// theirs has added it, and comes in by it. Each step can be taken again.

import { offerText } from '../../../domain/agents/possession.ts';
import type { KeyOffer } from '../../../domain/agents/possession.ts';
import { offerKey } from '../../../sdk/offer.ts';
import { reader } from '../../app/session.ts';
import { dropOffered, multikeyOfDevice, offeredKey } from '../../keep/device-key.ts';
import { deviceKey, signHere, takeUpOffered } from '../../keep/device-key.ts';
import { enterWithKey } from '../confirm/joining.ts';

/** A key as this device shows it to the other one. */
export interface Shown {
  readonly agent: string;
  readonly publicKey: string;
  /** One line, to be copied. */
  readonly text: string;
  /** The same as a link, which opens on the device that signs. */
  readonly url: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** Makes a key, if there is none that waits, and offers it for a quarter of an hour. */
async function offerOf(agent: string, name: string): Promise<KeyOffer> {
  const [key, { node }] = [await offeredKey(agent), await reader.doors.session()];
  const publicKey = multikeyOfDevice(key);
  // One that was added and ended since never comes back.
  if ((await reader.keys.standing(publicKey)).status === 'ended') {
    await dropOffered(agent);
    return offerOf(agent, name);
  }
  const said = { node, agent, publicKey, name, now: new Date() };
  return offerKey(said, (bytes) => signHere(bytes, key));
}

/** Offers the key of this device to another one of the same member. */
export async function offer(agent: string, name: string): Promise<Shown> {
  const made = await offerOf(agent, name);
  const text = offerText(made);
  const { publicKey, possession } = made;
  const url = `${location.origin}/app/device/add#${text}`;
  return { agent, publicKey, text, url, expiresAt: possession.expiresAt };
}

/** Offers the key of this device to whatever signs here until now, such as the node. */
export async function offered(
  agent: string,
  name: string,
  add: (made: KeyOffer) => Promise<unknown>,
): Promise<void> {
  await add(await offerOf(agent, name));
  await takeUpOffered(agent);
}

/** Whether the key that was offered signs by now; if so, this device has come in by it. */
export async function comesIn({ agent, publicKey }: Shown): Promise<boolean> {
  if ((await reader.keys.standing(publicKey)).status !== 'lives') return false;
  await takeUpOffered(agent);
  await enterWithKey(agent);
  return true;
}

/** How the key of this device stands with an agent, if it has one. */
export async function standingHere(agent: string): Promise<'none' | 'lives' | 'ended'> {
  const key = await deviceKey(agent);
  if (key === undefined) return 'none';
  const { status } = await reader.keys.standing(multikeyOfDevice(key));
  return status === 'unknown' ? 'none' : status;
}
