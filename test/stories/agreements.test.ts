import { beforeEach, describe, expect, test } from 'vitest';
import type { AgreementAnswer } from '../../src/actions/agreements/answers.ts';
import { governingTerms } from '../../src/actions/agreements/governing.ts';
import {
  listAgreements,
  showAgreement,
  showVersion,
} from '../../src/actions/agreements/show-agreement.ts';
import { showContribution } from '../../src/actions/contributions/show-contribution.ts';
import { showWork } from '../../src/actions/works/show-work.ts';
import {
  accepted,
  addingOf,
  agreedWork,
  cast,
  handingIn,
  saying,
  signingOf,
  stageWithCast,
  tideTables,
} from '../cast.ts';
import { refusesWithoutChange } from '../stage.ts';
import type { Said, Stage } from '../stage.ts';

const { owner, programmer, designer, moderator } = cast;

let stage: Stage;
beforeEach(async () => {
  stage = await stageWithCast();
});

const drafting = (id: string, more: object = {}, by: string = owner.id): Said => ({
  by,
  type: 'agreement.drafted',
  id,
  body: { work: 'work_tide', release: 'rel_tide', preset: 'award', terms: {}, ...more },
});

const threshold = async (release = 'rel_tide'): Promise<string> =>
  (await stage.look(({ tx }) => governingTerms(tx, release)))['open.threshold'];

describe('drafting', () => {
  test('needs no answers: the preset completes the terms, and the tables are pinned', async () => {
    await stage.act(tideTables);
    const drafted = await stage.act<AgreementAnswer>(drafting('agr_1'));
    expect(drafted).toMatchObject({
      version: 1,
      preset: 'award',
      status: 'draft',
      signed: [],
      unsigned: [{ agent: owner.id, name: owner.name }],
      changes: [],
      terms: {
        return: '1.5',
        'factor.exclusive': '1',
        'open.licence': 'Apache-2.0',
        'open.hold': 'P0D',
        'split.host': '0',
        surplus: 'return',
        title: 'Tide tables',
      },
    });
    expect(drafted.terms['tables']).toContainEqual(
      expect.objectContaining({ id: 'au-award-history', sha256: expect.any(String) as string }),
    );
    expect(drafted.text).toContain('It may earn nothing');
    expect(drafted.text).toContain(drafted.termsHash);
  });

  test('works an hour out where a classification is agreed', async () => {
    await stage.act(tideTables);
    const terms = { classification: 'MA000065/6' };
    const drafted = await stage.act<AgreementAnswer>(drafting('agr_1', { terms }));
    expect(drafted.terms['example']).toMatchObject({ amount: { currency: 'AUD' } });
    expect(drafted.text).toContain('MA000065');
  });

  test('takes the shares of what the release builds on as they were declared', async () => {
    await stage.act(tideTables);
    const body = { title: 'Ebb', kind: 'data', currency: 'AUD', release: 'rel_ebb' };
    const buildsOn = [{ release: 'rel_tide', share: '0.05' }];
    await stage.act({ ...tideTables, id: 'work_ebb', body: { ...body, buildsOn } });
    const drafted = await stage.act<AgreementAnswer>(
      drafting('agr_e', { work: 'work_ebb', release: 'rel_ebb' }),
    );
    expect(drafted.terms['split.upstream']).toEqual(buildsOn);
    expect(drafted.terms['open.licence']).toBe('CC0-1.0');
  });

  test.each([
    ['an unknown preset', { preset: 'fair' }, 'preset-unknown'],
    ['an unknown term', { terms: { returns: '2' } }, 'terms-unknown'],
    ['a term that cannot be read', { terms: { return: 'much' } }, 'terms-malformed'],
    ['a factor out of range', { terms: { 'factor.urgent': '2' } }, 'terms-out-of-range'],
    ['a return above the limit', { terms: { return: '5' } }, 'return-too-high'],
    ['a licence that is not open', { terms: { 'open.licence': 'BUSL-1.1' } }, 'licence-not-open'],
    [
      'growth without a ceiling above the return',
      { terms: { return: '3', 'delay.rate': '0.05', 'delay.ceiling': '2' } },
      'ceiling-missing',
    ],
    ['a work that is not there', { work: 'work_none' }, 'work-unknown'],
    ['a release that is not there', { release: 'rel_none' }, 'release-id-unknown'],
  ] as const)('refuses %s', async (_what, more, code) => {
    await stage.act(tideTables);
    await refusesWithoutChange(stage, drafting('agr_1', more), code);
  });

  test('refuses shares that leave the makers less than half (pool-below-half)', async () => {
    await stage.act(tideTables);
    const body = { title: 'Ebb', kind: 'data', currency: 'AUD', release: 'rel_ebb' };
    const buildsOn = [{ release: 'rel_tide', share: '0.4' }];
    await stage.act({ ...tideTables, id: 'work_ebb', body: { ...body, buildsOn } });
    const of = { work: 'work_ebb', release: 'rel_ebb' };
    const greedy = drafting('agr_e', { ...of, terms: { 'split.host': '15 %' } });
    await refusesWithoutChange(stage, greedy, 'pool-below-half');
  });
});

