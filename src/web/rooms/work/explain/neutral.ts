// Steps that changed nothing, so that a sum shows all of the formula: a zero is shown, not hidden.

import type { Step, StepName, Workings } from '../../../../domain/effort/workings.ts';

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

/**
 * The steps of a sum, with those of `cost = quantity x rate x parity x factors` and `obligation =
 * (cost - paid) x return` that had nothing to do. Each changes nothing: worked again, the sum is the
 * same.
 */
export function wholeSteps(workings: Workings): readonly Step[] {
  const { steps, currency } = workings;
  const has = (name: StepName): boolean => steps.some((step) => step.name === name);
  // What has no rate is worth its own amount; machine time has no factors.
  const isRated = has('rate') && workings.inputs['kind'] !== 'machine-time';
  const before = [
    ...(isRated && !has('parity') ? [nothing('×', 'parity', paritySaid(workings))] : []),
    ...(isRated && !has('factor') ? [nothing('×', 'factor', 'factor-none')] : []),
  ];
  const paid = has('paid') ? [] : [{ ...nothing('−', 'paid', 'paid-nothing'), unit: currency }];
  return steps.flatMap((step) => (step.name === 'cost' ? [...before, step, ...paid] : [step]));
}
