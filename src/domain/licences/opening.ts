// When a release opens (clause 19), decided from sums alone. Amounts are minor units of the work's
// currency; thresholds are fractions with at most four decimals, "1" being all that is owed.

import { refuse } from '../refusals.ts';

const SCALE = 10_000n;

/** What the books say of a release at one moment, in minor units of the work's currency. */
export interface ReleaseSums {
  /** All that its accepted contributions are owed together, paid or not. */
  readonly obligation: bigint;
  /** What of it is still to be paid. */
  readonly outstanding: bigint;
  /** What a reversed payment took out again and later payments must refill first. */
  readonly deficit: bigint;
}

/** A line that was handed in for the release and is not decided yet. */
export interface UndecidedLine {
  readonly id: string;
  /** ISO day on which it was handed in; null for a draft. */
  readonly submittedOn: string | null;
  readonly bySignatory: boolean;
}

/** What the rule says at one moment. */
export type OpeningDecision =
  | { readonly decision: 'wait'; readonly remainingMinor: bigint }
  | { readonly decision: 'hold'; readonly heldBy: readonly string[]; readonly until: string }
  | { readonly decision: 'open'; readonly carried: readonly string[] };

/** The machine-readable condition that a release shows. */
export interface OpeningStatement {
  readonly status: 'owing' | 'open';
  readonly threshold: string;
  readonly remaining: { readonly amount: string; readonly currency: string };
  readonly licence: string;
  readonly to: 'everyone';
  readonly sentence: string;
}

function thresholdUnits(threshold: string): bigint {
  const match = /^([01])(?:\.(\d{1,4}))?$/.exec(threshold);
  if (match === null) throw new Error(`"${threshold}" is not a threshold.`);
  return BigInt(match[1] ?? '') * SCALE + BigInt((match[2] ?? '').padEnd(4, '0'));
}

function checked(sums: ReleaseSums): ReleaseSums {
  const { obligation, outstanding, deficit } = sums;
  if (obligation < 0n || outstanding < 0n || deficit < 0n || outstanding > obligation) {
    throw new Error('A release owes between nothing and its whole obligation.');
  }
  return sums;
}

/**
 * What must still reach the makers before the release opens, in minor units: the threshold of the
 * obligation, rounded up, less what has been paid and is past recall. Never negative.
 */
export function remainingMinor(sums: ReleaseSums, threshold: string): bigint {
  const { obligation, outstanding, deficit } = checked(sums);
  const target = (obligation * thresholdUnits(threshold) + SCALE - 1n) / SCALE;
  const missing = target - (obligation - outstanding - deficit);
  return missing > 0n ? missing : 0n;
}

/**
 * Whether the threshold is met. A release that owes nothing for anything has met nothing: it stays
 * owing until a first contribution is accepted and paid.
 */
export function isMet(sums: ReleaseSums & { readonly threshold: string }): boolean {
  return sums.obligation > 0n && remainingMinor(sums, sums.threshold) === 0n;
}

/**
 * Whether the release opens now, and what moves to the next release when it does.
 *
 * `metOn` is the day on which the threshold was met, `holdUntil` that day plus `open.hold`, `today`
 * the day of the decision (ISO days). Lines that signatories handed in on or before `metOn` and
 * that are undecided hold the opening, but never on or after `holdUntil`. What is undecided when it
 * opens is carried to the next release (clause 19). Refuses `already-open`.
 */
export function decideOpening(input: {
  readonly release: string;
  readonly status: 'owing' | 'open';
  readonly sums: ReleaseSums;
  readonly threshold: string;
  readonly metOn: string;
  readonly holdUntil: string;
  readonly today: string;
  readonly undecided: readonly UndecidedLine[];
}): OpeningDecision {
  if (input.status === 'open') refuse('already-open', { release: input.release });
  if (!isMet({ ...input.sums, threshold: input.threshold })) {
    return { decision: 'wait', remainingMinor: remainingMinor(input.sums, input.threshold) };
  }
  const heldBy = input.undecided
    .filter((line) => line.bySignatory && line.submittedOn !== null)
    .filter((line) => (line.submittedOn ?? '') <= input.metOn)
    .map((line) => line.id);
  if (heldBy.length > 0 && input.today < input.holdUntil) {
    return { decision: 'hold', heldBy, until: input.holdUntil };
  }
  return { decision: 'open', carried: input.undecided.map((line) => line.id) };
}

/** A fraction of at most four decimals as people read it: "1" is 100 %, "0.755" is 75.5 %. */
function percent(fraction: string): string {
  const units = thresholdUnits(fraction);
  const decimals = String(units % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${units / 100n}${decimals === '' ? '' : `.${decimals}`} %`;
}

/**
 * "Opens when 9240.81 AUD more is paid, as Apache-2.0, to everyone": the condition that a release
 * shows on its page and in its files, in words and for machines. `remaining` is what must still
 * reach the makers, after tax and the shares of host, reserve and upstream.
 */
export function openingStatement({ deficits, heldUntil, ...said }: Opening): OpeningStatement {
  return { ...said, to: 'everyone', sentence: sentenceOf({ ...said, deficits, heldUntil }) };
}

interface Opening extends Omit<OpeningStatement, 'to' | 'sentence'> {
  /** What went back, in other currencies than the work's; it is paid in them. */
  readonly deficits?: readonly OpeningStatement['remaining'][] | undefined;
  /** The ISO day on which it opens at the latest, where lines hold it that are not decided. */
  readonly heldUntil?: string | undefined;
}

function sentenceOf({ status, threshold, remaining, licence, ...more }: Opening): string {
  const { deficits = [], heldUntil } = more;
  if (status === 'open') return `Open to everyone, for good, as ${licence}.`;
  const { amount, currency } = remaining;
  if (!/[1-9]/.test(amount)) {
    return heldUntil === undefined
      ? `Nothing is owed yet; opens when what was accepted is paid, as ${licence}, to everyone.`
      : `Paid: opens by ${heldUntil}, when all that was handed in is decided, as ${licence}.`;
  }
  const whole = thresholdUnits(threshold) === SCALE;
  const part = whole ? '' : ` (${percent(threshold)} of what is owed; the rest may never come)`;
  const missing = deficits.map((one) => `, ${one.amount} of it in ${one.currency}`).join('');
  const paid = `${amount} ${currency} more is paid${part}${missing}`;
  return `Opens when ${paid}, as ${licence}, to everyone.`;
}
