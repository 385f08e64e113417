import { parseAmount, type Money } from '../money/amount.ts';
import { currencyOf } from '../money/currency.ts';
import { compare, formatRatio, parseDecimal } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { classifiedRate } from './classification.ts';
import { addDays } from './days.ts';
import { parityBetween } from './parity.ts';
import { assertPinned } from './tables.ts';
import type { AgreedRate, ValuationInput } from './valuation-input.ts';
import { told, type Step, type Workings } from './workings.ts';

/** The price of one unit: its currency, the steps that lead to it, and what to know of it. */
export interface UnitRate {
  readonly currency: string;
  readonly steps: readonly Step[];
  readonly notes: Workings['notes'];
}

/**
 * The rate of a unit as the terms have it: by award (with parity), as agreed, or one for all. Kinds
 * that are not priced by the terms take the agreed or stated rate.
 *
 * ✗ `rate-not-agreed`, `classification-missing`, `table-unpinned`, and the refusals of
 * `classifiedRate` and `parityBetween`
 */
export function unitRate(input: ValuationInput): UnitRate {
  const { kind, terms } = input;
  if (kind.rateSource !== 'terms' || terms.rateBy === 'agreed') return agreedRate(input);
  if (terms.rateBy === 'equal') return equalRate(input);
  if (input.rate !== undefined) return agreedBesideTable(input);
  const classification = input.classification ?? terms.classification;
  if (classification === null) refuse('classification-missing');
  return tableRate(input, classification);
}

/** A rate of an award table, at the purchasing power of the contributor where the terms say so. */
function tableRate(input: ValuationInput, classification: string): UnitRate {
  const found = classifiedRate(input.tables, classification, input.days);
  assertPinned(input.terms.tables, found.source);
  const rate: Step = {
    op: '×',
    value: formatRatio(found.rate, 2),
    unit: `${found.currency}/h`,
    name: 'rate',
    ...told(`${found.award}, level ${found.level}: ${found.name}; ${found.note}`, found.told.code, {
      award: found.award,
      level: found.level,
      name: found.name,
      ...found.told.values,
    }),
    source: found.source,
    ...(found.rounding === undefined ? {} : { rounding: found.rounding }),
  };
  const country = input.author.jurisdiction?.slice(0, 2).toUpperCase();
  if (input.terms.parity === 'none' || country === undefined || country === found.country) {
    const isOpen = input.terms.parity === 'ppp' && country === undefined;
    const text = `The author names no country: the rate of ${found.country} counts as it is.`;
    const notes = isOpen
      ? [{ code: 'jurisdiction-unknown', text, values: { country: found.country } }]
      : [];
    return { currency: found.currency, steps: [rate], notes };
  }
  const asked = { tableCountry: found.country, country, day: input.days.to };
  return atParity(input, { rate, ...asked });
}

interface AtParity {
  readonly rate: Step;
  readonly tableCountry: string;
  readonly country: string;
  readonly day: string;
}

function atParity(input: ValuationInput, { rate, ...asked }: AtParity): UnitRate {
  const parity = parityBetween(input.tables, asked);
  const { ofTable, ofContributor, currency, year } = parity;
  assertPinned(input.terms.tables, ofTable.source);
  const figure = (op: '×' | '÷', country: string, row: typeof ofTable): Step => ({
    op,
    value: row.value,
    unit: `local currency of ${country} for 1 international dollar`,
    name: 'parity',
    ...told(`purchasing power parity of ${country}, ${year}`, 'parity', {
      country,
      year: String(year),
    }),
    source: row.source,
  });
  const steps = [
    rate,
    figure('÷', asked.tableCountry, ofTable),
    figure('×', asked.country, ofContributor),
  ];
  return { currency, steps, notes: [] };
}

function equalRate(input: ValuationInput): UnitRate {
  const { equalRate: equal } = input.terms;
  if (equal === undefined || equal === null) {
    return refuse('rate-not-agreed', { why: 'The terms do not say what any hour is worth.' });
  }
  if ('classification' in equal) {
    if (input.rate !== undefined) refuseOtherThanEqual();
    return tableRate(input, equal.classification);
  }
  if (input.rate !== undefined && !isSameMoney(input.rate, equal)) refuseOtherThanEqual();
  return statedRate(
    input,
    equal,
    told('the same for every hour, as the terms have it', 'rate-equal'),
  );
}

