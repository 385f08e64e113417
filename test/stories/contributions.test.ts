import { beforeEach, describe, expect, test } from 'vitest';
import type { ContributionAnswer } from '../../src/actions/contributions/answers.ts';
import { explainContribution } from '../../src/actions/contributions/explain-contribution.ts';
import {
  listContributions,
  showContribution,
} from '../../src/actions/contributions/show-contribution.ts';
import { recompute } from '../../src/domain/effort/workings.ts';
import type { Workings } from '../../src/domain/effort/workings.ts';
import { showWork } from '../../src/actions/works/show-work.ts';
import {
  accepted,
  addingOf,
  agreedWork,
  cast,
  handingIn,
  saying,
  stageWithCast,
  tideTables,
} from '../cast.ts';
import { refusesWithoutChange } from '../stage.ts';
import type { Stage } from '../stage.ts';

const { owner, programmer, designer, moderator, giver } = cast;

let stage: Stage;
beforeEach(async () => {
  stage = await stageWithCast();
});

describe('four people and their contributions in May 2026', () => {
  test('come to 9,240.81 Australian dollars together', async () => {
    await agreedWork(stage);
    const may = { from: '2026-05-01', to: '2026-05-31' };
    const lines = [
      handingIn(programmer.id, 'con_code', { ...may, quantity: '120' }),
      handingIn(designer.id, 'con_design', { quantity: '12' }),
      handingIn(moderator.id, 'con_forum', {
        ...may,
        quantity: '30',
        classification: 'MA000010/C13',
      }),
      handingIn(giver.id, 'con_hosting', {
        kind: 'cash',
        quantity: '400',
        unit: 'AUD',
        classification: undefined,
      }),
    ];
    const obligations: (string | undefined)[] = [];
    for (const line of lines) {
      const answer = await accepted(stage, line);
      expect(answer.status).toBe('accepted');
      obligations.push(answer.obligation?.amount);
    }
    expect(obligations).toEqual(['6834.60', '683.46', '1122.75', '600.00']);
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work).toMatchObject({
      status: 'owing',
      obligation: { amount: '9240.81', currency: 'AUD' },
      owed: { amount: '9240.81' },
      paid: { amount: '0.00' },
      dust: { amount: '0.00' },
      opensWhen: { threshold: '1', remaining: { amount: '9240.81' }, licence: 'Apache-2.0' },
      counts: { accepted: 4 },
    });
    expect(work.people.map(({ name }) => name).slice(0, 2)).toEqual(['Mira Okafor', 'Noor Haddad']);
    expect(work.people[0]).toMatchObject({
      obligation: { amount: '6834.60' },
      earned: [{ amount: '0.00', currency: 'AUD' }],
      share: '0.739610',
    });
  });
});

test('what is handed in shows at once what it would come to', async () => {
  await agreedWork(stage);
  const answer = await stage.act<ContributionAnswer>(handingIn(programmer.id, 'con_a'));
  expect(answer).toMatchObject({
    status: 'submitted',
    agreement: 'agr_tide',
    cost: { amount: '303.76', currency: 'AUD' },
    obligation: { amount: '455.64', currency: 'AUD' },
    owed: null,
    earned: [],
    reviews: [],
    reviewsNeeded: 1,
  });
  const again = await stage.act<ContributionAnswer>(saying(programmer.id, 'confirmed', 'con_a'));
  expect(again).toEqual(answer);
});

