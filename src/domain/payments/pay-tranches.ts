import { sumOf } from '../ledger/tranche.ts';
import type { Pace, TranchePayment } from '../ledger/tranche.ts';
import { add, divide, multiply, ratio, subtract, ZERO } from '../money/ratio.ts';
import type { Ratio } from '../money/ratio.ts';
import { ceil, floor } from '../money/rounding.ts';

/** A tranche that is open, as far as a payment needs to know it. */
export interface TrancheDue {
  readonly id: string;
  /** The lower, the earlier it is paid. */
  readonly priority: number;
  /** Minor units of the work's currency, above zero. */
  readonly outstanding: bigint;
  /** As the tranche keeps it; without it rounding among tranches of one priority starts anew. */
  readonly pace?: Pace;
}

/** What one tranche gets of a payment: to be handed to the ledger's `pay`. */
export interface TrancheShare extends TranchePayment {
  readonly id: string;
}

/** Money in another currency than the work's. */
export interface Conversion {
  /** Minor units of the work's currency for one minor unit of the payment's. */
  readonly rate: Ratio;
  /** The fraction of a minor unit of the work's currency that earlier payments left over. */
  readonly carry: Ratio;
}

/** Money on its way to tranches. */
interface Incoming {
  readonly currency: string;
  readonly minor: bigint;
  readonly conversion?: Conversion | undefined;
}

/** What tranches of one priority get together. */
interface GroupPart {
  readonly minor: bigint;
  readonly value: bigint;
  readonly carry: Ratio;
}

const LONGEST_CARRY = 2n ** 1024n;
const CARRY_GRAIN = 2n ** 512n;

/**
 * Pays tranches by priority, and within one priority in proportion to what each still owes. What
 * is left over when all are paid is `left`. Slicing a payment changes nothing.
 */
export function payTranches(
  tranches: readonly TrancheDue[],
  incoming: Incoming,
): { shares: TrancheShare[]; carry: Ratio; left: bigint } {
  let left = incoming.minor;
  let carry = incoming.conversion?.carry ?? ZERO;
  const shares: TrancheShare[] = [];
  for (const group of byPriority(tranches)) {
    if (left === 0n) break;
    const part = groupPart(group, left, incoming.conversion && { ...incoming.conversion, carry });
    shares.push(...shareOut(group, part, incoming));
    left -= part.minor;
    carry = part.carry;
  }
  return { shares, carry, left };
}

/** The least minor units of the payment's currency that pay all of these tranches. */
export function unitsToPay(tranches: readonly TrancheDue[], conversion?: Conversion): bigint {
  let carry = conversion?.carry ?? ZERO;
  let units = 0n;
  for (const group of byPriority(tranches)) {
    units += unitsFor(owedBy(group), conversion && { ...conversion, carry });
    carry = ZERO;
  }
  return units;
}

/** The least units whose value reaches what is owed. */
function unitsFor(owed: bigint, conversion?: Conversion): bigint {
  if (conversion === undefined) return owed;
  if (conversion.rate.num <= 0n) throw new Error('A rate of exchange is above zero.');
  return ceil(divide(subtract(ratio(owed), conversion.carry), conversion.rate));
}

function groupPart(
  group: readonly TrancheDue[],
  available: bigint,
  conversion?: Conversion,
): GroupPart {
  const owed = owedBy(group);
  const units = unitsFor(owed, conversion);
  // The overshoot of the last unit is earned where it arrives; it is not carried on.
  if (available >= units) return { minor: units, value: owed, carry: ZERO };
  if (conversion === undefined) return { minor: available, value: available, carry: ZERO };
  const exact = add(multiply(ratio(available), conversion.rate), conversion.carry);
  const value = floor(exact);
  return { minor: available, value, carry: bounded(subtract(exact, ratio(value))) };
}

/** A carry of bounded length; only beyond 1,024 bits does it lose anything. */
function bounded(carry: Ratio): Ratio {
  if (carry.den <= LONGEST_CARRY) return carry;
  return ratio(floor(multiply(carry, ratio(CARRY_GRAIN))), CARRY_GRAIN);
}

