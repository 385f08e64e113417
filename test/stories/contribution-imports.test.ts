import { beforeEach, describe, expect, test } from 'vitest';
import { showAgent } from '../../src/actions/agents/show-agent.ts';
import type { AgentAnswer } from '../../src/actions/agents/answers.ts';
import type { ContributionAnswer, ImportAnswer } from '../../src/actions/contributions/answers.ts';
import {
  listContributions,
  showContribution,
} from '../../src/actions/contributions/show-contribution.ts';
import { showWork } from '../../src/actions/works/show-work.ts';
import { authorIdentity } from '../../src/domain/agents/identity.ts';
import { agreedWork, cast, handingIn, saying, stageWithCast } from '../cast.ts';
import { refusesWithoutChange } from '../stage.ts';
import type { Said, Stage } from '../stage.ts';

const { owner, programmer, designer } = cast;

const identityOf = (knownAs: string): string => authorIdentity({ node: 'node_story', knownAs });
const zoe = { id: 'agent_zoe', identity: identityOf('zoe@example.org'), name: 'Zoe Hart' };
const bot = { id: 'agent_bot', identity: identityOf('bot@example.org'), name: 'bot', bot: true };

const line = (key: string, more: object = {}) => ({
  id: `con_${key}`,
  key,
  contentHash: `hash of ${key}`,
  author: zoe.identity,
  kind: 'knowledge-work',
  quantity: '7.5',
  unit: 'h',
  from: '2026-05-01',
  to: '2026-05-31',
  what: '12 commits',
  evidence: ['0123456'],
  estimate: true,
  ...more,
});

const importing = (id: string, lines: readonly object[], more: object = {}): Said => ({
  by: owner.id,
  type: 'contributions.imported',
  id,
  body: {
    work: 'work_tide',
    release: 'rel_tide',
    format: 'git',
    source: 'tide-tables',
    authors: [zoe, bot],
    lines,
    ...more,
  },
});

let stage: Stage;
beforeEach(async () => {
  stage = await stageWithCast();
  await agreedWork(stage, { terms: { classification: 'MA000065/6' } });
});

const taken = async (said: Said): Promise<ImportAnswer> => stage.act<ImportAnswer>(said);

