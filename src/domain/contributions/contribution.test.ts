import { describe, expect, test } from 'vitest';
import {
  reviewsNeeded,
  transition,
  type Contribution,
  type ContributionEvent,
  type ContributionStatus,
  type Party,
  type ReviewTerms,
} from './contribution.ts';

const person = (id: string): Party => ({ id, kind: 'person', responsible: null });
const machine = (id: string, responsible: string): Party => ({ id, kind: 'machine', responsible });
const [ada, bob, cleo, dan] = ['ada', 'bob', 'cleo', 'dan'].map(person) as [
  Party,
  Party,
  Party,
  Party,
];

const terms = (reviewers = 1, signatories: readonly Party[] = [ada, bob, cleo]): ReviewTerms => ({
  signatories,
  reviewers,
  criteria: ['serves', 'new', 'usable'],
});

const line = (given: Partial<Contribution> = {}): Contribution => ({
  id: 'con_1',
  author: ada,
  status: 'submitted',
  estimate: false,
  reviews: [],
  ...given,
});

const accept = (by: Party): ContributionEvent => ({ type: 'accept', by, at: '2026-11-21' });
const reject = (by: Party, reason = 'not usable', criterion?: string): ContributionEvent => ({
  type: 'reject',
  by,
  at: '2026-11-21',
  reason,
  criterion,
});

const refusal = (contribution: Contribution, event: ContributionEvent, held = terms()): string => {
  const before = JSON.stringify(contribution);
  try {
    transition(contribution, event, held);
  } catch (error) {
    expect(JSON.stringify(contribution)).toBe(before);
    return (error as { code?: string }).code ?? String(error);
  }
  return 'nothing is refused';
};

describe('an act of the author is refused, in this order', () => {
  test('not-the-author: for anybody else, whatever the status', () => {
    for (const type of ['confirm', 'withdraw', 'cancel'] as const) {
      expect(refusal(line({ status: 'rejected' }), { type, by: 'bob' })).toBe('not-the-author');
    }
  });

  test.each([
    ['confirm', 'accepted', 'already-decided'],
    ['confirm', 'withdrawn', 'already-decided'],
    ['withdraw', 'accepted', 'wrong-status'],
    ['withdraw', 'rejected', 'already-decided'],
    ['withdraw', 'cancelled', 'already-decided'],
    ['cancel', 'submitted', 'wrong-status'],
    ['cancel', 'draft', 'wrong-status'],
    ['cancel', 'cancelled', 'already-decided'],
    ['cancel', 'rejected', 'already-decided'],
  ] as const)('%s what is %s: %s', (type, status, code) => {
    expect(refusal(line({ status }), { type, by: 'ada' })).toBe(code);
  });
});

describe('a review is refused, in this order', () => {
  const anyState = line({ status: 'accepted', estimate: true });

  test('self-review', () => {
    expect(refusal(anyState, accept(ada))).toBe('self-review');
  });

  test('conflict-of-interest: a machine of the author, or its owner, or its sister', () => {
    const robot = machine('robot', 'ada');
    expect(refusal(anyState, accept(robot))).toBe('conflict-of-interest');
    expect(refusal(line({ author: robot }), accept(ada))).toBe('conflict-of-interest');
    expect(refusal(line({ author: robot }), accept(machine('other', 'ada')))).toBe(
      'conflict-of-interest',
    );
  });

  test('not-signed: by a stranger, and of a stranger', () => {
    expect(refusal(anyState, accept(dan))).toBe('not-signed');
    expect(refusal(line({ author: dan }), accept(bob))).toBe('not-signed');
  });

  test('already-decided', () => {
    for (const status of ['accepted', 'rejected', 'withdrawn', 'cancelled'] as const) {
      expect(refusal(line({ status, estimate: true }), accept(bob))).toBe('already-decided');
    }
  });

  test('estimate-unconfirmed, then wrong-status: a draft is not handed in', () => {
    expect(refusal(line({ status: 'draft', estimate: true }), accept(bob))).toBe(
      'estimate-unconfirmed',
    );
    expect(refusal(line({ status: 'draft' }), accept(bob))).toBe('wrong-status');
  });

  test('reason-missing: no reason, or a criterion that was not agreed', () => {
    expect(refusal(line(), reject(bob, ' '))).toBe('reason-missing');
    expect(refusal(line(), reject(bob, 'too blue', 'colour'))).toBe('reason-missing');
  });

  test('already-reviewed: one review each', () => {
    const once = transition(line(), accept(bob), terms(2));
    expect(refusal(once, accept(bob), terms(2))).toBe('already-reviewed');
    expect(refusal(once, reject(bob), terms(2))).toBe('already-reviewed');
  });
});

