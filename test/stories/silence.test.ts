import { afterEach, expect, test } from 'vitest';
import type { ContributionAnswer } from '../../src/actions/contributions/answers.ts';
import {
  listContributions,
  showContribution,
} from '../../src/actions/contributions/show-contribution.ts';
import { listActs } from '../../src/store/record.ts';
import { cash, isSound, newWorld } from '../world.ts';
import type { World } from '../world.ts';

let world: World;
afterEach(() => world.end());

/** A line that Ada handed in on 1 April 2026 and nobody says anything about. */
async function handedIn(terms: object): Promise<void> {
  world = await newWorld({ seed: 'silence', on: '2026-04-01' });
  await world.person('agent_ada', 'Ada Brunner');
  const reviewers = ['agent_bo', 'agent_cas', 'agent_dov'];
  await world.person('agent_bo', 'Bo Vermeer');
  await world.person('agent_cas', 'Cas Duarte');
  await world.person('agent_dov', 'Dov Lindqvist');
  await world.begin({ work: 'seeds', signers: ['agent_ada', ...reviewers], terms });
  await world.act(cash('agent_ada', 'con_ada', { work: 'seeds', amount: '100' }));
}

/** What the record says of silences, in order. */
const escalated = async (): Promise<string[]> => {
  const acts = await world.node.read(({ tx }) => listActs(tx, 0, 1000));
  return acts.filter(({ type }) => type === 'contribution.escalated').map(({ id }) => id);
};

const owed = async (): Promise<string> => (await world.work('seeds')).owed.amount;

test('silence accepts where that is agreed, and not a day before', async () => {
  await handedIn({ 'review.silence': 'accept' });
  // Thirty days of review, then fourteen in which all are asked: up to 15 May.
  world.on('2026-05-15');
  await world.node.tend();
  expect(await owed()).toBe('0.00');
  world.on('2026-05-16');
  await world.node.tend();
  expect(await owed()).toBe('150.00');
  await world.node.tend();
  await isSound(world);
});

test('where it is not agreed that silence accepts, all are asked, and then it is a case', async () => {
  await handedIn({});
  const asked = ['Tamsin Reed', 'Bo Vermeer', 'Cas Duarte', 'Dov Lindqvist'];
  const standsOn = async (day: string): Promise<object> => {
    world.on(day);
    await world.node.tend();
    const { items } = await world.node.read((sight) => listContributions(sight, {}));
    const shown = await world.node.read((sight) => showContribution(sight, 'con_ada'));
    const listed = items[0]?.review;
    expect(shown).toMatchObject({ status: 'submitted', review: listed });
    const { review } = shown;
    return { ...review, asked: review?.asked.map(({ name }) => name) };
  };
  const first = { stage: 'asked', since: '2026-04-01', until: '2026-05-01', asked };
  expect(await standsOn('2026-05-01')).toEqual(first);
  expect(await escalated()).toEqual([]);
  const second = { stage: 'all-asked', since: '2026-05-02', until: '2026-05-15', asked };
  expect(await standsOn('2026-05-02')).toEqual(second);
  expect(await standsOn('2026-05-15')).toEqual(second);
  expect(await escalated()).toEqual(['con_ada.all-asked']);
  const third = { stage: 'case', since: '2026-05-16', until: null, asked };
  expect(await standsOn('2026-05-16')).toEqual(third);
  expect(await standsOn('2027-01-01')).toEqual(third);
  expect(await escalated()).toEqual(['con_ada.all-asked', 'con_ada.case']);
  expect(await owed()).toBe('0.00');
  const accepting = { by: 'agent_bo', type: 'contribution.accepted', id: 'acc_1' };
  const done = await world.act<ContributionAnswer>({
    ...accepting,
    body: { contribution: 'con_ada' },
  });
  expect(done).toMatchObject({ status: 'accepted', review: null });
  await isSound(world);
});

test('a line is not accepted by silence that somebody spoke against', async () => {
  await handedIn({ 'review.silence': 'accept', 'review.n': '2' });
  const body = { contribution: 'con_ada', reason: 'not new: it was in the first edition' };
  await world.act({ by: 'agent_bo', type: 'contribution.rejected', id: 'rej_1', body });
  world.on('2027-01-01');
  await world.node.tend();
  expect(await owed()).toBe('0.00');
  expect(await escalated()).toEqual(['con_ada.case']);
});
