import type { ListedContribution } from '../../../actions/contributions/answers.ts';
import { decimalSum } from '../../words/numbers.ts';

type Line = Pick<
  ListedContribution,
  'agent' | 'kind' | 'quantity' | 'status' | 'unit' | 'what' | 'supersededBy'
>;

/** How much of one kind somebody gave; what, where it was one thing. */
export interface Gave {
  readonly kind: string;
  readonly unit: string;
  readonly quantity: string;
  readonly what: string | null;
}

/** Without noughts that say nothing: 20.00 h are 20 h. */
const plain = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

/** What each gave that was accepted, kind by kind and unit by unit, in the order of the lines. */
export function gaveOf(lines: readonly Line[]): ReadonlyMap<string, readonly Gave[]> {
  const all = new Map<string, Gave[]>();
  for (const { agent, kind, unit, quantity, what, status, supersededBy } of lines) {
    if (status !== 'accepted' || supersededBy !== null) continue;
    const given = all.get(agent) ?? [];
    all.set(agent, given);
    const at = given.findIndex((one) => one.kind === kind && one.unit === unit);
    const before = given[at];
    if (before === undefined) given.push({ kind, unit, quantity, what });
    else {
      const sum = decimalSum([before.quantity, quantity]);
      given[at] = { kind, unit, quantity: plain(sum), what: null };
    }
  }
  return all;
}
