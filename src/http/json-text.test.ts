import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { parseJsonText } from './json-text.ts';

const codeOf = (text: string): unknown => {
  try {
    parseJsonText(text);
    return 'taken';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

test.each([
  ['{"a":9007199254740993}', 'number-unsafe'],
  ['{"a":[1,-9007199254740993]}', 'number-unsafe'],
  ['{"a":1e400}', 'number-unsafe'],
  ['{"a":9007199254740991}', 'taken'],
  ['{"a":0.1}', 'taken'],
  ['{"a":"9007199254740993"}', 'taken'],
  ['{"a":1,"a":2}', 'json-key-twice'],
  ['{"a":1,"\\u0061":2}', 'json-key-twice'],
  ['[{"a":1},{"a":2}]', 'taken'],
  ['{"a":', 'json-malformed'],
  ['', 'json-malformed'],
  ['{"a":"never ends', 'json-malformed'],
  ['{"a":01}', 'json-malformed'],
  ['[1,]', 'json-malformed'],
])('%s is %s', (text, outcome) => {
  expect(codeOf(text)).toBe(outcome);
});

test('64 levels are read, 65 are refused, and a million do not overflow the stack', () => {
  expect(codeOf('['.repeat(64) + ']'.repeat(64))).toBe('taken');
  expect(codeOf('['.repeat(65) + ']'.repeat(65))).toBe('json-too-deep');
  expect(codeOf('['.repeat(1_000_000))).toBe('json-too-deep');
});

test('the place of a number that is too large is named', () => {
  expect(() => parseJsonText('{"body":{"lines":[{"quantity":9007199254740993}]}}')).toThrow(
    '/body/lines/0/quantity',
  );
});

test('a member that readers would drop in silence is refused', () => {
  expect(() => parseJsonText('{"terms":{"__proto__":1}}')).toThrow('__proto__');
  expect(() => parseJsonText(String.raw`{"\u005f_proto__":1}`)).toThrow('__proto__');
  expect(parseJsonText('{"proto":"__proto__"}')).toEqual({ proto: '__proto__' });
});

test('every JSON without large numbers is taken as it is', () => {
  const keys = fc.string().filter((key) => key !== '__proto__');
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      const text = JSON.stringify(given);
      expect(parseJsonText(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a text of millions of characters or escapes is read, as any other', () => {
  for (const one of ['a', String.raw`\"`, String.raw`\\`]) {
    expect(codeOf(`{"a":"${one.repeat(12_000_000)}","b":1}`)).toBe('taken');
  }
  expect(codeOf(String.raw`{"a":"\\","a":"\""}`)).toBe('json-key-twice');
});
