// An administrator who may write to every file changes the books. Either the books no longer fit
// what they themselves say, or the record no longer fits a checkpoint that somebody else holds.

import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showCheckpoint, showConsistency } from '../../src/actions/record/show-record.ts';
import { showNode } from '../../src/actions/node/show-node.ts';
import { openCheckpoint } from '../../src/domain/record/checkpoint.ts';
import { fromHex } from '../../src/domain/record/hash.ts';
import { verifyConsistency } from '../../src/domain/record/merkle.ts';
import { fromMultikey } from '../../src/domain/record/multibase.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { DATA_FILES } from '../../src/node.ts';
import { WORK, almanac, people } from '../almanac.ts';
import { World, newWorld, refusalOf, scratchDirectory } from '../world.ts';

let healthy: string;
let backup: string;
let held: string;
beforeAll(async () => {
  const world = await newWorld({ seed: 'tampering', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  await world.payOut('out_1', people.programmer.id, '100.00');
  await world.close();
  backup = scratchDirectory();
  cpSync(world.dataDir, backup, { recursive: true });
  await world.open();
  await world.payOut('out_2', people.programmer.id, '200.00');
  held = await world.node.read(showCheckpoint);
  await world.close();
  healthy = world.dataDir;
});
afterAll(() => {
  for (const path of [healthy, backup]) rmSync(path, { recursive: true, force: true });
});

async function altered<T>(sql: string, look: (world: World) => Promise<T>): Promise<T> {
  const room = scratchDirectory();
  const dataDir = join(room, 'data');
  cpSync(healthy, dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, DATA_FILES.database));
  database.exec(`pragma foreign_keys = off; ${sql}`);
  database.close();
  const world = new World({ dataDir, seed: 'again', on: '2026-06-12' });
  try {
    await world.open();
    return await look(world);
  } finally {
    await world.close();
    rmSync(room, { recursive: true, force: true });
  }
}

const EDITS: readonly (readonly [what: string, sql: string])[] = [
  [
    'an amount of an entry',
    `update entries set amount_minor = amount_minor + 1,
     balance_after_minor = balance_after_minor + 1 where account = 'cash'`,
  ],
  ['a balance', `update accounts set balance_minor = balance_minor - 5 where name = 'cash'`],
  [
    'what a payment brought',
    `update payments set accepted_minor = accepted_minor - 1,
     excess_minor = excess_minor + 1`,
  ],
  ['who was paid out', `update payouts set agent = 'agent_designer' where id = 'out_2'`],
  [
    'a payout away',
    `delete from payout_parts where payout = 'out_2';
     delete from payouts where id = 'out_2'`,
  ],
  [
    'what a claim is worth',
    `update claims set amount_minor = amount_minor * 2,
     state = replace(state, '68346', '136692') where contribution = 'con_designer'`,
  ],
  [
    'whose claim it is',
    `update claims set agent = 'agent_giver' where contribution = 'con_designer'`,
  ],
  ['a tranche', `update tranches set outstanding_minor = outstanding_minor - 1`],
  ['a valuation', `update contributions set valuation = replace(valuation, '683.46', '783.46')`],
  ['who reviewed', `update reviews set agent = 'agent_giver' where contribution = 'con_designer'`],
  ['a licence', `update releases set licence = 'MIT'`],
  ['a release open', `update releases set status = 'open', opened_at = '2026-06-12T09:00:00.000Z'`],
  ['who signed', `update agreement_signatures set agent = 'agent_x' where agent = 'agent_giver'`],
  ['the terms', `update agreements set terms = replace(terms, '"return":"1.5"', '"return":"4"')`],
  ["an agent's key", `update agents set public_key = 'z6MkFalse' where id = 'agent_giver'`],
  ['who has a key', `update agent_keys set agent = 'agent_designer' where agent = 'agent_giver'`],
  ['that a key was ended', `update agent_keys set ended_seq = 99 where agent = 'agent_giver'`],
  [
    'a key in',
    `insert into agent_keys (public_key, agent, name, kept_by_node, seq)
     values ('z6MkFalse', 'agent_giver', 'Phone', 0, 9)`,
  ],
  ["an agent's name", `update agents set name = 'Somebody Else' where id = 'agent_giver'`],
  ['the text of an act', `update acts set act = replace(act, '"1100.00"', '"1900.00"')`],
  ['when it was', `update acts set recorded_at = '2026-01-01T00:00:00.000Z' where id = 'pay_1'`],
  ['a salt', `update acts set salt = zeroblob(16) where id = 'pay_1'`],
  ['an act away', `delete from acts where id = 'out_1'`],
  ['the last act away', `delete from acts where id = 'out_2'`],
  [
    'an act and its checkpoint away',
    `delete from acts where id = 'out_2';
     delete from checkpoints where size = (select max(size) from checkpoints)`,
  ],
  [
    'two acts round',
    `update acts set seq = -1 where id = 'out_1';
     update acts set seq = seq + 1 where id = 'pay_1';
     update acts set seq = (select seq from acts where id = 'pay_1') - 1 where seq = -1`,
  ],
  [
    'an act in twice',
    `insert into acts select seq + 100, type, id || 'x', by, recorded_at, act, salt,
     hash, leaf_hash from acts where id = 'out_2'`,
  ],
  ['a checkpoint', `update checkpoints set note = replace(note, substr(note, 30, 1), 'A')`],
  ['all checkpoints away', `delete from checkpoints`],
];

describe('an administrator turns', () => {
  test.each(EDITS)('%s: found by a check, or before', async (_what, sql) => {
    const outcome = await altered(sql, async (world) => (await world.node.check()).status).catch(
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    expect(outcome).not.toBe('sound');
  });

  test('nothing at all: the check is sound', async () => {
    expect(await altered('', async (world) => (await world.node.check()).status)).toBe('sound');
  });
});

describe('a whole backup rolled back', () => {
  /** Whether a record goes on from the checkpoint that somebody holds. */
  async function goesOnFrom(note: string, world: World): Promise<void> {
    const { agent } = await world.node.read(showNode);
    const publicKey = fromMultikey(agent.publicKey ?? '');
    const verifier = { name: world.node.id, publicKey };
    const old = openCheckpoint(note, verifier);
    const now = openCheckpoint(await world.node.read(showCheckpoint), verifier);
    const { proof } = await world.node.read((sight) =>
      showConsistency(sight, { from: String(old.size), to: String(now.size) }),
    );
    verifyConsistency({
      oldSize: old.size,
      newSize: now.size,
      oldRoot: old.root,
      newRoot: now.root,
      proof: proof.map((hash) => fromHex(hash) ?? new Uint8Array()),
    });
  }

  const rolledBack = async (work: (world: World) => Promise<void>): Promise<void> => {
    const room = scratchDirectory();
    const dataDir = join(room, 'data');
    cpSync(backup, dataDir, { recursive: true });
    const world = await new World({ dataDir, seed: 'other', on: '2026-06-12' }).open();
    try {
      await work(world);
    } finally {
      await world.close();
      rmSync(room, { recursive: true, force: true });
    }
  };

  test('is sound in itself, but shorter than the checkpoint that somebody holds', async () => {
    await rolledBack(async (world) => {
      expect((await world.node.check()).status).toBe('sound');
      expect((await refusalOf(goesOnFrom(held, world))).code).toBe('entry-unknown');
    });
  });

  test('and grown again is another history: no proof leads there', async () => {
    await rolledBack(async (world) => {
      await world.payOut('out_3', people.programmer.id, '201.00');
      await world.payOut('out_4', people.programmer.id, '1.00');
      expect((await refusalOf(goesOnFrom(held, world))).code).toBe('proof-mismatch');
    });
  });

  test('the history that was not rolled back goes on from it', async () => {
    await altered('', async (world) => {
      await world.payOut('out_3', people.programmer.id, '1.00');
      await goesOnFrom(held, world);
    });
    expect(readFileSync(join(healthy, DATA_FILES.token), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });
});
