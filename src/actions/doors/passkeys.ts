// Passkeys open the door; they sign nothing else. WebAuthn level 3, by @simplewebauthn/server.

import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { refuse } from '../../domain/refusals.ts';
import { findAgent } from '../../store/agents.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  passkeysOf,
  renamePasskey,
  touchPasskey,
} from '../../store/doors/passkeys.ts';
import type { StoredPasskey } from '../../store/doors/passkeys.ts';
import type { Engine, Tx } from '../../store/engine.ts';

/** Where the browser is: a passkey is bound to the host name, and an answer to the origin. */
export interface Place {
  /** `http://localhost:4410`. */
  readonly origin: string;
}

/** A passkey as its agent sees it. */
export type PasskeyShown = Pick<StoredPasskey, 'id' | 'name' | 'madeAt' | 'usedAt'> & {
  readonly host: string;
};

interface Parts {
  readonly engine: Engine;
  readonly clock: () => Date;
}

interface Challenges {
  challenge(purpose: string): { readonly challenge: string };
  answered(challenge: string, purpose: string): void;
}

const SIGN_IN = 'passkey';
const registering = (agent: string): string => `passkey of ${agent}`;

/** The package is loaded when the first passkey is asked for. */
const webauthn = () => import('@simplewebauthn/server');

/** The host name of a place. @throws Refusal passkey-host for an address */
function hostOf({ origin }: Place): string {
  const host = new URL(origin).hostname;
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return isAddress ? refuse('passkey-host', { host }) : host;
}

/** The passkeys of a node. */
export class Passkeys {
  readonly #parts: Parts;
  readonly #challenges: Challenges;

  constructor(parts: Parts, challenges: Challenges) {
    this.#parts = parts;
    this.#challenges = challenges;
  }

  /** What a browser needs to make a passkey. @throws Refusal passkey-host */
  async toMake(agent: string, place: Place): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const rpID = hostOf(place);
    const [known, who] = await this.#parts.engine.read(
      async (tx) => [await passkeysOf(tx, agent), await findAgent(tx, agent)] as const,
    );
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Webizen',
      rpID,
      userID: new TextEncoder().encode(agent).slice(0, 64),
      userName: who?.name ?? agent,
      challenge: bytesOf(this.#challenges.challenge(registering(agent)).challenge),
      attestationType: 'none',
      excludeCredentials: known.map(({ id, transports }) => ({
        id,
        transports: [...transports] as AuthenticatorTransport[],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    });
  }

  /** Keeps a passkey that a browser has made. @throws Refusal passkey-wrong, challenge-over */
  async keep(
    agent: string,
    place: Place,
    made: { readonly name: string; readonly response: RegistrationResponseJSON },
  ): Promise<PasskeyShown> {
    const rpId = hostOf(place);
    const { verifyRegistrationResponse } = await webauthn();
    const verified = await wrongUnless(() =>
      verifyRegistrationResponse({
        response: made.response,
        expectedChallenge: (challenge) => this.#expected(challenge, registering(agent)),
        expectedOrigin: place.origin,
        expectedRPID: rpId,
        requireUserVerification: false,
      }),
    );
    if (!verified.verified) return refuse('passkey-wrong', { why: 'its answer does not hold' });
    const { credential } = verified.registrationInfo;
    const passkey: StoredPasskey = {
      id: credential.id,
      agent,
      name: made.name,
      rpId,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      madeAt: this.#parts.clock().toISOString(),
      usedAt: null,
    };
    await this.#parts.engine.write(async (tx) => {
      if ((await findPasskey(tx, passkey.id)) !== undefined) {
        refuse('passkey-wrong', { why: 'it is kept here already' });
      }
      await insertPasskey(tx, passkey);
    });
    return shown(passkey);
  }

  /** What a browser needs to show a passkey. @throws Refusal passkey-host */
  async toEnter(place: Place): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: hostOf(place),
      challenge: bytesOf(this.#challenges.challenge(SIGN_IN).challenge),
      userVerification: 'preferred',
    });
  }

  /** Whose passkey it is that a browser has shown. @throws Refusal passkey-wrong, challenge-over */
  async shown(place: Place, response: AuthenticationResponseJSON): Promise<string> {
    const rpId = hostOf(place);
    const known = await this.#parts.engine.read((tx) => findPasskey(tx, response.id));
    if (known === undefined) return refuse('passkey-wrong', { why: 'the node does not know it' });
    const { verifyAuthenticationResponse } = await webauthn();
    const { id, publicKey, counter } = known;
    const verified = await wrongUnless(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => this.#expected(challenge, SIGN_IN),
        expectedOrigin: place.origin,
        expectedRPID: rpId,
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
        requireUserVerification: false,
      }),
    );
    if (!verified.verified) return refuse('passkey-wrong', { why: 'its signature does not hold' });
    const { newCounter } = verified.authenticationInfo;
    const usedAt = this.#parts.clock().toISOString();
    await this.#parts.engine.write((tx) => touchPasskey(tx, { id, counter: newCounter, usedAt }));
    return known.agent;
  }

  /** The passkeys of an agent. */
  async list(agent: string): Promise<PasskeyShown[]> {
    return (await this.#parts.engine.read((tx) => passkeysOf(tx, agent))).map(shown);
  }

  /** Gives a passkey of an agent another name. @throws Refusal passkey-unknown */
  async rename(agent: string, id: string, name: string): Promise<PasskeyShown> {
    return this.#parts.engine.write(async (tx) => {
      const known = await ownPasskey(tx, agent, id);
      await renamePasskey(tx, id, name);
      return shown({ ...known, name });
    });
  }

  /** Forgets a passkey of an agent. @throws Refusal passkey-unknown */
  async forget(agent: string, id: string): Promise<void> {
    await this.#parts.engine.write(async (tx) => {
      await ownPasskey(tx, agent, id);
      await deletePasskey(tx, id);
    });
  }

  #expected(challenge: string, purpose: string): boolean {
    this.#challenges.answered(challenge, purpose);
    return true;
  }
}

async function ownPasskey(tx: Tx, agent: string, id: string): Promise<StoredPasskey> {
  const known = await findPasskey(tx, id);
  return known?.agent === agent ? known : refuse('passkey-unknown', { id: id.slice(0, 100) });
}

const bytesOf = (challenge: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(challenge, 'base64url'));

const shown = ({ id, name, madeAt, usedAt, rpId }: StoredPasskey): PasskeyShown => ({
  id,
  name,
  madeAt,
  usedAt,
  host: rpId,
});

/** What the package finds wrong is said plainly; our own refusals pass as they are. */
async function wrongUnless<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return refuse('passkey-wrong', { why: why.slice(0, 300) });
  }
}
