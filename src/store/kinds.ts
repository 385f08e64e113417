import type { Tx, WriteTx } from './engine.ts';

/** Writes a kind of contribution that the node's people added. `body` is the kind as JSON. */
export async function insertKind(
  tx: WriteTx,
  { id, body, seq }: { id: string; body: unknown; seq: number },
): Promise<void> {
  await tx.run(
    'insert into kinds (id, body, seq) values (?, ?, ?)',
    id,
    JSON.stringify(body),
    BigInt(seq),
  );
}

/** The node's own kinds, as they were written, in the order in which they were added. */
export async function ownKinds(tx: Tx): Promise<unknown[]> {
  const rows = await tx.all<{ body: string }>('select body from kinds order by rowid');
  return rows.map((row): unknown => JSON.parse(row.body));
}
