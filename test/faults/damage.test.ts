import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/refusals.ts';
import type { RefusalCode } from '../../src/domain/refusals.ts';
import { DATA_FILES } from '../../src/node.ts';
import { WORK, almanac } from '../almanac.ts';
import { World, newWorld, refusalOf, scratchDirectory } from '../world.ts';
import { payInChild } from './child.ts';

/** A closed data directory of a node with some history; each test breaks a copy of it. */
let healthy: string;
let digests: unknown;
beforeAll(async () => {
  const world = await newWorld({ seed: 'damage', on: '2026-06-12' });
  await almanac(world);
  for (let count = 0; count < 30; count++) {
    await world.pay(`pay_${count}`, '11.00', { work: WORK, taxRate: '0.1' });
  }
  digests = await world.digests();
  await world.close();
  healthy = world.dataDir;
});
afterAll(() => rmSync(healthy, { recursive: true, force: true }));

const copied = async <T>(work: (dataDir: string, database: string) => Promise<T>): Promise<T> => {
  const room = scratchDirectory();
  try {
    const dataDir = join(room, 'data');
    cpSync(healthy, dataDir, { recursive: true });
    return await work(dataDir, join(dataDir, DATA_FILES.database));
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
};

const worldOf = (dataDir: string): World => new World({ dataDir, seed: 'again', on: '2026-06-12' });

/** Asserts that a directory is not opened, and that its database stays as it was found. */
async function refusesToOpen(dataDir: string, code: RefusalCode): Promise<Refusal> {
  const database = join(dataDir, DATA_FILES.database);
  const before = readFileSync(database);
  const refusal = await refusalOf(worldOf(dataDir).open());
  expect(refusal.code).toBe(code);
  expect(refusal.remedy).not.toBe('');
  expect(readFileSync(database).equals(before)).toBe(true);
  expect(existsSync(`${database}-wal`)).toBe(false);
  return refusal;
}

describe('a database file', () => {
  test('that is text is not opened (store-damaged)', async () => {
    await copied(async (dataDir, database) => {
      writeFileSync(database, 'Dear diary, today I kept no books.\n'.repeat(300));
      await refusesToOpen(dataDir, 'store-damaged');
    });
  });

  test('of another program is not opened, nor changed (store-foreign)', async () => {
    await copied(async (dataDir, database) => {
      rmSync(database);
      const other = new DatabaseSync(database);
      other.exec(
        'pragma application_id = 1196444487; create table maps (x); insert into maps values (1)',
      );
      other.close();
      await refusesToOpen(dataDir, 'store-foreign');
    });
  });

  test('of a later version is not opened (store-newer), and says which it is', async () => {
    await copied(async (dataDir, database) => {
      const later = new DatabaseSync(database);
      later.exec('pragma user_version = 9999');
      later.close();
      const refusal = await refusesToOpen(dataDir, 'store-newer');
      expect(refusal.message).toContain('9999');
    });
  });

  test.each([0.9, 0.5, 0.1])('cut to %d of its length is found damaged', async (part) => {
    await copied(async (dataDir, database) => {
      truncateSync(database, Math.floor(readFileSync(database).length * part));
      expect(await found(dataDir)).not.toBe('sound');
    });
  });

  test('with a flipped byte anywhere is found damaged, or says what it said before', async () => {
    const outcomes = new Map<string, number>();
    const whole = readFileSync(join(healthy, DATA_FILES.database));
    // Much of a young file is zeros that nothing fills yet: what is flipped there says nothing.
    const filled = [...whole.keys()].filter((place) => place > 100 && whole[place] !== 0);
    const step = Math.floor(filled.length / 40);
    for (const place of filled.filter((_, index) => index % step === 0)) {
      await copied(async (dataDir, database) => {
        const bytes = readFileSync(database);
        bytes[place] = (bytes[place] ?? 0) ^ 0x24;
        writeFileSync(database, bytes);
        const outcome = await found(dataDir);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      });
    }
    const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThanOrEqual(40);
    expect(all - (outcomes.get('sound') ?? 0)).toBeGreaterThan(4);
  });

  /** Opens and checks: how damage showed. What is called sound says what it said before. */
  async function found(dataDir: string): Promise<string> {
    const world = worldOf(dataDir);
    try {
      await world.open();
      const { status } = await world.node.check();
      if (status === 'sound') expect(await world.digests()).toEqual(digests);
      return status;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    } finally {
      await world.close();
    }
  }
});

describe('a data directory', () => {
  test('in use is not opened a second time, here or elsewhere (data-in-use)', async () => {
    await copied(async (dataDir) => {
      const first = await worldOf(dataDir).open();
      const refusal = await refusalOf(worldOf(dataDir).open());
      expect(refusal.code).toBe('data-in-use');
      const { lines } = await payInChild({ dataDir, prefix: 'x', count: 1 });
      expect(lines).toEqual(['refused open data-in-use']);
      await first.pay('pay_more', '11.00', { work: WORK });
      await first.close();
      await (await worldOf(dataDir).open()).close();
    });
  });

  test('where opening failed is let go again', async () => {
    await copied(async (dataDir, database) => {
      const kept = readFileSync(database);
      writeFileSync(database, 'no database');
      expect((await refusalOf(worldOf(dataDir).open())).code).toBe('store-damaged');
      writeFileSync(database, kept);
      await (await worldOf(dataDir).open()).close();
    });
  });
});
