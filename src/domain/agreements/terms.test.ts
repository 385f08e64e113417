import { describe, expect, it } from 'vitest';
import { isoCurrencies } from '../money/currency.ts';
import type { WorkKind } from '../works/work.ts';
import { fields } from './fields.ts';
import { presetNames, presetOf } from './presets.ts';
import { isInRange } from './reading/rules.ts';
import type { DraftingContext } from './terms.ts';
import { amendTerms, parseTerms, termsHash } from './terms.ts';
import { termValue } from './wording/words.ts';

function context(change: Partial<DraftingContext> = {}, kind: WorkKind = 'software') {
  const drafting: DraftingContext = {
    work: { id: 'work_tides', title: 'Tide tables', kind, currency: 'AUD' },
    steward: { agent: 'agent_ana', name: 'Ana' },
    currencies: isoCurrencies(),
    tables: [{ id: 'au-award-history', vintage: '2026-07-01', sha256: 'a'.repeat(64) }],
    upstream: [],
  };
  return { ...drafting, ...change };
}

const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

describe('presets', () => {
  it.each([
    ['award', 'award', 'ppp', '1.5', '1.5'],
    ['rates', 'agreed', 'none', '1.5', '1.5'],
    ['equal', 'equal', 'none', '1.5', '1.5'],
    ['slicing-pie', 'agreed', 'none', '2', '4'],
  ])('%s needs no answers', (preset, rateBy, parity, times, cash) => {
    const terms = parseTerms(undefined, preset, context());
    expect(terms).toMatchObject({
      preset,
      rateBy,
      parity,
      return: times,
      'return.cash': cash,
      'factor.exclusive': '1',
      'factor.urgent': '1',
      'open.hold': 'P0D',
      'open.threshold': '1',
      'split.host': '0',
      'split.reserve': '0',
      'delay.rate': '0',
      'deficit.advance': false,
      tranches: 'one',
      surplus: 'return',
      classification: null,
      'review.n': '1',
      claimWithin: 'P90D',
      rateFloor: 'warn',
      equalRate: { classification: 'MA000010/C13' },
    });
  });

  it('opens software and models as Apache-2.0, texts as CC-BY-4.0, data as CC0-1.0', () => {
    const licenceOf = (kind: WorkKind) =>
      parseTerms({}, 'award', context({}, kind))['open.licence'];
    expect(licenceOf('software')).toBe('Apache-2.0');
    expect(licenceOf('model')).toBe('Apache-2.0');
    expect(licenceOf('service')).toBe('Apache-2.0');
    expect(licenceOf('text')).toBe('CC-BY-4.0');
    expect(licenceOf('specification')).toBe('CC-BY-4.0');
    expect(licenceOf('data')).toBe('CC0-1.0');
  });

  it('asks three questions about terms that exist', () => {
    for (const name of presetNames) {
      const { questions } = presetOf(name);
      expect(questions).toHaveLength(3);
      for (const { key } of questions) expect(fields.map((field) => field.key)).toContain(key);
    }
  });

  it('refuses a preset that does not exist and lists those that do', () => {
    expect(() => parseTerms({}, 'fair', context())).toThrow(
      refusal('preset-unknown', { presets: 'award, rates, equal, slicing-pie' }),
    );
  });
});

