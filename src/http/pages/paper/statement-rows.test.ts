import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import { paperWords } from './paper-words.ts';
import { statementRows } from './statement-rows.ts';

// What a statement says on paper, in each language.

const aud = (amount: string) => ({ amount, currency: 'AUD' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const one = aud('12345678901234567.80');
const none = aud('0.00');
const sums = {
  obligation: [one, eur('1800.00')],
  owed: [one, eur('1800.00')],
  earned: [none],
  received: [none],
  outstanding: [none],
};
const statement: StatementAnswer = {
  agent: 'agent_one',
  name: 'Ada',
  from: '2026-01-01',
  to: '2026-12-31',
  ...sums,
  period: {
    before: sums,
    accepted: [one],
    grown: [none],
    cancelled: [none],
    paid: [none],
    earned: [none],
    received: [none],
  },
  works: [
    {
      work: 'work_one',
      title: 'Garden Almanac',
      release: 'release_one',
      number: 2,
      status: 'open',
      gave: [
        {
          id: 'con_one',
          kind: 'knowledge-work',
          quantity: '1200.5',
          unit: 'h',
          on: { from: '2026-05-01', to: '2026-05-02' },
          what: '',
          status: 'accepted',
          acceptedOn: '2026-05-31',
          obligation: one,
        },
      ],
      obligation: one,
      owed: one,
      earned: [none],
      received: [none],
      outstanding: [none],
      period: null,
    },
  ],
  payouts: [],
};
const printed = (language: 'en' | 'de' | 'ar') =>
  statementRows(statement, { node: 'Willow Street', on: '2026-12-31', language });
const sumsIn = (language: 'en' | 'de' | 'ar') => printed(language).parts[0]?.tables[0];

describe('a statement on paper', () => {
  test('writes exact figures as the language does, under the currency', () => {
    const accepted = (language: 'en' | 'de' | 'ar') => sumsIn(language)?.rows[1]?.cells;
    expect(sumsIn('en')?.heads).toEqual(['', 'AUD', 'EUR']);
    expect(accepted('en')).toEqual(['+ Accepted', '12,345,678,901,234,567.80', '–']);
    expect(accepted('de')).toEqual(['+ Angenommen', '12.345.678.901.234.567,80', '–']);
    expect(accepted('ar')?.[1]).toBe('١٢٬٣٤٥٬٦٧٨٬٩٠١٬٢٣٤٬٥٦٧٫٨٠');
  });

  test('says for all years what payments have paid, so that its sum can be followed', () => {
    const whole = { ...statement, from: null, to: null, period: null };
    const { parts } = statementRows(whole, {
      node: 'Willow Street',
      on: '2026-12-31',
      language: 'en',
    });
    const rows = parts[0]?.tables[0]?.rows.map(({ cells }) => cells.slice(0, 2));
    expect(rows?.slice(0, 3)).toEqual([
      ['Put in, owed', '12,345,678,901,234,567.80'],
      ['\u2212 Paid by payments', '0.00'],
      ['Still owed', '12,345,678,901,234,567.80'],
    ]);
  });

  test('calls a line without words by its kind', () => {
    const rows = (language: 'en' | 'de') => printed(language).parts[1]?.tables[1]?.rows[0]?.cells;
    expect(rows('en')?.slice(1, 4)).toEqual(['Knowledge work', '1,200.5\u00a0h', 'Accepted']);
    expect(rows('de')?.slice(1, 4)).toEqual(['Wissensarbeit', '1.200,5\u00a0h', 'Angenommen']);
  });

  test('writes money with the decimals of its currency, and each state in its language', () => {
    const [work] = statement.works;
    const [line] = work?.gave ?? [];
    if (work === undefined || line === undefined) throw new Error('There is no line.');
    const cellsOf = (more: object, language: 'en' | 'de' = 'en') => {
      const shown = { ...statement, works: [{ ...work, gave: [{ ...line, ...more }] }] };
      const on = { node: 'Willow Street', on: '2026-12-31', language };
      return statementRows(shown, on).parts[1]?.tables[1]?.rows[0]?.cells ?? [];
    };
    expect(cellsOf({ quantity: '1200', unit: 'JPY' })[2]).toMatch(/1,200$/);
    expect(cellsOf({ quantity: '50.5', unit: 'KWD' })[2]).toMatch(/50\.500$/);
    expect(cellsOf({ quantity: '9.5', unit: 'AUD' })[2]).toMatch(/9\.50$/);
    expect(cellsOf({ status: 'cancelled' }, 'de')[3]).toBe('Aufgehoben');
  });

  test('says of a line that waits for review that nothing is owed for it yet', () => {
    const [work] = statement.works;
    const [line] = work?.gave ?? [];
    if (work === undefined || line === undefined) throw new Error('There is no line.');
    const rowsOf = (status: string) => {
      const gave = [{ ...line, status, obligation: { amount: '0.00', currency: 'AUD' } }];
      const shown = { ...statement, works: [{ ...work, gave }] };
      const on = { node: 'Willow Street', on: '2026-12-31', language: 'en' } as const;
      return statementRows(shown, on).parts[1]?.tables[1]?.rows[0]?.cells.at(-1);
    };
    expect(['submitted', 'draft', 'rejected'].map(rowsOf)).toEqual(['not yet', 'not yet', '0.00']);
  });

  test('ends each block of sums under a rule, with what is owed and what is to pay out', () => {
    const ends = sumsIn('en')?.rows.filter(({ end }) => end);
    expect(ends?.map(({ cells }) => cells[0])).toEqual(['Still owed', 'To pay out']);
  });

  test.each(['en', 'de', 'ar'] as const)('has the words of the app, in %s', (language) => {
    const wordsOf = (room: string): Record<string, string> =>
      JSON.parse(readFileSync(`src/web/words/${room}/${language}.json`, 'utf8'));
    const { kinds, states, release, days, asOf, page, open, ...same } = paperWords[language];
    const { amount, recorded: payouts, reference } = wordsOf('payout');
    expect({ ...wordsOf('statement'), amount, payouts, reference }).toMatchObject(same);
    for (const [kind, word] of Object.entries(kinds)) {
      expect(wordsOf('work')[`kind.${kind}`]).toBe(word);
    }
    for (const [state, word] of Object.entries(states)) {
      expect(wordsOf('app')[`status.${state}`]).toBe(word);
    }
    for (const text of [release, asOf, page, open, ...Object.values(days)]) {
      expect(text).not.toBe('');
    }
  });
});
