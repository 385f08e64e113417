import { expect, test } from 'vitest';
import type { Terms } from '../../../../domain/agreements/fields.ts';
import { readField } from '../../../../domain/agreements/reading/read-field.ts';
import { parseTerms } from '../../../../domain/agreements/terms.ts';
import { termValue } from '../../../../domain/agreements/wording/words.ts';
import { isoCurrencies } from '../../../../domain/money/currency.ts';
import { checked, choosable, currenciesOf, entryIn, typedWith } from './checked.ts';
import { entryOf, valueOf } from './typed.ts';
import type { Entry, Typed } from './typed.ts';

const ada = { agent: 'agent_ada', name: 'Ada' };
const ben = { agent: 'agent_ben', name: 'Ben' };
const at = {
  currency: 'AUD',
  locale: 'en-GB',
  people: [{ ...ada, roles: ['steward'] }, ben],
  currencies: isoCurrencies(),
};

const termsOf = (given: object, preset = 'award'): Terms =>
  parseTerms(given, preset, {
    work: { id: 'work_tide', title: 'Tide tables', kind: 'data', currency: 'AUD' },
    steward: ada,
    currencies: at.currencies,
    tables: [{ id: 'rates', vintage: '2026', sha256: 'a'.repeat(64) }],
    upstream: [],
  });

const rich = {
  standIn: ben,
  parties: [{ ...ada, roles: ['steward'] }, ben],
  purpose: 'To know when the tide comes.',
  kinds: [{ id: 'cash', evidenceMin: 2, unit: 'AUD' }],
  earlier: 'since:2025-01-01',
  classification: 'MA000065/6',
  rates: [
    {
      agent: ada.agent,
      kind: 'labour',
      amount: { amount: '38.00', currency: 'AUD' },
      from: '2025-01-01',
    },
    { agent: ben.agent, amount: { amount: '31.50', currency: 'EUR' }, from: '2025-01-01' },
  ],
  equalRate: { amount: { amount: '40.00', currency: 'AUD' } },
  'delay.rate': '0.0825',
  'review.conflicts': ['author'],
  thirdParty: [{ part: 'fonts', holder: 'Type Ltd', licence: 'OFL-1.1' }],
  backstop: 'none',
  'split.host': '5 %',
  tranches: [{ priority: 1, kinds: ['cash'] }, { priority: 2 }],
  classes: [
    { id: 'student', name: 'Students' },
    {
      id: 'firms',
      name: 'Large firms',
      price: { amount: '1200.00', currency: 'AUD' },
      per: 'year',
    },
  ],
  'deficit.advance': true,
  'payout.within': 'P1Y6M',
  languages: ['en', 'de'],
  arbitration: { rules: 'UNCITRAL', seat: 'Perth', body: 'ACICA', language: 'en' },
  reviewed: { by: 'A. Lawyer', for: 'AU-WA', on: '2026-05-01' },
};

const fieldOf = (key: string) => {
  const found = choosable.find((field) => field.key === key);
  if (found === undefined) throw new Error(`There is no term ${key}.`);
  return found;
};

test.each([
  ['as the preset has them', {}, 'en-GB'],
  ['with everything that can be agreed', rich, 'en-GB'],
  ['with everything that can be agreed, in German', rich, 'de-DE'],
  ['with everything that can be agreed, in Arabic', rich, 'ar-EG-u-nu-arab'],
])('all terms, %s, are typed as they are, and read back the same', (_how, given, locale) => {
  const writing = { ...at, locale };
  const terms = termsOf(given);
  for (const field of choosable) {
    if (field.key === 'tables') continue;
    const value = termValue(terms, field.key);
    const typed = entryOf(field, value, writing);
    expect(readField(field, valueOf(field, typed, writing), at), field.key).toEqual(value);
  }
});

const typing = (terms: Terms, entries: Readonly<Record<string, Entry>>): Typed =>
  Object.entries(entries).reduce<Typed>(
    (typed, [key, entry]) => typedWith(terms, typed, fieldOf(key), { entry, locale: at.locale }),
    {},
  );

test('what is typed back to what it was is no change', () => {
  const terms = termsOf({});
  const typed = typing(terms, { return: '1.8' });
  expect(entryIn(terms, typed, fieldOf('return'), at.locale)).toBe('1.8');
  expect(typedWith(terms, typed, fieldOf('return'), { entry: '1.5', locale: at.locale })).toEqual(
    {},
  );
});

test('changes are said clause by clause, and those that are locked are marked', () => {
  const terms = termsOf({});
  const typed = typing(terms, { 'split.host': '7,5', appeal: 'P60D' });
  const { given, changes, faults } = checked(terms, typed, at);
  expect(faults.size).toBe(0);
  expect(given).toEqual({ 'split.host': '7.5 %', appeal: 'P60D' });
  expect(changes.map(({ clause, saysNow, locked }) => [clause, saysNow, locked])).toEqual([
    [12, 'You may answer a rejection within 60 days.', false],
    [17, 'Host: 7.5 % of each payment after tax.', true],
  ]);
});

test('an amount is read as whoever types writes it, with the code of another currency', () => {
  const german = { ...at, locale: 'de-DE' };
  const row = { agent: ada.agent, kind: '', amount: '1.250,50 EUR', from: '2025-01-01' };
  expect(valueOf(fieldOf('rates'), [row], german)).toEqual([
    { agent: ada.agent, amount: { amount: '1250.50', currency: 'EUR' }, from: '2025-01-01' },
  ]);
  expect(valueOf(fieldOf('split.host'), '7,5', german)).toBe('7.5 %');
});

test('what cannot be read, or is out of range, is a fault of its own term', () => {
  const terms = termsOf({});
  const typed = typing(terms, { return: 'much', 'split.host': '40', notice: 'P' });
  const { faults, changes } = checked(terms, typed, at);
  expect([...faults]).toEqual([
    ['return', { is: 'unreadable' }],
    ['split.host', { is: 'out-of-range', least: '0', most: '0.15' }],
    ['notice', { is: 'unreadable' }],
  ]);
  expect(changes).toEqual([]);
});

test('terms that do not go together are refused as the node refuses them', () => {
  const terms = termsOf({ 'delay.ceiling': '1.2' });
  const { refusal } = checked(terms, typing(terms, { 'delay.rate': '5' }), at);
  expect(refusal?.code).toBe('ceiling-missing');
});

test('a class of users that somebody names gets an id of its name', () => {
  const terms = termsOf({});
  const row = { name: 'Große Städte', price: '100', per: 'year' };
  const { given } = checked(terms, typing(terms, { classes: [row] }), at);
  expect(given['classes']).toEqual([
    { id: 'große-städte', name: row.name, price: { amount: '100', currency: 'AUD' }, per: 'year' },
  ]);
});

test('a node knows its own currencies beside those of ISO 4217', () => {
  expect(currenciesOf([{ code: 'hours', scale: 2 }]).get('hours')).toEqual({
    code: 'hours',
    scale: 2,
  });
});
