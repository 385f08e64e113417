// Where the money of one payment went, as rows: for its table, and for its picture.

import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { PaymentPart } from '../../../actions/payments/answers.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { fractionOf, isZero, minorOf } from '../../words/numbers.ts';

/** The places that money can go to. A way that took nothing is shown as well. */
export type WayKind =
  | 'tax'
  | 'host'
  | 'reserve'
  | 'upstream'
  | 'pool'
  | 'deficit'
  | 'person'
  | 'dust';

/** One place, and what it got. `share`: of the pool's money, where it is a person. */
export interface Way {
  readonly key: string;
  readonly kind: WayKind;
  /** A person's name, or what the work builds on. */
  readonly name?: string;
  readonly amount: Money;
  readonly share?: number;
}

/** What of a payment the ways are found by. */
export type Paid = Pick<PaymentAnswer, 'accepted' | 'tax' | 'split' | 'deficit'>;

/** What somebody earned. */
type Part = Pick<PaymentPart, 'agent' | 'name' | 'amount'>;

const placesOf = ({ amount }: Money): number => amount.split('.')[1]?.length ?? 0;

/** Minor units back to a decimal string of so many places. */
function decimalOf(minor: bigint, places: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(-places)];
  return `${minor < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${rest}`}`;
}

/**
 * What of the pool nobody has earned by this payment: below nothing where dust from before went
 * out with it.
 */
export function keptOf({ split, deficit }: Paid, parts: readonly Part[]): Money {
  const { currency } = split.pool;
  const places = placesOf(split.pool);
  const minor = ({ amount }: Money): bigint => minorOf(amount, places);
  const earned = parts.filter(({ amount }) => amount.currency === currency);
  const gone = earned.reduce((sum, { amount }) => sum + minor(amount), minor(deficit));
  return { amount: decimalOf(minor(split.pool) - gone, places), currency };
}

/** All ways of a payment, in the order in which money is taken; people from the largest part. */
export function waysOf(
  paid: Paid,
  parts: readonly Part[],
  titleOf: (release: string) => string,
): readonly Way[] {
  const { tax, split, deficit } = paid;
  const none = { amount: decimalOf(0n, placesOf(split.pool)), currency: split.pool.currency };
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
      share: fractionOf(amount, split.pool),
    }))
    .toSorted((one, other) => other.share - one.share);
  return [
    { key: 'tax', kind: 'tax', amount: tax },
    { key: 'host', kind: 'host', amount: split.host },
    { key: 'reserve', kind: 'reserve', amount: split.reserve },
    ...(upstream.length === 0
      ? [{ key: 'upstream', kind: 'upstream' as const, amount: none }]
      : upstream),
    { key: 'pool', kind: 'pool', amount: split.pool },
    ...(isZero(deficit) ? [] : [{ key: 'deficit', kind: 'deficit' as const, amount: deficit }]),
    ...people,
    { key: 'dust', kind: 'dust', amount: keptOf(paid, parts) },
  ];
}
