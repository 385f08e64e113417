import { expect, test } from 'vitest';
import { totalOf } from './total.ts';

const kwd = (amount: string) => ({ amount, currency: 'KWD' });
const release = (number: number, owed: string, paid: string) => ({
  id: `rel_${number}`,
  number,
  owed: kwd(owed),
  paid: kwd(paid),
});

test('a sum over works counts all their releases, the ones that are open too', () => {
  const works = [
    { releases: [release(1, '0.000', '787.278'), release(2, '0.000', '0.000')] },
    { releases: [release(3, '12.001', '0.500')] },
  ];
  expect(totalOf(works, 'paid', 'KWD').value).toEqual(kwd('787.778'));
  expect(totalOf(works, 'owed', 'KWD').value).toEqual(kwd('12.001'));
});
