import { beforeEach, describe, expect, test } from 'vitest';
import type { ReleaseAnswer, WorkAnswer } from '../../src/actions/works/answers.ts';
import {
  listReleases,
  listWorks,
  showRelease,
  showWork,
} from '../../src/actions/works/show-work.ts';
import { admittedBefore } from '../../src/actions/admission.ts';
import { actionsByType } from '../../src/actions/catalogue.ts';
import { signAct } from '../../src/domain/record/act.ts';
import { sha256 } from '../../src/domain/record/hash.ts';
import { signingKey } from '../../src/domain/record/signature.ts';
import { cast, stageWithCast, tideTables } from '../cast.ts';
import { refusesWithoutChange } from '../stage.ts';
import type { Said, Stage } from '../stage.ts';
import { newWorld, refusesWithoutChange as refusesWithoutChangeIn } from '../world.ts';

const { owner, programmer } = cast;
const LONG_AGO = '2026-01-01T09:00:00.000Z';
const never = (): never => {
  throw new Error('There is no such action.');
};

let stage: Stage;
beforeEach(async () => {
  stage = await stageWithCast();
});

const work = (name: string, more: object = {}, by: string = owner.id): Said => ({
  by,
  type: 'work.added',
  id: `work_${name}`,
  body: { title: name, kind: 'software', currency: 'AUD', release: `rel_${name}`, ...more },
});

const release = (of: string, id: string, more: object = {}, by: string = owner.id): Said => ({
  by,
  type: 'release.added',
  id,
  body: { work: `work_${of}`, ...more },
});

const on = (upstream: string, share: string) => ({ release: `rel_${upstream}`, share });

describe('a work', () => {
  test('begins with release 1, owing nothing yet, under the licence until it is paid', async () => {
    const answer = await stage.act<WorkAnswer>(tideTables);
    const nothing = { amount: '0.00', currency: 'AUD' };
    expect(answer).toMatchObject({
      id: 'work_tide',
      title: 'Tide tables',
      steward: owner.id,
      status: 'owing',
      licence: 'LicenseRef-PaidUntilOpen-1.0',
      obligation: nothing,
      owed: nothing,
      paid: nothing,
      release: { id: 'rel_tide', number: 1, status: 'owing', openedAt: null },
      agreement: null,
      people: [],
      counts: {},
    });
    expect(await stage.act(tideTables)).toEqual(answer);
  });

  test.each([
    ['no title', { title: ' ' }, 'title-missing'],
    ['a title with a line break', { title: 'a\nb' }, 'title-malformed'],
    ['a title of 501 letters', { title: 'a'.repeat(501) }, 'title-too-long'],
    ['a kind that there is not', { kind: 'film' }, 'work-kind-unknown'],
    ['a currency that there is not', { currency: 'XQQ' }, 'currency-unknown'],
    ['what it builds on not there', { buildsOn: [on('none', '0.1')] }, 'upstream-unknown'],
    ['itself under it', { buildsOn: [on('a', '0.1')] }, 'upstream-itself'],
    ['a share that is none', { buildsOn: [on('a', 'much')] }, 'upstream-malformed'],
    ['too many decimals', { buildsOn: [on('a', '0.00001')] }, 'upstream-malformed'],
  ] as const)('is refused with %s', async (_what, more, code) => {
    await refusesWithoutChange(stage, work('a', more), code);
  });

  test('is refused when its id or that of its release is taken', async () => {
    await stage.act(work('a'));
    await refusesWithoutChange(stage, work('a', { title: 'Other' }), 'id-reused');
    await refusesWithoutChange(stage, work('b', { release: 'rel_a' }), 'id-reused');
  });

  test('builds on others, with a share of its income for each', async () => {
    await stage.act(work('base'));
    await stage.act(work('more'));
    const answer = await stage.act<WorkAnswer>(
      work('top', { buildsOn: [on('base', '5 %'), on('more', '0.1')] }),
    );
    expect(answer.buildsOn).toEqual([
      {
        release: 'rel_base',
        work: 'work_base',
        title: 'base',
        number: 1,
        share: '0.05',
        status: 'owing',
        held: [],
      },
      {
        release: 'rel_more',
        work: 'work_more',
        title: 'more',
        number: 1,
        share: '0.1',
        status: 'owing',
        held: [],
      },
    ]);
    const twice = work('x', { buildsOn: [on('base', '0.1'), on('base', '0.1')] });
    await refusesWithoutChange(stage, twice, 'upstream-twice');
    const greedy = work('x', { buildsOn: [on('base', '0.3'), on('more', '0.3')] });
    await refusesWithoutChange(stage, greedy, 'upstream-too-much');
  });

  test('cannot build on a work that builds on it: the circle is refused and named', async () => {
    await stage.act(work('a'));
    await stage.act(work('b', { buildsOn: [on('a', '0.1')] }));
    await stage.act(work('c', { buildsOn: [on('b', '0.1')] }));
    const circle = release('a', 'rel_a2', { buildsOn: [on('c', '0.1')] });
    const refusal = await refusesWithoutChange(stage, circle, 'dependency-cycle');
    expect(refusal.values['cycle']).toBe('a -> c -> b -> a');
  });

  test('is found in lists by its steward, its kind and where it stands', async () => {
    await stage.act(work('a'));
    await stage.act(work('b', { kind: 'text' }, programmer.id));
    const ids = async (filter: object): Promise<string[]> =>
      (await stage.look((sight) => listWorks(sight, filter))).items.map(({ id }) => id);
    expect(await ids({})).toEqual(['work_a', 'work_b']);
    expect(await ids({ agent: programmer.id })).toEqual(['work_b']);
    expect(await ids({ kind: 'software' })).toEqual(['work_a']);
    expect(await ids({ status: 'open' })).toEqual([]);
    expect(await ids({ status: 'owing', limit: 1 })).toEqual(['work_a']);
  });
});

