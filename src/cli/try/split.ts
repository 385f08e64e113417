import { earned } from '../../domain/ledger/earnings.ts';
import { join, openTranche, pay, type Claim } from '../../domain/ledger/tranche.ts';

/** What a payment would come to, in minor units of the currency that the work owes in. */
export interface PaymentSplit {
  /** One for each obligation, in their order. */
  readonly parts: readonly bigint[];
  /** What rounding down leaves, under one minor unit for each person. */
  readonly dust: bigint;
  /** What is beyond the obligation, and would go back to the payer. */
  readonly excess: bigint;
}

/**
 * Splits one payment over obligations by the rules of a release with one tranche: in proportion to
 * what each is owed, rounded down for each person, never more than is owed. Without tax.
 */
export function splitPayment(obligations: readonly bigint[], payment: bigint): PaymentSplit {
  const owed = obligations.reduce((sum, each) => sum + each, 0n);
  const accepted = payment < owed ? payment : owed;
  const excess = payment - accepted;
  if (accepted === 0n) return { parts: obligations.map(() => 0n), dust: 0n, excess };
  let tranche = openTranche(home);
  const claims = obligations.map((amount): Claim[] => {
    if (amount === 0n) return [];
    const joined = join(tranche, amount);
    tranche = joined.tranche;
    return [joined.claim];
  });
  const paid = pay(tranche, { currency: home, minor: accepted, value: accepted });
  const parts = claims.map((each) => (each.length === 0 ? 0n : earned(paid, each, home)));
  return { parts, dust: parts.reduce((rest, part) => rest - part, accepted), excess };
}

/** One work, one currency: the tranche needs no more of a code than that it is always the same. */
const home = 'home';
