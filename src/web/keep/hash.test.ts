import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as node from '../../domain/record/hash.ts';
import { fromHex, sha256, sha256Hex, toHex } from './hash.ts';

test('the browser’s SHA-256 is that of Node, for any bytes and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toEqual(node.sha256(bytes));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256Hex(text)).toBe(node.sha256Hex(text));
    }),
  );
});

test('hexadecimal digits are read and written as on Node', () => {
  expect(toHex(Uint8Array.of(0, 171, 255))).toBe('00abff');
  expect(fromHex('00abff')).toEqual(Uint8Array.of(0, 171, 255));
  for (const text of ['0', 'AB', 'zz']) expect(fromHex(text)).toBeNull();
});