describe('what becomes of a contribution', () => {
  test('its author confirms an estimate, and may do so again', () => {
    const confirmed = transition(line({ status: 'draft', estimate: true }), confirm, terms());
    expect(confirmed).toMatchObject({ status: 'submitted', estimate: false });
    expect(transition(confirmed, confirm, terms())).toEqual(confirmed);
  });

  test('its author withdraws it before it is decided, and cancels it afterwards', () => {
    const withdraw = { type: 'withdraw', by: 'ada' } as const;
    expect(transition(line(), withdraw, terms()).status).toBe('withdrawn');
    expect(transition(line({ status: 'draft' }), withdraw, terms()).status).toBe('withdrawn');
    const cancel = { type: 'cancel', by: 'ada' } as const;
    expect(transition(line({ status: 'accepted' }), cancel, terms()).status).toBe('cancelled');
  });

  test('who answers for a machine acts for it', () => {
    const robot = machine('robot', 'ada');
    const draft = line({ author: robot, status: 'draft' });
    expect(transition(draft, confirm, terms()).status).toBe('submitted');
    expect(transition(line({ author: robot }), accept(bob), terms()).status).toBe('accepted');
  });

  const [yes, no] = ['accept', 'reject'] as const;
  test.each<[number, number, readonly ('accept' | 'reject')[], ContributionStatus]>([
    [1, 3, [yes], 'accepted'],
    [1, 3, [no], 'rejected'],
    [2, 3, [yes], 'submitted'],
    [2, 3, [no], 'submitted'],
    [2, 3, [no, yes], 'submitted'],
    [2, 3, [no, yes, yes], 'accepted'],
    [2, 3, [yes, no, no], 'rejected'],
    [2, 2, [no], 'rejected'],
    [3, 3, [yes, no], 'rejected'],
    [5, 1, [yes], 'accepted'],
    [5, 2, [yes], 'submitted'],
    [5, 2, [yes, yes], 'accepted'],
  ])('%i of %i others, %j: %s', (reviewers, others, verdicts, status) => {
    const reviewing = [bob, cleo, dan].slice(0, others);
    const held = terms(reviewers, [ada, ...reviewing]);
    const after = verdicts.reduce((contribution, verdict, at) => {
      const by = reviewing[at] ?? bob;
      return transition(contribution, verdict === yes ? accept(by) : reject(by), held);
    }, line());
    expect(after.status).toBe(status);
  });

  test('a rejection cites the criterion that it names, apart or in its words', () => {
    const [first] = transition(line(), reject(bob, 'It is not Usable.'), terms()).reviews;
    expect(first).toMatchObject({ criterion: 'usable', reason: 'It is not Usable.' });
    const [second] = transition(line(), reject(bob, 'seen before', 'new'), terms()).reviews;
    expect(second?.criterion).toBe('new');
    const [third] = transition(line(), reject(bob, 'seen before'), terms()).reviews;
    expect(third?.criterion).toBeNull();
  });

  test('signatories who gain from it do not count among those who may review', () => {
    const robot = machine('robot', 'bob');
    expect(reviewsNeeded(robot, terms(5))).toBe(2);
    expect(reviewsNeeded(ada, terms(5))).toBe(2);
    expect(reviewsNeeded(ada, terms(1, [ada]))).toBe(1);
  });
});

const confirm = { type: 'confirm', by: 'ada' } as const;
