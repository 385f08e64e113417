// Where the money of one payment went, as rows: for its table, and for its picture.

import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { PaymentPart } from '../../../actions/payments/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { decimalSum, fractionOf, isZero, minorOf } from '../../words/numbers.ts';

/** The places that money can go to. A way that took nothing is shown as well. */
export type WayKind =
  | 'back'
  | 'kept'
  | 'tax'
  | 'host'
  | 'reserve'
  | 'upstream'
  | 'pool'
  | 'deficit'
  | 'person'
  | 'dust';

/** One place, and what it got. `share`: of what went to claims, where it is a person. */
export interface Way {
  readonly key: string;
  readonly kind: WayKind;
  /** A person's name, or what the work builds on. */
  readonly name?: string;
  readonly amount: Money;
  readonly share?: number;
  /** Of how many people it is, where they are drawn as one. */
  readonly people?: number;
  /** Who has what was too much. */
  readonly to?: PaymentAnswer['excessTo'];
}

/** What of a payment the ways are found by. */
export type Paid = Pick<
  PaymentAnswer,
  'offered' | 'accepted' | 'excess' | 'excessTo' | 'tax' | 'net' | 'split' | 'deficit'
>;

/** What somebody earned. */
type Part = Pick<PaymentPart, 'agent' | 'name' | 'amount'>;

/** Minor units back to a decimal string of so many places. */
function decimalOf(minor: bigint, places: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(-places)];
  return `${minor < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${rest}`}`;
}

/** An amount less others of its currency. */
function less(from: Money, others: readonly Money[]): Money {
  const places = placesOf(from.amount);
  const minor = ({ amount }: Money): bigint => minorOf(amount, places);
  const left = others.reduce((sum, other) => sum - minor(other), minor(from));
  return { amount: decimalOf(left, places), currency: from.currency };
}

/** What of the pool went to claims: a deficit is refilled before any of them. */
const toClaimsOf = ({ split, deficit }: Pick<Paid, 'split' | 'deficit'>): Money =>
  less(split.pool, [deficit]);

/**
 * What of the pool nobody has earned by this payment: below nothing where dust from before went
 * out with it.
 */
export function keptOf(paid: Paid, parts: readonly Part[]): Money {
  const { currency } = paid.split.pool;
  const earned = parts.filter(({ amount }) => amount.currency === currency);
  return less(
    toClaimsOf(paid),
    earned.map(({ amount }) => amount),
  );
}

/** A gift that came when nothing was owed waits whole: nobody has had a part of it. */
function waitingOf({ net, split }: Paid): Money {
  const upstream = split.upstream.map(({ amount }) => amount);
  return less(net, [split.host, split.reserve, ...upstream, split.pool]);
}

/** What is there only where it is not nothing. */
const unlessNone = (way: Way): readonly Way[] => (isZero(way.amount) ? [] : [way]);

/** All ways of a payment, in the order in which money is taken; people from the largest part. */
export function waysOf(
  paid: Paid,
  parts: readonly Part[],
  titleOf: (release: string) => string,
): readonly Way[] {
  const { tax, split, deficit, excess, excessTo: to } = paid;
  const none = less(split.pool, [split.pool]);
  const toClaims = toClaimsOf(paid);
  const upstream = split.upstream.map(({ release, amount }) => ({
    key: release,
    kind: 'upstream' as const,
    name: titleOf(release),
    amount,
  }));
  const people = parts
    .map(({ agent, name, amount }) => ({
      key: agent,
      kind: 'person' as const,
      name,
      amount,
      share: fractionOf(amount, toClaims),
    }))
    .toSorted((one, other) => other.share - one.share);
  return [
    ...unlessNone({ key: 'back', kind: 'back', amount: excess, to }),
    { key: 'tax', kind: 'tax', amount: tax },
    { key: 'host', kind: 'host', amount: split.host },
    { key: 'reserve', kind: 'reserve', amount: split.reserve },
    ...(upstream.length === 0
      ? [{ key: 'upstream', kind: 'upstream' as const, amount: none }]
      : upstream),
    { key: 'pool', kind: 'pool', amount: split.pool },
    ...unlessNone({ key: 'kept', kind: 'kept', amount: waitingOf(paid) }),
    ...unlessNone({ key: 'deficit', kind: 'deficit', amount: deficit }),
    ...people,
    { key: 'dust', kind: 'dust', amount: keptOf(paid, parts) },
  ];
}

/** Everything in few enough ribbons: beyond so many people, who earned least is drawn as one. */
export function gathered(ways: readonly Way[], alone: number): readonly Way[] {
  const people = ways.filter(({ kind }) => kind === 'person');
  const rest = people.slice(Math.max(0, alone - 1));
  const [first] = rest;
  if (people.length <= alone || first === undefined) return ways;
  const amount = {
    amount: decimalSum(rest.map((way) => way.amount.amount)),
    currency: first.amount.currency,
  };
  const others: Way = { key: 'others', kind: 'person', amount, people: rest.length };
  return ways.flatMap((way) => (way === first ? [others] : rest.includes(way) ? [] : [way]));
}
