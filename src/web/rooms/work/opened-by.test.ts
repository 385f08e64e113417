import { expect, test } from 'vitest';
import type { WorkAnswer, WorkLine } from '../../../actions/works/answers.ts';
import { lineOpenedBefore, openedBefore, openedBy, searchOf } from './opened-by.ts';

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

type Status = 'owing' | 'open';

/** A work by the states of its releases, whose newest owes so much: shown, and in a list. */
function workOf(statuses: readonly Status[], obligation: string) {
  const releases = statuses.map((status, at) => ({ id: `rel_${at + 1}`, number: at + 1, status }));
  const release = releases.at(-1);
  const opened = releases.findLast(({ status }) => status === 'open')?.number ?? null;
  const shared = { obligation: aud(obligation), releases };
  return {
    shown: { ...shared, release } as unknown as WorkAnswer,
    line: { ...shared, ...release, opened } as unknown as WorkLine,
  };
}

test.each([
  [['owing'], '0.00', undefined],
  [['open'], '9240.81', undefined],
  [['open', 'owing'], '0.00', 'rel_1'],
  [['open', 'owing'], '12.00', undefined],
  [['open', 'owing', 'owing'], '0.00', undefined],
  [['open', 'open', 'owing'], '0.00', 'rel_2'],
] as const)('of releases %j, the newest owing %s, %s is still what the work is', (all, sum, id) => {
  const { shown, line } = workOf(all, sum);
  expect(openedBefore(shown)).toBe(id);
  expect(lineOpenedBefore(line)?.id).toBe(id);
  expect(searchOf(shown).release).toBe(id === undefined ? undefined : shown.release.id);
});