describe('a release', () => {
  test('keeps its figures in the list of works when the next begins', async () => {
    await stage.act(work('a'));
    await stage.act(release('a', 'rel_a2'));
    const { items } = await stage.look((sight) => listWorks(sight));
    const nothing = { amount: '0.00', currency: 'AUD' };
    expect(items[0]?.releases).toEqual([
      { id: 'rel_a', number: 1, owed: nothing, paid: nothing },
      { id: 'rel_a2', number: 2, owed: nothing, paid: nothing },
    ]);
  });

  test('is added by the steward, and builds on the one before where that is said', async () => {
    await stage.act(work('a'));
    const second = await stage.act<ReleaseAnswer>(
      release('a', 'rel_a2', { buildsOn: [on('a', '0.2')] }),
    );
    expect(second).toMatchObject({
      number: 2,
      work: 'work_a',
      buildsOn: [{ release: 'rel_a', share: '0.2', title: 'a' }],
    });
    const third = await stage.act<ReleaseAnswer>(release('a', 'rel_a3'));
    expect(third).toMatchObject({ number: 3, buildsOn: [] });
    const shown = await stage.look((sight) => showWork(sight, 'work_a'));
    expect(shown.release.id).toBe('rel_a3');
    expect(shown.releases.map(({ number }) => number)).toEqual([1, 2, 3]);
    const first = await stage.look((sight) => showWork(sight, 'work_a', { release: 'rel_a' }));
    expect(first.release.number).toBe(1);
    const { items } = await stage.look((sight) => listReleases(sight, { work: 'work_a' }));
    expect(items.map(({ id }) => id)).toEqual(['rel_a', 'rel_a2', 'rel_a3']);
  });

  test('is refused to others than the steward, for unknown works and for taken ids', async () => {
    await stage.act(work('a'));
    await stage.act(work('b'));
    const stranger = release('a', 'rel_a2', {}, programmer.id);
    await refusesWithoutChange(stage, stranger, 'not-the-steward');
    await refusesWithoutChange(stage, release('none', 'rel_n'), 'work-unknown');
    await refusesWithoutChange(stage, release('a', 'rel_b'), 'id-reused');
  });

  test('is shown by its id, and only with its own work', async () => {
    await stage.act(work('a'));
    await stage.act(work('b'));
    const asked = (work_: string, release_: string) =>
      stage.look((sight) => showWork(sight, work_, { release: release_ }));
    await expect(asked('work_a', 'rel_b')).rejects.toMatchObject({ code: 'release-elsewhere' });
    await expect(asked('work_a', 'rel_x')).rejects.toMatchObject({ code: 'release-id-unknown' });
    await expect(stage.look((sight) => showRelease(sight, 'rel_x'))).rejects.toMatchObject({
      code: 'release-id-unknown',
    });
  });
});

describe('a text that stands in a line of its own', () => {
  const turned = '\u202elive';
  const lines = [
    ['work.added', { title: turned, kind: 'software', currency: 'AUD', release: 'rel_t' }],
    [
      'payout.recorded',
      { to: 'agent_b', amount: { amount: '1', currency: 'AUD' }, reference: turned },
    ],
    ['kind.added', { kind: 'own', name: turned, measure: 'use', units: ['h'] }],
    ['currency.added', { code: 'HRS', scale: 2, name: 'a\nb' }],
  ] as const;

  test.each(lines)('of %s cannot turn or break its line, where it comes in', async (type, body) => {
    const world = await newWorld();
    const said = { by: world.owner, type, id: 'work_turned', body };
    await refusesWithoutChangeIn(world, said, 'line-malformed');
    await world.end();
  });

  test('may be anything in a record from before that rule', async () => {
    const answer = await stage.act<WorkAnswer>(work('a', { title: turned }));
    expect(answer.title).toBe(turned);
    const unsigned = { ...work('a', { title: turned }), node: 'node_1', composedAt: LONG_AGO };
    const act = JSON.stringify(signAct(unsigned, signingKey(sha256('somebody'))));
    const kept = { act, salt: new Uint8Array(16), recordedAt: LONG_AGO };
    const admitted = admittedBefore(kept, (type) => actionsByType.get(type) ?? never());
    expect(admitted.act.body).toMatchObject({ title: turned });
  });
});
