import type { Tx, WriteTx } from '../engine.ts';

/** An invitation to a work. Only the hash of its code is kept until somebody joins by it. */
export interface StoredInvitation {
  readonly id: string;
  readonly codeHash: string;
  readonly work: string;
  readonly release: string | null;
  /** The imported author who is expected to join by it. */
  readonly unclaimed: string | null;
  readonly role: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly joinedBy: string | null;
  readonly joinedAt: string | null;
  readonly revokedAt: string | null;
  readonly seq: number;
}

type InvitationRow = Omit<StoredInvitation, 'seq'> & { readonly seq: bigint };

const COLUMNS = `id, code_hash as codeHash, work, release, unclaimed, role, made_by as madeBy,
  made_at as madeAt, expires_at as expiresAt, joined_by as joinedBy, joined_at as joinedAt,
  revoked_at as revokedAt, seq`;

const fromRow = (row: InvitationRow): StoredInvitation => ({ ...row, seq: Number(row.seq) });

/** Writes a new invitation. */
export async function insertInvitation(
  tx: WriteTx,
  it: Omit<StoredInvitation, 'joinedBy' | 'joinedAt' | 'revokedAt'>,
): Promise<void> {
  await tx.run(
    `insert into invitations (id, code_hash, work, release, unclaimed, role, made_by, made_at,
       expires_at, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    it.id,
    it.codeHash,
    it.work,
    it.release,
    it.unclaimed,
    it.role,
    it.madeBy,
    it.madeAt,
    it.expiresAt,
    BigInt(it.seq),
  );
}

/** The invitation of that id, or undefined. */
export async function findInvitation(tx: Tx, id: string): Promise<StoredInvitation | undefined> {
  const row = await tx.get<InvitationRow>(`select ${COLUMNS} from invitations where id = ?`, id);
  return row === undefined ? undefined : fromRow(row);
}

/** The invitation whose code has that hash, or undefined. */
export async function findInvitationByCode(
  tx: Tx,
  codeHash: string,
): Promise<StoredInvitation | undefined> {
  const row = await tx.get<InvitationRow>(
    `select ${COLUMNS} from invitations where code_hash = ?`,
    codeHash,
  );
  return row === undefined ? undefined : fromRow(row);
}

/** The invitations to a work, in the order in which they were made. */
export async function invitationsOf(tx: Tx, work: string): Promise<StoredInvitation[]> {
  const rows = await tx.all<InvitationRow>(
    `select ${COLUMNS} from invitations where work = ? order by seq`,
    work,
  );
  return rows.map(fromRow);
}

/** Says who joined by an invitation. */
export async function setJoined(
  tx: WriteTx,
  { id, agent, at }: { readonly id: string; readonly agent: string; readonly at: string },
): Promise<void> {
  await tx.run('update invitations set joined_by = ?, joined_at = ? where id = ?', agent, at, id);
}

/** Says that an invitation was taken back. */
export async function setRevoked(
  tx: WriteTx,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: string },
): Promise<void> {
  await tx.run('update invitations set revoked_by = ?, revoked_at = ? where id = ?', by, at, id);
}
