import { describe, expect, test } from 'vitest';
import type { PublicWork } from '../../actions/consents/answers.ts';
import { badgeOf, badgePieces, badgeText, paidPart } from './badge.ts';

const money = (amount: string, currency = 'AUD') => ({ amount, currency });

const workWith = (owed: string, paid: string, currency = 'AUD'): PublicWork => ({
  id: 'work_one',
  title: 'Tide & "tables"',
  kind: 'software',
  node: { id: 'node_one', name: 'Shelf' },
  release: 1,
  status: 'owing',
  licence: 'Apache-2.0',
  openedAt: null,
  openBefore: [],
  figures: {
    obligation: money(owed, currency),
    owed: money(owed, currency),
    refill: money('0.00', currency),
    paid: money(paid, currency),
    opensWhen: {
      threshold: '1',
      remaining: money(owed, currency),
      licence: 'Apache-2.0',
      text: '',
    },
  },
  makers: 2,
  people: [],
  others: 2,
  agreed: null,
  checkpoint: null,
});

describe('a badge', () => {
  test('is never full before all is paid, nor empty of what is paid', () => {
    expect(paidPart(workWith('100.00', '99.99'))).toBeLessThan(1);
    expect(paidPart(workWith('100.00', '0.00'))).toBe(0);
    expect(paidPart(workWith('0.00', '0.00'))).toBe(0);
    expect(paidPart(workWith('10.00', '-1.00'))).toBe(0);
    expect(paidPart({ ...workWith('100.00', '0.00'), status: 'open' })).toBe(1);
    expect(badgeOf(workWith('100.00', '0.00'), 'en')).toContain('height="1"');
  });

  test('names a currency by its code where its sign has no outline', () => {
    const [amount] = badgePieces(workWith('8240.81', '0.00', 'INR'), 'en');
    const [coded] = badgePieces(workWith('8240.81', '0.00', 'CHF'), 'en');
    expect(amount?.[1].length).toBeGreaterThan(500);
    expect(coded?.[1].length).toBeGreaterThan(500);
    expect(badgeText(workWith('8240.81', '0.00', 'INR'), 'en')).toBe('₹8,240.81 until open');
  });

  test('knows currencies that are none of ISO 4217', () => {
    const work = workWith('12.500', '0.000', 'kWh');
    expect(badgeText(work, 'de')).toBe('12,500\u00a0kWh bis zur Öffnung');
    expect(badgePieces(work, 'de')).toHaveLength(2);
  });

  test('says that it is not open where nothing is owed yet, or nothing may be said', () => {
    expect(badgeText(workWith('0.00', '0.00'), 'en')).toBe('Not open yet');
    const hidden = { ...workWith('5.00', '0.00'), figures: null };
    expect(badgeText(hidden, 'ar')).toBe('لم يُفتح بعد');
    expect(badgePieces(hidden, 'ar')).toHaveLength(1);
  });

  test('has its Square at the right where one reads from there, and keeps its title text', () => {
    const [left, right] = [
      badgeOf(workWith('5.00', '0.00'), 'en'),
      badgeOf(workWith('5.00', '0.00'), 'ar'),
    ];
    const squareOf = (svg: string): number => Number(/class="s" x="([\d.]+)"/.exec(svg)?.[1]);
    expect(squareOf(left)).toBeLessThan(10);
    expect(squareOf(right)).toBeGreaterThan(50);
    expect(left).toContain(
      '<title id="t">Tide &amp; &quot;tables&quot;: A$5.00 until open</title>',
    );
  });
});
