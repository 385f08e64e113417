// Who is at the door. What is kept here is of this machine alone, and never enters the record.

import { sha256Hex } from '../../domain/record/hash.ts';
import { refuse } from '../../domain/refusals.ts';
import { findLink, insertLink, useLink } from '../../store/doors/links.ts';
import {
  deleteSession,
  deleteSessionsBy,
  findSession,
  insertSession,
} from '../../store/doors/sessions.ts';
import { sessionsOf, touchSession } from '../../store/doors/sessions.ts';
import { keepCheck, lastCheck } from '../../store/doors/checks.ts';
import type { StoredCheck } from '../../store/doors/checks.ts';
import { Passkeys } from './passkeys.ts';
import type { SessionWay, StoredSession } from '../../store/doors/sessions.ts';
import type { Engine } from '../../store/engine.ts';

/** What a doorkeeper needs. */
export interface DoorkeeperParts {
  readonly engine: Engine;
  readonly clock: () => Date;
  /** Fresh random bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
}

/** A session as it was just made: `secret` goes into the cookie and is kept nowhere else. */
export interface NewSession {
  readonly secret: string;
  readonly agent: string;
  readonly way: SessionWay;
  readonly expiresAt: string;
}

/** A session as its agent sees it. `id` says which it is, and opens nothing. */
export interface SessionLine {
  readonly id: string;
  readonly way: SessionWay;
  readonly browser: string | null;
  readonly madeAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** So much of the hash of a session's secret says which session it is. */
const SESSION_ID = 16;

/** A link that lets its agent in once: `code` is kept nowhere else. */
export interface NewLink {
  readonly code: string;
  readonly agent: string;
  readonly expiresAt: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How long somebody may take to answer a challenge, and how many can be under way. */
const CHALLENGE_MINUTES = 5;
const CHALLENGES_MAX = 1000;

/** How long a one-time link holds. */
export const LINK_MINUTES = 30;

/** How long a session holds after it was last used, and how long at most. */
export const SESSION_DAYS = { unused: 30, atMost: 180 } as const;

/** How often at most it is written down that a session is used. */
const TOUCH_EVERY = 60 * MINUTE;

const SECRET_BYTES = 32;
const CODE_BYTES = 16;

/**
 * Keeps the doors of a node: one-time links and sessions. Secrets are looked up by their hash, so
 * that neither the time of an answer nor the file of the database gives one away.
 */
export class Doorkeeper {
  readonly #parts: DoorkeeperParts;
  readonly #challenges = new Map<string, { purpose: string; expiresAt: string }>();
  /** Who is to be told when a session ends, by the hash of its secret. */
  readonly #attending = new Map<string, Set<() => void>>();
  /** The passkeys by which agents come in. */
  readonly passkeys: Passkeys;

  constructor(parts: DoorkeeperParts) {
    this.#parts = parts;
    this.passkeys = new Passkeys(parts, this);
  }

  /** A link by which an agent comes in, once, within half an hour. */
  async makeLink(agent: string): Promise<NewLink> {
    const code = this.#secret(CODE_BYTES);
    const expiresAt = this.#in(LINK_MINUTES * MINUTE);
    const link = { hash: sha256Hex(code), agent, expiresAt };
    const forgetBefore = this.#in(-DAY);
    await this.#parts.engine.write((tx) => insertLink(tx, link, forgetBefore));
    return { code, agent, expiresAt };
  }

  /** Comes in by a link. @throws Refusal link-unknown, link-used, link-expired */
  async enterByLink(code: string, browser?: string): Promise<NewSession> {
    const hash = sha256Hex(code);
    const now = this.#in(0);
    const agent = await this.#parts.engine.write(async (tx) => {
      const link = (await findLink(tx, hash)) ?? refuse('link-unknown');
      if (link.usedAt !== null) refuse('link-used', { at: link.usedAt });
      if (link.expiresAt <= now) refuse('link-expired', { at: link.expiresAt });
      await useLink(tx, hash, now);
      return link.agent;
    });
    return this.open(agent, 'link', browser);
  }

  /** Opens a session for an agent who has shown who they are; `key`: by which key of theirs. */
  async open(agent: string, way: SessionWay, browser?: string, key?: string): Promise<NewSession> {
    const secret = this.#secret(SECRET_BYTES);
    const now = this.#in(0);
    const expiresAt = this.#in(SESSION_DAYS.unused * DAY);
    const session = {
      agent,
      way,
      madeAt: now,
      seenAt: now,
      expiresAt,
      browser: browser ?? null,
      publicKey: key ?? null,
    };
    await this.#parts.engine.write((tx) =>
      insertSession(tx, { ...session, hash: sha256Hex(secret) }),
    );
    return { secret, agent, way, expiresAt };
  }

