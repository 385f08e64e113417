import { createHash } from 'node:crypto';
import type { Tx } from './engine.ts';

/** Every table of the books, with the order in which its rows are compared. */
export const TABLES: Readonly<Record<string, string>> = {
  acts: 'seq',
  record_tiles: 'level, idx',
  checkpoints: 'size',
  node: 'id',
  agents: 'id',
  agent_keys: 'public_key',
  currencies: 'code',
  kinds: 'id',
  works: 'id',
  releases: 'id',
  release_upstreams: 'release, upstream',
  agreements: 'id',
  agreement_signatures: 'agreement, agent',
  adoptions: 'release, agreement',
  imports: 'id',
  contributions: 'id',
  reviews: 'id',
  tranches: 'id',
  claims: 'contribution',
  pools: 'release, currency',
  payments: 'id',
  reversals: 'id',
  payouts: 'id',
  payout_parts: 'payout, source',
  sweeps: 'id',
  invitations: 'id',
  consents: 'work, agent',
  quotes: 'id',
  accounts: 'name, currency',
  transfers: 'id',
  entries: 'transfer, position',
};

/** How many rows a table has, and a hash over all that stands in them. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

const cell = (value: unknown): string => {
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'bigint') return `i${value}`;
  return JSON.stringify(value);
};

/** One digest a table: two stores that hold the same books have the same digests. */
export async function digestTables(tx: Tx): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const [table, order] of Object.entries(TABLES)) {
    const hash = createHash('sha256');
    let rows = 0;
    await tx.each<Record<string, unknown>>(`select * from ${table} order by ${order}`, (row) => {
      rows++;
      hash.update(`${Object.values(row).map(cell).join('\t')}\n`);
    });
    digests.push({ table, rows, sha256: hash.digest('hex') });
  }
  return digests;
}

/** The tables in which two stores differ. */
export function differingTables(
  left: readonly TableDigest[],
  right: readonly TableDigest[],
): string[] {
  return left
    .filter((digest) => {
      const other = right.find(({ table }) => table === digest.table);
      return other?.sha256 !== digest.sha256;
    })
    .map(({ table }) => table);
}
