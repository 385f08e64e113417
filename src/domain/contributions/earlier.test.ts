import { expect, test } from 'vitest';
import { assertEarlier, type EarlierAsked } from './earlier.ts';

const asked = (given: Partial<EarlierAsked>, earlier = 'all'): EarlierAsked => ({
  terms: { earlier, claimWithin: 'P90D' },
  days: { from: '2026-05-01', to: '2026-05-31' },
  signedOn: '2026-09-01',
  today: '2026-11-21',
  ...given,
});

const refusal = (given: EarlierAsked): string => {
  try {
    assertEarlier(given);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'nothing is refused';
};

test.each([
  ['before-earlier-rule', 'none', {}],
  ['before-earlier-rule', 'since:2026-05-02', {}],
  ['claim-too-late', 'all', { today: '2026-12-01' }],
  ['claim-too-late', 'since:2026-05-01', { today: '2026-12-01' }],
  ['nothing is refused', 'since:2026-05-01', {}],
  ['nothing is refused', 'all', { today: '2026-11-30' }],
  ['nothing is refused', 'none', { days: { from: '2026-09-01', to: '2026-09-01' } }],
  ['nothing is refused', 'none', { signedOn: null }],
] as const)('%s: earlier = %s, %j', (code, earlier, given) => {
  expect(refusal(asked(given, earlier))).toBe(code);
});

test('a rule that is none is a broken assumption', () => {
  expect(refusal(asked({}, 'sometimes'))).toContain('no rule for earlier work');
});
