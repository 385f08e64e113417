import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { formatRatio, ratio } from '../../domain/money/ratio.ts';
import { namesOf } from '../../store/agents.ts';
import { signaturesOf } from '../../store/agreements.ts';
import { authorsOf } from '../../store/contributions.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import { holderFigures, toMoneyList } from '../claims/figures.ts';
import type { HolderFigures } from '../claims/figures.ts';
import type { HolderAnswer } from './answers.ts';

/** Decimals of a person's share as it is shown. */
const SHARE_PLACES = 6;

/**
 * Everybody who has to do with a release: who holds claims, who has lines, who signed; those who
 * are owed most first, then by name.
 */
export async function peopleOf(
  sight: Sight,
  work: StoredWork,
  release: string,
): Promise<HolderAnswer[]> {
  const holders = await holderFigures(sight, release);
  const held = new Map(holders.map((figures) => [figures.agent, figures]));
  const signed = (await signaturesOf(sight.tx, work.id)).map(({ agent }) => agent);
  const everybody = new Set([...held.keys(), ...(await authorsOf(sight.tx, release)), ...signed]);
  const names = await namesOf(sight.tx, everybody);
  const zero = amount(0n, currencyOf(sight.currencies, work.currency));
  const whole = holders.reduce((sum, { obligation }) => sum + obligation.minor, 0n);
  return [...everybody]
    .map((agent) => ({
      name: names.get(agent) ?? agent,
      figures: held.get(agent) ?? nothing(agent, zero),
    }))
    .toSorted((left, right) => order(left, right))
    .map(({ name, figures }) => personOf(name, figures, whole));
}

const nothing = (agent: string, zero: Amount): HolderFigures => ({
  agent,
  obligation: zero,
  owed: zero,
  earned: [zero],
  received: [zero],
  outstanding: [zero],
});

interface Named {
  readonly name: string;
  readonly figures: HolderFigures;
}

const order = (left: Named, right: Named): number => {
  const [less, more] = [left.figures.obligation.minor, right.figures.obligation.minor];
  if (less !== more) return less > more ? -1 : 1;
  const [one, other] = [
    `${left.name}\n${left.figures.agent}`,
    `${right.name}\n${right.figures.agent}`,
  ];
  return one < other ? -1 : 1;
};

const personOf = (name: string, figures: HolderFigures, whole: bigint): HolderAnswer => ({
  agent: figures.agent,
  name,
  obligation: toMoney(figures.obligation),
  owed: toMoney(figures.owed),
  earned: toMoneyList(figures.earned),
  received: toMoneyList(figures.received),
  outstanding: toMoneyList(figures.outstanding),
  share: formatRatio(
    whole === 0n ? ratio(0n) : ratio(figures.obligation.minor, whole),
    SHARE_PLACES,
  ),
});
