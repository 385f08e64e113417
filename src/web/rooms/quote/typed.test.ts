import { expect, test } from 'vitest';
import { partOfPercent } from './typed.ts';

test.each([
  ['10', '0.1'],
  ['8.25', '0.0825'],
  ['0', '0'],
  ['100', '1'],
  ['5', '0.05'],
])('%s percent is %s of one', (percent, part) => {
  expect(partOfPercent(percent)).toBe(part);
});
