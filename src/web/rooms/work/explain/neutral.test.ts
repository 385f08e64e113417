import { describe, expect, it } from 'vitest';
import { recompute } from '../../../../domain/effort/workings.ts';
import type { Step, Workings } from '../../../../domain/effort/workings.ts';
import { wholeSteps } from './neutral.ts';

const step = (op: Step['op'], name: Step['name'], value: string, more: object = {}): Step => ({
  op,
  name,
  value,
  unit: '',
  note: '',
  ...more,
});

const source = {
  tableId: 'au-award-history',
  title: '',
  vintage: '',
  sha256: '',
  row: 1,
  field: '',
  date: '',
} as unknown as NonNullable<Step['source']>;

const hours = step('+', 'quantity', '30');
const rate = step('×', 'rate', '24.95', { source });
const cost = step('=', 'cost', '748.50');
const times = step('×', 'return', '1.5');
const owed = step('=', 'obligation', '1122.75');

const workings = (steps: readonly Step[], more: Partial<Workings> = {}): Workings => ({
  version: 1,
  currency: 'AUD',
  scale: 2,
  steps,
  inputs: { kind: 'labour', parity: 'ppp' },
  notes: [],
  ...more,
});

const said = (of: Workings): string[] =>
  wholeSteps(of).map(({ op, name, value, told }) =>
    `${op} ${value} ${name} ${told?.code ?? ''}`.trim(),
  );

describe('a sum shown whole', () => {
  it('has the steps of the formula that had nothing to do, in their places', () => {
    expect(said(workings([hours, rate, cost, times, owed]))).toEqual([
      '+ 30 quantity',
      '× 24.95 rate',
      '× 1 parity parity-same',
      '× 1 factor factor-none',
      '= 748.50 cost',
      '− 0 paid paid-nothing',
      '× 1.5 return',
      '= 1122.75 obligation',
    ]);
  });

  it('says why purchasing power changed nothing', () => {
    const steps = [hours, rate, cost, times, owed];
    const none = { inputs: { kind: 'labour', parity: 'none' } };
    const unknown = { notes: [{ code: 'jurisdiction-unknown', text: '' }] };
    const agreed = [hours, step('×', 'rate', '24.95'), cost, times, owed];
    expect(said(workings(steps, none))).toContain('× 1 parity parity-none');
    expect(said(workings(steps, unknown))).toContain('× 1 parity parity-unknown');
    expect(said(workings(agreed))).toContain('× 1 parity parity-tables-only');
  });

  it('adds nothing to what has its own step, or no rate', () => {
    const parity = [step('÷', 'parity', '1.4'), step('×', 'parity', '20')];
    const factor = step('×', 'factor', '1.25');
    const paid = step('−', 'paid', '10');
    const full = [hours, rate, ...parity, factor, cost, times, owed];
    const given = wholeSteps(workings([...full.slice(0, -2), paid, times, owed]));
    expect(given.filter(({ name }) => name !== 'paid' && name !== 'left')).toEqual(full);
    expect(said(workings([step('+', 'quantity', '400'), cost, times, owed]))).toEqual([
      '+ 400 quantity',
      '= 748.50 cost',
      '− 0 paid paid-nothing',
      '× 1.5 return',
      '= 1122.75 obligation',
    ]);
  });

  it('says what is left after a part was paid, as it counts on', () => {
    const paid = step('−', 'paid', '10');
    const third = step('÷', 'exchange', '3');
    const whole = wholeSteps(workings([hours, rate, third, cost, paid, times, owed]));
    expect(whole.find(({ name }) => name === 'left')).toMatchObject({
      op: '=',
      value: '239.50',
      rounding: { before: '239.5' },
    });
  });

  it('comes to the same', () => {
    const short = workings([hours, rate, cost, times, owed]);
    const steps = wholeSteps(short) as readonly Step[];
    expect(recompute({ ...short, steps })).toEqual(recompute(short));
  });
});
