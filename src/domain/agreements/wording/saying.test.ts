import { describe, expect, it } from 'vitest';
import { inEnglish, list, piece, said, saying } from './saying.ts';

describe('a saying in English', () => {
  it('says each value by what it is', () => {
    const amount = { amount: '20.00', currency: 'AUD' };
    const filling = {
      share: piece('percent', '0.125'),
      time: piece('duration', 'P1Y6M'),
      sum: { is: 'money', money: amount },
      who: list([piece('own', 'Ada'), said('everyone else')], ' and '),
    } as const;
    expect(inEnglish(saying('{share} for {time}: {sum} to {who}.', filling))).toBe(
      '12.5 % for 1 year and 6 months: 20.00 AUD to Ada and everyone else.',
    );
  });

  it('leaves a place that nothing fills, and does not fill what somebody wrote', () => {
    expect(inEnglish(saying('{what}, {other}', { what: piece('own', '{other}') }))).toBe(
      '{other}, {other}',
    );
    expect(inEnglish(saying('{toString}'))).toBe('{toString}');
  });
});
