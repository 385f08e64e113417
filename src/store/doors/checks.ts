import type { Tx, WriteTx } from '../engine.ts';

/** A check of everything, and what came of it. */
export interface StoredCheck {
  readonly at: string;
  readonly status: 'sound' | 'damaged';
  readonly entries: number;
}

/** Writes down a check, in place of those before. */
export async function keepCheck(tx: WriteTx, check: StoredCheck): Promise<void> {
  await tx.run('delete from checks');
  await tx.run(
    'insert into checks (at, status, entries) values (?, ?, ?)',
    check.at,
    check.status,
    BigInt(check.entries),
  );
}

/** The last check, or undefined where there was none. */
export async function lastCheck(tx: Tx): Promise<StoredCheck | undefined> {
  const row = await tx.get<Omit<StoredCheck, 'entries'> & { readonly entries: bigint }>(
    'select at, status, entries from checks order by at desc limit 1',
  );
  return row === undefined ? undefined : { ...row, entries: Number(row.entries) };
}
