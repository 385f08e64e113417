import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALL_ROWS, windowOf } from './windowed.ts';

test('a short list is drawn whole', () => {
  expect(windowOf(ALL_ROWS, { top: -3000, view: 800, row: 36 })).toEqual({ from: 0, to: ALL_ROWS });
});

test('a small step draws nothing anew', () => {
  const at = (top: number) => windowOf(5000, { top, view: 800, row: 40 });
  expect(at(-4020)).toEqual({ from: 87, to: 135 });
  expect(at(-4050)).toEqual(at(-4020));
  expect(at(-4320)).toEqual({ from: 96, to: 141 });
});

test('whatever is in view is drawn, and little else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: ALL_ROWS + 1, max: 100_000 }),
      fc.integer({ min: -3_600_000, max: 5000 }),
      fc.integer({ min: 200, max: 3000 }),
      (rows, top, view) => {
        const { from, to } = windowOf(rows, { top, view, row: 36 });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(rows);
        expect(to - from).toBeLessThanOrEqual(Math.ceil(view / 36) + 26 + 6);
        const firstSeen = Math.floor(-top / 36);
        if (firstSeen >= 0 && firstSeen < rows && top < view) {
          expect(from).toBeLessThanOrEqual(firstSeen);
          expect(to).toBeGreaterThan(firstSeen);
        }
      },
    ),
  );
});
