import type { Tx, WriteTx } from './engine.ts';

/** What became of one import, as it was told first. `outcome` is JSON. */
export interface StoredImport {
  readonly id: string;
  readonly work: string;
  readonly outcome: unknown;
  readonly seq: number;
}

/** Writes what became of an import. */
export async function insertImport(tx: WriteTx, row: StoredImport): Promise<void> {
  await tx.run(
    'insert into imports (id, work, outcome, seq) values (?, ?, ?, ?)',
    row.id,
    row.work,
    JSON.stringify(row.outcome),
    BigInt(row.seq),
  );
}

/** What became of the import of that id, or undefined. */
export async function findImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  const row = await tx.get<{ id: string; work: string; outcome: string; seq: bigint }>(
    'select id, work, outcome, seq from imports where id = ?',
    id,
  );
  if (row === undefined) return undefined;
  return { ...row, outcome: JSON.parse(row.outcome) as unknown, seq: Number(row.seq) };
}
