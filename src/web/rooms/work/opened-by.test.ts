import { expect, test } from 'vitest';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { openedBy } from './opened-by.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

const openAt = (obligation: string, paid: string, threshold = '1'): WorkAnswer => {
  const owed = (Number(obligation) - Number(paid)).toFixed(2);
  const sums = { obligation: aud(obligation), owed: aud(owed), paid: aud(paid) };
  return { ...sums, opensWhen: { threshold } } as WorkAnswer;
};

test.each([
  ['nothing was owed', openAt('0.00', '0.00'), 'nothing'],
  ['all is paid', openAt('9240.81', '9240.81'), 'all'],
  ['the agreed part is paid', openAt('9240.81', '5544.49', '0.6'), 'part'],
  ['a payment of all went back', openAt('9240.81', '1303.03'), 'reversed'],
  ['a payment of the agreed part went back', openAt('9240.81', '5544.48', '0.6'), 'reversed'],
])('an open work of which %s says so', (_, work, by) => {
  expect(openedBy(work)).toBe(by);
});
