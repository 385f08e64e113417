import { expect, test } from 'vitest';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { openedBy } from './opened-by.ts';

const aud = (amount: string) => ({ amount, currency: 'AUD' });

const openAt = (obligation: string, owed: string, refill: string): WorkAnswer =>
  ({ obligation: aud(obligation), owed: aud(owed), refill: aud(refill) }) as WorkAnswer;

test.each([
  ['nothing was owed', openAt('0.00', '0.00', '0.00'), 'nothing'],
  ['all is paid', openAt('9240.81', '0.00', '0.00'), 'all'],
  ['the agreed part is paid', openAt('9240.81', '3696.32', '0.00'), 'part'],
  ['a payment of all went back', openAt('9240.81', '7937.78', '7937.78'), 'reversed'],
  ['a payment of the agreed part went back', openAt('9240.81', '4000.00', '303.68'), 'reversed'],
])('an open work of which %s says so', (_, work, by) => {
  expect(openedBy(work)).toBe(by);
});
