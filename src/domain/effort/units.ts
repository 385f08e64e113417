import { refuse } from '../refusals.ts';
import type { ValuedKind } from './valuation-input.ts';

/** The codes of the currencies that a node knows. */
type Codes = ReadonlyMap<string, unknown>;

/** Holds a unit to those of a kind, given the codes of the node's currencies. ✗ `unit-mismatch` */
export function assertUnit(kind: ValuedKind, unit: string, currencies: Codes): void {
  const isOwn = kind.units.includes(unit) && unit !== 'currency';
  if (isOwn || (kind.units.includes('currency') && currencies.has(unit))) return;
  refuse('unit-mismatch', { kind: kind.id, unit: unit.slice(0, 40), units: unitsText(kind) });
}

/** The units of a kind in words. */
export function unitsText(kind: ValuedKind): string {
  const words = kind.units.map((unit) => (unit === 'currency' ? 'a currency such as AUD' : unit));
  return words.join(', ');
}
