import { describe, expect, test } from 'vitest';
import { canonicalJson, JSON_DEPTH_MAX } from './canonical-json.ts';

const refused = (code: string) => expect.objectContaining({ code });
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('canonical JSON', () => {
  test('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    const value = { b: [1e21, 0.1, -0], '\u{1f600}': 1, '\ufb33': 2, a: { z: null, y: true } };
    expect(canonicalJson(value)).toBe(
      '{"a":{"y":true,"z":null},"b":[1e+21,0.1,0],"\u{1f600}":1,"\ufb33":2}',
    );
  });

  test('keeps keys that mean something to JavaScript', () => {
    const text = '{"__proto__":{"x":1},"constructor":2,"toJSON":"3"}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('takes a property without a value as absent, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test('takes 64 levels and refuses more, however many', () => {
    expect(canonicalJson(nested(JSON_DEPTH_MAX))).toHaveLength(2 * JSON_DEPTH_MAX);
    expect(() => canonicalJson(nested(JSON_DEPTH_MAX + 1))).toThrow(refused('json-too-deep'));
    expect(() => canonicalJson(nested(200_000))).toThrow(refused('json-too-deep'));
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonicalJson(circle)).toThrow(refused('json-too-deep'));
  });

  test('refuses half a surrogate pair, in texts and in keys', () => {
    expect(() => canonicalJson(['\ud800'])).toThrow(refused('json-text-malformed'));
    expect(() => canonicalJson({ '\udc00': 1 })).toThrow(refused('json-text-malformed'));
  });

  test('refuses numbers beyond the doubles', () => {
    expect(() => canonicalJson(JSON.parse('[1e400]'))).toThrow(refused('json-number-inexact'));
  });

  test.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a value that is not there', undefined],
  ])('throws for %s rather than lose it', (_, value) => {
    expect(() => canonicalJson([value])).toThrow(/canonical JSON form/);
    expect(() => canonicalJson(value)).toThrow(/canonical JSON form/);
  });

  test('throws for a hole in an array', () => {
    const holed: number[] = [];
    holed[1] = 1;
    expect(() => canonicalJson(holed)).toThrow(/canonical JSON form/);
  });
});