const refuseOtherThanEqual = (): never =>
  refuse('rate-not-agreed', { why: 'The terms value every hour alike; this line states its own.' });

/** Where the table counts, another rate counts only if the terms agree on it for this agent. */
function agreedBesideTable(input: ValuationInput): UnitRate {
  if (agreedEntry(input) === null) {
    const why = 'The terms value an hour by award, and agree on no other rate for this author.';
    refuse('rate-not-agreed', { why });
  }
  return agreedRate(input);
}

/**
 * A stated rate must be the one that the terms agree on for the agent. Without such an entry it is
 * a proposal, which the reviewers agree to by accepting the line.
 */
function agreedRate(input: ValuationInput): UnitRate {
  const entry = agreedEntry(input);
  if (entry !== null) {
    if (input.rate !== undefined && !isSameMoney(input.rate, entry.amount)) {
      const agreed = `${entry.amount.amount} ${entry.amount.currency} from ${entry.from} on`;
      refuse('rate-not-agreed', {
        why: `The line states ${input.rate.amount} ${input.rate.currency}; agreed is ${agreed}.`,
      });
    }
    const { from } = entry;
    const agreed = told(`agreed in the terms, from ${from} on`, 'rate-agreed', { from });
    return statedRate(input, entry.amount, agreed);
  }
  if (input.rate === undefined) {
    const whose = `this author's ${input.kind.id}`;
    const why = `The line names no rate, and the terms agree on none for ${whose}.`;
    return refuse('rate-not-agreed', { why });
  }
  const text = 'The rate is the author’s proposal: reviewers agree to it by accepting the line.';
  const priced = statedRate(input, input.rate, told('proposed by the author', 'rate-proposed'));
  return { ...priced, notes: [{ code: 'rate-proposed', text }] };
}

function statedRate(input: ValuationInput, money: Money, why: ReturnType<typeof told>): UnitRate {
  const currency = currencyOf(input.currencies, money.currency);
  const { minor } = parseAmount(money.amount, currency);
  if (minor <= 0n) refuse('amount-not-positive', { text: money.amount });
  const unit = `${money.currency}/${input.kind.measure === 'time' ? 'h' : input.unit}`;
  const step = { op: '×' as const, value: money.amount, unit, name: 'rate' as const, ...why };
  return { currency: money.currency, steps: [step], notes: [] };
}

/** Whose rate is looked for, of what kind of contribution. */
interface RateAsked {
  readonly agent: string;
  readonly kind: string;
}

/** The entries that count for an agent's kind: those for the kind come before those for all. */
function entriesFor(rates: readonly AgreedRate[], { agent, kind }: RateAsked) {
  const mine = rates.filter((rate) => rate.agent === agent);
  const ofKind = mine.filter((rate) => rate.kind === kind);
  return ofKind.length > 0 ? ofKind : mine.filter((rate) => rate.kind === undefined);
}

/** The newest entry that counts on a day, YYYY-MM-DD; null where the terms agree on none. */
export function agreedRateOn(
  rates: readonly AgreedRate[],
  asked: RateAsked & { readonly day: string },
): AgreedRate | null {
  const newestFirst = entriesFor(rates, asked).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return newestFirst.find(({ from }) => from <= asked.day) ?? null;
}

function agreedEntry(input: ValuationInput): AgreedRate | null {
  const { from, to } = input.days;
  const asked = { agent: input.author.id, kind: input.kind.id };
  const entries = entriesFor(input.terms.rates, asked);
  const entry = agreedRateOn(input.terms.rates, { ...asked, day: from });
  const change = entries.find((each) => each.from > from && each.from <= to);
  if (entry !== null && change !== undefined && !isSameMoney(change.amount, entry.amount)) {
    refuseAcross(input, change.from);
  }
  return entry;
}

function refuseAcross(input: ValuationInput, split: string): never {
  const { from, to } = input.days;
  const before = addDays(split, -1);
  const text = `this author's ${input.kind.id}`;
  return refuse('range-crosses-rate-change', { text, split, from, to, before });
}

const isSameMoney = (left: Money, right: Money): boolean =>
  left.currency === right.currency &&
  compare(parseDecimal(left.amount), parseDecimal(right.amount)) === 0;
