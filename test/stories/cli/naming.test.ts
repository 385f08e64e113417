import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgentAnswer } from '../../../src/actions/agents/answers.ts';
import type { NodeAnswer } from '../../../src/actions/node/answers.ts';
import { resolve } from '../../../src/actions/agents/resolve.ts';
import { showNode } from '../../../src/actions/node/show-node.ts';
import { importNode } from '../../../src/archive.ts';
import { Problem } from '../../../src/sdk/client.ts';
import { cast, stageWithCast } from '../../cast.ts';
import { CommandLine } from '../../command-line.ts';
import { serveScratch } from '../../served.ts';
import type { Served } from '../../served.ts';
import { refusesWithoutChange } from '../../stage.ts';
import type { Said, Stage } from '../../stage.ts';
import { newWorld, scratchDirectory, World } from '../../world.ts';

// What a node is called, and what people are called on it.

const { owner, machine, programmer } = cast;

let stage: Stage;
beforeAll(async () => {
  stage = await stageWithCast();
});

let count = 0;
const naming = (name: string, by: string = owner.id): Said => ({
  by,
  type: 'node.named',
  id: `act_name_${++count}`,
  body: { name },
});
const calling = (agent: string, name: string, by = agent): Said => ({
  by,
  type: 'agent.named',
  id: `act_call_${++count}`,
  body: { agent, name },
});

/** Names that cannot be, and what they are refused as. */
const unfit = [
  ['nothing at all', '', 'name-missing'],
  ['blanks', ' \u3000\u00a0', 'name-missing'],
  ['signs without width', '\u200b\u200d\ufeff', 'name-missing'],
  ['more than 500 characters', '\u{1f33f}'.repeat(501), 'name-too-long'],
  ['a line break', 'Willow\nStreet', 'name-malformed'],
  ['an override of direction', 'Willow \u202estreet', 'name-malformed'],
  ['half a character', 'Willow \ud83c', 'json-text-malformed'],
] as const;

describe('the name of a node', () => {
  test('is what its owner said last, trimmed and composed', async () => {
    expect(await stage.act<NodeAnswer>(naming(' Cafe\u0301 Weide '))).toMatchObject({
      name: 'Caf\u00e9 Weide',
    });
    const second = naming('شارع الصفصاف');
    const answer = await stage.act<NodeAnswer>(second);
    expect(answer.name).toBe('شارع الصفصاف');
    expect(await stage.act(second), 'a retry').toEqual(answer);
    expect((await stage.act<NodeAnswer>(naming('\u{1f33f}'.repeat(500)))).name).toHaveLength(1000);
  });

  test.each(unfit)('is not %s', async (_, name, code) => {
    await refusesWithoutChange(stage, naming(name), code);
  });

  test('is its owner’s to give, and nobody else’s (not-allowed)', async () => {
    for (const by of [programmer.id, machine.id]) {
      await refusesWithoutChange(stage, naming('Mine', by), 'not-allowed');
    }
  });
});

describe('the name of an agent', () => {
  test('is their own to change, and is found again by it', async () => {
    const answer = await stage.act<AgentAnswer>(calling(programmer.id, 'Mira O.'));
    expect(answer).toMatchObject({ id: programmer.id, name: 'Mira O.' });
    const found = await stage.look((sight) => resolve(sight, 'agent', 'mira o.'));
    expect(found).toEqual(programmer.id);
  });

  test('of a machine is for whoever answers for it', async () => {
    const answer = await stage.act<AgentAnswer>(calling(machine.id, 'The shelf itself', owner.id));
    expect(answer.name).toBe('The shelf itself');
    await refusesWithoutChange(stage, calling(machine.id, 'Mine', programmer.id), 'not-allowed');
  });

  test('is not the owner’s of the node to change, and none of nobody’s', async () => {
    await refusesWithoutChange(stage, calling(programmer.id, 'Mo', owner.id), 'not-allowed');
    await refusesWithoutChange(stage, calling('agent_gone', 'Mo', owner.id), 'agent-unknown');
  });

  test.each(unfit)('is not %s', async (_, name, code) => {
    await refusesWithoutChange(stage, calling(programmer.id, name), code);
  });
});

test('names are in what a node is: after a restart, by its check, and in an import', async () => {
  const world = await newWorld();
  const folder = scratchDirectory();
  try {
    await world.act(naming('Willow Street', world.owner));
    await world.act(calling(world.owner, 'Ada Whitlam'));
    await world.reopen();
    const named = { name: 'Willow Street', owner: { name: 'Ada Whitlam' } };
    expect(await world.node.read(showNode)).toMatchObject(named);
    expect(await world.node.check()).toMatchObject({ status: 'sound' });
    await world.node.exportTo(join(folder, 'archive'));
    await importNode({ from: join(folder, 'archive'), dataDir: join(folder, 'data') });
    const again = await new World({ dataDir: join(folder, 'data') }).open();
    expect(await again.node.read(showNode)).toMatchObject(named);
    await again.close();
  } finally {
    await world.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('over HTTP', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveScratch('Webizen');
  });
  afterAll(() => served.end());

  test('the client names the node and its owner, and a refusal says what to do', async () => {
    const { client, node } = served;
    expect((await client.node.name({ name: 'Willow Street' })).name).toBe('Willow Street');
    await client.agents.name({ agent: node.owner, name: 'Ada Whitlam' });
    const shown = await client.node.show();
    expect(shown).toMatchObject({ name: 'Willow Street', owner: { name: 'Ada Whitlam' } });
    const refused: unknown = await client.node
      .name({ name: '\n' })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'name-missing', status: 400 });
    expect((refused as Problem).remedy).toContain('any script');
  });
});

describe('on the command line', () => {
  const cli = new CommandLine();
  afterAll(() => cli.end());

  test('node name and agent name say what is called how', async () => {
    expect(await cli.json('node', 'name', 'Willow Street')).toMatchObject({
      name: 'Willow Street',
    });
    const called = await cli.json('agent', 'name', 'Owner', 'Ada Whitlam');
    expect(called).toMatchObject({ name: 'Ada Whitlam' });
    const text = await cli.text('node', 'show');
    expect(text).toContain('Willow Street');
    expect(text).toContain('Ada Whitlam');
    const refused = await cli.refused('node', 'name', 'Willow \u202e');
    expect(refused).toMatchObject({ code: 'name-malformed', exit: 1 });
    await cli.text('agent', 'add', '--name', 'Noor', '--kind', 'person');
    const theirs = await cli.refused('agent', 'name', 'Noor', 'N', '--by', 'Ada Whitlam');
    expect(theirs).toMatchObject({ code: 'not-allowed' });
    expect(await cli.json('agent', 'name', 'Noor', 'Noor Haddad')).toMatchObject({
      name: 'Noor Haddad',
    });
  });
});
