import type { Tx, WriteTx } from '../engine.ts';

/** How somebody came in. */
export type SessionWay = 'link' | 'passkey' | 'device';

/** Somebody who came in. Only the hash of what their cookie says is kept. */
export interface StoredSession {
  readonly hash: string;
  readonly agent: string;
  readonly way: SessionWay;
  readonly madeAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** The browser, as its owner knows it: "Firefox on Linux". */
  readonly browser: string | null;
}

const COLUMNS = `hash, agent, way, made_at as madeAt, seen_at as seenAt,
  expires_at as expiresAt, browser`;

/** Writes a new session, and forgets those that ended. */
export async function insertSession(tx: WriteTx, session: StoredSession): Promise<void> {
  await tx.run('delete from sessions where expires_at < ?', session.madeAt);
  await tx.run(
    `insert into sessions (hash, agent, way, made_at, seen_at, expires_at, browser)
       values (?, ?, ?, ?, ?, ?, ?)`,
    session.hash,
    session.agent,
    session.way,
    session.madeAt,
    session.seenAt,
    session.expiresAt,
    session.browser,
  );
}

/** The session whose cookie has that hash, or undefined. */
export async function findSession(tx: Tx, hash: string): Promise<StoredSession | undefined> {
  return tx.get<StoredSession>(`select ${COLUMNS} from sessions where hash = ?`, hash);
}

/** The sessions of an agent that hold at an instant, the one that was used last first. */
export async function sessionsOf(tx: Tx, agent: string, now: string): Promise<StoredSession[]> {
  return tx.all<StoredSession>(
    `select ${COLUMNS} from sessions where agent = ? and expires_at > ?
       order by seen_at desc, made_at desc, hash`,
    agent,
    now,
  );
}

/** Says when a session was last used, and until when it now holds. */
export async function touchSession(
  tx: WriteTx,
  { hash, seenAt, expiresAt }: Pick<StoredSession, 'hash' | 'seenAt' | 'expiresAt'>,
): Promise<void> {
  await tx.run(
    'update sessions set seen_at = ?, expires_at = ? where hash = ?',
    seenAt,
    expiresAt,
    hash,
  );
}

/** Ends a session; one that is not there is ended already. */
export async function deleteSession(tx: WriteTx, hash: string): Promise<void> {
  await tx.run('delete from sessions where hash = ?', hash);
}
