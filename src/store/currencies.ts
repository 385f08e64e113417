import type { Tx, WriteTx } from './engine.ts';

/** A currency that the node's people added beside those of ISO 4217. */
export interface StoredCurrency {
  readonly code: string;
  /** Decimals, 0 to 18. */
  readonly scale: number;
  readonly name: string;
}

/** Writes a currency of the node's own. */
export async function insertCurrency(
  tx: WriteTx,
  { code, scale, name }: StoredCurrency,
  seq: number,
): Promise<void> {
  await tx.run(
    'insert into currencies (code, scale, name, seq) values (?, ?, ?, ?)',
    code,
    BigInt(scale),
    name,
    BigInt(seq),
  );
}

/** The node's own currencies, in the order in which they were added. */
export async function ownCurrencies(tx: Tx): Promise<StoredCurrency[]> {
  const rows = await tx.all<{ code: string; scale: bigint; name: string }>(
    'select code, scale, name from currencies order by rowid',
  );
  return rows.map((row) => ({ ...row, scale: Number(row.scale) }));
}
