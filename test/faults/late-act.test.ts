import { expect, test } from 'vitest';
import { Admission } from '../../src/actions/admission.ts';
import { Books } from '../../src/actions/books.ts';
import type { Admitted } from '../../src/actions/books.ts';
import { actionsByType } from '../../src/actions/catalogue.ts';
import { signAct } from '../../src/domain/record/act.ts';
import { RecordAppender } from '../../src/store/appender.ts';
import { findAgent } from '../../src/store/agents.ts';
import { openSqlite } from '../../src/store/sqlite/engine.ts';
import { Device, ending } from '../device.ts';
import { publicKeyOf } from '../stage.ts';
import type { Said } from '../stage.ts';
import { refusalOf, seededRandom, testTables } from '../world.ts';

// An act is let in, waits for the writer, and meanwhile its key is ended: step by step, as no race
// can be told to happen.

const now = new Date('2026-06-01T09:00:00.000Z');
const NODE = 'node_story';
const OWNER = 'agent_owner';
const [phone, laptop] = [new Device('Phone'), new Device('Laptop')];

/** Books with an owner who signs by their phone, and the door before them. */
async function founded() {
  const engine = openSqlite(':memory:');
  const books = new Books({
    actions: actionsByType,
    tables: testTables(),
    appender: new RecordAppender(),
  });
  const actionOf = books.actionOf.bind(books);
  const random = seededRandom('late');
  const door = new Admission({ engine, actionOf, node: NODE, clock: () => now, random });
  const letIn = (device: Device, { by, type, id, body }: Said): Promise<Admitted> => {
    const unsigned = { type, id, by, node: NODE, composedAt: now.toISOString(), body };
    return door.admit(signAct(unsigned, device.key));
  };
  const perform = (admitted: Admitted): Promise<void> =>
    engine.write((tx) =>
      books.perform(tx, admitted, () => Promise.reject(new Error('Nothing follows.'))),
    );
  const body = {
    name: 'The shelf',
    agent: { id: 'agent_machine', name: 'Node', publicKey: publicKeyOf('agent_machine') },
    owner: { id: OWNER, name: 'Owner', kind: 'person', publicKey: phone.publicKey },
  };
  await perform(await letIn(phone, { by: OWNER, type: 'node.founded', id: NODE, body }));
  return { engine, letIn, perform };
}

const naming = (name: string): Said => ({
  by: OWNER,
  type: 'agent.named',
  id: `named_${name}`,
  body: { agent: OWNER, name },
});

test('an act that waits behind the end of its key is refused, though it was let in before', async () => {
  const { engine, letIn, perform } = await founded();
  const world = { node: { id: NODE, now: () => now } } as Parameters<Device['adding']>[0];
  await perform(await letIn(phone, laptop.adding(world, OWNER)));
  const before = await letIn(laptop, naming('Before'));
  await perform(before);
  const late = await letIn(laptop, naming('Late'));
  const end = await letIn(phone, ending(OWNER, laptop.publicKey));
  await perform(end);
  expect((await refusalOf(perform(late))).code).toBe('signing-key-ended');
  await perform(before);
  expect((await engine.read((tx) => findAgent(tx, OWNER)))?.name).toBe('Before');
  // What is let in afterwards is refused no later: the door knows whose a key is, and no more.
  const later = await letIn(laptop, naming('Later'));
  expect((await refusalOf(perform(later))).code).toBe('signing-key-ended');
  await engine.close();
});
