import { beforeEach, describe, expect, test } from 'vitest';
import type { ContributionAnswer } from '../../src/actions/contributions/answers.ts';
import { showWork } from '../../src/actions/works/show-work.ts';
import { accepted, agreedWork, cast, handingIn, saying, stageWithCast } from '../cast.ts';
import type { Stage } from '../stage.ts';

const { programmer, designer, moderator, giver } = cast;

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
    ].map((line) => ({ ...line, body: JSON.parse(JSON.stringify(line.body)) as unknown }));
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
