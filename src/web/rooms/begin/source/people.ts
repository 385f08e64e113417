// Who is in a source: people with all of their addresses, and the hours that are estimated of them.

import {
  add,
  compare,
  formatRatio,
  multiply,
  parseDecimal,
} from '../../../../domain/money/ratio.ts';
import { ZERO } from '../../../../domain/money/ratio.ts';
import type { Ratio } from '../../../../domain/money/ratio.ts';
import type { SourceShown } from '../../../../http/doors/imports.ts';

/** A person who is in a source. */
export interface SourcePerson {
  /** The first of their identities, which stands for them. */
  readonly key: string;
  readonly name: string;
  readonly identities: readonly string[];
  /** How many drafts there will be of them. */
  readonly lines: number;
  readonly from: string;
  readonly to: string;
  readonly hours: string;
  /** Their part of all hours, 0 to 1: for a picture, never for sums. */
  readonly share: number;
}

/** Everybody in a source, and what they put in together. */
export interface SourcePeople {
  /** Those with the most hours first. */
  readonly people: readonly SourcePerson[];
  readonly hours: string;
  readonly lines: number;
}

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

type Contributor = SourceShown['contributors'][number];

/**
 * The people of a source. Identities of the same name are one person, unless they are to stay
 * apart; programs are left out.
 */
export function peopleOf(
  { contributors }: Pick<SourceShown, 'contributors'>,
  { apart }: { readonly apart: boolean },
): SourcePeople {
  const persons = contributors.filter(({ bot }) => !bot);
  const groups = Map.groupBy(persons, ({ name, identity }) => (apart ? identity : folded(name)));
  const summed = [...groups.values()].map((own) => ({ own, sum: sumOf(own) }));
  const all = summed.reduce((total, { sum }) => add(total, sum), ZERO);
  const people = summed
    .toSorted((left, right) => compare(right.sum, left.sum))
    .map(({ own, sum }) => personOf(own, sum, all));
  const lines = persons.reduce((total, one) => total + one.lines, 0);
  return { people, hours: formatRatio(all, 2), lines };
}

const sumOf = (own: readonly Contributor[]): Ratio =>
  own.reduce((sum, { hours }) => add(sum, parseDecimal(hours)), ZERO);

function personOf(own: readonly Contributor[], sum: Ratio, all: Ratio): SourcePerson {
  const [first] = own;
  if (first === undefined) throw new Error('A group has somebody in it.');
  const days = own.flatMap(({ from, to }) => [from, to]).toSorted();
  return {
    key: first.identity,
    name: first.name,
    identities: own.map(({ identity }) => identity),
    lines: own.reduce((total, { lines }) => total + lines, 0),
    from: days[0] ?? first.from,
    to: days.at(-1) ?? first.to,
    hours: formatRatio(sum, 2),
    share: partOf(sum, all),
  };
}

const partOf = (sum: Ratio, all: Ratio): number =>
  all.num === 0n ? 0 : Number((sum.num * all.den * 1_000_000n) / (sum.den * all.num)) / 1_000_000;

/** How many lines are of a day after today, YYYY-MM-DD: nobody can have given that yet. */
export const aheadOf = ({ lines }: Pick<SourceShown, 'lines'>, today: string): number =>
  lines.filter(({ to }) => to > today).length;

/** What so many hours would cost at a rate, in so many places: both are decimal strings. */
export const costOf = (hours: string, rate: string, places: number): string =>
  formatRatio(multiply(parseDecimal(hours), parseDecimal(rate)), places);

/** Whole hours, for a sentence. */
export const wholeHours = (hours: string): string => formatRatio(parseDecimal(hours), 0);
