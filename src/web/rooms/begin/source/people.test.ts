import { describe, expect, test } from 'vitest';
import { aheadOf, costOf, peopleOf, wholeHours } from './people.ts';

const one = (identity: string, name: string, hours: string, more: object = {}) => ({
  identity,
  name,
  hours,
  bot: false,
  lines: 1,
  from: '2026-05-01',
  to: '2026-05-02',
  ...more,
});

const contributors = [
  one('i1', 'Ada', '10.10', { lines: 2 }),
  one('i2', 'Jun', '20.25'),
  one('i3', 'ada ', '15.15', { from: '2026-04-01' }),
  one('i4', 'helper[bot]', '99.00', { bot: true }),
];

describe('the people of a source', () => {
  test('are one for each name, with all of their addresses, and without the programs', () => {
    const found = peopleOf({ contributors }, { apart: false });
    expect(found).toMatchObject({ hours: '45.50', lines: 4 });
    expect(found.people.map(({ name, hours }) => [name, hours])).toEqual([
      ['Ada', '25.25'],
      ['Jun', '20.25'],
    ]);
    expect(found.people[0]).toMatchObject({
      key: 'i1',
      identities: ['i1', 'i3'],
      lines: 3,
      from: '2026-04-01',
      to: '2026-05-02',
    });
    expect(found.people.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  test('stay apart where the same name is not the same person', () => {
    const { people } = peopleOf({ contributors }, { apart: true });
    expect(people.map(({ key }) => key)).toEqual(['i2', 'i3', 'i1']);
  });

  test('are nobody in a source of programs alone', () => {
    const none = peopleOf({ contributors: contributors.slice(3) }, { apart: false });
    expect(none).toEqual({ people: [], hours: '0.00', lines: 0 });
  });
});

test('what hours would cost is exact, and a sentence has them whole', () => {
  expect(costOf('129.75', '38.14', 2)).toBe('4948.66');
  expect(wholeHours('129.50')).toBe('130');
});

test('lines of a day that has not come are counted', () => {
  const line = (to: string) => ({
    key: to,
    contentHash: '',
    line: 1,
    author: 'ada',
    kind: 'knowledge-work',
    quantity: '1',
    unit: 'h',
    from: to,
    to,
    evidence: [],
    estimate: true,
  });
  const lines = ['2026-05-31', '2026-06-01', '2026-06-02'].map(line);
  expect(aheadOf({ lines }, '2026-06-01')).toBe(1);
});
