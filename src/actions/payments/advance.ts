import { poolAccount } from '../../domain/ledger/accounts.ts';
import { advanceReturned } from '../../domain/ledger/bookings.ts';
import { amount } from '../../domain/money/amount.ts';
import { book, movedOn } from '../../store/money/ledger.ts';
import type { TransferHead } from '../../store/money/ledger.ts';
import type { Tx } from '../../store/engine.ts';
import type { Income } from './income.ts';

/** Under these heads a pool is debited only where an advance goes back. */
const REFILLING = ['payment.received', 'work.swept'];

/**
 * Gives the reserve back what it had advanced to payouts, as far as the deficit for which it did
 * was refilled now. Looks at the ledger only where something was refilled.
 */
export async function returnAdvance(
  tx: Tx,
  head: TransferHead,
  { income, refilled }: { readonly income: Income; readonly refilled: bigint },
): Promise<void> {
  if (refilled === 0n) return;
  const { work, release, currency } = income;
  const asked = { account: poolAccount(release.id), currency: currency.code };
  const { credits } = await movedOn(tx, { ...asked, kinds: ['payout.recorded'] });
  const { debits } = await movedOn(tx, { ...asked, kinds: REFILLING });
  const advanced = credits - debits;
  const back = refilled < advanced ? refilled : advanced;
  if (back <= 0n) return;
  const moved = { work: work.id, release: release.id, amount: amount(back, currency) };
  await book(tx, head, advanceReturned(moved));
}
