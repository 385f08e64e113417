import { MAX_MINOR, parseAmount, toMoney, type Amount } from '../money/amount.ts';
import { currencyOf } from '../money/currency.ts';
import { compare, formatRatio, multiply, parseDecimal, ZERO, type Ratio } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { checkedDays } from './days.ts';
import { exchangeOn } from './exchange.ts';
import { floorNotes } from './floor-check.ts';
import { unitRate, type UnitRate } from './hourly-rate.ts';
import { assertUnit, unitsText } from './units.ts';
import type { ValuationInput } from './valuation-input.ts';
import { exactText, recompute, told, toMinor, worked } from './workings.ts';
import type { Step, Workings } from './workings.ts';

/** What a line costs, what is owed for it, and how that was come by. */
export interface Valuation {
  /** Rounded half-even for the eye; the obligation follows from the exact cost. */
  readonly cost: Amount;
  readonly obligation: Amount;
  readonly workings: Workings;
}

/** Hours in a working day: a week of 38 hours over five days. */
export const HOURS_A_DAY = '7.6';

/** The most that all factors together may make of a cost (agreements, clause 7). */
const MOST_FACTOR = '2';

/**
 * Values one line: `cost = quantity x rate x parity x agreed factors`, and
 * `obligation = (cost - paid) x return`, rounded once, half-even, at the end, in the currency of
 * the work; a gift is worth 0 (money, "From contribution to obligation"; agreements, clauses 3 to
 * 10). The workings hold every figure that went in, so that anybody gets the same from them.
 *
 * ✗ in this order: `date-malformed`, `date-range-reversed`, `date-in-future`, `gift-not-by-author`,
 * `evidence-missing`, `unit-mismatch`, `quantity-malformed`, `quantity-not-positive` (or those of
 * `parseAmount`), `factor-not-allowed`, those of the rate (`unitRate`), `below-floor`, those of the
 * exchange (`exchangeOn`), `paid-above-cost`, `amount-too-large`
 */
export function value(input: ValuationInput): Valuation {
  checkedDays(input.days, input.today);
  assertLine(input);
  const quantity = quantitySteps(input);
  const factors = factorSteps(input);
  const rate = rateOf(input);
  const notes = [...rate.notes, ...floorNotes(input, rate)];
  const costs = [
    ...quantity,
    ...rate.steps,
    ...depreciationSteps(input, rate),
    ...exchangeSteps(input, rate.currency),
    ...factors,
  ];
  const steps = [...costs, ...obligationSteps(input, costs)];
  const { code, scale } = input.currency;
  const workings = { version: 1 as const, currency: code, scale, steps, notes };
  const found = recompute(workings);
  if (found.cost.minor > MAX_MINOR || found.obligation.minor > MAX_MINOR) {
    refuse('amount-too-large', { text: toMoney(found.cost).amount, currency: code });
  }
  return { ...found, workings: { ...workings, inputs: inputsOf(input) } };
}

function assertLine(input: ValuationInput): void {
  const { kind, evidence } = input;
  if (input.gift === true && input.declaredBy !== input.author.id) refuse('gift-not-by-author');
  if (evidence.length < kind.evidenceMin) {
    const given = evidence.length;
    refuse('evidence-missing', { kind: kind.id, least: kind.evidenceMin, given });
  }
  assertUnit(kind, input.unit, input.currencies);
}

const isMoney = ({ kind, unit }: ValuationInput): boolean => !kind.units.includes(unit);

function quantitySteps(input: ValuationInput): Step[] {
  const { quantity, unit, kind } = input;
  const step = { op: '+' as const, value: quantity, unit, name: 'quantity' as const };
  if (isMoney(input)) {
    const { minor } = parseAmount(quantity, currencyOf(input.currencies, unit));
    if (minor === 0n) refuse('quantity-not-positive', { text: quantity });
    return [{ ...step, ...told('the amount itself', 'amount-itself') }];
  }
  if (!/^-?[0-9]{1,18}(\.[0-9]{1,18})?$/.test(quantity)) {
    refuse('quantity-malformed', { text: quantity.slice(0, 60) });
  }
  if (compare(parseDecimal(quantity), ZERO) <= 0) {
    refuse('quantity-not-positive', { text: quantity });
  }
  const days = {
    op: '×' as const,
    value: HOURS_A_DAY,
    unit: 'h/day',
    name: 'hours in a day' as const,
  };
  const isDaysOfWork = kind.measure === 'time' && unit === 'day';
  const week = told('a week of 38 hours over five days', 'week-of-hours', {
    hours: '38',
    days: '5',
  });
  const perDay = isDaysOfWork ? [{ ...days, ...week }] : [];
  const { from, to } = input.days;
  return [{ ...step, ...told(`from ${from} to ${to}`, 'days', { from, to }) }, ...perDay];
}

function factorSteps(input: ValuationInput): Step[] {
  const { kind, terms, author } = input;
  const asked = [
    {
      factor: 'exclusive',
      given: 'given exclusively',
      on: input.exclusive,
      value: terms['factor.exclusive'],
    },
    {
      factor: 'urgent',
      given: 'given urgently',
      on: input.urgent,
      value: terms['factor.urgent'],
    },
  ].filter(({ on }) => on === true);
  const [first] = asked;
  if (first === undefined) return [];
  const { factor } = first;
  if (!kind.factors || kind.measure === 'money' || kind.measure === 'energy') {
    refuse('factor-not-allowed', { factor, why: `factors never apply to ${kind.id}` });
  }
  if (author.kind === 'machine') {
    refuse('factor-not-allowed', { factor, why: 'factors never apply to a machine' });
  }
  const product = asked.map((each) => parseDecimal(each.value)).reduce(multiply);
  if (compare(product, parseDecimal(MOST_FACTOR)) > 0) {
    refuse('factor-not-allowed', { factor, why: `together they are above ${MOST_FACTOR}` });
  }
  return asked.map((each) => ({
    op: '×',
    value: each.value,
    unit: '',
    name: 'factor',
    ...told(`${each.given}, factor.${each.factor} of the terms`, `factor-${each.factor}`),
  }));
}

