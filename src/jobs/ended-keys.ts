import { Refusal } from '../domain/refusals.ts';
import { endedKeptKeys } from '../store/agent-keys.ts';
import type { Engine } from '../store/engine.ts';

/** What a keyring does of it. */
interface Keys {
  has(agent: string): Promise<boolean>;
  publicKey(agent: string): Promise<string>;
  remove(agent: string): Promise<void>;
}

/** Where it is done. */
interface Parts {
  readonly engine: Engine;
  readonly keyring: Keys;
  readonly log?: ((line: string) => void) | undefined;
}

/**
 * Erases the private halves of kept keys that were ended: they sign nothing any more, and whoever
 * took their key into their own hands is to know that nobody else has one. Done twice it does
 * nothing; done when a node opens, too, as it may have stopped in between.
 */
export async function eraseEndedKeys({ engine, keyring, log }: Parts): Promise<void> {
  for (const { agent, publicKey } of await engine.read(endedKeptKeys)) {
    try {
      const isThere = (await keyring.has(agent)) && (await keyring.publicKey(agent)) === publicKey;
      if (isThere) await keyring.remove(agent);
    } catch (error) {
      // A damaged file keeps no node from opening; it opens nothing either.
      if (!(error instanceof Refusal)) throw error;
      log?.(`The ended key of ${agent} could not be erased: ${error.message}`);
    }
  }
}
