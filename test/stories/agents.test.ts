import { beforeEach, describe, expect, test } from 'vitest';
import type { AgentAnswer } from '../../src/actions/agents/answers.ts';
import { resolve } from '../../src/actions/agents/resolve.ts';
import { listAgents, showAgent } from '../../src/actions/agents/show-agent.ts';
import { listCurrencies } from '../../src/actions/currencies/list-currencies.ts';
import { listKinds, showKind } from '../../src/actions/kinds/show-kind.ts';
import { showNode } from '../../src/actions/node/show-node.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { addingOf, cast, stageWithCast, tideTables } from '../cast.ts';
import { publicKeyOf, refusesWithoutChange } from '../stage.ts';
import type { Stage } from '../stage.ts';

const { owner, machine, programmer } = cast;
const newcomer = { id: 'agent_new', name: 'Yusuf Demir' };

let stage: Stage;
beforeEach(async () => {
  stage = await stageWithCast();
});

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (found: unknown) => found,
  );
  return error instanceof Refusal ? error.code : String(error);
};

describe('a node', () => {
  test('says who owns it and which machine signs for it', async () => {
    expect(await stage.look(showNode)).toMatchObject({
      id: 'node_story',
      name: 'The shelf',
      owner: { id: owner.id, kind: 'person' },
      agent: { id: machine.id, kind: 'machine', responsible: owner.id },
    });
  });

  test('is founded once (node-founded), by its owner', async () => {
    const founding = {
      by: owner.id,
      type: 'node.founded',
      id: 'node_other',
      body: {
        name: 'Another',
        agent: { id: 'agent_m2', name: 'M', publicKey: publicKeyOf('m2') },
        owner: { id: 'agent_o2', name: 'O', kind: 'person', publicKey: publicKeyOf('o2') },
      },
    };
    await refusesWithoutChange(stage, founding, 'node-founded');
  });
});

describe('adding an agent', () => {
  test('answers with the agent, and a retry answers the same', async () => {
    const adding = addingOf(newcomer, { jurisdiction: 'au-vic' });
    const answer = await stage.act<AgentAnswer>(adding);
    expect(answer).toEqual({
      ...newcomer,
      kind: 'person',
      publicKey: publicKeyOf(newcomer.id),
      keptByNode: true,
      responsible: null,
      jurisdiction: 'AU-VIC',
      unclaimed: false,
      claimedBy: null,
    });
    expect(await stage.act(adding)).toEqual(answer);
  });

  test('refuses the same id with another body (id-reused), and an id that is taken', async () => {
    await stage.act(addingOf(newcomer));
    const other = { ...newcomer, name: 'Somebody else' };
    await refusesWithoutChange(stage, addingOf(other), 'id-reused');
    await refusesWithoutChange(stage, addingOf(owner), 'id-reused');
  });

  test('refuses a key that another agent has (key-in-use)', async () => {
    const publicKey = publicKeyOf(programmer.id);
    await refusesWithoutChange(stage, addingOf(newcomer, { publicKey }), 'key-in-use');
  });

  test.each([
    ['a machine that nobody answers for', { kind: 'machine' }, 'responsible-missing'],
    [
      'a machine that a machine answers for',
      { kind: 'machine', responsible: machine.id },
      'responsible-unfit',
    ],
    ['a kind that there is not', { kind: 'robot' }, 'agent-kind-unknown'],
    ['a name of blanks', { name: '   ' }, 'name-missing'],
    ['a name of 501 letters', { name: 'a'.repeat(501) }, 'name-too-long'],
    ['a place that there is not', { jurisdiction: 'QQ' }, 'jurisdiction-unknown'],
    ['a key that is none', { publicKey: 'z6MkNothing' }, 'key-malformed'],
    ['a field that does not belong there', { nickname: 'Y' }, 'act-malformed'],
  ] as const)('refuses %s', async (_what, more, code) => {
    await refusesWithoutChange(stage, addingOf(newcomer, more), code);
  });

  test('refuses one who is not there or has no key', async () => {
    const act = { ...addingOf(newcomer), by: 'agent_nobody' };
    await refusesWithoutChange(stage, act, 'agent-unknown');
  });
});

