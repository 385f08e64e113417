import { assertEarlier } from '../../domain/contributions/earlier.ts';
import { parseEvidenceList } from '../../domain/contributions/evidence.ts';
import { assertHoursPossible } from '../../domain/contributions/hours.ts';
import type { HoursLine } from '../../domain/contributions/hours.ts';
import { assertUnit } from '../../domain/contributions/kinds.ts';
import type { Kind } from '../../domain/contributions/kinds.ts';
import { checkedDays } from '../../domain/effort/days.ts';
import { HOURS_A_DAY } from '../../domain/effort/valuation.ts';
import { exactText } from '../../domain/effort/workings.ts';
import { compare, multiply, parseDecimal, ratio, ZERO } from '../../domain/money/ratio.ts';
import { ceil } from '../../domain/money/rounding.ts';
import { refuse } from '../../domain/refusals.ts';
import type { StoredAgent } from '../../store/agents.ts';
import { timeAround } from '../../store/contributions.ts';
import type { Tx } from '../../store/engine.ts';
import type { Sight } from '../action.ts';
import type { Binding } from '../agreements/binding.ts';
import type { Line, Said } from './said.ts';

/** The longest decimal that a quantity may be. */
const QUANTITY = /^-?[0-9]{1,18}(\.[0-9]{1,18})?$/;

/**
 * Reads what every line must have, draft or not: days that have been, a unit of its kind, a
 * quantity above zero, evidence that can be looked at. Gives it back as it is kept.
 *
 * @throws Refusal date-malformed, date-range-reversed, date-in-future, unit-mismatch,
 *   quantity-malformed, quantity-not-positive, evidence-malformed
 */
export function checkedLine<L extends { readonly from: string; readonly to: string }>(
  sight: Pick<Sight, 'today' | 'currencies'>,
  kind: Kind,
  line: L & { readonly said: Said },
): L & { readonly said: Said } {
  checkedDays(line, sight.today);
  assertUnit(kind, line.said.unit, sight.currencies);
  const { quantity } = line.said;
  if (!QUANTITY.test(quantity)) refuse('quantity-malformed', { text: quantity.slice(0, 60) });
  if (compare(parseDecimal(quantity), ZERO) <= 0) {
    refuse('quantity-not-positive', { text: quantity });
  }
  const evidence = parseEvidenceList(line.said.evidence).map(({ text }) => text);
  return { ...line, said: { ...line.said, evidence } };
}

/** Hours of a quantity of time, an exact decimal. */
const hoursOf = ({ quantity, unit }: Pick<Said, 'quantity' | 'unit'>): string =>
  unit === 'day'
    ? exactText(multiply(parseDecimal(quantity), parseDecimal(HOURS_A_DAY)))
    : quantity;

/** Seconds of a person's time that a line holds, rounded up; 0 for everything else. */
export function secondsOf(kind: Kind, author: Pick<StoredAgent, 'kind'>, said: Said): number {
  if (kind.measure !== 'time' || author.kind !== 'person') return 0;
  return Number(ceil(multiply(parseDecimal(hoursOf(said)), ratio(3600n))));
}

/** The line and what else its author did on its days, over all works, as hours. */
export async function timeBeside(
  tx: Tx,
  line: Line,
): Promise<{ own: HoursLine; others: HoursLine[] }> {
  const { id, agent, from, to, said } = line;
  const others = await timeAround(tx, { agent, from, to, except: id });
  return {
    own: { id, days: { from, to }, hours: hoursOf(said) },
    others: others.map((other) => ({
      id: other.id,
      days: { from: other.from, to: other.to },
      hours: hoursOf(other),
    })),
  };
}

/**
 * Holds a line that is handed in to what a day holds, and to the agreed rule for earlier work.
 *
 * @throws Refusal hours-impossible, before-earlier-rule, claim-too-late
 */
export async function assertPossible(
  sight: Pick<Sight, 'tx' | 'today'>,
  line: Line,
  binding: Binding | null,
): Promise<void> {
  if (line.seconds > 0) {
    const { own, others } = await timeBeside(sight.tx, line);
    assertHoursPossible([...others, own]);
  }
  if (binding === null) return;
  const { from, to } = line;
  const { terms, signedOn } = binding;
  assertEarlier({ terms, days: { from, to }, signedOn, today: sight.today });
}