describe('signing', () => {
  test('puts a version in force for each who signs, and shows who has not', async () => {
    const drafted = await agreedWork(stage, { signedBy: [programmer] });
    const shown = await stage.look((sight) => showVersion(sight, drafted.id));
    expect(shown.status).toBe('in-force');
    expect(shown.signed).toEqual([
      { agent: programmer.id, name: programmer.name, at: '2026-06-01T09:00:00.000Z' },
    ]);
    expect(shown.unsigned).toEqual([{ agent: owner.id, name: owner.name }]);
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work.agreement).toMatchObject({ version: 1, signed: [{ name: programmer.name }] });
  });

  test('is over the text that was shown (text-not-shown), once (already-signed)', async () => {
    const drafted = await agreedWork(stage, { signedBy: [programmer] });
    const other = { ...drafted, textHash: 'a'.repeat(64) };
    await refusesWithoutChange(stage, signingOf(other, designer.id), 'text-not-shown');
    const again = { ...signingOf(drafted, programmer.id), id: 'sig_again' };
    await refusesWithoutChange(stage, again, 'already-signed');
    const unknown = signingOf({ ...drafted, id: 'agr_none' }, designer.id);
    await refusesWithoutChange(stage, unknown, 'agreement-unknown');
  });

  test('is not for machines (machine-cannot-sign)', async () => {
    const drafted = await agreedWork(stage);
    const robot = { id: 'agent_robot', name: 'Robot' };
    await stage.act(addingOf(robot, { kind: 'machine', responsible: programmer.id }));
    await refusesWithoutChange(stage, signingOf(drafted, robot.id), 'machine-cannot-sign');
  });
});

