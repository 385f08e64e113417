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
  /** The key by which they came in, where it was one; a multikey. */
  readonly publicKey: string | null;
}

const COLUMNS = `hash, agent, way, made_at as madeAt, seen_at as seenAt,
  expires_at as expiresAt, browser, public_key as publicKey`;

/** Whoever came in by a key is in for no longer than it lives. */
const HOLDS = `not exists (select 1 from agent_keys k
  where k.public_key = sessions.public_key and k.ended_seq is not null)`;

/** Writes a new session, and forgets those that ended. */
export async function insertSession(tx: WriteTx, session: StoredSession): Promise<void> {
  await tx.run('delete from sessions where expires_at < ?', session.madeAt);
  await tx.run(
    `insert into sessions (hash, agent, way, made_at, seen_at, expires_at, browser, public_key)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    session.hash,
    session.agent,
    session.way,
    session.madeAt,
    session.seenAt,
    session.expiresAt,
    session.browser,
    session.publicKey,
  );
}

/** The session whose cookie has that hash, or undefined. */
export async function findSession(tx: Tx, hash: string): Promise<StoredSession | undefined> {
  return tx.get<StoredSession>(`select ${COLUMNS} from sessions where hash = ? and ${HOLDS}`, hash);
}

/** The sessions of an agent that hold at an instant, the one that was used last first. */
export async function sessionsOf(tx: Tx, agent: string, now: string): Promise<StoredSession[]> {
  return tx.all<StoredSession>(
    `select ${COLUMNS} from sessions where agent = ? and expires_at > ? and ${HOLDS}
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

/** Ends the sessions of those who came in by a key, and gives their hashes. */
export async function deleteSessionsBy(tx: WriteTx, publicKey: string): Promise<string[]> {
  const rows = await tx.all<{ hash: string }>(
    'delete from sessions where public_key = ? returning hash',
    publicKey,
  );
  return rows.map(({ hash }) => hash);
}