describe('handing in', () => {
  beforeEach(async () => {
    await agreedWork(stage);
  });

  test.each([
    ['a work that is not there', { work: 'work_none' }, 'work-unknown'],
    ['a release that is not there', { release: 'rel_none' }, 'release-id-unknown'],
    ['a kind that there is not', { kind: 'magic' }, 'kind-unknown'],
    ['a unit of another kind', { unit: 'kWh' }, 'unit-mismatch'],
    ['no quantity', { quantity: '0' }, 'quantity-not-positive'],
    ['a quantity in words', { quantity: '1e3' }, 'quantity-malformed'],
    ['a day that there is not', { from: '2026-02-30' }, 'date-malformed'],
    ['days in the wrong order', { from: '2026-05-03' }, 'date-range-reversed'],
    ['a day that has not been', { to: '2026-06-02' }, 'date-in-future'],
    [
      'an award level that there is not',
      { classification: 'MA000065/99' },
      'classification-unknown',
    ],
    ['a rate beside the award', { rate: { amount: '9', currency: 'AUD' } }, 'rate-not-agreed'],
    ['more paid than it cost', { paid: { amount: '303.77', currency: 'AUD' } }, 'paid-above-cost'],
    ['evidence that runs', { evidence: ['javascript:alert(1)'] }, 'evidence-malformed'],
    ['more hours than a day has', { quantity: '24.5' }, 'hours-impossible'],
    [
      'days across a new rate',
      { from: '2025-06-30', to: '2025-07-01' },
      'range-crosses-rate-change',
    ],
    ['a line that is not there replaced', { supersedes: 'con_none' }, 'contribution-unknown'],
    ['a field that does not belong there', { bonus: true }, 'act-malformed'],
  ] as const)('refuses %s', async (_what, more, code) => {
    await refusesWithoutChange(stage, handingIn(programmer.id, 'con_a', more), code);
  });

  test('refuses hours that days cannot hold together, over all works and lines', async () => {
    await stage.act(handingIn(programmer.id, 'con_a', { quantity: '20' }));
    await stage.act({
      ...tideTables,
      id: 'work_ebb',
      body: { title: 'Ebb', kind: 'text', currency: 'AUD', release: 'rel_ebb' },
    });
    const elsewhere = { work: 'work_ebb', release: 'rel_ebb', quantity: '5' };
    const more = handingIn(programmer.id, 'con_b', elsewhere);
    const refusal = await refusesWithoutChange(stage, more, 'hours-impossible');
    expect(refusal.values).toMatchObject({ hours: '25', days: 1 });
    const two = { ...elsewhere, to: '2026-05-03' };
    await stage.act(handingIn(programmer.id, 'con_b', two));
    const shown = await stage.look((sight) => showContribution(sight, 'con_b'));
    expect(shown.overlaps).toEqual(['con_a']);
    await stage.act(handingIn(designer.id, 'con_other', { quantity: '20' }));
  });

  test('of a gift is owed nothing, and its acceptance enters no claim', async () => {
    const given = await accepted(stage, handingIn(programmer.id, 'con_gift', { gift: true }));
    expect(given).toMatchObject({
      status: 'accepted',
      gift: true,
      cost: { amount: '303.76' },
      obligation: { amount: '0.00' },
      owed: { amount: '0.00' },
    });
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work.obligation.amount).toBe('0.00');
    await stage.act(saying(programmer.id, 'cancelled', 'con_gift'));
  });

  test('of what was paid in part is owed for the rest', async () => {
    const paid = { amount: '100.00', currency: 'AUD' };
    const answer = await stage.act(handingIn(programmer.id, 'con_paid', { paid }));
    expect(answer).toMatchObject({ obligation: { amount: '305.64' }, paid });
  });

  test('of the hours of a machine is done by the machine, for its responsible person', async () => {
    const robot = { id: 'agent_robot', name: 'Robot' };
    await stage.act(addingOf(robot, { kind: 'machine', responsible: programmer.id }));
    const energy = { kind: 'machine-time', quantity: '10', unit: 'kWh' };
    const body = { rate: { amount: '0.30', currency: 'AUD' }, classification: undefined };
    const act = handingIn(robot.id, 'con_robot', { ...energy, ...body });
    expect(await stage.act(act)).toMatchObject({ agreement: 'agr_tide' });
    const own = saying(programmer.id, 'accepted', 'con_robot');
    await refusesWithoutChange(stage, own, 'conflict-of-interest');
    const answer = await stage.act(saying(designer.id, 'accepted', 'con_robot'));
    expect(answer).toMatchObject({ status: 'accepted', obligation: { amount: '4.50' } });
  });
});

