import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search.ts';

test('a year stands in an address as a year, without quotes', () => {
  expect(stringifySearch({ agent: undefined, year: '2026' })).toBe('?year=2026');
  expect(parseSearch('?year=2026')).toEqual({ year: '2026' });
  expect(stringifySearch({})).toBe('');
});

test('older links, with quotes, still lead to the same place', () => {
  expect(parseSearch('?agent=agent_a&year=%222026%22')).toEqual({
    agent: 'agent_a',
    year: '2026',
  });
  expect(parseSearch('?explain=%22half')).toEqual({ explain: '"half' });
});

test.each(['line:con_1', 'pool:rel_1 AUD 7', 'a & b = c', 'مرحبا', 'true'])(
  'what is written is read back: %s',
  (explain) => {
    expect(parseSearch(stringifySearch({ explain }))).toEqual({ explain });
  },
);
