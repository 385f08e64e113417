import type { Tx } from '../engine.ts';

/** Money that moved in a sweep; amounts are minor units as decimal text. */
export interface SweepMove {
  /** The release that held it, or an account of gifts. */
  readonly from: string;
  /** The release that it was held for. */
  readonly to: string;
  readonly currency: string;
  readonly moved: string;
  /** What was not needed, and went back to the pool, or the reserve, of the holder. */
  readonly back: string;
  readonly toReserve: string;
}

/** A sweep. */
export interface SweepRow {
  readonly id: string;
  readonly moves: readonly SweepMove[];
  readonly seq: number;
}

/** Writes a sweep. */
export async function insertSweep(tx: Tx, row: SweepRow): Promise<void> {
  await tx.run(
    'insert into sweeps (id, body, seq) values (?, ?, ?)',
    row.id,
    JSON.stringify(row.moves),
    row.seq,
  );
}

/** The sweep of that id, if there is one. */
export async function findSweep(tx: Tx, id: string): Promise<SweepRow | undefined> {
  const row = await tx.get<{ id: string; body: string; seq: bigint }>(
    'select id, body, seq from sweeps where id = ?',
    id,
  );
  if (row === undefined) return undefined;
  return { id: row.id, moves: JSON.parse(row.body) as SweepMove[], seq: Number(row.seq) };
}