describe('a draft', () => {
  beforeEach(async () => {
    await agreedWork(stage);
  });

  test('shows what it would come to, and counts for nothing until it is confirmed', async () => {
    const draft = await stage.act(handingIn(programmer.id, 'con_d', { draft: true }));
    expect(draft).toMatchObject({
      status: 'draft',
      agreement: null,
      obligation: { amount: '455.64' },
    });
    const early = saying(designer.id, 'accepted', 'con_d');
    await refusesWithoutChange(stage, early, 'wrong-status');
    const stranger = saying(designer.id, 'confirmed', 'con_d');
    await refusesWithoutChange(stage, stranger, 'not-the-author');
    const confirmed = await stage.act(
      saying(programmer.id, 'confirmed', 'con_d', { quantity: '6' }),
    );
    expect(confirmed).toMatchObject({
      status: 'submitted',
      quantity: '6',
      agreement: 'agr_tide',
      obligation: { amount: '341.73' },
    });
    const later = { ...saying(programmer.id, 'confirmed', 'con_d', { quantity: '7' }), id: 'more' };
    await refusesWithoutChange(stage, later, 'wrong-status');
  });

  test('is replaced by a corrected line of its author, and of nobody else', async () => {
    await stage.act(handingIn(programmer.id, 'con_old', { quantity: '20' }));
    const theirs = handingIn(designer.id, 'con_new', { supersedes: 'con_old' });
    await refusesWithoutChange(stage, theirs, 'not-the-author');
    const fixed = handingIn(programmer.id, 'con_new', { quantity: '10', supersedes: 'con_old' });
    expect(await stage.act(fixed)).toMatchObject({ supersedes: 'con_old', status: 'submitted' });
    const old = await stage.look((sight) => showContribution(sight, 'con_old'));
    expect(old).toMatchObject({ status: 'withdrawn', supersededBy: 'con_new' });
    const late = saying(designer.id, 'accepted', 'con_old');
    await refusesWithoutChange(stage, late, 'contribution-superseded');
    await stage.act(saying(designer.id, 'accepted', 'con_new'));
    const decided = handingIn(programmer.id, 'con_newer', { supersedes: 'con_new' });
    await refusesWithoutChange(stage, decided, 'already-decided');
  });
});

