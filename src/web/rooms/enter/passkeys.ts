// Passkeys, as the browser makes them and shows them (WebAuthn level 3).

import { reader } from '../../app/session.ts';

/** Whether this browser can make passkeys, and read what the node sends for it. */
export const canMakePasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Whether this browser can show passkeys. */
export const canShowPasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Makes a passkey on this device, and has the node keep its public half. */
export async function makePasskey(name: string): Promise<void> {
  const options = await reader.doors.passkeys.toMake();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await navigator.credentials.create({ publicKey });
  if (!(made instanceof PublicKeyCredential)) throw new Error('The browser made no passkey.');
  await reader.doors.passkeys.keep(name, { ...made.toJSON() });
}

/** Shows a passkey of this device to the node, which then knows who comes. */
export async function enterWithPasskey(): Promise<void> {
  const options = await reader.doors.passkeyToEnter();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const shown = await navigator.credentials.get({ publicKey });
  if (!(shown instanceof PublicKeyCredential)) throw new Error('The browser showed no passkey.');
  await reader.doors.enterByPasskey({ ...shown.toJSON() });
}

/** What the browser itself said no to, or the person at it; undefined for anything else. */
export type PasskeyNo = 'closed' | 'there-already' | 'not-here';

const BY_NAME: Readonly<Record<string, PasskeyNo>> = {
  // Closed, taken too long, no such passkey on this device, or nobody could be recognised: browsers
  // say the same of all of them, so that no page learns which.
  NotAllowedError: 'closed',
  AbortError: 'closed',
  InvalidStateError: 'there-already',
  SecurityError: 'not-here',
  NotSupportedError: 'not-here',
};

/** Why the browser gave no passkey. */
export const passkeyNo = (error: unknown): PasskeyNo | undefined =>
  error instanceof DOMException ? BY_NAME[error.name] : undefined;

/** The passkeys of whoever is signed in. */
export const passkeysAsked = {
  queryKey: ['passkeys'],
  queryFn: () => reader.doors.passkeys.list(),
} as const;