describe('an amendment', () => {
  test('binds only who signs it; a line stays under the version it came in under', async () => {
    await agreedWork(stage, { signedBy: [owner, programmer, designer] });
    await stage.act(handingIn(programmer.id, 'con_before'));
    const next = await stage.act<AgreementAnswer>(
      drafting('agr_2', { terms: { 'review.n': '2' } }),
    );
    expect(next.changes).toMatchObject([
      { key: 'review.n', was: '1', becomes: '2', locked: false },
    ]);
    await stage.act(signingOf(next, programmer.id));
    await stage.act(handingIn(programmer.id, 'con_after'));
    await stage.act(handingIn(designer.id, 'con_other'));
    const shown = async (id: string) => {
      const { agreement, reviewsNeeded } = await stage.look((sight) => showContribution(sight, id));
      return { agreement, reviewsNeeded };
    };
    expect(await shown('con_before')).toEqual({ agreement: 'agr_tide', reviewsNeeded: 1 });
    expect(await shown('con_after')).toEqual({ agreement: 'agr_2', reviewsNeeded: 2 });
    expect(await shown('con_other')).toEqual({ agreement: 'agr_tide', reviewsNeeded: 1 });
    const governing = async () =>
      (await stage.look(({ tx }) => governingTerms(tx, 'rel_tide')))['review.n'];
    expect(await governing()).toBe('1');
    await stage.act(signingOf(next, owner.id));
    expect(await governing()).toBe('2');
    const refused = signingOf({ ...next, id: 'agr_tide' }, moderator.id);
    await refusesWithoutChange(stage, refused, 'text-not-shown');
  });

  test('is drafted from what governs, not from a draft that nobody signed', async () => {
    await agreedWork(stage);
    await stage.act(drafting('agr_2', { terms: { return: '2' } }));
    const third = await stage.act<AgreementAnswer>(
      drafting('agr_3', { terms: { purpose: 'To keep the tables.' } }),
    );
    expect(third.changesFrom).toBe(1);
    expect(third.changes.map(({ key }) => key)).toEqual(['purpose']);
    expect(third).toMatchObject({ status: 'draft', terms: { return: '1.5' } });
    const second = await stage.look((sight) => showVersion(sight, 'agr_2'));
    expect(second.status).toBe('replaced');
  });

  test('is drafted from what governs, not from what some have signed and others not', async () => {
    await agreedWork(stage, { signedBy: [owner, programmer] });
    const own = { terms: { 'review.n': '2' } };
    const second = await stage.act<AgreementAnswer>(drafting('agr_2', own, programmer.id));
    await stage.act(signingOf(second, programmer.id));
    const third = await stage.act<AgreementAnswer>(
      drafting('agr_3', { terms: { appeal: 'P60D' } }),
    );
    expect(third).toMatchObject({ changesFrom: 1, terms: { 'review.n': '1', appeal: 'P60D' } });
    expect(third.changes.map(({ key }) => key)).toEqual(['appeal']);
  });

  test('before anybody has signed starts from the preset again', async () => {
    await stage.act(tideTables);
    await stage.act(drafting('agr_1', { terms: { return: '2' } }));
    const again = await stage.act<AgreementAnswer>(
      drafting('agr_2', { terms: { appeal: 'P60D' } }),
    );
    expect(again.terms).toMatchObject({ return: '1.5', appeal: 'P60D' });
    await stage.act(signingOf(again, owner.id));
    const first = await stage.look((sight) => showVersion(sight, 'agr_1'));
    expect(first.status).toBe('replaced');
  });

  test('of locked terms waits for all claim holders of the release', async () => {
    await agreedWork(stage);
    await accepted(stage, handingIn(programmer.id, 'con_p'));
    await accepted(stage, handingIn(designer.id, 'con_d'));
    const next = await stage.act<AgreementAnswer>(
      drafting('agr_2', { terms: { 'open.threshold': '0.8' } }),
    );
    expect(next.changes).toMatchObject([{ key: 'open.threshold', locked: true }]);
    await stage.act(signingOf(next, owner.id));
    const waiting = await stage.act<AgreementAnswer>(signingOf(next, programmer.id));
    expect(waiting).toMatchObject({
      status: 'waiting',
      waitsFor: [{ agent: designer.id, name: designer.name }],
    });
    expect(await threshold()).toBe('1');
    await stage.act(
      handingIn(programmer.id, 'con_meanwhile', { from: '2026-05-03', to: '2026-05-03' }),
    );
    const meanwhile = await stage.look((sight) => showContribution(sight, 'con_meanwhile'));
    expect(meanwhile.agreement).toBe('agr_tide');
    const done = await stage.act<AgreementAnswer>(signingOf(next, designer.id));
    expect(done).toMatchObject({ status: 'in-force', waitsFor: [] });
    expect(await threshold()).toBe('0.8');
  });

  test('that all had agreed is not undone by a claim holder who comes later', async () => {
    const first = await agreedWork(stage, { signedBy: [owner, programmer] });
    await accepted(stage, handingIn(programmer.id, 'con_p'));
    const next = await stage.act<AgreementAnswer>(
      drafting('agr_2', { terms: { 'open.threshold': '0.8' } }),
    );
    await stage.act(signingOf(next, owner.id));
    await stage.act(signingOf(next, programmer.id));
    expect(await threshold()).toBe('0.8');
    await refusesWithoutChange(stage, signingOf(first, designer.id), 'version-superseded');
    await stage.act(signingOf(next, designer.id));
    await accepted(stage, handingIn(designer.id, 'con_d'));
    expect(await threshold()).toBe('0.8');
  });

  test('for a later release leaves the earlier one as it is', async () => {
    await agreedWork(stage);
    await accepted(stage, handingIn(programmer.id, 'con_p'));
    const adding = { by: owner.id, type: 'release.added', id: 'rel_two' };
    await stage.act({ ...adding, body: { work: 'work_tide' } });
    expect(await threshold('rel_two')).toBe('1');
    const next = await stage.act<AgreementAnswer>(
      drafting('agr_2', { release: 'rel_two', terms: { 'open.threshold': '0.6' } }),
    );
    const waiting = await stage.act<AgreementAnswer>(signingOf(next, designer.id));
    expect(waiting).toMatchObject({ status: 'waiting', waitsFor: [{ agent: owner.id }] });
    await stage.act(signingOf(next, owner.id));
    expect(await threshold('rel_two')).toBe('0.6');
    expect(await threshold('rel_tide')).toBe('1');
  });

  test('from the same preset keeps what was agreed; from another it starts afresh', async () => {
    await agreedWork(stage, { terms: { return: '2', 'review.n': '2' } });
    const same = await stage.act<AgreementAnswer>(drafting('agr_2', { terms: { return: '3' } }));
    expect(same.terms).toMatchObject({ return: '3', 'review.n': '2' });
    const fresh = await stage.act<AgreementAnswer>(drafting('agr_3', { preset: 'equal' }));
    expect(fresh.terms).toMatchObject({ return: '1.5', 'review.n': '1', rateBy: 'equal' });
    const { items } = await stage.look((sight) => listAgreements(sight, { work: 'work_tide' }));
    expect(items.map(({ version }) => version)).toEqual([1, 2, 3]);
  });
});

