import { expect, test } from 'vitest';
import { draftLines } from '../../../imports/commits/drafts.ts';
import { estimatedIn, estimateTold } from './line-name.ts';

const author = (...days: readonly number[]) => ({
  key: 'mira@example.org',
  name: 'Mira',
  email: 'mira@example.org',
  bot: false,
  commits: days.length,
  dated: days.map((day) => ({
    hash: String(day).padStart(40, '0'),
    at: Date.parse(`2026-05-${String(day).padStart(2, '0')}T09:00:00Z`) / 1000,
    offsetMinutes: 0,
  })),
});

test('the words that the importer writes for an estimate are read back as facts', () => {
  const rule = { sessionSeconds: 7200, firstSeconds: 7200 };
  const said = (...days: readonly number[]): string | undefined =>
    draftLines('source', [author(...days)], rule).lines[0]?.description;
  expect(estimatedIn(said(4) ?? '')).toEqual({ commits: 1, sessions: 1, month: '2026-05' });
  expect(estimatedIn(said(4, 5, 6) ?? '')).toEqual({ commits: 3, sessions: 3, month: '2026-05' });
});

test('what somebody wrote is no estimate', () => {
  expect(estimatedIn('3 commits in a hurry')).toBeUndefined();
});

test('hours that their author has confirmed are called an estimate no longer', () => {
  const what = '3 commits in 2 sessions, 2026-05; hours estimated from commit times';
  const told = (estimate: boolean, language: 'en' | 'de') =>
    estimateTold({ what, estimate }, language);
  expect(told(true, 'en')).toBeUndefined();
  expect(told(true, 'de')?.word).toBe('estimated');
  expect(told(false, 'en')).toEqual({
    word: 'estimated.confirmed',
    facts: { commits: 3, sessions: 2, month: '2026-05' },
  });
  expect(told(false, 'de')?.word).toBe('estimated.confirmed');
  expect(estimateTold({ what: 'Beds', estimate: false }, 'de')).toBeUndefined();
});