describe('review', () => {
  beforeEach(async () => {
    await agreedWork(stage, { terms: { 'review.n': '2' } });
    await stage.act(handingIn(programmer.id, 'con_a'));
  });

  test("takes as many acceptances as the agreement asks, none of them the author's", async () => {
    await refusesWithoutChange(stage, saying(programmer.id, 'accepted', 'con_a'), 'self-review');
    const first = await stage.act(saying(designer.id, 'accepted', 'con_a', { reason: 'Good.' }));
    expect(first).toMatchObject({ status: 'submitted', reviewsNeeded: 2, owed: null });
    const twice = { ...saying(designer.id, 'accepted', 'con_a'), id: 'twice' };
    await refusesWithoutChange(stage, twice, 'already-reviewed');
    const second = await stage.act<ContributionAnswer>(saying(moderator.id, 'accepted', 'con_a'));
    expect(second).toMatchObject({ status: 'accepted', owed: { amount: '455.64' } });
    expect(second.earned).toEqual([{ amount: '0.00', currency: 'AUD' }]);
    expect(second.reviews.map(({ name, verdict, reason }) => [name, verdict, reason])).toEqual([
      [designer.name, 'accepted', 'Good.'],
      [moderator.name, 'accepted', null],
    ]);
    await refusesWithoutChange(stage, saying(giver.id, 'accepted', 'con_a'), 'already-decided');
  });

  test('is for signatories (not-signed), and for lines that there are', async () => {
    const stranger = { id: 'agent_stranger', name: 'Stranger' };
    await stage.act(addingOf(stranger));
    await refusesWithoutChange(stage, saying(stranger.id, 'accepted', 'con_a'), 'not-signed');
    const none = saying(designer.id, 'accepted', 'con_none');
    await refusesWithoutChange(stage, none, 'contribution-unknown');
  });

  test('rejects with a reason and an agreed criterion', async () => {
    const rejecting = (by: string, more: object) => saying(by, 'rejected', 'con_a', more);
    await refusesWithoutChange(stage, rejecting(designer.id, { reason: ' ' }), 'reason-missing');
    const odd = rejecting(designer.id, { reason: 'No.', criterion: 'pretty' });
    await refusesWithoutChange(stage, odd, 'reason-missing');
    await refusesWithoutChange(stage, rejecting(designer.id, {}), 'act-malformed');
    const why = { reason: 'It is a copy.', criterion: 'new' };
    expect(await stage.act(rejecting(designer.id, why))).toMatchObject({ status: 'submitted' });
    const rejected = await stage.act<ContributionAnswer>(rejecting(moderator.id, why));
    expect(rejected).toMatchObject({ status: 'rejected', owed: null });
    expect(rejected.reviews[0]).toMatchObject({ verdict: 'rejected', ...why });
  });

  test('is of no line whose author has not signed; what they sign first binds it', async () => {
    const newcomer = { id: 'agent_new', name: 'Yusuf Demir' };
    await stage.act(addingOf(newcomer));
    await stage.act(handingIn(newcomer.id, 'con_n'));
    await refusesWithoutChange(stage, saying(designer.id, 'accepted', 'con_n'), 'not-signed');
    const { termsHash, textHash } = (await stage.dump())['agreements']?.map((row) => ({
      termsHash: String(row['terms_hash']),
      textHash: String(row['text_hash']),
    }))[0] ?? { termsHash: '', textHash: '' };
    const body = { agreement: 'agr_tide', termsHash, textHash };
    await stage.act({ by: newcomer.id, type: 'agreement.signed', id: 'sig_n', body });
    await stage.act(saying(designer.id, 'accepted', 'con_n'));
    const answer = await stage.act(saying(moderator.id, 'accepted', 'con_n'));
    expect(answer).toMatchObject({ status: 'accepted', agreement: 'agr_tide' });
  });
});

describe('when the release opens', () => {
  const paying = (id: string, amount: string) => ({
    by: owner.id,
    type: 'payment.received',
    id,
    body: {
      work: 'work_tide',
      amount: { amount, currency: 'AUD' },
      payer: { name: 'Harbour Trust' },
      on: '2026-06-01',
    },
  });

  test('what is undecided moves to the next release, under what was signed before', async () => {
    await agreedWork(stage);
    await accepted(stage, handingIn(programmer.id, 'con_a'));
    await stage.act(handingIn(designer.id, 'con_late'));
    await stage.act(paying('pay_1', '455.64'));
    const opened = await stage.look((sight) =>
      showWork(sight, 'work_tide', { release: 'rel_tide' }),
    );
    expect(opened).toMatchObject({
      status: 'open',
      licence: 'Apache-2.0',
      dust: { amount: '0.00' },
    });
    const late = await stage.act<ContributionAnswer>(saying(programmer.id, 'accepted', 'con_late'));
    expect(late.release).not.toBe('rel_tide');
    expect(late).toMatchObject({ status: 'accepted', owed: { amount: '455.64' } });
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work).toMatchObject({ status: 'owing', owed: { amount: '455.64' } });
    expect(await stage.act(paying('pay_2', '100.00'))).toMatchObject({ release: late.release });
  });

  test('it takes no more contributions, and no agreement (already-open)', async () => {
    await agreedWork(stage);
    await accepted(stage, handingIn(programmer.id, 'con_a'));
    await stage.act(paying('pay_1', '455.64'));
    await refusesWithoutChange(stage, handingIn(designer.id, 'con_b'), 'already-open');
    const body = { work: 'work_tide', release: 'rel_tide', preset: 'award', terms: {} };
    const drafting = { by: owner.id, type: 'agreement.drafted', id: 'agr_2', body };
    await refusesWithoutChange(stage, drafting, 'already-open');
  });
});

