import { describe, expect, test } from 'vitest';
import { divide, formatRatio, parseDecimal, parseRatioText, ratio, ZERO } from './ratio.ts';
import { ceil, floor, roundHalfEven, roundHalfUp } from './rounding.ts';

describe('a decimal number', () => {
  test.each([
    ['1.5', 3n, 2n],
    ['-0.25', -1n, 4n],
    ['0.10', 1n, 10n],
    ['0', 0n, 1n],
  ])('%s is read exactly', (text, num, den) => {
    expect(parseDecimal(text)).toEqual({ num, den });
  });

  test.each(['', '1,5', '1e3', '.5', '5.', '+1', 'NaN', '1/2', ' 1', '1\n', '٣', '9'.repeat(61)])(
    '"%s" is refused',
    (text) => {
      expect(() => parseDecimal(text)).toThrowError(
        expect.objectContaining({ code: 'decimal-malformed' }),
      );
    },
  );
});

describe('a ratio', () => {
  test('is in lowest terms with its sign above the line', () => {
    expect(ratio(6n, -4n)).toEqual({ num: -3n, den: 2n });
    expect(ratio(0n, -7n)).toEqual(ZERO);
  });

  test('has no denominator of zero', () => {
    expect(() => ratio(1n, 0n)).toThrow('denominator');
    expect(() => divide(ratio(1n), ZERO)).toThrow('denominator');
    expect(() => parseRatioText('1.5')).toThrow('not a kept ratio');
  });

  test.each([
    [ratio(1n, 3n), 4, '0.3333'],
    [ratio(-5n, 2n), 0, '-2'],
    [ratio(25n, 1_000n), 2, '0.02'],
    [ratio(35n, 1_000n), 2, '0.04'],
  ])('is written with so many places, half-even', (value, places, text) => {
    expect(formatRatio(value, places)).toBe(text);
  });

  test.each([
    [ratio(5n, 2n), { floor: 2n, ceil: 3n, even: 2n, up: 3n }],
    [ratio(7n, 2n), { floor: 3n, ceil: 4n, even: 4n, up: 4n }],
    [ratio(-5n, 2n), { floor: -3n, ceil: -2n, even: -2n, up: -2n }],
    [ratio(-7n, 3n), { floor: -3n, ceil: -2n, even: -2n, up: -2n }],
    [ratio(4n), { floor: 4n, ceil: 4n, even: 4n, up: 4n }],
  ])('is rounded by name', (value, whole) => {
    expect({
      floor: floor(value),
      ceil: ceil(value),
      even: roundHalfEven(value),
      up: roundHalfUp(value),
    }).toEqual(whole);
  });
});
