import { describe, expect, test } from 'vitest';
import { openTables } from '../../tables/tables.ts';
import { builtInKinds, kindOf } from '../contributions/kinds.ts';
import { toMoney } from '../money/amount.ts';
import { currencyOf, isoCurrencies } from '../money/currency.ts';
import { value } from './valuation.ts';
import type { Author, ValuationInput, ValuationTerms } from './valuation-input.ts';
import { recompute } from './workings.ts';

const currencies = isoCurrencies();

const terms: ValuationTerms = {
  rateBy: 'award',
  parity: 'ppp',
  classification: null,
  return: '1.5',
  'return.cash': '1.5',
  'factor.exclusive': '1.25',
  'factor.urgent': '1',
  rateFloor: 'warn',
  rates: [],
};

const ada: Author = { id: 'ada', kind: 'person', jurisdiction: 'AU' };

const line = (given: Partial<ValuationInput> & { readonly kindId?: string }): ValuationInput => ({
  kind: kindOf(builtInKinds(), given.kindId ?? 'knowledge-work'),
  quantity: '120',
  unit: 'h',
  days: { from: '2026-05-01', to: '2026-05-31' },
  today: '2026-11-21',
  author: ada,
  declaredBy: 'ada',
  evidence: [],
  currency: currencyOf(currencies, 'AUD'),
  currencies,
  terms,
  tables: openTables(),
  ...given,
});

const owed = (given: Parameters<typeof line>[0]): string => {
  const { obligation, workings } = value(line(given));
  expect(recompute(workings).obligation).toEqual(obligation);
  return toMoney(obligation).amount;
};