describe('reading terms', () => {
  it('reads nested and dotted input alike', () => {
    const dotted = parseTerms({ 'split.host': '5 %', 'review.n': 2 }, 'award', context());
    const nested = parseTerms({ split: { host: 0.05 }, review: { n: '2' } }, 'award', context());
    expect(dotted).toEqual(nested);
    expect(termsHash(dotted)).toBe(termsHash(nested));
    expect(dotted['split.host']).toBe('0.05');
    expect(dotted['review.n']).toBe('2');
  });

  it.each([
    ['5 %', '0.05'],
    ['5%', '0.05'],
    ['0.05', '0.05'],
    ['12.50 %', '0.125'],
    ['0.0500', '0.05'],
    [0.05, '0.05'],
    ['0', '0'],
  ])('reads the part %s as %s', (written, canonical) => {
    expect(parseTerms({ 'split.host': written }, 'award', context())['split.host']).toBe(canonical);
  });

  it('lets the return of cash follow the return, unless a preset or a drafter says so', () => {
    expect(parseTerms({ return: 1.2 }, 'award', context())['return.cash']).toBe('1.2');
    expect(parseTerms({ return: 1.2 }, 'slicing-pie', context())['return.cash']).toBe('4');
    const own = parseTerms({ return: '1.2', 'return.cash': '1.1' }, 'award', context());
    expect(own).toMatchObject({ return: '1.2', 'return.cash': '1.1' });
  });

  it('reads its own whole terms back to the same terms', () => {
    for (const preset of presetNames) {
      const terms = parseTerms({}, preset, context());
      expect(parseTerms(JSON.parse(JSON.stringify(terms)), preset, context())).toEqual(terms);
    }
  });

  it('reads lists and objects', () => {
    const terms = parseTerms(
      {
        rates: [
          { agent: 'agent_ana', amount: { amount: '50', currency: 'EUR' }, from: '2026-01-01' },
        ],
        equalRate: { amount: '30.5', currency: 'AUD' },
        tranches: [{ priority: 1, kinds: ['cash'] }, { priority: '2' }],
        parties: ['agent_bo', { agent: 'agent_cy', name: 'Cy', roles: ['design'] }],
        kinds: ['labour', { id: 'moderation', unit: 'h', evidenceMin: 1 }],
        earlier: 'since:2025-01-01',
        classes: [{ id: 'people' }, { id: 'firms', price: { amount: '100', currency: 'AUD' } }],
        languages: ['en', 'de-ch'],
      },
      'rates',
      context(),
    );
    expect(terms.rates[0]?.amount).toEqual({ amount: '50.00', currency: 'EUR' });
    expect(terms.equalRate).toEqual({ amount: { amount: '30.50', currency: 'AUD' } });
    expect(terms.tranches).toEqual([{ priority: 1, kinds: ['cash'] }, { priority: 2 }]);
    expect(terms.parties[0]).toEqual({ agent: 'agent_bo', name: 'agent_bo' });
    expect(terms.kinds).toEqual([
      { id: 'labour', evidenceMin: 0 },
      { id: 'moderation', unit: 'h', evidenceMin: 1 },
    ]);
    expect(terms.earlier).toBe('since:2025-01-01');
    expect(terms.languages).toEqual(['en', 'de-CH']);
  });

  it('takes upstream shares and tables from the work and the node', () => {
    const upstream = [{ release: 'rel_sea', share: '0.1' }];
    const terms = parseTerms({}, 'award', context({ upstream }));
    expect(terms['split.upstream']).toEqual(upstream);
    expect(terms.tables).toEqual(context().tables);
  });

  it('holds every key of the table, with every default in its canonical form and in range', () => {
    const terms = parseTerms({}, 'award', context());
    expect(Object.keys(terms)).toEqual(fields.map((field) => field.key));
    for (const field of fields) {
      expect(isInRange(field, termValue(terms, field.key)), field.key).toBe(true);
      if (!('default' in field) || field.key === 'tables' || field.key === 'payout.min') continue;
      expect(termValue(terms, field.key), field.key).toEqual(field.default);
    }
  });
});

