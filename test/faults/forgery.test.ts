// What only the node itself may say is put into another mouth, in a record that is written anew.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/actions/catalogue.ts';
import { verifyArchive } from '../../src/archive.ts';
import { OWN_ACTS } from '../../src/domain/record/own-acts.ts';
import { WORK, almanac } from '../almanac.ts';
import { newWorld, refusalOf, scratchDirectory } from '../world.ts';
import type { World } from '../world.ts';
import { rewritten } from './rewritten.ts';

let room: string;
let world: World;
beforeAll(async () => {
  room = scratchDirectory();
  world = await newWorld({ seed: 'forgery', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  await world.pay('pay_2', '9064.89', { work: WORK, taxRate: '0.1' });
  await world.node.exportTo(join(room, 'archive'));
});
afterAll(async () => {
  await world.end();
  rmSync(room, { recursive: true, force: true });
});

/** The archive, in which acts of a type are said and signed by an agent; all else fits them. */
const saidBy = (agent: string, type: string): Promise<string> =>
  rewritten(world, { from: join(room, 'archive'), to: join(room, `${type} by ${agent}`) }, (act) =>
    act.type === type ? { ...act, by: agent } : undefined,
  );

describe('an act that only the node itself may sign', () => {
  test('is one of those that every auditor knows', () => {
    const own = [...catalogue].filter(({ internal }) => internal === true).map(({ type }) => type);
    expect([...OWN_ACTS]).toEqual(own.toSorted());
  });

  test('holds as it was, and when a keeper signs it anew as the node', async () => {
    expect(await verifyArchive(join(room, 'archive'))).toMatchObject({ status: 'sound' });
    const again = await saidBy(world.node.agent, 'release.opened');
    expect(await verifyArchive(again)).toMatchObject({ status: 'sound' });
  });

  test.each(['release.opened', 'tables.adopted'])(
    'is found out where the owner signed it, and is named: %s',
    async (type) => {
      const refusal = await refusalOf(verifyArchive(await saidBy(world.owner, type)));
      expect(refusal.code).toBe('record-damaged');
      const { owner } = world;
      expect(refusal.message).toMatch(/entry \d+: .*only the node's own agent signs such an act/);
      expect(refusal.message).toContain(`its signer is ${owner}`);
    },
  );
});