describe('an import', () => {
  test('brings drafts that are worth nothing, by names without a key', async () => {
    const answer = await taken(importing('imp_1', [line('may', { line: 7 })]));
    expect(answer).toMatchObject({
      id: 'imp_1',
      taken: [{ line: 7, id: 'con_may', agent: zoe.id, name: 'Zoe Hart', quantity: '7.5' }],
      replaced: [],
      skipped: [],
      unchanged: 0,
      authors: [{ id: zoe.id, unclaimed: true }],
    });
    expect(await taken(importing('imp_1', [line('may', { line: 7 })]))).toEqual(answer);
    const shown = await stage.look((sight) => showContribution(sight, 'con_may'));
    expect(shown).toMatchObject({ status: 'draft', estimate: true, obligation: null });
    const work = await stage.look((sight) => showWork(sight, 'work_tide'));
    expect(work.people.find(({ agent }) => agent === zoe.id)).toMatchObject({
      obligation: { amount: '0.00' },
      share: '0.000000',
    });
    const agent = await stage.look((sight) => showAgent(sight, zoe.id));
    expect(agent).toMatchObject({ unclaimed: true, publicKey: null, kind: 'person' });
  });

  test('keeps no address of its authors', async () => {
    await taken(importing('imp_1', [line('may')]));
    expect(
      JSON.stringify(await stage.dump(), (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).not.toContain('zoe@example.org');
    const open = [{ ...zoe, identity: 'zoe@example.org' }];
    const said = importing('imp_2', [], { authors: open });
    await refusesWithoutChange(stage, said, 'act-malformed');
  });

  test('twice adds nothing; a line that changed replaces its draft', async () => {
    await taken(importing('imp_1', [line('april'), line('may')]));
    const again = [line('april', { id: 'con_x' }), line('may', { id: 'con_y' })];
    const second = await taken(importing('imp_2', again));
    expect(second).toMatchObject({ taken: [], unchanged: 2, authors: [] });
    const grown = [
      line('april', { id: 'con_x' }),
      line('may', { id: 'con_y', contentHash: 'new', quantity: '9' }),
    ];
    const third = await taken(importing('imp_3', grown));
    expect(third).toMatchObject({
      unchanged: 1,
      taken: [{ line: 2, id: 'con_y', quantity: '9' }],
      replaced: [{ line: 2, id: 'con_y', replaces: 'con_may' }],
    });
    const drafts = await stage.look((sight) => listContributions(sight, { status: 'draft' }));
    expect(drafts.items.map(({ id }) => id)).toEqual(['con_april', 'con_y']);
  });

  test('takes what can be read, and says of the rest why not', async () => {
    const lines = [
      line('a'),
      line('b', { quantity: '0' }),
      line('c', { from: '2026-13-01' }),
      line('d', { kind: 'magic' }),
      line('e', { unit: 'fortnight' }),
      line('f', { to: '2027-01-01' }),
    ];
    const answer = await taken(importing('imp_1', lines));
    expect(answer.taken.map(({ id }) => id)).toEqual(['con_a']);
    expect(answer.skipped.map((one) => [one.line, one.reason])).toEqual([
      [2, 'quantity-not-positive'],
      [3, 'date-malformed'],
      [4, 'kind-unknown'],
      [5, 'unit-mismatch'],
      [6, 'date-in-future'],
    ]);
  });

  test('makes bots machines of whoever imports, and names legible', async () => {
    const odd = { ...zoe, id: 'agent_odd', identity: identityOf('odd'), name: '\u202e\n' };
    const lines = [line('a', { author: bot.identity }), line('b', { author: odd.identity })];
    await taken(importing('imp_1', lines, { authors: [bot, odd] }));
    const shown = async (id: string) => stage.look((sight) => showAgent(sight, id));
    expect(await shown(bot.id)).toMatchObject({ kind: 'machine', responsible: owner.id });
    expect(await shown(odd.id)).toMatchObject({ name: 'unnamed agent_odd' });
  });

  test('finds one person again by each of their addresses, in whatever import', async () => {
    const other = { ...zoe, identity: identityOf('zoe@work.example') };
    const both = [line('april'), line('may', { author: other.identity })];
    await taken(importing('imp_1', both, { authors: [zoe, other] }));
    // Nobody says of the second import that two addresses are one person.
    const apart = [
      { ...zoe, id: 'agent_a' },
      { ...other, id: 'agent_b' },
    ];
    const later = [line('june', { author: other.identity, to: '2026-05-30' })];
    const second = await taken(importing('imp_2', [...both, ...later], { authors: apart }));
    expect(second).toMatchObject({ taken: [{ agent: zoe.id }], unchanged: 2, authors: [] });
    // A third address comes first, and is theirs as it is taken together with those.
    const third = { ...zoe, id: 'agent_c', identity: identityOf('zoe@home.example') };
    const all = [third, { ...other, id: 'agent_c' }];
    const fresh = [line('x', { author: third.identity }), line('y', { author: other.identity })];
    const more = await taken(importing('imp_3', fresh, { authors: all }));
    expect(more).toMatchObject({ taken: [{ agent: zoe.id }, { agent: zoe.id }], authors: [] });
    const body = { unclaimed: zoe.id, agent: designer.id };
    await stage.act({ by: owner.id, type: 'agent.claimed', id: 'claim', body });
    const alone = [{ ...third, id: 'agent_d' }];
    const last = [line('z', { author: third.identity })];
    const claimed = await taken(importing('imp_4', last, { authors: alone }));
    expect(claimed).toMatchObject({ taken: [{ agent: designer.id }], authors: [] });
  });

  test('keeps whom the owner says an author is; what others say holds for once', async () => {
    const by = programmer.id;
    const work = { title: 'Own', kind: 'text', currency: 'AUD', release: 'rel_own' };
    await stage.act({ by, type: 'work.added', id: 'work_own', body: work });
    const own = { work: 'work_own', release: 'rel_own' };
    const whose = async (id: string, more: object, who: string = owner.id): Promise<string> => {
      const said = importing(`imp_${id}`, [line(id)], { ...own, ...more });
      return (await taken({ ...said, by: who })).taken[0]?.agent ?? '';
    };
    const as = (id: string) => ({ authors: [{ ...zoe, id }] });
    expect(await whose('a', as(programmer.id), by)).toBe(programmer.id);
    expect(await whose('b', as(designer.id)), 'the owner').toBe(designer.id);
    expect(await whose('c', as('agent_new'))).toBe(designer.id);
    expect(await whose('d', as(programmer.id), by)).toBe(programmer.id);
    expect(await whose('e', as('agent_new'), by)).toBe(designer.id);
    expect(await whose('f', as(programmer.id)), 'the owner, otherwise').toBe(programmer.id);
    expect(await whose('g', as('agent_new'), by)).toBe(programmer.id);
  });

  test('is refused whole where it contradicts itself or the books', async () => {
    await stage.act(handingIn(programmer.id, 'con_taken'));
    const reused = importing('imp_1', [line('a'), line('b', { id: 'con_taken' })]);
    await refusesWithoutChange(stage, reused, 'id-reused');
    const nobody = importing('imp_1', [line('a', { author: identityOf('nobody') })]);
    await refusesWithoutChange(stage, nobody, 'act-malformed');
    const nowhere = importing('imp_1', [line('a')], { work: 'work_none' });
    await refusesWithoutChange(stage, nowhere, 'work-unknown');
  });

  test('takes five thousand lines in one act', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => line(`line-${index}`));
    const answer = await taken(importing('imp_1', lines));
    expect(answer.taken).toHaveLength(5000);
    const renamed = lines.map((one) => ({ ...one, id: `${one.id}-again` }));
    expect((await taken(importing('imp_2', renamed))).unchanged).toBe(5000);
  });
});

