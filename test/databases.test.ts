import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DATA_FILES } from '../src/node.ts';
import { migrations } from '../src/store/sqlite/migrate.ts';
import { schemaOf, schemaText } from '../src/store/sqlite/schema.ts';
import { RELEASE, WORK, almanac, people } from './almanac.ts';
import { World, isSound, newWorld, scratchDirectory } from './world.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const released = join(project, 'test/data/databases');

const schemaIn = (dataDir: string): string => {
  const database = new DatabaseSync(join(dataDir, DATA_FILES.database), { readOnly: true });
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
};

describe('migrations', () => {
  test('are numbered from 1 without a gap', () => {
    const numbers = migrations().map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('add up to schema.sql (node scripts/database.ts writes it)', () => {
    const kept = readFileSync(join(project, 'src/store/migrations/schema.sql'), 'utf8');
    expect(kept).toBe(schemaText());
  });

  test('give a new node that schema', async () => {
    const world = await newWorld({ seed: 'schema' });
    await world.close();
    expect(schemaText().endsWith(schemaIn(world.dataDir))).toBe(true);
    await world.end();
  });
});

test('a database from before people had several addresses knows them once it is opened', async () => {
  const world = await newWorld({ seed: 'identities' });
  await almanac(world);
  const [home, office] = ['a'.repeat(64), 'b'.repeat(64)];
  const line = {
    ...{ id: 'con_may', key: 'may', contentHash: 'may', author: office, kind: 'knowledge-work' },
    ...{ quantity: '2', unit: 'h', from: '2026-05-01', to: '2026-05-02' },
    ...{ evidence: [], estimate: true },
  };
  const authors = [home, office].map((identity) => ({ id: 'agent_zoe', identity, name: 'Zoe' }));
  const lines = [{ ...line, id: 'con_april', key: 'april', author: home }, line];
  const body = { work: WORK, release: RELEASE, format: 'git', source: 'almanac', authors, lines };
  await world.act({ by: world.owner, type: 'contributions.imported', id: 'imp_1', body });
  await world.close();
  const database = join(world.dataDir, DATA_FILES.database);
  const rows = (): unknown[] => {
    const opened = new DatabaseSync(database, { readOnly: true });
    const found = opened.prepare('select identity, agent from author_identities').all();
    opened.close();
    return found.map((row) => ({ ...row }));
  };
  const now = rows();
  expect(now).toEqual([{ identity: office, agent: 'agent_zoe' }]);
  const before = new DatabaseSync(database);
  before.exec(`drop table author_identities; drop table agent_keys;
    alter table sessions drop column public_key; pragma user_version = 3;`);
  before.close();
  await world.open();
  await isSound(world);
  await world.close();
  expect(rows()).toEqual(now);
  await world.end();
});

test('in a database from before people had several keys, each has the one that they had', async () => {
  const world = await newWorld({ seed: 'keys' });
  await almanac(world);
  const { secret } = await world.node.doorkeeper.open(people.giver.id, 'device');
  const keys = (): Promise<unknown[]> =>
    world.node.read(({ tx }) => tx.all('select * from agent_keys order by public_key'));
  const now = await keys();
  expect(now.length).toBeGreaterThan(3);
  await world.close();
  const before = new DatabaseSync(join(world.dataDir, DATA_FILES.database));
  before.exec(`drop table agent_keys; alter table sessions drop column public_key;
    pragma user_version = 4;`);
  before.close();
  await world.open();
  expect(await keys()).toEqual(now);
  await isSound(world);
  const { publicKey } = await world.node.doorkeeper.session(secret);
  expect(publicKey).toBe(await world.node.keyring.publicKey(people.giver.id));
  await world.end();
});

describe.each(readdirSync(released))('the database of a node of version %s', (version) => {
  const opened = async (): Promise<World> => {
    const dataDir = scratchDirectory();
    cpSync(join(released, version), dataDir, { recursive: true });
    return new World({ dataDir, seed: `after ${version}`, on: '2026-06-13' }).open();
  };

  test('is opened, has the schema of today, and is sound', async () => {
    const world = await opened();
    await isSound(world);
    await world.close();
    expect(schemaText().endsWith(schemaIn(world.dataDir))).toBe(true);
    await world.end();
  });

  test('goes on where it stood', async () => {
    const world = await opened();
    expect(await world.work(WORK)).toMatchObject({
      paid: { amount: '1000.00' },
      owed: { amount: '8240.81' },
      dust: { amount: '0.02' },
    });
    await world.pay('pay_2', '9064.89', { work: WORK, taxRate: '0.1' });
    expect(await world.work(WORK)).toMatchObject({ status: 'open', licence: 'Apache-2.0' });
    expect(await world.statement(people.programmer.id)).toMatchObject({
      earned: [{ amount: '6834.60' }],
      received: [{ amount: '739.61' }],
    });
    await isSound(world);
    await world.end();
  });
});
