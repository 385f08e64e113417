import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, amount, compare, formatAmount } from '../../src/domain/money/amount.ts';
import { MAX_MINOR, parseAmount, subtract, toMoney } from '../../src/domain/money/amount.ts';
import * as ratios from '../../src/domain/money/ratio.ts';
import { ceil, floor, roundHalfEven, roundHalfUp } from '../../src/domain/money/rounding.ts';

const anyScale = fc.constantFrom(0, 2, 3, 6, 18);
const anyMinor = fc.oneof(
  fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR }),
  fc.bigInt({ min: MAX_MINOR - 5n, max: MAX_MINOR }),
  fc.bigInt({ min: -200n, max: 200n }),
);
const anyRatio = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    fc.bigInt({ min: 1n, max: 10n ** 20n }),
  )
  .map(([num, den]) => ratios.ratio(num, den));

describe('amounts', () => {
  test('are read back exactly as they were written, up to the largest', () => {
    fc.assert(
      fc.property(anyMinor, anyScale, (minor, scale) => {
        const currency = { code: 'XYZ', scale };
        const text = formatAmount(amount(minor, currency));
        expect(parseAmount(text, currency, { negative: true }).minor).toBe(minor);
        expect(toMoney(amount(minor, currency))).toEqual({ amount: text, currency: 'XYZ' });
      }),
    );
  });

  test('are either read as the number that they say or refused by name, whatever the text', () => {
    const pieces = fc.constantFrom(
      '0',
      '1',
      '9',
      '.',
      ',',
      '-',
      '+',
      'e',
      ' ',
      '٣',
      'N',
      '\n',
      '_',
    );
    const anyText = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 24 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(anyText, anyScale, (text, scale) => {
        const currency = { code: 'XYZ', scale };
        let minor: bigint;
        try {
          ({ minor } = parseAmount(text, currency));
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^amount-/) });
          return;
        }
        expect(ratios.parseDecimal(text)).toEqual(ratios.ratio(minor, 10n ** BigInt(scale)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('add up and subtract without loss beyond 64 bits, and compare as numbers', () => {
    const currency = { code: 'XYZ', scale: 2 };
    fc.assert(
      fc.property(anyMinor, anyMinor, (left, right) => {
        const [a, b] = [amount(left, currency), amount(right, currency)];
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(left < right ? -1 : Number(left > right));
      }),
    );
  });
});

describe('ratios', () => {
  test('keep the laws of fractions exactly', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        const sum = ratios.multiply(a, ratios.add(b, c));
        expect(ratios.add(ratios.multiply(a, b), ratios.multiply(a, c))).toEqual(sum);
        expect(ratios.subtract(ratios.add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(ratios.multiply(ratios.divide(a, b), b)).toEqual(a);
        expect(ratios.compare(a, b)).toBe(-ratios.compare(b, a) || 0);
        expect(ratios.parseRatioText(ratios.ratioText(a))).toEqual(a);
      }),
    );
  });

  test('round to a neighbour, the nearest one, and halves as the name says', () => {
    fc.assert(
      fc.property(anyRatio, (value) => {
        const [down, up] = [floor(value), ceil(value)];
        expect(ratios.compare(ratios.ratio(down), value)).not.toBe(1);
        expect(ratios.compare(ratios.ratio(up), value)).not.toBe(-1);
        expect(up - down).toBe(value.den === 1n ? 0n : 1n);
        const gap = ratios.subtract(value, ratios.ratio(down));
        const side = ratios.compare(gap, ratios.ratio(1n, 2n));
        if (side !== 0) {
          expect(roundHalfEven(value)).toBe(side < 0 ? down : up);
          expect(roundHalfUp(value)).toBe(side < 0 ? down : up);
        }
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -1000n, max: 1000n }), (whole) => {
        const half = ratios.ratio(2n * whole + 1n, 2n);
        expect(roundHalfUp(half)).toBe(whole + 1n);
        expect(roundHalfEven(half) % 2n).toBe(0n);
      }),
    );
  });
});
