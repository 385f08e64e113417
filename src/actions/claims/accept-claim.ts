import { addDuration } from '../../domain/agreements/duration.ts';
import type { Terms } from '../../domain/agreements/fields.ts';
import { accepted, cancelled } from '../../domain/ledger/bookings.ts';
import { growthKey, growthOf } from '../../domain/ledger/growth.ts';
import { cancel, join, mayLeaveDust, openTranche } from '../../domain/ledger/tranche.ts';
import { MAX_MINOR, amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { parseDecimal } from '../../domain/money/ratio.ts';
import { refuse } from '../../domain/refusals.ts';
import { findClaim, insertClaim, updateClaimExit } from '../../store/money/claims.ts';
import { book } from '../../store/money/ledger.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import {
  findTranche,
  insertTranche,
  listTranches,
  trancheTotals,
  updateTranche,
} from '../../store/money/tranches.ts';
import type { TrancheRow } from '../../store/money/tranches.ts';
import type { Situation } from '../action.ts';

/** What was accepted: by whom given, to which release, worth how much. */
export interface AcceptedClaim {
  readonly contribution: string;
  readonly release: string;
  readonly agent: string;
  readonly kind: string;
  /** Minor units of the work's currency, above zero. */
  readonly obligation: bigint;
  /** The terms that it came in under. */
  readonly terms: Terms;
  /** ISO day. */
  readonly acceptedOn: string;
}

const LAST_PRIORITY = 9;

/**
 * Lets a claim enter the tranche of its priority and rule of growth, and posts the receivable. A
 * tranche that was paid in full never reopens: what comes later enters a new one.
 *
 * @throws Refusal amount-too-large when the release would owe more than the books hold
 */
export async function acceptClaim(situation: Situation, given: AcceptedClaim): Promise<void> {
  const { tx, seq } = situation;
  const home = await currencyOfRelease(tx, given.release);
  const { outstanding, paid } = await trancheTotals(tx, given.release);
  const whole = outstanding + paid + given.obligation;
  if (whole > MAX_MINOR) refuse('amount-too-large', { text: String(whole), currency: home });
  const place = await placeOf(situation, given, home);
  const { tranche, claim } = join(place.row.state, given.obligation);
  const row = { ...place.row, state: tranche };
  if (place.isNew) await insertTranche(tx, row, seq);
  else await updateTranche(tx, row);
  await insertClaim(tx, {
    contribution: given.contribution,
    release: given.release,
    tranche: row.id,
    agent: given.agent,
    claim,
    seq,
    exitSeq: null,
  });
  const currency = currencyOf(situation.currencies, home);
  await book(
    tx,
    headOf(situation, 'contribution.accepted', given.contribution),
    accepted({
      release: given.release,
      tranche: row.id,
      amount: amount(given.obligation, currency),
    }),
  );
}

const headOf = ({ today, recordedAt, seq }: Situation, kind: string, subject: string) => ({
  kind,
  subject,
  happenedOn: today,
  writtenAt: recordedAt,
  seq,
});

async function placeOf(
  { tx }: Situation,
  given: AcceptedClaim,
  home: string,
): Promise<{ row: TrancheRow; isNew: boolean }> {
  const priority = priorityOf(given);
  const growth = growthKeyOf(given);
  const all = await listTranches(tx, given.release);
  const fitting = all.find(
    (row) => row.status === 'open' && row.priority === priority && row.growth === growth,
  );
  if (fitting !== undefined) return { row: fitting, isNew: false };
  const number = all.length + 1;
  const row: TrancheRow = {
    id: `${given.release}.${number}`,
    release: given.release,
    number,
    priority,
    growth,
    paidMinor: 0n,
    received: {},
    grownOn: null,
    status: 'open',
    state: openTranche(home),
  };
  return { row, isNew: true };
}

/** The priority that the agreement gives a claim; without tranches there is one. */
function priorityOf({ terms, kind, agent }: AcceptedClaim): number {
  if (terms.tranches === 'one') return 1;
  const rule = terms.tranches.find(
    ({ kinds, agents }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      (agents === undefined || agents.includes(agent)),
  );
  return rule?.priority ?? LAST_PRIORITY;
}

function growthKeyOf({ terms, kind, acceptedOn }: AcceptedClaim): string {
  const growth = growthOf(
    {
      yearlyRate: parseDecimal(terms['delay.rate']),
      ceiling: parseDecimal(terms['delay.ceiling']),
      return: parseDecimal(kind === 'cash' ? terms['return.cash'] : terms.return),
    },
    addDuration(acceptedOn, terms['delay.grace']),
  );
  return growthKey(growth);
}

/**
 * Cancels the claim of a contribution: what it has earned stays, its remainder is owed no more.
 * One that was accepted as a gift holds no claim, and nothing happens.
 */
export async function cancelClaim(situation: Situation, contribution: string): Promise<void> {
  const { tx, seq } = situation;
  const found = await findClaim(tx, contribution);
  if (found === undefined || found.exitSeq !== null) return;
  const row = await findTranche(tx, found.tranche);
  if (row === undefined) throw new Error(`The claim ${contribution} lies in no tranche.`);
  if (row.state.closed) return;
  const { tranche, claim, remainder } = cancel(row.state, found.claim);
  const closedAs = mayLeaveDust(tranche) ? 'closed' : 'settled';
  await updateTranche(tx, { ...row, state: tranche, status: tranche.closed ? closedAs : 'open' });
  await updateClaimExit(tx, contribution, claim, seq);
  const currency = currencyOf(situation.currencies, row.state.home);
  await book(
    tx,
    headOf(situation, 'contribution.cancelled', contribution),
    cancelled({ release: row.release, tranche: row.id, amount: amount(remainder, currency) }),
  );
}
