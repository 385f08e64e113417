import { z } from 'zod';
import { dustToReserve } from '../../domain/ledger/bookings.ts';
import { dust } from '../../domain/ledger/tranche.ts';
import type { Claim } from '../../domain/ledger/tranche.ts';
import { amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { listClaimsOfTranche } from '../../store/money/claims.ts';
import { book } from '../../store/money/ledger.ts';
import { findPool, savePool } from '../../store/money/pools.ts';
import { findTranche, updateTranche } from '../../store/money/tranches.ts';
import type { TrancheRow } from '../../store/money/tranches.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { knownRelease } from '../works/known-work.ts';

/**
 * The dust of a tranche that closed goes to the work's reserve: under one unit for each holder and
 * currency. Afterwards, never on the path of the payment that closed it, as every holder's earnings
 * are computed for it.
 */
export const settleTranche = action({
  type: 'tranche.settled',
  internal: true,
  body: z.strictObject({}),
  async run({ id }, situation) {
    const row = await findTranche(situation.tx, id);
    if (row?.status !== 'closed') throw new Error(`${id} has no dust to settle.`);
    const holders = await claimsByHolder(situation, id);
    for (const [code, minor] of Object.entries(dust(row.state, row.received, holders))) {
      if (minor > 0n) await toReserve(situation, row, { code, minor });
    }
    await updateTranche(situation.tx, { ...row, status: 'settled' });
  },
  async answer({ id }) {
    return { tranche: id };
  },
});

async function claimsByHolder({ tx }: Situation, tranche: string): Promise<Iterable<Claim[]>> {
  const holders = new Map<string, Claim[]>();
  for (const { agent, claim } of await listClaimsOfTranche(tx, tranche)) {
    holders.set(agent, [...(holders.get(agent) ?? []), claim]);
  }
  return holders.values();
}

async function toReserve(
  { tx, seq, recordedAt, today, currencies }: Situation,
  row: TrancheRow,
  { code, minor }: { readonly code: string; readonly minor: bigint },
): Promise<void> {
  const { work } = await knownRelease(tx, row.release);
  const pool = await findPool(tx, row.release, code);
  await savePool(tx, { ...pool, allottedMinor: pool.allottedMinor - minor });
  await book(
    tx,
    { kind: 'tranche.settled', subject: row.id, happenedOn: today, writtenAt: recordedAt, seq },
    dustToReserve({
      work,
      release: row.release,
      amount: amount(minor, currencyOf(currencies, code)),
    }),
  );
}