describe('work from before signing', () => {
  test('counts back to the agreed day, and only if it is handed in in time', async () => {
    await agreedWork(stage, { terms: { earlier: 'since 2026-05-01', claimWithin: 'P30D' } });
    const before = handingIn(programmer.id, 'con_a', { from: '2026-04-30', to: '2026-04-30' });
    await refusesWithoutChange(stage, before, 'before-earlier-rule');
    await stage.act(handingIn(programmer.id, 'con_b'));
    stage.on('2026-07-02');
    await refusesWithoutChange(stage, handingIn(programmer.id, 'con_c'), 'claim-too-late');
    const later = { from: '2026-06-02', to: '2026-06-02' };
    await stage.act(handingIn(programmer.id, 'con_d', later));
  });
});

describe('taking back', () => {
  beforeEach(async () => {
    await agreedWork(stage);
    await stage.act(handingIn(programmer.id, 'con_a'));
  });

  test('before acceptance is withdrawing', async () => {
    const stranger = saying(designer.id, 'withdrawn', 'con_a');
    await refusesWithoutChange(stage, stranger, 'not-the-author');
    await refusesWithoutChange(stage, saying(programmer.id, 'cancelled', 'con_a'), 'wrong-status');
    const reason = 'It was for another work.';
    const answer = await stage.act(saying(programmer.id, 'withdrawn', 'con_a', { reason }));
    expect(answer).toMatchObject({
      status: 'withdrawn',
      ended: { by: programmer.id, name: programmer.name, reason },
    });
    const again = { ...saying(programmer.id, 'withdrawn', 'con_a'), id: 'again' };
    await refusesWithoutChange(stage, again, 'already-decided');
  });

  test('afterwards is cancelling: what is owed leaves the books', async () => {
    await stage.act(saying(designer.id, 'accepted', 'con_a'));
    const withdrawing = saying(programmer.id, 'withdrawn', 'con_a');
    await refusesWithoutChange(stage, withdrawing, 'wrong-status');
    const stranger = saying(owner.id, 'cancelled', 'con_a');
    await refusesWithoutChange(stage, stranger, 'not-the-author');
    const answer = await stage.act(saying(programmer.id, 'cancelled', 'con_a'));
    expect(answer).toMatchObject({ status: 'cancelled', owed: { amount: '0.00' } });
    expect(answer).toMatchObject({ ended: { by: programmer.id, reason: null } });
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work.owed.amount).toBe('0.00');
    const again = { ...saying(programmer.id, 'cancelled', 'con_a'), id: 'again' };
    await refusesWithoutChange(stage, again, 'already-decided');
  });
});

