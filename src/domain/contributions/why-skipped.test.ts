import { describe, expect, it } from 'vitest';
import { skipReasons, whySkipped } from './why-skipped.ts';

describe('why a line was left out', () => {
  it('is said in English, one and many told apart', () => {
    const of = (commits: number) => whySkipped({ reason: 'program', counts: { commits } });
    expect(of(1)).toBe('a program, not a person: its 1 commit');
    expect(of(3)).toBe('a program, not a person: its 3 commits');
    const days = whySkipped({ reason: 'too-long', counts: { days: 31 } });
    expect(days).toBe('it lasts more than 31 days');
  });

  it('has a sentence for every code, and leaves what the node itself says as it is', () => {
    for (const reason of skipReasons) expect(whySkipped({ reason })).toContain(' ');
    expect(whySkipped({ reason: 'already-accepted' })).toBe('already-accepted');
  });
});
