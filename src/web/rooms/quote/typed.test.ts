import { expect, test } from 'vitest';
import { decimalTyped, partOfPercent } from './typed.ts';

test.each([
  ['1100', '1100'],
  [' 1,100.00 ', '1100.00'],
  ['1.100,00', '1100.00'],
  ['1 100,5', '1100.5'],
  ['1,100', '1100'],
  ['12,50', '12.50'],
  ['١٬١٠٠٫٥٠', '1100.50'],
  ["1'100.05", '1100.05'],
])('%s is the number %s', (typed, plain) => {
  expect(decimalTyped(typed)).toBe(plain);
});

test.each(['', 'ten', '-5', '1.2.3', '<script>', '1e9'])('%j is no number', (typed) => {
  expect(decimalTyped(typed)).toBeUndefined();
});

test.each([
  ['10', '0.1'],
  ['8.25', '0.0825'],
  ['0', '0'],
  ['100', '1'],
  ['5', '0.05'],
])('%s percent is %s of one', (percent, part) => {
  expect(partOfPercent(percent)).toBe(part);
});
