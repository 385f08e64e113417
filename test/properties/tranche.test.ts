import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR } from '../../src/domain/money/amount.ts';
import * as ledger from '../../src/domain/ledger/tranche.ts';
import type { Claim, Tranche } from '../../src/domain/ledger/tranche.ts';

/** One thing that happens to a tranche; `part` picks how much or which, in thousandths. */
type Step =
  | { readonly kind: 'join'; readonly holder: number; readonly amount: bigint }
  | { readonly kind: 'home'; readonly part: number }
  | { readonly kind: 'grow' | 'cancel'; readonly part: number }
  | { readonly kind: 'foreign'; readonly part: number; readonly minor: bigint };

interface Books {
  readonly tranche: Tranche;
  readonly claims: readonly { readonly holder: number; readonly claim: Claim }[];
  readonly paidIn: Readonly<Record<string, bigint>>;
}

const HOLDERS = [0, 1, 2, 3];
const part = fc.integer({ min: 1, max: 1000 });
const holder = fc.constantFrom(...HOLDERS);
const anyAmount = fc.oneof(
  fc.bigInt({ min: 1n, max: 50n }),
  fc.bigInt({ min: 1n, max: 10n ** 9n }),
  fc.bigInt({ min: MAX_MINOR - 9n, max: MAX_MINOR }),
);
const joining = fc.record({ kind: fc.constant('join' as const), holder, amount: anyAmount });
const paying = fc.record({ kind: fc.constant('home' as const), part });
const foreign = fc.record({
  kind: fc.constant('foreign' as const),
  part: fc.integer({ min: 0, max: 1000 }),
  minor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
});
const growing = fc.record({ kind: fc.constant('grow' as const), part });
const cancelling = fc.record({ kind: fc.constant('cancel' as const), part });
const anySteps = fc.array(
  fc.oneof(joining, joining, paying, paying, foreign, growing, cancelling),
  {
    maxLength: 60,
    size: 'max',
  },
);
const homeSteps = fc.array(fc.oneof(joining, paying), { maxLength: 60, size: 'max' });

const portion = (whole: bigint, thousandths: number): bigint => {
  const share = (whole * BigInt(thousandths)) / 1000n;
  return share === 0n && thousandths > 0 ? 1n : share;
};

function apply(books: Books, step: Step): Books {
  const { tranche, claims, paidIn } = books;
  if (step.kind === 'join') {
    const open = tranche.closed ? undefined : ledger.join(tranche, step.amount);
    if (open === undefined) return books;
    const joined = [...claims, { holder: step.holder, claim: open.claim }];
    return { ...books, tranche: open.tranche, claims: joined };
  }
  if (tranche.closed || tranche.outstanding === 0n) return books;
  const value = portion(tranche.outstanding, step.part);
  if (step.kind === 'grow') return { ...books, tranche: ledger.grow(tranche, value) };
  if (step.kind === 'cancel') return applyCancel(books, step.part);
  const currency = step.kind === 'foreign' ? 'EUR' : 'AUD';
  const minor = step.kind === 'foreign' ? step.minor : value;
  return {
    claims,
    tranche: ledger.pay(tranche, { currency, minor, value }),
    paidIn: { ...paidIn, [currency]: (paidIn[currency] ?? 0n) + minor },
  };
}

function applyCancel(books: Books, which: number): Books {
  const live = books.claims.filter(({ claim }) => claim.exit === undefined);
  const chosen = live[which % live.length];
  if (chosen === undefined) return books;
  const { tranche, claim, remainder } = ledger.cancel(books.tranche, chosen.claim);
  expect(books.tranche.outstanding - tranche.outstanding).toBe(remainder);
  const claims = books.claims.map((held) => (held === chosen ? { ...held, claim } : held));
  return { ...books, tranche, claims };
}

const start: Books = { tranche: ledger.openTranche('AUD'), claims: [], paidIn: {} };
const play = (steps: readonly Step[]): Books => steps.reduce(apply, start);

const claimsOf = (books: Books, who: number): Claim[] =>
  books.claims.flatMap(({ holder: owner, claim }) => (owner === who ? [claim] : []));
const earnedBy = (books: Books, who: number, currency: string): bigint =>
  ledger.earned(books.tranche, claimsOf(books, who), currency);
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

