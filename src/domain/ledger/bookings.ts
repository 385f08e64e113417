import type { Amount } from '../money/amount.ts';
import {
  cashAccount,
  claimsAccount,
  giftAccount,
  heldAccount,
  hostAccount,
  obligationAccount,
  poolAccount,
  refundAccount,
  reserveAccount,
  taxAccount,
} from './accounts.ts';
import { transfer } from './transfer.ts';
import type { Posting } from './transfer.ts';

/** A change of what is owed to the claims of a tranche, in the work's currency. */
export interface Claimed {
  readonly release: string;
  readonly tranche: string;
  readonly amount: Amount;
}

/** Where a payment's money went; all amounts are in the payment's currency. */
export interface Paid {
  readonly work: string;
  readonly release: string;
  readonly payer: string;
  readonly tax: Amount;
  readonly excess: Amount;
  readonly host: Amount;
  readonly reserve: Amount;
  readonly upstream: readonly { readonly release: string; readonly amount: Amount }[];
  /** All that the pool got, its deficit included. */
  readonly pool: Amount;
  /** By how much what tranches are owed fell, in the work's currency. */
  readonly lowered: readonly { readonly tranche: string; readonly amount: Amount }[];
}

/** Money that moves within a work's books, from an account or to one. */
export interface Moved {
  readonly work: string;
  readonly release: string;
  readonly amount: Amount;
}

/** An obligation is accepted: the claims are owed it, and the release has yet to earn it. */
export function accepted({ release, tranche, amount }: Claimed): Posting[] {
  return move(claimsAccount(tranche), obligationAccount(release), amount);
}

/** What is owed grows for delay. */
export function growth(claimed: Claimed): Posting[] {
  return accepted(claimed);
}

/** A cancelled claim's remainder is no longer owed. */
export function cancelled({ release, tranche, amount }: Claimed): Posting[] {
  return move(obligationAccount(release), claimsAccount(tranche), amount);
}

/** A payment comes in and goes to its parties; what claims are owed falls. */
export function paymentReceived(paid: Paid): Posting[] {
  const parties = partiesOf(paid);
  const lowered = paid.lowered.flatMap(({ tranche, amount }) =>
    cancelled({ release: paid.release, tranche, amount }),
  );
  const received = parties.flatMap(({ account, amount }) => move(account, cashAccount(), amount));
  return transfer([...received, ...lowered]);
}

/**
 * A payment goes back: each party gives its part, and the pool what is missing. What claims are
 * owed stays as it is.
 */
export function paymentReversed(paid: Omit<Paid, 'lowered'>): Posting[] {
  return transfer(
    partiesOf(paid).flatMap(({ account, amount }) => move(cashAccount(), account, amount)),
  );
}

/** What was earned in a release is paid out. */
export function payout({ release, amount }: Omit<Moved, 'work'>): Posting[] {
  return paidOut(poolAccount(release), amount);
}

/** What a payer gave too much is paid back. */
export function refundPaid({ payer, amount }: { payer: string; amount: Amount }): Posting[] {
  return paidOut(refundAccount(payer), amount);
}

/** Any account is paid what it holds: the tax office, a host, out of a reserve. */
export function paidOut(account: string, amount: Amount): Posting[] {
  return move(cashAccount(), account, amount);
}

/** A gift to a work that owes nothing. */
export function giftReceived({ work, amount }: Omit<Moved, 'release'>): Posting[] {
  return move(giftAccount(work), cashAccount(), amount);
}

/** Gifts that a work had received go to what it owes now. */
export function giftUsed(given: Moved & Pick<Paid, 'lowered'>): Posting[] {
  const { work, release, amount } = given;
  const lowered = given.lowered.flatMap((one) => cancelled({ release, ...one }));
  return transfer([...move(poolAccount(release), giftAccount(work), amount), ...lowered]);
}

/** What a payer gave too much goes where the agreement says, instead of back. */
export function surplusKept(payer: string, account: string, amount: Amount): Posting[] {
  return move(account, refundAccount(payer), amount);
}

/** What was kept of a payment that goes back is owed to its payer after all. */
export function surplusReturned(payer: string, account: string, amount: Amount): Posting[] {
  return move(refundAccount(payer), account, amount);
}

/** What a release held for one that it builds on goes there, as `paid` says. */
export function swept(
  holder: string,
  paid: Omit<Paid, 'payer' | 'tax' | 'excess' | 'host'>,
): Posting[] {
  const held = heldAccount(holder, paid.release);
  const lowered = paid.lowered.flatMap(({ tranche, amount }) =>
    cancelled({ release: paid.release, tranche, amount }),
  );
  const parties = upstreamSideOf(paid).flatMap((party) => move(party.account, held, party.amount));
  return transfer([...parties, ...lowered]);
}

/** What an upstream did not need goes to the holder's pool, and else its reserve. */
export function sweptBack(back: {
  readonly holder: { readonly work: string; readonly release: string };
  readonly upstream: string;
  readonly pool: Amount;
  readonly reserve: Amount;
  readonly lowered: Paid['lowered'];
}): Posting[] {
  const { work, release } = back.holder;
  const held = heldAccount(release, back.upstream);
  const lowered = back.lowered.flatMap(({ tranche, amount }) =>
    cancelled({ release, tranche, amount }),
  );
  const returned = [
    ...move(poolAccount(release), held, back.pool),
    ...move(reserveAccount(work), held, back.reserve),
  ];
  return transfer([...returned, ...lowered]);
}

/** What nobody earned of a tranche that closed goes to the work's reserve. */
export function dustToReserve({ work, release, amount }: Moved): Posting[] {
  return move(reserveAccount(work), poolAccount(release), amount);
}

/** The reserve advances what the pool is short of, so that payouts need not wait. */
export function deficitAdvanced({ work, release, amount }: Moved): Posting[] {
  return move(poolAccount(release), reserveAccount(work), amount);
}

/** The pool gives back what the reserve advanced. */
export function advanceReturned(moved: Moved): Posting[] {
  return dustToReserve(moved);
}

/** Credits one account and debits another. */
function move(credited: string, debited: string, amount: Amount): Posting[] {
  if (amount.minor < 0n) throw new Error('What moves is not below zero.');
  return transfer([
    { account: debited, amount },
    { account: credited, amount: { ...amount, minor: -amount.minor } },
  ]);
}

function partiesOf(paid: Omit<Paid, 'lowered'>): Posting[] {
  return [
    { account: taxAccount(), amount: paid.tax },
    { account: refundAccount(paid.payer), amount: paid.excess },
    { account: hostAccount(paid.work), amount: paid.host },
    ...upstreamSideOf(paid),
  ];
}

function upstreamSideOf(
  paid: Pick<Paid, 'work' | 'release' | 'reserve' | 'upstream' | 'pool'>,
): Posting[] {
  return [
    { account: reserveAccount(paid.work), amount: paid.reserve },
    ...paid.upstream.map(({ release, amount }) => ({
      account: heldAccount(paid.release, release),
      amount,
    })),
    { account: poolAccount(paid.release), amount: paid.pool },
  ];
}
