import { describe, expect, test } from 'vitest';
import { isoCurrencies } from '../money/currency.ts';
import { assertUnit, builtInKinds, kindOf, parseKind, withKind, type KindDraft } from './kinds.ts';

const refused = (code: string): unknown => expect.objectContaining({ code });
const draft: KindDraft = { id: 'care', name: 'Care', measure: 'time', units: ['h'] };

describe('what is refused', () => {
  test('kind-unknown: the refusal lists what there is', () => {
    expect(() => kindOf(builtInKinds(), 'magic')).toThrow(refused('kind-unknown'));
    expect(() => kindOf(builtInKinds(), 'magic')).toThrow(/knowledge-work, labour, cash/);
  });

  test.each([
    ['an id of capitals', { id: 'Care' }],
    ['an id that is too long', { id: 'a'.repeat(61) }],
    ['no name', { name: ' ' }],
    ['a measure of its own', { measure: 'love' }],
    ['no unit', { units: [] }],
    ['a unit that does not fit the measure', { units: ['kWh'] }],
    ['a unit with blanks', { measure: 'use', units: ['square metre'] }],
    ['a rate source of its own', { rateSource: 'whim' }],
    ['a rate source that does not fit', { rateSource: 'price' }],
    ['a table rate for things', { measure: 'use', units: ['item'], rateSource: 'terms' }],
    ['four pieces of evidence', { evidenceMin: 4 }],
    ['half a piece of evidence', { evidenceMin: 0.5 }],
    ['factors for cash', { measure: 'money', units: ['currency'], factors: true }],
    ['factors for machines', { measure: 'energy', units: ['kWh'], factors: true }],
  ])('kind-malformed: %s', (_, wrong) => {
    expect(() => parseKind({ ...draft, ...wrong })).toThrow(refused('kind-malformed'));
  });

  test('kind-malformed: a kind that is there keeps its meaning', () => {
    const kinds = withKind(builtInKinds(), draft);
    expect(() => withKind(kinds, { ...draft, units: ['day'] })).toThrow(refused('kind-malformed'));
    expect(() => withKind(kinds, { ...draft, id: 'cash' })).toThrow(refused('kind-malformed'));
    expect(withKind(kinds, draft)).toBe(kinds);
  });

  test('unit-mismatch: a unit of another kind, or no currency', () => {
    const [work, cash] = ['knowledge-work', 'cash'].map((id) => kindOf(builtInKinds(), id));
    const currencies = isoCurrencies();
    for (const [kind, unit] of [
      [work, 'kWh'],
      [work, 'AUD'],
      [cash, 'h'],
      [cash, 'currency'],
      [cash, 'aud'],
    ] as const) {
      expect(() => kind && assertUnit(kind, unit, currencies)).toThrow(refused('unit-mismatch'));
    }
  });
});

describe('kinds', () => {
  test('are the eight that every node has', () => {
    expect([...builtInKinds().keys()]).toEqual([
      'knowledge-work',
      'labour',
      'cash',
      'equipment',
      'supplies',
      'intellectual-property',
      'resource',
      'machine-time',
    ]);
  });

  test('of users come with what is usual for their measure', () => {
    expect(parseKind(draft)).toMatchObject({ rateSource: 'terms', evidenceMin: 0, factors: true });
    const seed = parseKind({ id: 'seed', name: 'Seed', measure: 'use', units: ['kg', 'currency'] });
    expect(seed).toMatchObject({ rateSource: 'agreed', factors: true });
  });

  test('fit their own units, and any currency where they say so', () => {
    const currencies = isoCurrencies();
    assertUnit(kindOf(builtInKinds(), 'cash'), 'AUD', currencies);
    assertUnit(kindOf(builtInKinds(), 'supplies'), 'kg', currencies);
    assertUnit(kindOf(builtInKinds(), 'supplies'), 'EUR', currencies);
  });
});
