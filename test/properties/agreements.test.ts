import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTerms } from '../../src/domain/agreements/diff.ts';
import type { TermKey, Terms } from '../../src/domain/agreements/fields.ts';
import { presetNames } from '../../src/domain/agreements/presets.ts';
import type { DraftingContext } from '../../src/domain/agreements/terms.ts';
import { amendTerms, parseTerms, termsHash } from '../../src/domain/agreements/terms.ts';
import { agreementText, verifyForms } from '../../src/domain/agreements/text.ts';
import type { AgreementVersion } from '../../src/domain/agreements/version.ts';
import { changedKeys, inForce, lockedChanges } from '../../src/domain/agreements/version.ts';
import { isMet, remainingMinor } from '../../src/domain/licences/opening.ts';
import { isoCurrencies } from '../../src/domain/money/currency.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { newDependencies } from '../../src/domain/works/dependencies.ts';
import type { Dependency } from '../../src/domain/works/dependencies.ts';

const context: DraftingContext = {
  work: { id: 'work_1', title: 'Tide tables', kind: 'software', currency: 'AUD' },
  steward: { agent: 'ana', name: 'Ana' },
  currencies: isoCurrencies(),
  tables: [],
  upstream: [],
};

const decimal = (least: number, greatest: number, places: number) =>
  fc.integer({ min: least * 10 ** places, max: greatest * 10 ** places }).map((units) => {
    const digits = String(units).padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  });

/** Input for some terms, each within its range. */
const changes = fc.record<Partial<Record<TermKey, unknown>>>(
  {
    return: decimal(1, 4, 2),
    'return.cash': decimal(1, 4, 4),
    'factor.exclusive': decimal(1, 2, 2),
    'split.host': decimal(0, 0.15, 4),
    'split.reserve': decimal(0, 0.2, 4),
    'open.threshold': decimal(0.5, 1, 4),
    'open.licence': fc.constantFrom('MIT', 'MPL-2.0', 'CC0-1.0'),
    'open.hold': fc.integer({ min: 0, max: 90 }).map((days) => `P${days}D`),
    'review.n': fc.integer({ min: 1, max: 5 }),
    surplus: fc.constantFrom('return', 'next-release', 'reserve'),
    'deficit.advance': fc.boolean(),
    purpose: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
    criteria: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 5 }),
    rates: fc.uniqueArray(
      fc.record({
        agent: fc.constantFrom('ana', 'bo'),
        amount: fc.record({ amount: decimal(1, 900, 2), currency: fc.constantFrom('AUD', 'EUR') }),
        from: fc.constantFrom('2025-01-01', '2026-01-01'),
      }),
      { selector: (rate) => `${rate.agent} ${rate.from}`, maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);

const terms = fc
  .tuple(fc.constantFrom(...presetNames), changes)
  .map(([preset, input]) => parseTerms(input, preset, context));

describe('terms, for all inputs', () => {
  it('are canonical: read again, they are the same', () => {
    fc.assert(
      fc.property(terms, (one) => {
        const again = parseTerms(JSON.parse(JSON.stringify(one)), one.preset, context);
        expect(again).toEqual(one);
        expect(termsHash(again)).toBe(termsHash(one));
      }),
    );
  });

  it('and text are one agreement, and other terms have another text', () => {
    fc.assert(
      fc.property(terms, terms, (left, right) => {
        const [one, other] = [agreementText(left), agreementText(right)];
        verifyForms(left, one);
        expect(one.plain === other.plain).toBe(termsHash(left) === termsHash(right));
        if (termsHash(left) === termsHash(right)) return;
        expect(() => verifyForms(right, one)).toThrow(Refusal);
      }),
      { numRuns: 50 },
    );
  });

  it('say each number that differs: no change of the terms leaves the clauses as they were', () => {
    const clauses = (one: Terms) =>
      agreementText(one).sections.filter((section) => section.clause !== null);
    fc.assert(
      fc.property(terms, changes, (one, input) => {
        const next = amendTerms(one, input, context);
        const changed = changedKeys(one, next);
        expect(JSON.stringify(clauses(one)) === JSON.stringify(clauses(next))).toBe(
          changed.length === 0,
        );
        const shown = diffTerms(one, next).flatMap((clause) => clause.changes);
        expect(shown.map((change) => change.key).toSorted()).toEqual([...changed].toSorted());
        for (const change of shown) expect(change.saidWas).not.toBe(change.saysNow);
      }),
      { numRuns: 50 },
    );
  });

  it('are read or refused, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('split', 'rates'), (json, key) => {
        for (const input of [json, { [key]: json }, { tranches: json }, { parties: [json] }]) {
          try {
            parseTerms(input, 'award', context);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        }
      }),
    );
  });
});