const refusal = (given: Parameters<typeof line>[0]): string => {
  try {
    value(line(given));
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'nothing is refused';
};

const aud = (text: string): { amount: string; currency: string } => ({
  amount: text,
  currency: 'AUD',
});
const agreed: ValuationTerms = { ...terms, rateBy: 'agreed', parity: 'none' };
const award = { classification: 'MA000065/6' };

describe('what is refused, in order', () => {
  test.each([
    ['date-in-future', { days: { from: '2026-11-22', to: '2026-11-22' } }],
    ['date-range-reversed', { days: { from: '2026-05-02', to: '2026-05-01' } }],
    ['date-malformed', { days: { from: '2026-5-2', to: '2026-05-01' } }],
    ['gift-not-by-author', { gift: true, declaredBy: 'bob' }],
    ['evidence-missing', { kind: { ...line({}).kind, evidenceMin: 2 }, evidence: ['one'] }],
    ['unit-mismatch', { unit: 'kWh' }],
    ['unit-mismatch', { kindId: 'cash', unit: 'h' }],
    ['unit-mismatch', { kindId: 'cash', unit: 'currency' }],
    ['quantity-malformed', { quantity: '1e3' }],
    ['quantity-malformed', { quantity: '1,5' }],
    ['quantity-malformed', { quantity: '' }],
    ['quantity-malformed', { quantity: '９' }],
    ['quantity-not-positive', { quantity: '0.00' }],
    ['quantity-not-positive', { quantity: '-3' }],
    ['quantity-not-positive', { kindId: 'cash', unit: 'AUD', quantity: '0' }],
    ['amount-too-precise', { kindId: 'cash', unit: 'AUD', quantity: '0.001' }],
    ['amount-malformed', { kindId: 'cash', unit: 'AUD', quantity: '1,000.00' }],
    ['factor-not-allowed', { kindId: 'cash', unit: 'AUD', exclusive: true }],
    ['factor-not-allowed', { kindId: 'machine-time', unit: 'kWh', urgent: true }],
    ['factor-not-allowed', { ...award, exclusive: true, author: { ...ada, kind: 'machine' } }],
    [
      'factor-not-allowed',
      { ...award, exclusive: true, urgent: true, terms: { ...terms, 'factor.urgent': '2' } },
    ],
    ['classification-missing', {}],
    ['rate-not-agreed', { rate: aud('50') }],
    ['rate-not-agreed', { terms: agreed }],
    ['rate-not-agreed', { kindId: 'equipment' }],
    ['rate-not-agreed', { kindId: 'cash', unit: 'AUD', rate: aud('2') }],
    ['rate-not-agreed', { terms: { ...terms, rateBy: 'equal' } }],
    ['table-unpinned', { ...award, terms: { ...terms, tables: [] } }],
    ['range-crosses-rate-change', { ...award, days: { from: '2026-06-30', to: '2026-07-01' } }],
    ['below-floor', { terms: { ...agreed, rateFloor: 'refuse' }, rate: aud('24.94') }],
    ['rate-too-old', { kindId: 'cash', unit: 'USD' }],
    ['unit-mismatch', { ...award, depreciation: aud('5') }],
    ['unit-mismatch', { ...award, paid: { amount: '5', currency: 'USD' } }],
    ['paid-above-cost', { ...award, paid: aud('4556.41') }],
    ['amount-too-large', { kindId: 'cash', unit: 'AUD', quantity: '92233720368547758.07' }],
  ] as const)('%s: %j', (code, given) => {
    expect(refusal(given as Parameters<typeof line>[0])).toBe(code);
  });
});

describe('what a line is worth', () => {
  test.each([
    ['6834.60', { quantity: '120', ...award }],
    ['683.46', { quantity: '12', ...award }],
    ['1122.75', { quantity: '30', classification: 'MA000010/C13', kindId: 'labour' }],
    ['600.00', { quantity: '400', unit: 'AUD', kindId: 'cash' }],
  ] as const)('the story of four contributors: %s', (amount, given) => {
    expect(owed(given)).toBe(amount);
  });

  test('a day of work is 7.6 hours, and the workings say so', () => {
    expect(owed({ quantity: '2', unit: 'day', ...award })).toBe('865.72');
    const { workings } = value(line({ quantity: '2', unit: 'day', ...award }));
    expect(workings.steps[1]).toMatchObject({ op: '×', value: '7.6', name: 'hours in a day' });
  });

  test('the terms’ classification counts where the line names none', () => {
    expect(owed({ terms: { ...terms, classification: 'MA000065/6' } })).toBe('6834.60');
  });

  test('what was paid on the day is taken off before the return', () => {
    expect(owed({ ...award, paid: aud('4556.40') })).toBe('0.00');
    expect(owed({ ...award, paid: aud('4000.00') })).toBe('834.60');
  });

  test('a gift costs what it costs, and nothing is owed for it', () => {
    const { cost, obligation } = value(line({ ...award, gift: true }));
    expect([toMoney(cost).amount, toMoney(obligation).amount]).toEqual(['4556.40', '0.00']);
  });

  test('factors count only where the line is given so', () => {
    expect(owed({ ...award, exclusive: true })).toBe('8543.25');
  });

  test('cash has a return of its own', () => {
    const cash = { kindId: 'cash', unit: 'AUD', quantity: '100' };
    expect(owed({ ...cash, terms: { ...terms, 'return.cash': '4' } })).toBe('400.00');
    expect(owed({ kindId: 'supplies', unit: 'AUD', quantity: '100' })).toBe('150.00');
  });

  test('things are worth their price, or use x rate', () => {
    const use = { kindId: 'equipment', unit: 'month', quantity: '2.5', rate: aud('80.00') };
    expect(owed(use)).toBe('300.00');
    expect(owed({ kindId: 'intellectual-property', unit: 'AUD', quantity: '99.99' })).toBe(
      '149.98',
    );
    expect(owed({ kindId: 'resource', unit: 'GB', quantity: '3', rate: aud('0.10') })).toBe('0.45');
  });

  test('machine time is energy x tariff + depreciation, with the return and no factor', () => {
    const machine = { kindId: 'machine-time', unit: 'kWh', quantity: '12.5', rate: aud('0.32') };
    expect(owed({ ...machine, depreciation: aud('3.10') })).toBe('10.65');
  });

  test('parity makes an hour as dear as where its giver lives, then it is exchanged', () => {
    const author = { ...ada, jurisdiction: 'DE' };
    const days = { from: '2026-03-02', to: '2026-03-02' };
    const { workings, cost } = value(line({ ...award, author, days, quantity: '1' }));
    expect(workings.steps.map(({ op, value: each }) => op + each).slice(1, 4)).toEqual([
      '×37.97',
      '÷1.366527',
      '×0.700862',
    ]);
    expect(workings.steps[4]?.note).toContain('European Central Bank reference rate of 2026-03-02');
    expect(workings.steps.filter(({ source }) => source !== undefined)).toHaveLength(4);
    expect(cost.minor).toBeGreaterThan(3000n);
  });

  test('without a jurisdiction the table’s own country counts', () => {
    const author = { ...ada, jurisdiction: null };
    expect(owed({ ...award, author })).toBe('6834.60');
    const { workings } = value(line({ ...award, author }));
    expect(workings.notes.map(({ code }) => code)).toEqual(['jurisdiction-unknown']);
  });

  test('a foreign amount may be exchanged at a rate that is given with its source', () => {
    const exchange = { rate: '1.55', source: 'bank statement' };
    expect(owed({ kindId: 'cash', unit: 'USD', quantity: '100', exchange })).toBe('232.50');
  });

  test('half a cent goes to the even one, once, at the end', () => {
    const cash = { kindId: 'cash', unit: 'AUD', terms: { ...terms, 'return.cash': '1.5' } };
    expect(owed({ ...cash, quantity: '0.01' })).toBe('0.02');
    expect(owed({ ...cash, quantity: '0.03' })).toBe('0.04');
    const { workings } = value(line({ ...cash, quantity: '0.03' }));
    expect(workings.steps.at(-1)?.rounding).toEqual({
      mode: 'half-even',
      places: 2,
      before: '0.045',
      after: '0.04',
    });
  });
});

describe('a rate that both sides agree', () => {
  const rates = [
    { agent: 'ada', amount: aud('60'), from: '2026-01-01' },
    { agent: 'ada', amount: aud('70'), from: '2026-05-15' },
    { agent: 'ada', kind: 'labour', amount: aud('40'), from: '2026-01-01' },
  ];
  const day = { from: '2026-05-01', to: '2026-05-01' };

  test('is the newest entry of the terms for the agent and the kind', () => {
    expect(owed({ terms: { ...agreed, rates }, days: day, quantity: '1' })).toBe('90.00');
    expect(owed({ terms: { ...agreed, rates }, days: day, quantity: '1', kindId: 'labour' })).toBe(
      '60.00',
    );
  });

  test('may be stated again, but not otherwise: rate-not-agreed', () => {
    const given = { terms: { ...agreed, rates }, days: day, quantity: '1' };
    expect(owed({ ...given, rate: aud('60.00') })).toBe('90.00');
    expect(refusal({ ...given, rate: aud('61.00') })).toBe('rate-not-agreed');
  });

  test('that changes within the days is refused: range-crosses-rate-change', () => {
    expect(refusal({ terms: { ...agreed, rates } })).toBe('range-crosses-rate-change');
  });

  test('counts beside the award table for the agent that has one', () => {
    const given = { terms: { ...terms, rates }, days: day, quantity: '1', rate: aud('60') };
    expect(owed(given)).toBe('90.00');
  });

  test('without an entry is a proposal, and the workings say so', () => {
    const { workings } = value(line({ terms: agreed, rate: aud('50') }));
    expect(workings.notes.map(({ code }) => code)).toEqual(['rate-proposed']);
  });

  test('is one for all where the terms say so, as money or by classification', () => {
    const equal = { ...agreed, rateBy: 'equal' as const };
    expect(owed({ terms: { ...equal, equalRate: aud('30') }, quantity: '1' })).toBe('45.00');
    const byTable = { ...equal, equalRate: { classification: 'MA000010/C13' } };
    expect(owed({ terms: byTable, quantity: '2' })).toBe('74.85');
    expect(refusal({ terms: byTable, rate: aud('99') })).toBe('rate-not-agreed');
    expect(refusal({ terms: { ...equal, equalRate: aud('30') }, rate: aud('31') })).toBe(
      'rate-not-agreed',
    );
  });
});

describe('the legal minimum', () => {
  const notes = (given: Parameters<typeof line>[0]): string[] =>
    value(line({ terms: agreed, quantity: '1', ...given })).workings.notes.map(({ code }) => code);

  test('is a note to the reviewers where the terms warn', () => {
    expect(notes({ rate: aud('24.94') })).toEqual(['rate-proposed', 'below-floor']);
    expect(notes({ rate: aud('24.95') })).toEqual(['rate-proposed']);
    expect(notes({ rate: aud('1'), terms: { ...agreed, rateFloor: 'off' } })).toEqual([
      'rate-proposed',
    ]);
  });

  test('is C14 until June 2023, C13 since, of the day of the work', () => {
    const then = { from: '2023-06-30', to: '2023-06-30' };
    expect(notes({ rate: aud('21.38'), days: then })).toEqual(['rate-proposed']);
    expect(notes({ rate: aud('21.37'), days: then })).toContain('below-floor');
  });

  test('is not compared, and that is said, where the tables hold none', () => {
    const author = { ...ada, jurisdiction: 'NZ' };
    expect(notes({ author, rate: aud('50') })).toEqual(['rate-proposed', 'floor-not-compared']);
  });
});
