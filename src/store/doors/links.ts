import type { Tx, WriteTx } from '../engine.ts';

/** A link that lets an agent in once. Only the hash of its code is kept. */
export interface StoredLink {
  readonly hash: string;
  readonly agent: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** Writes a new link, and forgets those that ended before `forgetBefore`. */
export async function insertLink(
  tx: WriteTx,
  { hash, agent, expiresAt }: Omit<StoredLink, 'usedAt'>,
  forgetBefore: string,
): Promise<void> {
  await tx.run('delete from links where expires_at < ?', forgetBefore);
  await tx.run(
    'insert into links (hash, agent, expires_at) values (?, ?, ?)',
    hash,
    agent,
    expiresAt,
  );
}

/** The link whose code has that hash, or undefined. */
export async function findLink(tx: Tx, hash: string): Promise<StoredLink | undefined> {
  return tx.get<StoredLink>(
    `select hash, agent, expires_at as expiresAt, used_at as usedAt from links where hash = ?`,
    hash,
  );
}

/** Says that a link was used. */
export async function useLink(tx: WriteTx, hash: string, at: string): Promise<void> {
  await tx.run('update links set used_at = ? where hash = ?', at, hash);
}
