import { amount, type Amount } from '../money/amount.ts';
import { roundHalfEven } from '../money/rounding.ts';
import {
  add,
  divide,
  multiply,
  parseDecimal,
  ratio,
  ratioText,
  subtract,
  ZERO,
  type Ratio,
} from '../money/ratio.ts';
import type { Source } from './tables.ts';

/** One rounding: what was there before, exactly, and what came of it. */
export interface Rounding {
  readonly mode: 'half-even';
  readonly places: number;
  /** A decimal, or num/den where no decimal is exact. */
  readonly before: string;
  readonly after: string;
}

/** A step of a sum that is worked from top to bottom. A step with `=` shows where it stands. */
export interface Step {
  readonly op: '+' | '−' | '×' | '÷' | '=';
  /** A decimal, exact. */
  readonly value: string;
  readonly unit: string;
  readonly name: StepName;
  readonly note: string;
  /** The same for whoever says it in another language; absent where it was valued long ago. */
  readonly told?: Told;
  readonly source?: Source;
  readonly rounding?: Rounding;
}

/** What a note says: a name that never changes, and what it is filled with. */
export interface Told {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A note with what it says, by its code. */
export const told = (
  note: string,
  code: string,
  values: Readonly<Record<string, string>> = {},
): { readonly note: string; readonly told: Told } => ({ note, told: { code, values } });

/** What a step stands for. */
export type StepName =
  | 'quantity'
  | 'hours in a day'
  | 'rate'
  | 'parity'
  | 'depreciation'
  | 'exchange'
  | 'factor'
  | 'cost'
  | 'paid'
  | 'return'
  | 'gift'
  | 'obligation';

/**
 * How a value was come by, as plain JSON: everything that went in, and each step. Whoever has it
 * can redo the sum with pencil and paper, or with `recompute`.
 */
export interface Workings {
  readonly version: 1;
  readonly currency: string;
  /** Decimals of the currency. */
  readonly scale: number;
  readonly steps: readonly Step[];
  /** What the line and the terms said, as text. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What a reviewer should know: a rate that is a proposal, or below the legal minimum. */
  readonly notes: readonly {
    readonly code: string;
    readonly text: string;
    readonly values?: Readonly<Record<string, string>>;
  }[];
}

/** What a sum comes to, both rounded half-even to the currency's scale. */
export interface Value {
  readonly cost: Amount;
  readonly obligation: Amount;
}

/**
 * Works the steps again from their printed values alone. The cost is rounded where it is shown; the
 * obligation follows from the exact cost and is rounded once, half-even, at the end (money, "From
 * contribution to obligation").
 */
export function recompute(workings: Pick<Workings, 'currency' | 'scale' | 'steps'>): Value {
  const currency = { code: workings.currency, scale: workings.scale };
  const found = new Map<StepName, Amount>();
  let sum = ZERO;
  for (const step of workings.steps) {
    if (step.op === '=') found.set(step.name, amount(toMinor(sum, currency.scale), currency));
    else sum = worked(sum, step);
  }
  const [cost, obligation] = [found.get('cost'), found.get('obligation')];
  if (cost === undefined || obligation === undefined) {
    throw new Error('workings show neither a cost nor an obligation');
  }
  return { cost, obligation };
}

/** The sum after one step. */
export function worked(sum: Ratio, step: Pick<Step, 'op' | 'value'>): Ratio {
  const value = parseDecimal(step.value);
  if (step.op === '+') return add(sum, value);
  if (step.op === '−') return subtract(sum, value);
  if (step.op === '×') return multiply(sum, value);
  if (step.op === '÷') return divide(sum, value);
  return sum;
}

/** An exact sum in whole minor units, rounded half-even. */
export function toMinor(sum: Ratio, scale: number): bigint {
  return roundHalfEven(multiply(sum, ratio(10n ** BigInt(scale))));
}

/** An exact decimal where there is one of at most 30 places, else num/den. */
export function exactText(value: Ratio): string {
  for (let places = 0n; places <= 30n; places += 1n) {
    if ((value.num * 10n ** places) % value.den === 0n) return decimalText(value, places);
  }
  return ratioText(value);
}

function decimalText(value: Ratio, places: bigint): string {
  const scaled = (value.num * 10n ** places) / value.den;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(Number(places) + 1, '0');
  const point = digits.length - Number(places);
  const sign = scaled < 0n ? '-' : '';
  return sign + digits.slice(0, point) + (places === 0n ? '' : `.${digits.slice(point)}`);
}
