// How somebody joins by an invitation, step by step; each step can be taken again.

import { sha256Hex } from '../../../domain/record/hash.ts';
import type { InvitationShown } from '../../../actions/invitations/answers.ts';
import { Problem } from '../../../sdk/client.ts';
import { reader } from '../../app/session.ts';
import { deviceSigner, makeDeviceKey, multikeyOfDevice, signHere } from '../../keep/device-key.ts';
import { put, take } from '../../keep/shelf.ts';

/** What a newcomer said, and the id that they have. It is kept until they are in. */
export interface Joining {
  readonly agent: string;
  readonly work: string;
  readonly name: string;
  readonly place: string;
}

/** Under which name a joining is kept: the code itself lies nowhere. */
const kept = (code: string): string => `join:${sha256Hex(code).slice(0, 24)}`;

/** A joining that was begun on this device by that code. */
export const joiningOf = (code: string): Promise<Joining | undefined> => take('drafts', kept(code));

/** Makes the key, joins with it, and signs in by it. Gives the agent that joined. */
export async function join(
  invitation: InvitationShown,
  code: string,
  said: Pick<Joining, 'name' | 'place'>,
): Promise<Joining> {
  const before = await joiningOf(code);
  const agent = before?.agent ?? reader.newId('agent_');
  const joining = { ...said, agent, work: invitation.work.id };
  await put('drafts', kept(code), joining);
  const key = await makeDeviceKey(agent);
  const place = said.place.trim();
  await reader.invitations.join(
    {
      invitation: invitation.id,
      code,
      name: said.name.trim(),
      publicKey: multikeyOfDevice(key),
      ...(place === '' ? {} : { jurisdiction: place }),
    },
    { id: agent, signer: deviceSigner(key) },
  );
  await enterWithKey(agent);
  return joining;
}

/** Signs in by the key of this device. */
export async function enterWithKey(agent: string): Promise<void> {
  const key = await makeDeviceKey(agent);
  const { node } = await reader.doors.session();
  await reader.doors.enterByDevice({ node, agent }, (bytes) => signHere(bytes, key));
}

/**
 * Goes on with a joining whose answer was lost: the invitation is used, and it was this device.
 * Gives undefined where it was another.
 */
export async function goOn(code: string, error: unknown): Promise<Joining | undefined> {
  if (!(error instanceof Problem) || error.code !== 'invitation-used') return undefined;
  const before = await joiningOf(code);
  if (before === undefined) return undefined;
  await enterWithKey(before.agent);
  return before;
}
