import { expect, test } from 'vitest';
import { termsOf, nothing, areNumbers, freeClasses, freeOf } from './terms-typed.ts';
import { tried } from './tried.ts';

const ada = { agent: 'agent_ada', name: 'Ada' };
const at = { agent: ada.agent, today: '2026-06-01', people: [ada], locale: 'en-GB' };
const yen = { currencies: [], steward: ada, locale: 'en-GB' };

test('people and students use a work free unless something else is said', () => {
  expect(termsOf(nothing, at)).toEqual({
    classes: [
      { id: 'person', name: 'Natural persons', price: null, per: 'once' },
      { id: 'student', name: 'Students', price: null, per: 'once' },
    ],
  });
  expect(termsOf({ ...nothing, free: 'nobody' }, at)).toEqual({});
  expect(freeClasses('non-profits').map(({ id }) => id)).toEqual([
    'person',
    'student',
    'non-profit',
  ]);
});

test('what is said clause by clause stands in place of the choice', () => {
  const more = { classes: [{ name: 'Schools', price: '', per: 'once', '~id': '"school"' }] };
  expect(termsOf({ ...nothing, more }, at)['classes']).toEqual([
    { id: 'school', name: 'Schools', per: 'once' },
  ]);
});

test('an hour and the return are read as whoever types writes them', () => {
  const typed = { ...nothing, preset: 'equal', hour: '1.234,50', times: '1,8' } as const;
  expect(termsOf(typed, { ...at, locale: 'de-DE' })).toMatchObject({
    return: '1.8',
    equalRate: { amount: { amount: '1234.50', currency: 'AUD' } },
  });
});

test('an hour has the decimals of its currency, and what it builds on can be read', () => {
  const typed = { ...nothing, preset: 'rates', currency: 'JPY' } as const;
  const yenAt = { locale: 'en-GB', scale: 0 };
  expect(areNumbers({ ...typed, hour: '4,000' }, yenAt)).toBe(true);
  expect(areNumbers({ ...typed, hour: '4000.5' }, yenAt)).toBe(false);
  const buildsOn = [{ release: 'rel_seeds', percent: '60' }];
  expect(areNumbers({ ...typed, buildsOn }, yenAt)).toBe(false);
  expect(areNumbers({ ...typed, buildsOn: [{ release: 'rel_seeds', percent: '5' }] }, yenAt)).toBe(
    true,
  );
});

test('an agreement is read as the node reads it before anything is written', () => {
  const typed = { ...nothing, title: 'Tides', preset: 'rates', currency: 'JPY' } as const;
  const right = termsOf({ ...typed, hour: '4,000' }, at);
  expect(() => tried(typed, right, yen)).not.toThrow();
  const wrong = termsOf({ ...typed, hour: '4000.5' }, at);
  expect(() => tried(typed, wrong, yen)).toThrow('more decimals than JPY has');
});

test('who uses it free is told again from the terms of an agreement', () => {
  for (const free of ['nobody', 'people', 'non-profits'] as const) {
    expect(freeOf(freeClasses(free))).toBe(free);
    expect(freeOf(freeClasses(free).toReversed())).toBe(free);
  }
  expect(freeOf(undefined)).toBe('nobody');
  const [person, student] = freeClasses('people');
  expect(freeOf([person])).toBeUndefined();
  const price = { amount: '5.00', currency: 'AUD' };
  expect(freeOf([person, { ...student, price }])).toBeUndefined();
});
