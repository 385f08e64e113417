import { expect, test } from 'vitest';
import { stood } from './typed.ts';

test('parts are read as people type them, and add up', () => {
  const read = stood(
    [
      { release: 'rel_a', percent: '12,5' },
      { release: 'rel_b', percent: '٥ ٪' },
    ],
    'en-GB',
  );
  expect(read).toEqual({
    buildsOn: [
      { release: 'rel_a', share: '0.125' },
      { release: 'rel_b', share: '0.05' },
    ],
    wrong: [undefined, undefined],
    flows: '0.175',
    rest: '0.825',
    isTooMuch: false,
  });
});

test('nothing, no number, too fine a part and the same release again are wrong', () => {
  const rows = ['0', 'five', '1.234', '5', '6'].map((percent, at) => ({
    release: `rel_${Math.min(at, 3)}`,
    percent,
  }));
  expect(stood(rows, 'en-GB').wrong).toEqual([
    'percent.wrong',
    'percent.wrong',
    'percent.wrong',
    undefined,
    'twice',
  ]);
});

test('more than half is too much, half is not', () => {
  expect(stood([{ release: 'rel_a', percent: '50' }], 'en-GB').isTooMuch).toBe(false);
  expect(stood([{ release: 'rel_a', percent: '50.01' }], 'en-GB').isTooMuch).toBe(true);
});