/** Divides what a priority gets among its tranches. */
function shareOut(
  group: readonly TrancheDue[],
  part: GroupPart,
  { currency, conversion }: Incoming,
): TrancheShare[] {
  const [only] = group;
  if (only !== undefined && group.length === 1) {
    return [{ id: only.id, currency, minor: part.minor, value: part.value }];
  }
  const isHome = conversion === undefined;
  const paces = pacesOf(group, isHome ? undefined : currency);
  const bases = paces.map(({ basis }) => basis);
  const paidBefore = group.map(({ outstanding }, index) => (bases[index] ?? 0n) - outstanding);
  const values = advance(bases, paidBefore, part.value);
  const takenBefore = paces.map(({ taken }) => sumOf(taken, currency));
  const minors = isHome ? values : advance(bases, takenBefore, part.minor);
  return group.map(({ id }, index) => {
    const { basis, taken } = paces[index] ?? { basis: 0n, taken: {} };
    const minor = minors[index] ?? 0n;
    const total = { [currency]: (takenBefore[index] ?? 0n) + minor };
    const pace = { basis, taken: isHome ? taken : { ...taken, ...total } };
    return { id, currency, minor, value: values[index] ?? 0n, pace };
  });
}

/**
 * The paces of a group, as long as they still hold; where anything but a payment has changed what
 * a tranche owes, the proportions are fixed anew from what each owes now.
 */
function pacesOf(group: readonly TrancheDue[], foreign?: string): readonly Pace[] {
  const kept = group.flatMap(({ pace }) => (pace === undefined ? [] : [pace]));
  const bases = kept.map(({ basis }) => basis);
  const paid = group.map(({ outstanding }, index) => (bases[index] ?? 0n) - outstanding);
  const taken = foreign === undefined ? [] : kept.map((pace) => sumOf(pace.taken, foreign));
  const holds = kept.length === group.length && isOnPace(bases, paid) && isOnPace(bases, taken);
  return holds ? kept : group.map(({ outstanding }) => ({ basis: outstanding, taken: {} }));
}

const isOnPace = (bases: readonly bigint[], counts: readonly bigint[]): boolean => {
  const total = counts.reduce((sum, count) => sum + count, 0n);
  if (total < 0n) return false;
  const expected = proportional(bases, total);
  return counts.every((count, index) => count === expected[index]);
};

/** What each gets of the next units after those that all have got. */
function advance(bases: readonly bigint[], before: readonly bigint[], units: bigint): bigint[] {
  const total = before.reduce((sum, count) => sum + count, units);
  return proportional(bases, total).map((count, index) => count - (before[index] ?? 0n));
}

/**
 * Divides a running total in proportion to the bases by halving the list: of two sides one gets
 * the floor and the other the rest, so both only ever grow with the total, each is within two
 * units of its exact share, and at the sum of all bases each has its basis exactly.
 */
function proportional(bases: readonly bigint[], total: bigint): bigint[] {
  if (bases.length <= 1) return bases.length === 1 ? [total] : [];
  const middle = bases.length >> 1;
  const [left, right] = [bases.slice(0, middle), bases.slice(middle)];
  const leftBasis = left.reduce((sum, basis) => sum + basis, 0n);
  const wholeBasis = right.reduce((sum, basis) => sum + basis, leftBasis);
  const leftTotal = (total * leftBasis) / wholeBasis;
  return [...proportional(left, leftTotal), ...proportional(right, total - leftTotal)];
}

function byPriority(tranches: readonly TrancheDue[]): TrancheDue[][] {
  const groups = new Map<number, TrancheDue[]>();
  for (const tranche of tranches.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (tranche.outstanding <= 0n) continue;
    groups.set(tranche.priority, [...(groups.get(tranche.priority) ?? []), tranche]);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

function owedBy(group: readonly TrancheDue[]): bigint {
  return group.reduce((sum, { outstanding }) => sum + outstanding, 0n);
}