describe('a tranche', () => {
  test('never lets people earn more than came in', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const books = play(steps);
        for (const [currency, paid] of Object.entries(books.paidIn)) {
          const all = total(HOLDERS.map((who) => earnedBy(books, who, currency)));
          expect(all).toBeLessThanOrEqual(paid);
        }
        const left = ledger.dust(
          books.tranche,
          books.paidIn,
          HOLDERS.map((w) => claimsOf(books, w)),
        );
        expect(Object.values(left).every((dust) => dust >= 0n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('never takes back what anybody has earned, nor changes what it is given', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        let books = start;
        for (const step of steps) {
          Object.freeze(books.tranche.sums);
          for (const { claim } of books.claims) Object.freeze(claim);
          const after = apply({ ...books, tranche: Object.freeze(books.tranche) }, step);
          for (const who of HOLDERS) {
            for (const currency of ['AUD', 'EUR']) {
              const [before, now] = [books, after].map((at) => earnedBy(at, who, currency));
              expect(now).toBeGreaterThanOrEqual(before ?? 0n);
            }
          }
          books = after;
        }
      }),
      { numRuns: 100 },
    );
  });

  test('leaves less than a unit a holder and currency as long as nobody cancels', () => {
    fc.assert(
      fc.property(anySteps, (all) => {
        const books = play(all.filter((step) => step.kind !== 'cancel'));
        const left = ledger.dust(
          books.tranche,
          books.paidIn,
          HOLDERS.map((w) => claimsOf(books, w)),
        );
        for (const dust of Object.values(left)) {
          expect(dust).toBeLessThan(BigInt(HOLDERS.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('paid in the work’s currency alone gives everyone exactly what was owed, dust zero', () => {
    fc.assert(
      fc.property(homeSteps, (steps) => {
        const before = play([{ kind: 'join', holder: 0, amount: 7n }, ...steps]);
        const books = apply(before, { kind: 'home', part: 1000 });
        if (!before.tranche.closed) expect(books.tranche.closed).toBe(true);
        expect(ledger.mayLeaveDust(books.tranche)).toBe(false);
        for (const who of HOLDERS) {
          const owed = total(claimsOf(books, who).map(({ amount }) => amount));
          expect(earnedBy(books, who, 'AUD')).toBe(owed);
          const [earned, still] = [
            earnedBy(before, who, 'AUD'),
            ledger.stillOwed(before.tranche, claimsOf(before, who)),
          ];
          expect(earned + still).toBe(owed);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same whether a payment comes whole or sliced', () => {
    const slices = fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 20 });
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 6n }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(amounts, slices, (owed, sliced) => {
        const joined = play(owed.map((amount, who) => ({ kind: 'join', holder: who, amount })));
        const values = sliced.filter((value) => value > 0n);
        const whole = total(values);
        fc.pre(whole <= joined.tranche.outstanding);
        const pay = (tranche: Tranche, value: bigint): Tranche =>
          ledger.pay(tranche, { currency: 'AUD', minor: value, value });
        const once = { ...joined, tranche: pay(joined.tranche, whole) };
        const often = { ...joined, tranche: values.reduce(pay, joined.tranche) };
        for (const who of HOLDERS) {
          expect(earnedBy(often, who, 'AUD')).toBe(earnedBy(once, who, 'AUD'));
        }
      }),
    );
  });

  test('keeps its precision across many epochs', () => {
    let books = apply(start, { kind: 'join', holder: 0, amount: 1_000_003n });
    for (let round = 0; round < 120; round += 1) {
      const value = books.tranche.outstanding - 1n;
      books = apply(books, { kind: 'join', holder: round % 4, amount: 10n ** 18n + BigInt(round) });
      const minor = books.tranche.outstanding - (value > 1n ? 1n : 3n);
      const payment = { currency: 'AUD', minor, value: minor };
      const paid = (books.paidIn['AUD'] ?? 0n) + minor;
      books = { ...books, tranche: ledger.pay(books.tranche, payment), paidIn: { AUD: paid } };
    }
    expect(books.tranche.exponent).toBeGreaterThan(256 * 20);
    const closed = apply(books, { kind: 'home', part: 1000 });
    for (const who of HOLDERS) {
      const owed = total(claimsOf(closed, who).map(({ amount }) => amount));
      expect(earnedBy(closed, who, 'AUD')).toBe(owed);
    }
  });

  test('is read back from its kept form exactly, and so are its claims', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { tranche, claims } = play(steps);
        const json = JSON.stringify(ledger.encodeTranche(tranche));
        expect(ledger.decodeTranche(JSON.parse(json))).toEqual(tranche);
        for (const { claim } of claims) {
          const kept = JSON.stringify(ledger.encodeClaim(claim));
          expect(ledger.decodeClaim(JSON.parse(kept))).toEqual(claim);
        }
      }),
    );
  });
});
