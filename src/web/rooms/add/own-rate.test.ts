import { describe, expect, test } from 'vitest';
import { costOf, isOwnRateAsked } from './own-rate.ts';

const hour = { amount: '80.00', currency: 'AUD' };
const asked = { agent: 'agent_noor', kind: 'labour', day: '2026-05-04' };
const terms = (more: object) => ({ terms: { rateBy: 'agreed', rates: [], ...more } });

describe('a rate of one’s own', () => {
  test('is asked for where rates are agreed and none is for this agent, kind and day', () => {
    const mine = { agent: 'agent_noor', amount: hour, from: '2026-05-04' };
    expect(isOwnRateAsked(terms({}), asked)).toBe(true);
    expect(isOwnRateAsked(terms({ rates: [mine] }), asked)).toBe(false);
    expect(isOwnRateAsked(terms({ rates: [{ ...mine, from: '2026-05-05' }] }), asked)).toBe(true);
    expect(isOwnRateAsked(terms({ rates: [{ ...mine, agent: 'agent_ada' }] }), asked)).toBe(true);
    expect(isOwnRateAsked(terms({ rates: [{ ...mine, kind: 'labour' }] }), asked)).toBe(false);
  });

  test('is not asked for where a table or one rate for all counts, or nothing is agreed yet', () => {
    expect(isOwnRateAsked(terms({ rateBy: 'award' }), asked)).toBe(false);
    expect(isOwnRateAsked(terms({ rateBy: 'equal' }), asked)).toBe(false);
    expect(isOwnRateAsked(undefined, asked)).toBe(false);
  });

  test('comes to its hours times the rate, as soon as both are numbers', () => {
    expect(costOf('7.5', '80', 'AUD')).toEqual({ amount: '600.00', currency: 'AUD' });
    expect(costOf('٢', '1.125', 'KWD')).toEqual({ amount: '2.250', currency: 'KWD' });
    expect(costOf('1:30', '80', 'AUD')).toEqual({ amount: '120.00', currency: 'AUD' });
    expect(costOf('', '80', 'AUD')).toBeUndefined();
    expect(costOf('2', 'much', 'AUD')).toBeUndefined();
  });
});