describe('an imported author', () => {
  const claiming = (by: string, more: object = {}): Said => ({
    by,
    type: 'agent.claimed',
    id: `claim_${by}`,
    body: { unclaimed: zoe.id, agent: designer.id, ...more },
  });

  beforeEach(async () => {
    await taken(importing('imp_1', [line('may')]));
  });

  test('cannot act before somebody claims the name', async () => {
    const confirming = saying(zoe.id, 'confirmed', 'con_may');
    await refusesWithoutChange(stage, confirming, 'agent-unclaimed');
    const accepting = saying(designer.id, 'accepted', 'con_may');
    await refusesWithoutChange(stage, accepting, 'not-signed');
  });

  test('is claimed by the steward of all works that the name is in, and of one not', async () => {
    const by = programmer.id;
    const body = { title: 'Own', kind: 'text', currency: 'AUD', release: 'rel_own' };
    await stage.act({ by, type: 'work.added', id: 'work_own', body });
    const own = { work: 'work_own', release: 'rel_own' };
    await refusesWithoutChange(stage, claiming(by), 'claim-not-yours');
    const lines = [line('tool'), line('kit', { author: bot.identity })];
    await taken(importing('imp_own', lines, own));
    await refusesWithoutChange(stage, claiming(by), 'claim-not-yours');
    const claimed = await stage.act<AgentAnswer>(claiming(by, { unclaimed: bot.id }));
    expect(claimed).toMatchObject({ id: bot.id, claimedBy: designer.id });
  });

  test('is claimed by the word of the owner or a steward, with all their lines', async () => {
    await refusesWithoutChange(stage, claiming(designer.id), 'claim-not-yours');
    const answer = await stage.act<AgentAnswer>(claiming(owner.id));
    expect(answer).toMatchObject({ id: zoe.id, claimedBy: designer.id });
    const again = { ...claiming(owner.id), id: 'again' };
    await refusesWithoutChange(stage, again, 'already-claimed');
    const unconfirmed = saying(programmer.id, 'accepted', 'con_may');
    await refusesWithoutChange(stage, unconfirmed, 'estimate-unconfirmed');
    const confirmed = await stage.act<ContributionAnswer>(
      saying(designer.id, 'confirmed', 'con_may', { quantity: '6' }),
    );
    expect(confirmed).toMatchObject({
      agent: designer.id,
      status: 'submitted',
      estimate: false,
      obligation: { amount: '341.73' },
      import: { id: 'imp_1', format: 'git', source: 'tide-tables', key: 'may' },
    });
  });

  test('says on confirming what the import could not know, such as the award level', async () => {
    await stage.act(claiming(owner.id));
    const more = { classification: 'MA000010/C13', quantity: '30' };
    const said = saying(designer.id, 'confirmed', 'con_may', more);
    const answer = await stage.act(said);
    expect(answer).toMatchObject({ ...more, obligation: { amount: '1122.75' } });
    expect(await stage.act({ ...said, id: 'again' })).toEqual(answer);
  });

  test('is not anybody who acts for themselves', async () => {
    const wrong = claiming(owner.id, { unclaimed: programmer.id });
    await refusesWithoutChange(stage, wrong, 'agent-not-unclaimed');
    const nobody = claiming(owner.id, { agent: 'agent_none' });
    await refusesWithoutChange(stage, nobody, 'agent-unknown');
    const keyless = claiming(owner.id, { agent: zoe.id });
    await refusesWithoutChange(stage, keyless, 'agent-unclaimed');
  });

  test('is found again by the next import, once claimed as who they are', async () => {
    await stage.act(claiming(owner.id));
    const next = await taken(
      importing('imp_2', [line('june', { from: '2026-06-01', to: '2026-06-01' })]),
    );
    expect(next).toMatchObject({ taken: [{ agent: designer.id }], authors: [] });
  });

  test('can be named as an agent from the start', async () => {
    const known = { ...zoe, id: programmer.id, identity: identityOf('mira@example.org') };
    const said = importing('imp_2', [line('x', { author: known.identity })], { authors: [known] });
    expect(await taken(said)).toMatchObject({ taken: [{ agent: programmer.id }], authors: [] });
  });

  test('keeps lines that were handed in: a later change is skipped, and said so', async () => {
    await stage.act(claiming(owner.id));
    await stage.act(saying(designer.id, 'confirmed', 'con_may'));
    const changed = line('may', { id: 'con_may2', contentHash: 'changed' });
    const answer = await taken(importing('imp_2', [changed]));
    expect(answer).toMatchObject({
      taken: [],
      skipped: [{ line: 1, reason: 'already-submitted' }],
    });
  });

  test('may correct a line by a new one, which the next import knows', async () => {
    await stage.act(claiming(owner.id));
    await stage.act(handingIn(designer.id, 'con_right', { supersedes: 'con_may' }));
    const same = await taken(importing('imp_2', [line('may', { id: 'con_may2' })]));
    expect(same).toMatchObject({ taken: [], unchanged: 1 });
  });
});
