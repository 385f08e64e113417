import type { Tx, WriteTx } from '../engine.ts';

/** A passkey by which an agent comes in. The private half is in their device. */
export interface StoredPasskey {
  /** As the authenticator gives it, base64url. */
  readonly id: string;
  readonly agent: string;
  readonly name: string;
  /** The host name that it is bound to. */
  readonly rpId: string;
  /** COSE key. */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly madeAt: string;
  readonly usedAt: string | null;
}

interface PasskeyRow {
  readonly id: string;
  readonly agent: string;
  readonly name: string;
  readonly rp_id: string;
  readonly public_key: Uint8Array;
  readonly counter: bigint;
  readonly transports: string;
  readonly made_at: string;
  readonly used_at: string | null;
}

const fromRow = (row: PasskeyRow): StoredPasskey => ({
  id: row.id,
  agent: row.agent,
  name: row.name,
  rpId: row.rp_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: JSON.parse(row.transports) as string[],
  madeAt: row.made_at,
  usedAt: row.used_at,
});

/** Writes a new passkey. */
export async function insertPasskey(tx: WriteTx, it: StoredPasskey): Promise<void> {
  await tx.run(
    `insert into passkeys (id, agent, name, rp_id, public_key, counter, transports, made_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    it.id,
    it.agent,
    it.name,
    it.rpId,
    it.publicKey,
    BigInt(it.counter),
    JSON.stringify(it.transports),
    it.madeAt,
  );
}

/** The passkey of that id, or undefined. */
export async function findPasskey(tx: Tx, id: string): Promise<StoredPasskey | undefined> {
  const row = await tx.get<PasskeyRow>('select * from passkeys where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

/** The passkeys of an agent, the oldest first. */
export async function passkeysOf(tx: Tx, agent: string): Promise<StoredPasskey[]> {
  const rows = await tx.all<PasskeyRow>(
    'select * from passkeys where agent = ? order by made_at, id',
    agent,
  );
  return rows.map(fromRow);
}

/** Says that a passkey was used. */
export async function touchPasskey(
  tx: WriteTx,
  {
    id,
    counter,
    usedAt,
  }: { readonly id: string; readonly counter: number; readonly usedAt: string },
): Promise<void> {
  await tx.run(
    'update passkeys set counter = ?, used_at = ? where id = ?',
    BigInt(counter),
    usedAt,
    id,
  );
}

/** Gives a passkey another name. */
export async function renamePasskey(tx: WriteTx, id: string, name: string): Promise<void> {
  await tx.run('update passkeys set name = ? where id = ?', name, id);
}

/** Forgets a passkey. */
export async function deletePasskey(tx: WriteTx, id: string): Promise<void> {
  await tx.run('delete from passkeys where id = ?', id);
}