describe('finding agents and works by name', () => {
  test('takes an id, or a name in any case that only one has', async () => {
    await stage.act(tideTables);
    const found = await stage.look(async (sight) => [
      await resolve(sight, 'agent', programmer.id),
      await resolve(sight, 'agent', ' mira OKAFOR'),
      await resolve(sight, 'work', 'tide tables'),
    ]);
    expect(found).toEqual([programmer.id, programmer.id, 'work_tide']);
  });

  test('refuses a name that several have, listing them, and one that nobody has', async () => {
    await stage.act(addingOf({ id: 'agent_mira2', name: 'Mira Okafor' }));
    const ambiguous = stage.look((sight) => resolve(sight, 'agent', 'Mira Okafor'));
    await expect(ambiguous).rejects.toMatchObject({
      code: 'agent-ambiguous',
      values: { candidates: 'Mira Okafor (agent_programmer), Mira Okafor (agent_mira2)' },
    });
    expect(await codeOf(stage.look((sight) => resolve(sight, 'agent', 'Nobody')))).toBe(
      'agent-unknown',
    );
    await stage.act(tideTables);
    const body = { ...(tideTables.body as object), release: 'rel_two' };
    await stage.act({ ...tideTables, id: 'work_two', body });
    expect(await codeOf(stage.look((sight) => resolve(sight, 'work', 'Tide tables')))).toBe(
      'work-ambiguous',
    );
    expect(await codeOf(stage.look((sight) => resolve(sight, 'work', 'Ebb')))).toBe('work-unknown');
    expect(await codeOf(stage.look((sight) => showAgent(sight, 'agent_x')))).toBe('agent-unknown');
  });

  test('lists agents page by page, narrowed by kind', async () => {
    const first = await stage.look((sight) => listAgents(sight, { limit: 4 }));
    expect(first.items.map(({ id }) => id)).toHaveLength(4);
    expect(first.next).toBe(first.items[3]?.id);
    const rest = await stage.look((sight) => listAgents(sight, { after: first.next, limit: 4 }));
    expect(rest.items).toHaveLength(2);
    expect(rest).not.toHaveProperty('next');
    const machines = await stage.look((sight) => listAgents(sight, { kind: 'machine' }));
    expect(machines.items.map(({ id }) => id)).toEqual([machine.id]);
  });
});

describe('currencies and kinds', () => {
  const adding = (code: string, scale: number) => ({
    by: owner.id,
    type: 'currency.added',
    id: `cur_${code}`,
    body: { code, scale, name: 'Time bank hours' },
  });

  test('a currency of the node is listed first and can be owed in', async () => {
    await stage.act(adding('HOUR', 2));
    const { items } = await stage.look((sight) => listCurrencies(sight));
    const said = { code: 'HOUR', scale: 2, name: 'Time bank hours', own: true, quoted: false };
    expect(items[0]).toEqual(said);
    expect(items.length).toBeGreaterThan(150);
    const body = { ...(tideTables.body as object), currency: 'HOUR' };
    expect(await stage.act({ ...tideTables, body })).toMatchObject({ currency: 'HOUR' });
  });

  test('a code that is there, or cannot be one, is refused', async () => {
    await stage.act(adding('HOUR', 2));
    await refusesWithoutChange(stage, { ...adding('HOUR', 2), id: 'again' }, 'currency-known');
    await refusesWithoutChange(stage, adding('AUD', 2), 'currency-known');
    await refusesWithoutChange(stage, adding('AUD', 3), 'currency-scale-fixed');
    await refusesWithoutChange(stage, adding('A$', 2), 'currency-code-malformed');
    await refusesWithoutChange(stage, adding('TINY', 19), 'currency-scale-malformed');
  });

  test('a kind is data: it is added without code, once', async () => {
    const kind = {
      by: owner.id,
      type: 'kind.added',
      id: 'kind_1',
      body: { kind: 'child-care', name: 'Child care', measure: 'time', units: ['h'] },
    };
    expect(await stage.act(kind)).toMatchObject({ id: 'child-care', own: true, factors: true });
    const { items } = await stage.look(listKinds);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['cash', 'child-care']));
    await refusesWithoutChange(stage, { ...kind, id: 'kind_2' }, 'kind-known');
    const odd = { ...kind, id: 'kind_3', body: { ...kind.body, kind: 'x', measure: 'luck' } };
    await refusesWithoutChange(stage, odd, 'kind-malformed');
    expect(await codeOf(stage.look((sight) => showKind(sight, 'nothing')))).toBe('kind-unknown');
  });
});
