// Steps that a sum has without saying so. A zero is shown, not hidden; and what is left after a
// part was paid is shown before it is multiplied, so that nobody multiplies the part alone.

import { formatRatio, ZERO } from '../../../../domain/money/ratio.ts';
import { exactText, worked } from '../../../../domain/effort/workings.ts';
import type { Step, StepName, Workings } from '../../../../domain/effort/workings.ts';

/** A step as it is shown: one of a sum, or what is left of the cost. */
export type ShownStep = Omit<Step, 'name'> & { readonly name: StepName | 'left' };

const nothing = (op: '×' | '−', name: StepName, code: string): Step => ({
  op,
  value: op === '×' ? '1' : '0',
  unit: '',
  name,
  note: '',
  told: { code, values: {} },
});

/** Why purchasing power changed nothing of a rate. */
function paritySaid({ steps, inputs, notes }: Workings): string {
  if (inputs['parity'] === 'none') return 'parity-none';
  if (steps.every(({ name, source }) => name !== 'rate' || source === undefined)) {
    return 'parity-tables-only';
  }
  return notes.some(({ code }) => code === 'jurisdiction-unknown')
    ? 'parity-unknown'
    : 'parity-same';
}

/** What is left of the cost after what was paid on the day. */
function left({ steps, scale, currency }: Workings, paid: Step): ShownStep {
  const before = steps.slice(0, steps.indexOf(paid) + 1).reduce(worked, ZERO);
  const [value, exact] = [formatRatio(before, scale), exactText(before)];
  const step = { op: '=' as const, value, unit: currency, name: 'left' as const, note: '' };
  return { ...step, rounding: { mode: 'half-even', places: scale, before: exact, after: value } };
}

/**
 * The steps of a sum, with those of `cost = quantity x rate x parity x factors` and `obligation =
 * (cost - paid) x return` that had nothing to do. Each changes nothing: worked again, the sum is
 * the same.
 */
export function wholeSteps(workings: Workings): readonly ShownStep[] {
  const { steps, currency } = workings;
  const has = (name: StepName): boolean => steps.some((step) => step.name === name);
  // What has no rate is worth its own amount; machine time has no factors.
  const isRated = has('rate') && workings.inputs['kind'] !== 'machine-time';
  const before = [
    ...(isRated && !has('parity') ? [nothing('×', 'parity', paritySaid(workings))] : []),
    ...(isRated && !has('factor') ? [nothing('×', 'factor', 'factor-none')] : []),
  ];
  const paid = has('paid') ? [] : [{ ...nothing('−', 'paid', 'paid-nothing'), unit: currency }];
  return steps.flatMap((step): ShownStep[] => {
    if (step.name === 'paid') return [step, left(workings, step)];
    return step.name === 'cost' ? [...before, step, ...paid] : [step];
  });
}