describe('refused terms', () => {
  it.each<[string, unknown, string, Record<string, unknown>]>([
    ['an unknown term', { retrun: '2' }, 'terms-unknown', { key: 'retrun' }],
    ['an unknown nested term', { split: { hots: 1 } }, 'terms-unknown', { key: 'split.hots' }],
    ['a prefix that is no term', { split: '5 %' }, 'terms-unknown', { key: 'split' }],
    ['the prototype', JSON.parse('{"__proto__": 1}'), 'terms-unknown', { key: '__proto__' }],
    ['terms that are no object', [1], 'terms-malformed', { key: 'terms' }],
    [
      'a term given twice',
      { split: { host: '0' }, 'split.host': '0' },
      'terms-malformed',
      { key: 'split.host' },
    ],
    ['a ratio in words', { return: 'twice' }, 'terms-malformed', { key: 'return' }],
    ['an exponent', { return: '1e0' }, 'terms-malformed', { key: 'return' }],
    ['an empty object', { return: {}, 'review.n': '1.5' }, 'terms-malformed', { key: 'review.n' }],
    ['a share too fine', { 'split.host': '0.00005' }, 'terms-malformed', { key: 'split.host' }],
    ['a share above one', { 'split.host': '5' }, 'terms-malformed', { key: 'split.host' }],
    ['a duration in words', { claimWithin: '90 days' }, 'terms-malformed', { key: 'claimWithin' }],
    ['another word', { rateBy: 'mine' }, 'terms-malformed', { key: 'rateBy' }],
    ['a day that is none', { earlier: 'since:2025-02-30' }, 'terms-malformed', { key: 'earlier' }],
    ['money as a JSON number', { 'payout.min': 20 }, 'terms-malformed', { key: 'payout.min' }],
    [
      'a rate as a JSON number',
      { equalRate: { amount: 30.5, currency: 'AUD' } },
      'terms-malformed',
      { key: 'equalRate' },
    ],
    ['an entry twice', { criteria: ['new', 'new'] }, 'terms-malformed', { key: 'criteria' }],
    ['a language that is none', { languages: ['e'] }, 'terms-malformed', { key: 'languages[0]' }],
    [
      'a classification without level',
      { classification: 'MA000065' },
      'terms-malformed',
      { key: 'classification' },
    ],
    ['another currency than the work', { currency: 'EUR' }, 'terms-malformed', { key: 'currency' }],
    [
      'upstream shares that the work does not declare',
      { 'split.upstream': [{ release: 'rel_x', share: '0.1' }] },
      'terms-malformed',
      { key: 'split.upstream' },
    ],
    ['a licence that is not open', { 'open.licence': 'BUSL-1.1' }, 'licence-not-open', {}],
    [
      'an unknown currency',
      { equalRate: { amount: '1', currency: 'XXY' } },
      'currency-unknown',
      {},
    ],
    ['a return above four', { return: '4.1' }, 'return-too-high', { limit: '4' }],
    ['a return below one', { return: '0.9' }, 'terms-out-of-range', { range: 'from 1 to 4' }],
    ['a factor above two', { 'factor.exclusive': '2.5' }, 'terms-out-of-range', {}],
    [
      'factors above two together',
      { 'factor.exclusive': '1.5', 'factor.urgent': '1.5' },
      'terms-out-of-range',
      { value: '1.5 x 1.5' },
    ],
    ['six reviewers', { 'review.n': '6' }, 'terms-out-of-range', { key: 'review.n' }],
    ['a host above 15 %', { 'split.host': '16 %' }, 'terms-out-of-range', {}],
    ['a threshold below half', { 'open.threshold': '49 %' }, 'terms-out-of-range', {}],
    ['a hold of a year', { 'open.hold': 'P1Y' }, 'terms-out-of-range', {}],
    ['a claim after two years', { claimWithin: 'P2Y' }, 'terms-out-of-range', {}],
    ['fewer locked terms', { locked: ['return'] }, 'terms-out-of-range', { key: 'locked' }],
    [
      'growth above its ceiling',
      { return: '3', 'delay.rate': '5 %' },
      'ceiling-missing',
      { least: '3' },
    ],
  ])('refuses %s', (_, input, code, values) => {
    expect(() => parseTerms(input, 'award', context())).toThrow(refusal(code, values));
  });

  it('names near terms', () => {
    expect(() => parseTerms({ retrun: '2' }, 'award', context())).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('return') }),
    );
  });

  it('refuses splits that leave the makers less than half', () => {
    const upstream = [{ release: 'rel_sea', share: '0.3' }];
    const input = { split: { host: '15 %', reserve: '10 %' } };
    expect(() => parseTerms(input, 'award', context({ upstream }))).toThrow(
      refusal('pool-below-half', { taken: '0.5500' }),
    );
  });

  it('refuses parity where all hours are equal', () => {
    expect(() => parseTerms({ parity: 'ppp' }, 'equal', context())).toThrow(
      refusal('terms-out-of-range', { key: 'parity' }),
    );
  });

  it('refuses nothing in clauses that are fields and text for now', () => {
    const terms = parseTerms({ deadman: 'P1D', priceChange: '90 %' }, 'award', context());
    expect(terms).toMatchObject({ deadman: 'P1D', priceChange: '0.9' });
  });
});

describe('amended terms', () => {
  it('start from the version before and keep its pinned tables', () => {
    const first = parseTerms({ return: '2' }, 'award', context());
    const next = amendTerms(first, { 'review.n': '2' }, context({ tables: [] }));
    expect(next).toEqual({ ...first, 'review.n': '2' });
  });

  it('pin the tables of today where the change says so', () => {
    const first = parseTerms({}, 'award', context());
    const newer = [{ id: 'au-award-history', vintage: '2027-07-01', sha256: 'b'.repeat(64) }];
    const next = amendTerms(first, { tables: 'current' }, context({ tables: newer }));
    expect(next.tables).toEqual(newer);
  });

  it('take the worked example that is right for them', () => {
    const example = { amount: { amount: '37.97', currency: 'AUD' }, because: 'MA000065/6' };
    const first = parseTerms({}, 'award', context());
    const next = amendTerms(first, { classification: 'MA000065/6' }, context({ example }));
    expect(next.example).toEqual(example);
    expect(amendTerms(next, { 'review.n': '2' }, context()).example).toEqual(example);
  });

  it('are checked as first terms are', () => {
    const first = parseTerms({}, 'award', context());
    expect(() => amendTerms(first, { return: '5' }, context())).toThrow(refusal('return-too-high'));
  });
});
