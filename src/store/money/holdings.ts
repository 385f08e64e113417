import { accountOf } from '../../domain/ledger/accounts.ts';
import { listAccountBalances } from './ledger.ts';
import type { Tx } from '../engine.ts';

/** What one release holds for another that it builds on, in one currency. */
export interface Holding {
  readonly downstream: string;
  readonly upstream: string;
  readonly currency: string;
  /** Minor units, above zero. */
  readonly minor: bigint;
}

/** Everything that is held for upstreams, on the whole node, in a fixed order. */
export async function listHoldings(tx: Tx): Promise<Holding[]> {
  const accounts = await listAccountBalances(tx, 'held:');
  return accounts.flatMap(({ name, currency, balanceMinor }) => {
    const [downstream, upstream] = accountOf(name).ids;
    if (downstream === undefined || upstream === undefined) return [];
    // Held money is a liability, so its balance stands below zero.
    return balanceMinor < 0n ? [{ downstream, upstream, currency, minor: -balanceMinor }] : [];
  });
}

/** What all releases together hold for one upstream in a currency, minor units. */
export async function heldFor(tx: Tx, upstream: string, currency: string): Promise<bigint> {
  const holdings = await listHoldings(tx);
  return holdings
    .filter((holding) => holding.upstream === upstream && holding.currency === currency)
    .reduce((sum, { minor }) => sum + minor, 0n);
}