describe('reading', () => {
  beforeEach(async () => {
    await agreedWork(stage);
    await stage.act(handingIn(programmer.id, 'con_a'));
    await stage.act(handingIn(designer.id, 'con_b', { from: '2026-05-04', to: '2026-05-05' }));
    await stage.act(handingIn(designer.id, 'con_c', { kind: 'labour', draft: true }));
  });

  test('lists what fits, page by page', async () => {
    const ids = async (filter: object): Promise<string[]> =>
      (await stage.look((sight) => listContributions(sight, filter))).items.map(({ id }) => id);
    expect(await ids({ work: 'work_tide' })).toEqual(['con_a', 'con_b', 'con_c']);
    expect(await ids({ agent: designer.id })).toEqual(['con_b', 'con_c']);
    expect(await ids({ status: 'draft' })).toEqual(['con_c']);
    expect(await ids({ kind: 'labour' })).toEqual(['con_c']);
    expect(await ids({ from: '2026-05-05' })).toEqual(['con_b']);
    expect(await ids({ to: '2026-05-03', limit: 1 })).toEqual(['con_a']);
    expect(await ids({ after: 'con_a', limit: 1 })).toEqual(['con_b']);
  });

  test('lists who reviewed each line and what is still owed of it', async () => {
    await stage.act(saying(designer.id, 'accepted', 'con_a'));
    const { items } = await stage.look((sight) => listContributions(sight, {}));
    expect(items.map(({ id, owed, reviewers }) => [id, owed, reviewers])).toEqual([
      ['con_a', items[0]?.obligation, [expect.objectContaining({ verdict: 'accepted' })]],
      ['con_b', null, []],
      ['con_c', null, []],
    ]);
    expect(items[0]?.reviewers[0]?.agent).toBe(designer.id);
  });

  test('explains a value so that anybody gets the same from what is printed', async () => {
    const explained = await stage.look((sight) => explainContribution(sight, 'con_a'));
    const workings = JSON.parse(JSON.stringify(explained.workings)) as Workings;
    expect(recompute(workings).obligation.minor).toBe(45_564n);
    expect(workings.steps.find(({ name }) => name === 'rate')).toMatchObject({
      value: '37.97',
      source: { tableId: 'au-award-history', sha256: expect.any(String) as string },
      told: { code: 'award-hourly', values: { award: 'MA000065', level: '6' } },
    });
    expect(workings.steps.filter(({ told }) => told === undefined)).toEqual([]);
    const none = stage.look((sight) => explainContribution(sight, 'con_none'));
    await expect(none).rejects.toMatchObject({ code: 'contribution-unknown' });
  });

  test('works out what corrections of a draft would bring, and corrects nothing else', async () => {
    const worth = async (id: string, corrections: object) =>
      (await stage.look((sight) => explainContribution(sight, id, corrections))).cost.amount;
    const before = await stage.look((sight) => showContribution(sight, 'con_c'));
    expect(await worth('con_c', {})).toBe('303.76');
    expect(await worth('con_c', { quantity: '2' })).toBe('75.94');
    expect(await worth('con_c', { classification: 'MA000010/C13' })).not.toBe('303.76');
    expect(await stage.look((sight) => showContribution(sight, 'con_c'))).toEqual(before);
    const nothing = worth('con_c', { quantity: '0' });
    await expect(nothing).rejects.toMatchObject({ code: 'quantity-not-positive' });
    const abroad = { rate: { amount: '10', currency: 'KWD' } };
    await expect(worth('con_c', abroad)).rejects.toMatchObject({ code: 'rate-not-agreed' });
    const decided = worth('con_b', { quantity: '2' });
    await expect(decided).rejects.toMatchObject({ code: 'wrong-status' });
  });
});

describe('where each agrees on a rate, and the terms have none for somebody', () => {
  const hour = { amount: '80', currency: 'AUD' };
  beforeEach(async () => {
    await agreedWork(stage, { preset: 'rates' });
    const more = { draft: true, classification: undefined };
    await stage.act(handingIn(programmer.id, 'con_a', more));
  });

  test('a draft is worth what its author proposes, and counts once that is accepted', async () => {
    const worth = async (corrections: object) =>
      stage.look((sight) => explainContribution(sight, 'con_a', corrections));
    await expect(worth({})).rejects.toMatchObject({ code: 'rate-not-agreed' });
    const { cost, workings } = await worth({ rate: hour });
    expect(cost.amount).toBe('640.00');
    expect(workings['notes']).toMatchObject([{ code: 'rate-proposed' }]);
    const confirmed = saying(programmer.id, 'confirmed', 'con_a');
    await refusesWithoutChange(stage, confirmed, 'rate-not-agreed');
    await stage.act(saying(programmer.id, 'confirmed', 'con_a', { rate: hour }));
    expect(await stage.act(saying(designer.id, 'accepted', 'con_a'))).toMatchObject({
      status: 'accepted',
      rate: hour,
      cost: { amount: '640.00', currency: 'AUD' },
    });
  });

  test('a rate in a currency that nobody quotes asks for an exchange, and takes one', async () => {
    const rate = { amount: '10', currency: 'KWD' };
    const confirming = (more: object) =>
      saying(programmer.id, 'confirmed', 'con_a', { rate, ...more });
    await refusesWithoutChange(stage, confirming({}), 'exchange-unknown');
    const exchange = { rate: '5', source: 'Bank of Kuwait, 4 May' };
    expect(await stage.act(confirming({ exchange }))).toMatchObject({
      status: 'submitted',
      exchange,
      cost: { amount: '400.00', currency: 'AUD' },
    });
  });
});
