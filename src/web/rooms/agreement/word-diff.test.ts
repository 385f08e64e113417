import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const told = (before: string, after: string): string[] =>
  wordDiff(before, after).map((side) =>
    side.map(({ text, own }) => (own ? `[${text.trim()}]` : text.trim())).join(' '),
  );

test.each([
  ['Host: 5 % of each payment.', 'Host: 7 % of each payment.', 'Host: [5] % of each payment.'],
  ['It opens.', 'It opens.', 'It opens.'],
  ['', 'All of it is new.', ''],
  ['Cash is owed 1.5 times.', 'Nothing.', '[Cash is owed 1.5 times.]'],
])('of "%s" and "%s" the words that change are marked', (before, after, marked) => {
  expect(told(before, after)[0]).toBe(marked);
});

test('what comes in between is marked on the side that has it', () => {
  expect(told('You may use it.', 'You alone may use it now.')).toEqual([
    'You may use [it.]',
    'You [alone] may use [it now.]',
  ]);
});

test('nothing is lost: the runs of each side are its sentence', () => {
  const [before, after] = ['A  b\nc d', 'A x c  d e'];
  const sides = wordDiff(before, after).map((side) => side.map(({ text }) => text).join(''));
  expect(sides).toEqual([before, after]);
});

test('a sentence of thousands of words is marked whole', () => {
  const long = 'rate '.repeat(1000).trim();
  expect(wordDiff(long, `${long} more`)[0]).toEqual([{ text: long, own: true }]);
});