describe('showing', () => {
  test('gives the newest version, or the one of a number', async () => {
    await agreedWork(stage);
    await stage.act(drafting('agr_2', { terms: { 'review.n': '2' } }));
    const asked = (work: string, version?: number) =>
      stage.look((sight) => showAgreement(sight, { work, version }));
    expect((await asked('work_tide')).version).toBe(2);
    expect((await asked('work_tide', 1)).id).toBe('agr_tide');
    await expect(asked('work_tide', 3)).rejects.toMatchObject({ code: 'version-unknown' });
    await expect(asked('work_none')).rejects.toMatchObject({ code: 'work-unknown' });
  });

  test('of a work without an agreement is refused (agreement-missing)', async () => {
    await stage.act(tideTables);
    const asked = stage.look((sight) => showAgreement(sight, { work: 'work_tide' }));
    await expect(asked).rejects.toMatchObject({ code: 'agreement-missing' });
    await expect(threshold()).rejects.toMatchObject({ code: 'agreement-missing' });
  });

  test('of a line under a work without an agreement says that it has no value yet', async () => {
    await stage.act(tideTables);
    await stage.act(handingIn(programmer.id, 'con_early'));
    const shown = await stage.look((sight) => showContribution(sight, 'con_early'));
    expect(shown).toMatchObject({ status: 'submitted', obligation: null, agreement: null });
    expect(shown.unvalued).toContain('agreement');
    const act = saying(designer.id, 'accepted', 'con_early');
    await refusesWithoutChange(stage, act, 'not-signed');
  });
});
