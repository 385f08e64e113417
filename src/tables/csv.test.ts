import { expect, test } from 'vitest';
import { csvFields, csvRecords } from './csv.ts';

test('a field in quotes may hold commas, quotes and line breaks', () => {
  const text = '\uFEFFa,"b,""c""",d\r\n"two\nlines",,""\nlast,1,2';
  expect([...csvRecords(text)]).toEqual([
    { line: 1, fields: ['a', 'b,"c"', 'd'] },
    { line: 2, fields: ['two\nlines', '', ''] },
    { line: 4, fields: ['last', '1', '2'] },
  ]);
});

test('blank lines are no records, and are counted', () => {
  expect([...csvRecords('a\n\n\nb\n')]).toEqual([
    { line: 1, fields: ['a'] },
    { line: 4, fields: ['b'] },
  ]);
});

test('a single line is split the same way', () => {
  expect(csvFields('a,"b,c",')).toEqual(['a', 'b,c', '']);
  expect(csvFields('a,b,')).toEqual(['a', 'b', '']);
});

test('a quote that never ends is a broken file', () => {
  expect(() => [...csvRecords('a,"b')]).toThrow('never ends');
});
