import { describe, expect, test } from 'vitest';
import { isAcceptedBySilence, reviewStanding } from './silence.ts';
import type { Silence } from './silence.ts';

const handedIn: Silence = {
  submittedOn: '2026-04-01',
  within: 'P30D',
  escalate: 'P14D',
  silence: 'escalate',
  isOpposed: false,
};

describe('the review of a line that was handed in', () => {
  test.each([
    ['2026-04-01', 'asked', '2026-04-01', '2026-05-01'],
    ['2026-05-01', 'asked', '2026-04-01', '2026-05-01'],
    ['2026-05-02', 'all-asked', '2026-05-02', '2026-05-15'],
    ['2026-05-15', 'all-asked', '2026-05-02', '2026-05-15'],
    ['2026-05-16', 'case', '2026-05-16', null],
    ['2030-01-01', 'case', '2026-05-16', null],
  ])('on %s stands at %s, since %s, until %s', (today, stage, since, until) => {
    expect(reviewStanding(handedIn, today)).toEqual({ stage, since, until });
    expect(isAcceptedBySilence(handedIn, today)).toBe(false);
  });

  test('is no case where silence accepts, unless somebody spoke against it', () => {
    const accepting: Silence = { ...handedIn, silence: 'accept' };
    expect(isAcceptedBySilence(accepting, '2026-05-15')).toBe(false);
    expect(isAcceptedBySilence(accepting, '2026-05-16')).toBe(true);
    expect(reviewStanding(accepting, '2026-05-16').stage).toBe('all-asked');
    const opposed: Silence = { ...accepting, isOpposed: true };
    expect(isAcceptedBySilence(opposed, '2026-05-16')).toBe(false);
    expect(reviewStanding(opposed, '2026-05-16').stage).toBe('case');
  });
});
