import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_KINDS } from '../../src/domain/contributions/kinds.ts';
import { addDays } from '../../src/domain/effort/days.ts';
import { value } from '../../src/domain/effort/valuation.ts';
import type { ValuationInput, ValuationTerms } from '../../src/domain/effort/valuation-input.ts';
import { recompute, type Workings } from '../../src/domain/effort/workings.ts';
import type { Amount } from '../../src/domain/money/amount.ts';
import { currencyOf, isoCurrencies, withCurrency } from '../../src/domain/money/currency.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { openTables } from '../../src/tables/tables.ts';

const tables = openTables();
const currencies = withCurrency(isoCurrencies(), { code: 'AUDm', scale: 6 });

const decimal = (most: number, places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, '0')}`);

const money = fc
  .tuple(decimal(500, 2), fc.constantFrom('AUD', 'EUR', 'USD', 'KWD'))
  .map(([amount, currency]) => ({ amount, currency }));

const days = fc
  .tuple(fc.integer({ min: 0, max: 2100 }), fc.integer({ min: 0, max: 40 }))
  .map(([first, more]) => {
    const from = addDays('2021-01-01', first);
    return { from, to: addDays(from, more) };
  });

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

const seldom = fc.integer({ min: 0, max: 7 }).map((one) => one === 0);

const terms: fc.Arbitrary<ValuationTerms> = fc.record({
  rateBy: fc.constantFrom('award' as const, 'agreed' as const, 'equal' as const),
  parity: fc.constantFrom('none' as const, 'ppp' as const),
  classification: fc.constantFrom(null, 'MA000065/6', 'MA000010/V2', 'MA000019/3'),
  return: fc.constantFrom('1', '1.5', '2.75', '4'),
  'return.cash': fc.constantFrom('1', '1.5', '3.333'),
  'factor.exclusive': fc.constantFrom('1', '1.25', '1.4'),
  'factor.urgent': fc.constantFrom('1', '1.1'),
  rateFloor: fc.constantFrom('off' as const, 'warn' as const, 'refuse' as const),
  rates: fc.constant([]),
  equalRate: fc.constantFrom(
    { amount: '31.07', currency: 'AUD' },
    { classification: 'MA000010/C13' },
  ),
});

const input: fc.Arbitrary<ValuationInput> = fc
  .record({
    kind: fc.constantFrom(...BUILT_IN_KINDS),
    unitAt: fc.nat(5),
    quantity: decimal(400, 2),
    days,
    jurisdiction: fc.constantFrom(null, 'AU', 'DE', 'IN', 'JP', 'US', 'NZ'),
    rate: maybe(money),
    depreciation: maybe(money),
    paid: fc.option(money, { nil: undefined, freq: 1 }),
    exchange: maybe(fc.constant({ rate: '1.61803', source: 'given' })),
    gift: seldom,
    exclusive: seldom,
    urgent: seldom,
    home: fc.constantFrom('AUD', 'EUR', 'JPY', 'KWD', 'AUDm'),
    terms,
  })
  .map(({ unitAt, jurisdiction, home, ...line }) => {
    const unit = line.kind.units[unitAt % line.kind.units.length] ?? 'h';
    const isPriced = unit !== 'currency' && line.terms.rateBy !== 'award';
    const isMachine = line.kind.id === 'machine-time';
    return {
      ...line,
      unit: unit === 'currency' ? 'USD' : unit,
      rate: isPriced || isMachine ? line.rate : undefined,
      depreciation: isMachine ? line.depreciation : undefined,
      today: '2026-11-21',
      author: { id: 'ada', kind: 'person', jurisdiction },
      declaredBy: 'ada',
      evidence: [],
      currency: currencyOf(currencies, home),
      currencies,
      tables,
    };
  });

/** What a line comes to, or undefined where it is refused by name. */
const valued = (line: ValuationInput): ReturnType<typeof value> | undefined => {
  try {
    return value(line);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

const sameAmounts = (left: Amount, right: Amount): void => {
  expect(left.minor).toBe(right.minor);
  expect(left.currency.code).toBe(right.currency.code);
};

describe('a valuation', () => {
  test('is the same for everybody from its printed workings alone, or refused by name', () => {
    let worth = 0;
    fc.assert(
      fc.property(input, (line) => {
        const found = valued(line);
        if (found === undefined) return;
        worth += 1;
        const printed = JSON.parse(JSON.stringify(found.workings)) as Workings;
        const again = recompute(printed);
        sameAmounts(again.obligation, found.obligation);
        sameAmounts(again.cost, found.cost);
      }),
      { numRuns: 1500 },
    );
    expect(worth).toBeGreaterThan(50);
  });

  test('never owes less than nothing, nor anything for a gift', () => {
    fc.assert(
      fc.property(input, (line) => {
        const found = valued(line);
        if (found === undefined) return;
        expect(found.obligation.minor >= 0n).toBe(true);
        expect(line.gift !== true || found.obligation.minor === 0n).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('shows each figure of a table with its line, vintage and hash', () => {
    fc.assert(
      fc.property(input, (line) => {
        for (const step of valued(line)?.workings.steps ?? []) {
          if (step.source === undefined) continue;
          expect(step.source.sha256).toBe(tables.manifest(step.source.tableId).sha256);
          expect(step.source.row).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('shows a rounding wherever what is printed is not exact, and nowhere else', () => {
    fc.assert(
      fc.property(input, (line) => {
        const steps = valued(line)?.workings.steps ?? [];
        for (const { rounding } of steps.filter(({ op }) => op === '=')) {
          expect(rounding?.before ?? 'exact').not.toBe(rounding?.after);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of twice the hours is twice the cost, to the minor unit', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 500 }), (line, hours) => {
        const once = valued({ ...line, quantity: `${hours}`, paid: undefined, gift: false });
        const twice = valued({ ...line, quantity: `${2 * hours}`, paid: undefined, gift: false });
        if (once === undefined || twice === undefined || line.depreciation !== undefined) return;
        const drift = twice.obligation.minor - 2n * once.obligation.minor;
        expect(drift >= -1n && drift <= 1n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