describe('versions, for all signatures', () => {
  const agents = ['ana', 'bo', 'cy'];
  const versions = fc.array(changes, { minLength: 1, maxLength: 5 }).map((inputs) => {
    let before = parseTerms({}, 'award', context);
    return inputs.map((input, index): AgreementVersion => {
      before = amendTerms(before, input, context);
      const hashes = { termsHash: termsHash(before), templateHash: '', textHash: '' };
      return { ...hashes, number: index + 1, template: '1', terms: before };
    });
  });
  const signings = fc.array(
    fc.record({ agent: fc.constantFrom(...agents), version: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 12 },
  );

  it('a version binds only who signed it, and locked terms need all claim holders', () => {
    fc.assert(
      fc.property(versions, signings, fc.subarray(agents), (list, signed, holders) => {
        const signatures = signed
          .filter((one) => one.version <= list.length)
          .map((one) => {
            const hashes = { termsHash: '', templateHash: '', textHash: '' };
            return { ...one, ...hashes, by: one.agent, signedAt: '2026-05-01T00:00:00Z' };
          });
        const has = (agent: string, version: number) =>
          signatures.some((one) => one.agent === agent && one.version === version);
        const force = inForce(list, signatures, holders);
        for (const [agent, version] of force.byAgent) expect(has(agent, version)).toBe(true);
        for (const one of force.waiting) {
          expect(one.waitsFor.some((agent) => has(agent, one.version))).toBe(false);
        }
        const governing = list.find((version) => version.number === force.governing);
        const first = list.find((version) => agents.some((agent) => has(agent, version.number)));
        if (governing === undefined || first === undefined) return;
        if (lockedChanges(first.terms, governing.terms).length === 0) return;
        const locking = list.filter((version) => version.number > first.number);
        const agreed = locking.some((version) =>
          holders.length === 0
            ? has('ana', version.number)
            : holders.every((holder) => has(holder, version.number)),
        );
        expect(agreed).toBe(true);
      }),
    );
  });
});

describe('dependencies, for all declarations', () => {
  const nodes = ['A', 'B', 'C', 'D', 'E'];

  it('never make a circle, and never take more than half of a payment', () => {
    const declaration = fc.record({
      from: fc.constantFrom(...nodes),
      to: fc.constantFrom(...nodes),
      share: fc.constantFrom('0.1', '0.25', '50 %'),
    });
    fc.assert(
      fc.property(fc.array(declaration, { maxLength: 15 }), (declarations) => {
        let edges: readonly Dependency[] = [];
        for (const { from, to, share } of declarations) {
          const own = edges.filter((edge) => edge.from === from);
          const others = edges.filter((edge) => edge.from !== from);
          const declared = [...own.map((e) => ({ release: e.to, share: e.share }))];
          try {
            const made = newDependencies({
              from,
              declared: [...declared, { release: to, share }],
              existing: others,
              known: () => true,
              nameOf: (release) => release,
            });
            edges = [...others, ...made];
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        }
        // Edges to where nothing goes on fall away one by one, and none is left without a circle.
        let left = edges;
        for (const _ of nodes) left = left.filter((e) => left.some((other) => other.from === e.to));
        expect(left).toEqual([]);
        for (const node of nodes) {
          const taken = edges
            .filter((edge) => edge.from === node)
            .reduce((sum, edge) => sum + Number(edge.share) * 10_000, 0);
          expect(taken).toBeLessThanOrEqual(5_000);
        }
      }),
    );
  });
});

describe('opening, for all sums', () => {
  it('comes exactly with the payment of what remains, and not one minor unit earlier', () => {
    const amount = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });
    const threshold = fc.integer({ min: 5_000, max: 10_000 });
    fc.assert(
      fc.property(amount, threshold, fc.nat(100), (obligation, units, percentPaid) => {
        const text = units === 10_000 ? '1' : `0.${units}`;
        const outstanding = obligation - (obligation * BigInt(percentPaid)) / 100n;
        const rest = remainingMinor({ obligation, outstanding, deficit: 0n }, text);
        const after = (paid: bigint) =>
          isMet({ obligation, outstanding: outstanding - paid, deficit: 0n, threshold: text });
        expect(after(rest)).toBe(true);
        if (rest > 0n) expect(after(rest - 1n)).toBe(false);
      }),
    );
  });
});
