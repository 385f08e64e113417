import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  estimateSeconds,
  hoursText,
  publishedSessionRule,
  sessionsOf,
  sortedTimes,
} from './git-hours.ts';

const times = fc
  .array(fc.integer({ min: -10_000_000, max: 2_000_000_000 }), { maxLength: 60 })
  .map(sortedTimes);
const rules = fc.record({
  sessionSeconds: fc.integer({ min: 0, max: 100_000 }),
  firstSeconds: fc.integer({ min: 0, max: 100_000 }),
});

describe('hours from commits', () => {
  it('gives nothing for no commits, and the first addition for one', () => {
    expect(estimateSeconds([], publishedSessionRule)).toBe(0);
    expect(estimateSeconds([1_700_000_000], publishedSessionRule)).toBe(7200);
  });

  it('adds a gap under two hours, and begins anew at two hours exactly', () => {
    expect(estimateSeconds([0, 7199], publishedSessionRule)).toBe(7200 + 7199);
    expect(estimateSeconds([0, 7200], publishedSessionRule)).toBe(7200 + 7200);
  });

  it('takes the rule that it is given', () => {
    const rule = { sessionSeconds: 600, firstSeconds: 60 };
    expect(estimateSeconds([0, 599, 1199], rule)).toBe(60 + 599 + 60);
  });

  it('has sessions whose seconds add up to the estimate, and that hold every commit once', () => {
    fc.assert(
      fc.property(times, rules, (sorted, rule) => {
        const sessions = sessionsOf(sorted, rule);
        const sum = sessions.reduce((total, session) => total + session.seconds, 0);
        const held = sessions.reduce((n, session) => n + session.last - session.first + 1, 0);
        expect(sum).toBe(estimateSeconds(sorted, rule));
        expect(held).toBe(sorted.length);
      }),
    );
  });

  it('shows hours with two decimals, halves to the even hundredth', () => {
    const shown = [0, 5400, 18, 54, 90, 3600 * 1234].map(hoursText);
    expect(shown).toEqual(['0.00', '1.50', '0.00', '0.02', '0.02', '1234.00']);
  });
});
