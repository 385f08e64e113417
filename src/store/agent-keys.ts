import type { ChainedKey } from '../domain/agents/key-chain.ts';
import type { Tx, WriteTx } from './engine.ts';

/** A key as the books have it. */
export interface StoredKey extends ChainedKey {
  readonly agent: string;
  readonly reason: string | null;
}

interface KeyRow {
  readonly public_key: string;
  readonly agent: string;
  readonly name: string | null;
  readonly kept_by_node: bigint;
  readonly seq: bigint;
  readonly ended_seq: bigint | null;
  readonly reason: string | null;
}

const fromRow = (row: KeyRow): StoredKey => ({
  publicKey: row.public_key,
  agent: row.agent,
  name: row.name,
  keptByNode: row.kept_by_node === 1n,
  from: Number(row.seq),
  to: row.ended_seq === null ? null : Number(row.ended_seq),
  reason: row.reason,
});

/** The key of an agent that stands in `agents`: the first that lives. */
const STANDING = `update agents set
  public_key = (select k.public_key from agent_keys k
    where k.agent = agents.id and k.ended_seq is null order by k.seq limit 1),
  kept_by_node = exists (select 1 from agent_keys k
    where k.agent = agents.id and k.ended_seq is null and k.kept_by_node = 1)
  where id = ?`;

/** Writes a key that came to an agent. */
export async function insertKey(tx: WriteTx, agent: string, key: ChainedKey): Promise<void> {
  await tx.run(
    'insert into agent_keys (public_key, agent, name, kept_by_node, seq) values (?, ?, ?, ?, ?)',
    key.publicKey,
    agent,
    key.name,
    key.keptByNode ? 1n : 0n,
    BigInt(key.from),
  );
}

/** Writes by which entry a key was ended, and which key of its agent stands from then on. */
export async function endKey(
  tx: WriteTx,
  agent: string,
  ended: { readonly publicKey: string; readonly seq: number; readonly reason: string | null },
): Promise<void> {
  await tx.run(
    'update agent_keys set ended_seq = ?, reason = ? where public_key = ?',
    BigInt(ended.seq),
    ended.reason,
    ended.publicKey,
  );
  await tx.run(STANDING, agent);
}

/** The key of that text, whoever's it is, or undefined. */
export async function findKey(tx: Tx, publicKey: string): Promise<StoredKey | undefined> {
  const row = await tx.get<KeyRow>('select * from agent_keys where public_key = ?', publicKey);
  return row === undefined ? undefined : fromRow(row);
}

/** All keys that an agent ever had, in the order in which they came. */
export async function keysOf(tx: Tx, agent: string): Promise<StoredKey[]> {
  const rows = await tx.all<KeyRow>(
    'select * from agent_keys where agent = ? order by seq, public_key',
    agent,
  );
  return rows.map(fromRow);
}

/** The keys that a node kept and that were ended: it needs them no more. */
export async function endedKeptKeys(tx: Tx): Promise<StoredKey[]> {
  const rows = await tx.all<KeyRow>(
    'select * from agent_keys where kept_by_node = 1 and ended_seq is not null order by seq',
  );
  return rows.map(fromRow);
}
