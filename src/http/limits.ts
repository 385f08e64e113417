// How often somebody may try: so that codes cannot be guessed, and a door cannot be kept busy.

import { refuse } from '../domain/refusals.ts';

/** So many attempts within so many seconds. */
export interface Limit {
  readonly attempts: number;
  readonly seconds: number;
}

/** From one address: to come in, to read an invitation, to join. */
export const PER_ADDRESS: Limit = { attempts: 30, seconds: 300 };

/**
 * From one address: to ask after a quote, a key or a public page that the node does not know. A new
 * device asks every three seconds until its key is added, and several may share an address.
 */
export const ASKED_AFTER: Limit = { attempts: 300, seconds: 300 };

/** For one code, link, agent or passkey, from wherever. */
export const PER_CODE: Limit = { attempts: 10, seconds: 300 };

/** How many counts are kept; beyond, those that are over are forgotten, then the oldest. */
const COUNTS_MAX = 10_000;

interface Count {
  readonly endsAt: number;
  attempts: number;
}

/** Counts attempts, in windows of time that begin with the first one. */
export class Limits {
  readonly #clock: () => Date;
  readonly #counts = new Map<string, Count>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** Counts one attempt. @throws Refusal too-many-attempts */
  take(what: string, { attempts, seconds }: Limit): void {
    const now = this.#clock().getTime();
    const known = this.#counts.get(what);
    // A clock that was set back must not lock a door for longer than its window.
    const isOver =
      known === undefined || known.endsAt <= now || known.endsAt > now + seconds * 1000;
    if (isOver) {
      this.#forget(now);
      this.#counts.delete(what);
      this.#counts.set(what, { endsAt: now + seconds * 1000, attempts: 1 });
      return;
    }
    if (known.attempts >= attempts) {
      refuse('too-many-attempts', { seconds: Math.ceil((known.endsAt - now) / 1000) });
    }
    known.attempts++;
  }

  #forget(now: number): void {
    if (this.#counts.size < COUNTS_MAX) return;
    for (const [what, { endsAt }] of this.#counts) {
      if (endsAt <= now) this.#counts.delete(what);
    }
    for (const what of this.#counts.keys()) {
      if (this.#counts.size < COUNTS_MAX) return;
      this.#counts.delete(what);
    }
  }
}
