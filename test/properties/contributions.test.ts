import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOverrun, type HoursLine } from '../../src/domain/contributions/hours.ts';
import {
  transition,
  type Contribution,
  type ContributionEvent,
  type Party,
} from '../../src/domain/contributions/contribution.ts';
import { addDays } from '../../src/domain/effort/days.ts';
import { Refusal } from '../../src/domain/refusals.ts';

const FIRST = '2026-05-01';

interface Given {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
}

const given: fc.Arbitrary<Given> = fc
  .tuple(fc.nat(5), fc.nat(3), fc.integer({ min: 1, max: 40 }))
  .map(([from, more, hours]) => ({ from, to: from + more, hours }));

const asLines = (lines: readonly Given[]): HoursLine[] =>
  lines.map(({ from, to, hours }, at) => ({
    id: `con_${at}`,
    days: { from: addDays(FIRST, from), to: addDays(FIRST, to) },
    hours: String(hours),
  }));

/**
 * Lays the hours out: each day takes, of the lines that may still use it, those that end first.
 * Earliest deadline first finds a layout whenever there is one.
 */
const fits = (lines: readonly Given[]): boolean => {
  const open = lines.map((line) => ({ ...line }));
  for (let day = 0; day <= 8; day += 1) {
    let room = 24;
    const usable = open.filter(({ from, to }) => from <= day && day <= to);
    for (const line of usable.toSorted((a, b) => a.to - b.to)) {
      const taken = Math.min(room, line.hours);
      line.hours -= taken;
      room -= taken;
    }
  }
  return open.every(({ hours }) => hours === 0);
};

describe('hours of one person', () => {
  test('are refused exactly when no layout over the days can hold them', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 9 }), (lines) => {
        expect(findOverrun(asLines(lines)) === null).toBe(fits(lines));
      }),
      { numRuns: 2000 },
    );
  });

  test('that do not fit are named: the lines of the overrun alone do not fit either', () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 9 }), (lines) => {
        const overrun = findOverrun(asLines(lines));
        if (overrun === null) return;
        expect(fits(lines.filter((_, at) => overrun.lines.includes(`con_${at}`)))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 9 }), (lines) => {
        const backwards = findOverrun(asLines(lines.toReversed()));
        expect(backwards === null).toBe(findOverrun(asLines(lines)) === null);
      }),
      { numRuns: 500 },
    );
  });
});

const people = ['ada', 'bob', 'cleo', 'dan'].map((id): Party => ({
  id,
  kind: 'person',
  responsible: null,
}));

const event: fc.Arbitrary<ContributionEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('confirm' as const, 'withdraw' as const, 'cancel' as const),
    by: fc.constantFrom('ada', 'ada', 'bob'),
  }),
  fc.record({
    type: fc.constantFrom('accept' as const, 'reject' as const),
    by: fc.constantFrom(...people),
    at: fc.constant(FIRST),
    reason: fc.constantFrom('not usable', ''),
  }),
);

const author: Party = { id: 'ada', kind: 'person', responsible: null };

const order = ['draft', 'submitted', 'accepted', 'rejected', 'withdrawn', 'cancelled'] as const;
const mayFollow: Readonly<Record<Contribution['status'], readonly string[]>> = {
  draft: ['draft', 'submitted', 'withdrawn'],
  submitted: ['submitted', 'accepted', 'rejected', 'withdrawn'],
  accepted: ['accepted', 'cancelled'],
  rejected: ['rejected'],
  withdrawn: ['withdrawn'],
  cancelled: ['cancelled'],
};

/** What becomes of a contribution, or undefined where that is refused by name. */
const tried = (...given: Parameters<typeof transition>): Contribution | undefined => {
  try {
    return transition(...given);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

describe('whatever happens to a contribution', () => {
  test('its status only moves forward, and a refusal changes nothing', () => {
    const terms = { signatories: people, reviewers: 2, criteria: ['usable'] };
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), fc.boolean(), (events, estimate) => {
        let line: Contribution = { id: 'c', author, status: 'draft', estimate, reviews: [] };
        for (const each of events) {
          const before = structuredClone(line);
          const from = line.status;
          const next = tried(line, each, terms);
          expect(line).toEqual(before);
          line = next ?? line;
          expect(order).toContain(line.status);
          expect(mayFollow[from]).toContain(line.status);
          expect(line.reviews.some(({ agent }) => agent === 'ada')).toBe(false);
          expect(new Set(line.reviews.map(({ agent }) => agent)).size).toBe(line.reviews.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