  /** Whose session it is; it then holds for longer. @throws Refusal session-ended */
  async session(secret: string): Promise<StoredSession> {
    const hash = sha256Hex(secret);
    const found = await this.#parts.engine.read((tx) => findSession(tx, hash));
    const now = this.#parts.clock().getTime();
    if (found === undefined || Date.parse(found.expiresAt) <= now) return refuse('session-ended');
    if (now - Date.parse(found.seenAt) < TOUCH_EVERY) return found;
    const last = Date.parse(found.madeAt) + SESSION_DAYS.atMost * DAY;
    const until = Math.min(now + SESSION_DAYS.unused * DAY, last);
    const touched = {
      ...found,
      seenAt: new Date(now).toISOString(),
      expiresAt: new Date(until).toISOString(),
    };
    await this.#parts.engine.write((tx) => touchSession(tx, touched));
    return touched;
  }

  /** A challenge to be answered once, for a purpose: whoever asks, and for what. */
  challenge(purpose: string): { readonly challenge: string; readonly expiresAt: string } {
    const now = this.#in(0);
    for (const [known, { expiresAt }] of this.#challenges) {
      const isFull = this.#challenges.size >= CHALLENGES_MAX;
      if (expiresAt <= now || isFull) this.#challenges.delete(known);
    }
    const challenge = this.#secret(SECRET_BYTES);
    const expiresAt = this.#in(CHALLENGE_MINUTES * MINUTE);
    this.#challenges.set(challenge, { purpose, expiresAt });
    return { challenge, expiresAt };
  }

  /**
   * Takes a challenge back: it was for that purpose, and is used up. @throws Refusal challenge-
   * over
   */
  answered(challenge: string, purpose: string): void {
    const found = this.#challenges.get(challenge);
    this.#challenges.delete(challenge);
    const holds = found?.purpose === purpose && found.expiresAt > this.#in(0);
    if (!holds) refuse('challenge-over');
  }

  /** Ends a session. One that is over already stays so. */
  async close(secret: string): Promise<void> {
    const hash = sha256Hex(secret);
    await this.#parts.engine.write((tx) => deleteSession(tx, hash));
    this.#ended(hash);
  }

  /** Ends the sessions of whoever came in by a key that was ended. */
  async keyEnded(publicKey: string): Promise<void> {
    const ended = await this.#parts.engine.write((tx) => deleteSessionsBy(tx, publicKey));
    for (const hash of ended) this.#ended(hash);
  }

  /** Tells when a session is ended, by whoever; what it gives ends the telling. */
  attend(secret: string, tell: () => void): () => void {
    const hash = sha256Hex(secret);
    const attending = this.#attending.get(hash) ?? new Set();
    this.#attending.set(hash, attending.add(tell));
    return () => {
      attending.delete(tell);
      if (attending.size === 0) this.#attending.delete(hash);
    };
  }

  /** The sessions of an agent, the last used first; `secret` is that of whoever asks. */
  async sessions(agent: string, secret?: string): Promise<SessionLine[]> {
    const own = secret === undefined ? undefined : sha256Hex(secret);
    const now = this.#in(0);
    const found = await this.#parts.engine.read((tx) => sessionsOf(tx, agent, now));
    return found.map(({ hash, agent: _, publicKey: __, ...session }) => ({
      id: hash.slice(0, SESSION_ID),
      ...session,
      current: hash === own,
    }));
  }

  /** Ends one session of an agent. @throws Refusal session-unknown */
  async end(agent: string, id: string): Promise<void> {
    const now = this.#in(0);
    const ended = await this.#parts.engine.write(async (tx) => {
      const found = (await sessionsOf(tx, agent, now)).find(
        ({ hash }) => hash.slice(0, SESSION_ID) === id,
      );
      if (found === undefined) return refuse('session-unknown', { id: id.slice(0, 100) });
      await deleteSession(tx, found.hash);
      return found.hash;
    });
    this.#ended(ended);
  }

  /** Writes down what came of a check of everything, for whoever asks when the last one was. */
  async checked({ status, entries }: Omit<StoredCheck, 'at'>): Promise<void> {
    const at = this.#in(0);
    await this.#parts.engine.write((tx) => keepCheck(tx, { at, status, entries }));
  }

  /** The last check of everything, or undefined where there was none. */
  lastCheck(): Promise<StoredCheck | undefined> {
    return this.#parts.engine.read(lastCheck);
  }

  #ended(hash: string): void {
    const attending = this.#attending.get(hash) ?? [];
    this.#attending.delete(hash);
    for (const tell of attending) tell();
  }

  #secret(bytes: number): string {
    return Buffer.from(this.#parts.random(bytes)).toString('base64url');
  }

  #in(milliseconds: number): string {
    return new Date(this.#parts.clock().getTime() + milliseconds).toISOString();
  }
}
