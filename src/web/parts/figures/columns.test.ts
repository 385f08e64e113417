import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './columns.ts';

test('the columns fill the Square exactly, and each of them can be seen', () => {
  const shares = fc.array(fc.double({ min: 0.0001, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(shares, (given) => {
      const parts = given
        .toSorted((a, b) => b - a)
        .map((share, index) => ({ key: String(index), name: '', share }));
      const columns = columnsOf(parts, 284);
      expect(columns.length).toBeLessThanOrEqual(12);
      const last = columns.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(284, 6);
      for (const { width } of columns) expect(width).toBeGreaterThanOrEqual(0.999);
    }),
  );
});

test('who put nothing in has no column', () => {
  expect(columnsOf([{ key: 'a', name: 'A', share: 0 }], 284)).toEqual([]);
});
