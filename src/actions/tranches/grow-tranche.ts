import { z } from 'zod';
import { growth as growthPostings } from '../../domain/ledger/bookings.ts';
import { growthDue, growthFromKey, quarterGrowth } from '../../domain/ledger/growth.ts';
import { grow } from '../../domain/ledger/tranche.ts';
import { MAX_MINOR, amount, toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { book } from '../../store/money/ledger.ts';
import { findTranche, trancheTotals, updateTranche } from '../../store/money/tranches.ts';
import { action } from '../action.ts';
import { day, trancheId } from '../shapes.ts';

/**
 * What a tranche is still owed grows at the end of a quarter, as its agreement says. The calendar's
 * act, by the node's own agent.
 */
export const growTranche = action({
  type: 'tranche.grown',
  internal: true,
  body: z.strictObject({ tranche: trancheId, on: day }),
  async run({ id: subject, body }, { tx, seq, recordedAt, today, currencies }) {
    const row = await findTranche(tx, body.tranche);
    const rule = row === undefined ? undefined : growthFromKey(row.growth);
    if (row === undefined || rule === undefined) throw new Error('Only what has a rule grows.');
    if (growthDue(rule, row.grownOn, today)[0] !== body.on) {
      throw new Error(`${body.tranche} does not grow on ${body.on}.`);
    }
    const wanted = row.state.closed ? 0n : quarterGrowth(row.state, rule);
    // What a release owes never outgrows what the books can hold.
    const { outstanding, paid } = await trancheTotals(tx, row.release);
    const room = MAX_MINOR - outstanding - paid;
    const added = wanted < room ? wanted : room;
    await updateTranche(tx, { ...row, state: grow(row.state, added), grownOn: body.on });
    const currency = currencyOf(currencies, row.state.home);
    await book(
      tx,
      { kind: 'tranche.grown', subject, happenedOn: body.on, writtenAt: recordedAt, seq },
      growthPostings({
        release: row.release,
        tranche: row.id,
        amount: amount(added, currency),
      }),
    );
  },
  async answer({ body }, { tx, currencies }) {
    const row = await findTranche(tx, body.tranche);
    if (row === undefined) throw new Error(`There is no tranche ${body.tranche}.`);
    const currency = currencyOf(currencies, row.state.home);
    return { tranche: row.id, owed: toMoney(amount(row.state.outstanding, currency)) };
  },
});
