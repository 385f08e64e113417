import { describe, expect, it } from 'vitest';
import { decideOpening, isMet, openingStatement, remainingMinor } from './opening.ts';

const sums = (obligation: bigint, outstanding: bigint, deficit = 0n) => ({
  obligation,
  outstanding,
  deficit,
});

describe('the threshold', () => {
  // obligation, outstanding, deficit, threshold -> remaining, met
  it.each<[bigint, bigint, bigint, string, bigint, boolean]>([
    [924081n, 924081n, 0n, '1', 924081n, false],
    [924081n, 1n, 0n, '1', 1n, false],
    [924081n, 0n, 0n, '1', 0n, true],
    [924081n, 0n, 5n, '1', 5n, false],
    [0n, 0n, 0n, '1', 0n, false],
    [1001n, 500n, 0n, '0.5', 0n, true],
    [1001n, 501n, 0n, '0.5', 1n, false],
    [3n, 1n, 0n, '0.6667', 1n, false],
    [2n ** 63n - 1n, 0n, 0n, '1', 0n, true],
  ])(
    'of %i with %i outstanding, deficit %i, at %s lacks %i',
    (o, out, gap, threshold, rest, met) => {
      expect(remainingMinor(sums(o, out, gap), threshold)).toBe(rest);
      expect(isMet({ ...sums(o, out, gap), threshold })).toBe(met);
    },
  );

  it('takes impossible sums and thresholds as broken assumptions', () => {
    expect(() => remainingMinor(sums(1n, 2n), '1')).toThrow('between nothing and its whole');
    expect(() => remainingMinor(sums(1n, 1n), '50 %')).toThrow('not a threshold');
  });
});

describe('opening', () => {
  const input = {
    release: 'rel_1',
    status: 'owing' as const,
    sums: sums(100n, 0n),
    threshold: '1',
    metOn: '2026-05-31',
    holdUntil: '2026-05-31',
    today: '2026-05-31',
    undecided: [],
  };
  const line = (id: string, submittedOn: string | null, bySignatory = true) => ({
    id,
    submittedOn,
    bySignatory,
  });

  it('waits while something is missing, and says how much', () => {
    expect(decideOpening({ ...input, sums: sums(100n, 7n) })).toEqual({
      decision: 'wait',
      remainingMinor: 7n,
    });
  });

  it('happens at once without a hold, and carries what is undecided to the next release', () => {
    const undecided = [line('con_1', '2026-05-01'), line('con_2', null)];
    expect(decideOpening({ ...input, undecided })).toEqual({
      decision: 'open',
      carried: ['con_1', 'con_2'],
    });
  });

  it("is held by signatories' lines that were handed in before, and by no others", () => {
    const undecided = [
      line('con_1', '2026-05-31'),
      line('con_2', '2026-06-01'),
      line('con_3', null),
      line('con_4', '2026-05-01', false),
    ];
    const held = { ...input, holdUntil: '2026-06-30', today: '2026-06-29', undecided };
    expect(decideOpening(held)).toEqual({
      decision: 'hold',
      heldBy: ['con_1'],
      until: '2026-06-30',
    });
    expect(decideOpening({ ...held, undecided: undecided.slice(1) }).decision).toBe('open');
    expect(decideOpening({ ...held, today: '2026-06-30' })).toEqual({
      decision: 'open',
      carried: ['con_1', 'con_2', 'con_3', 'con_4'],
    });
  });

  it('happens once', () => {
    expect(() => decideOpening({ ...input, status: 'open' })).toThrow(
      expect.objectContaining({ code: 'already-open', values: { release: 'rel_1' } }),
    );
  });
});

describe('the statement of a release', () => {
  const input = {
    threshold: '1',
    remaining: { amount: '9240.81', currency: 'AUD' },
    licence: 'Apache-2.0',
  };

  it('says when it opens, as what, to whom, in words and for machines', () => {
    expect(openingStatement({ ...input, status: 'owing' })).toEqual({
      ...input,
      status: 'owing',
      to: 'everyone',
      sentence: 'Opens when 9240.81 AUD more is paid, as Apache-2.0, to everyone.',
    });
  });

  it('says that the rest may never come where the threshold is lower', () => {
    const { sentence } = openingStatement({ ...input, threshold: '0.755', status: 'owing' });
    expect(sentence).toContain('(75.5 % of what is owed; the rest may never come)');
  });

  it('says what of it is missing in another currency', () => {
    const deficits = [{ amount: '60.00', currency: 'EUR' }];
    expect(openingStatement({ ...input, deficits, status: 'owing' }).sentence).toBe(
      'Opens when 9240.81 AUD more is paid, 60.00 of it in EUR, as Apache-2.0, to everyone.',
    );
  });

  it('says what it waits for where nothing is left to pay', () => {
    const nothing = { ...input, remaining: { amount: '0.00', currency: 'AUD' } };
    expect(openingStatement({ ...nothing, status: 'owing' }).sentence).toContain(
      'Nothing is owed yet; opens when what was accepted is paid, as Apache-2.0',
    );
    const held = { ...nothing, heldUntil: '2026-07-01', status: 'owing' } as const;
    expect(openingStatement(held).sentence).toContain('opens by 2026-07-01, when all');
  });

  it('says that it is open', () => {
    expect(openingStatement({ ...input, status: 'open' }).sentence).toBe(
      'Open to everyone, for good, as Apache-2.0.',
    );
  });
});
