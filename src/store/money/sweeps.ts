import type { Tx } from '../engine.ts';
import type { TrancheShare } from './payments.ts';

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
  /** What it gave each tranche; absent in sweeps of before it was kept. */
  readonly given?: readonly TrancheShare[];
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

/** The sweeps that gave a tranche something, in the order of the record. */
export async function listSweepsInto(tx: Tx, tranche: string): Promise<SweepRow[]> {
  const rows = await tx.all<{ id: string; body: string; seq: bigint }>(
    'select id, body, seq from sweeps where instr(body, ?) > 0 order by seq',
    JSON.stringify({ tranche }).slice(1, -1),
  );
  return rows.map(({ id, body, seq }) => ({
    id,
    moves: JSON.parse(body) as SweepMove[],
    seq: Number(seq),
  }));
}