function rateOf(input: ValuationInput): UnitRate {
  if (!isMoney(input)) return unitRate(input);
  if (input.rate !== undefined) {
    refuse('rate-not-agreed', { why: 'An amount of money is its own value, and has no rate.' });
  }
  return { currency: input.unit, steps: [], notes: [] };
}

function depreciationSteps(input: ValuationInput, rate: UnitRate): Step[] {
  const { depreciation, kind } = input;
  if (depreciation === undefined) return [];
  if (kind.measure !== 'energy' || depreciation.currency !== rate.currency) {
    const unit = `${depreciation.currency} of depreciation`;
    const units = kind.measure === 'energy' ? rate.currency : unitsText(kind);
    refuse('unit-mismatch', { kind: kind.id, unit, units });
  }
  parseAmount(depreciation.amount, currencyOf(input.currencies, depreciation.currency));
  const wear = told('wear of the machine over this use', 'wear');
  const unit = depreciation.currency;
  return [{ op: '+', value: depreciation.amount, unit, name: 'depreciation', ...wear }];
}

function exchangeSteps(input: ValuationInput, foreign: string): Step[] {
  const asked = {
    foreign,
    home: input.currency.code,
    day: input.days.to,
    given: input.exchange,
  };
  const figures = exchangeOn(input.tables, asked)?.figures ?? [];
  return figures.map((figure): Step => ({ ...figure, name: 'exchange' }));
}

function obligationSteps(input: ValuationInput, costs: readonly Step[]): Step[] {
  const cost = costs.reduce(worked, ZERO);
  const paid = paidSteps(input, cost);
  const { kind, terms, gift } = input;
  const isCash = kind.measure === 'money';
  const factor: Step = {
    op: '×',
    value: isCash ? terms['return.cash'] : terms.return,
    unit: '',
    name: 'return',
    ...told(`${isCash ? 'return.cash' : 'return'} of the terms`, isCash ? 'return-cash' : 'return'),
  };
  const nothing: Step = {
    op: '×',
    value: '0',
    unit: '',
    name: 'gift',
    ...told('a gift: not owed', 'gift'),
  };
  const after = [...paid, factor, ...(gift === true ? [nothing] : [])];
  const owed = after.reduce(worked, cost);
  const toBeShown = told('rounded to be shown; the exact one counts on', 'rounded-shown');
  const once = told('rounded once, at the end', 'rounded-once');
  const shown = rounded(input, 'cost', cost, toBeShown);
  return [shown, ...after, rounded(input, 'obligation', owed, once)];
}

function rounded(
  { currency }: ValuationInput,
  name: 'cost' | 'obligation',
  sum: Ratio,
  why: ReturnType<typeof told>,
): Step {
  const { code, scale } = currency;
  const text = toMoney({ minor: toMinor(sum, scale), currency }).amount;
  const step = { op: '=' as const, value: text, unit: code, name };
  if (compare(parseDecimal(text), sum) === 0) return { ...step, ...told('exact', 'exact') };
  const before = exactText(sum);
  return { ...step, ...why, rounding: { mode: 'half-even', places: scale, before, after: text } };
}

function paidSteps(input: ValuationInput, cost: Ratio): Step[] {
  const { paid, currency } = input;
  if (paid === undefined) return [];
  if (paid.currency !== currency.code) {
    refuse('unit-mismatch', { kind: 'What was paid', unit: paid.currency, units: currency.code });
  }
  parseAmount(paid.amount, currency);
  if (compare(parseDecimal(paid.amount), cost) > 0) {
    const shown = `${formatRatio(cost, currency.scale)} ${currency.code}`;
    refuse('paid-above-cost', { paid: `${paid.amount} ${paid.currency}`, cost: shown });
  }
  const step = { op: '−' as const, value: paid.amount, unit: paid.currency, name: 'paid' as const };
  return [{ ...step, ...told('paid on the day', 'paid-on-day') }];
}

function inputsOf(input: ValuationInput): Readonly<Record<string, string>> {
  const { terms, rate, exchange, paid, depreciation } = input;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['kind', input.kind.id],
    ['quantity', input.quantity],
    ['unit', input.unit],
    ['from', input.days.from],
    ['to', input.days.to],
    ['author', input.author.id],
    ['jurisdiction', input.author.jurisdiction],
    ['classification', input.classification ?? terms.classification],
    ['rate', rate && `${rate.amount} ${rate.currency}`],
    ['exchange', exchange && `${exchange.rate} (${exchange.source})`],
    ['depreciation', depreciation && `${depreciation.amount} ${depreciation.currency}`],
    ['paid', paid && `${paid.amount} ${paid.currency}`],
    ['gift', input.gift === true ? 'yes' : null],
    ['exclusive', input.exclusive === true ? 'yes' : null],
    ['urgent', input.urgent === true ? 'yes' : null],
    ['rateBy', terms.rateBy],
    ['parity', terms.parity],
    ['rateFloor', terms.rateFloor],
    ['return', terms.return],
    ['return.cash', terms['return.cash']],
  ];
  return Object.fromEntries(said.filter((pair): pair is [string, string] => !!pair[1]));
}
