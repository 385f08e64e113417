// A keeper who has every key of a node writes its record anew: what only the node itself may say is
// put into another mouth, and every signature, hash and checkpoint is made to fit.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/actions/catalogue.ts';
import { verifyArchive } from '../../src/archive.ts';
import { signAct } from '../../src/domain/record/act.ts';
import type { Act } from '../../src/domain/record/act.ts';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';
import { signCheckpoint } from '../../src/domain/record/checkpoint.ts';
import { commit, encodeEntry } from '../../src/domain/record/entry.ts';
import { toHex } from '../../src/domain/record/hash.ts';
import { EMPTY_FRONTIER, append, leafHash, rootOf } from '../../src/domain/record/merkle.ts';
import { OWN_ACTS } from '../../src/domain/record/own-acts.ts';
import { WORK, almanac } from '../almanac.ts';
import { newWorld, refusalOf, scratchDirectory } from '../world.ts';
import type { World } from '../world.ts';

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

interface Line {
  readonly act: Act;
  readonly recordedAt: string;
  readonly salt: string;
  readonly seq: number;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The archive, in which acts of a type are said and signed by an agent; all else fits them. */
async function saidBy(agent: string, type: string): Promise<string> {
  const path = join(room, `${type} by ${agent}`);
  cpSync(join(room, 'archive'), path, { recursive: true });
  const read = (name: string): string => readFileSync(join(path, name), 'utf8');
  const key = await world.node.keyring.signingKey(agent);
  const entries = linesOf(read('record.jsonl')).map((line) => {
    const entry = JSON.parse(line) as Line;
    if (entry.act.type !== type) return entry;
    const { proof: _, ...unsigned } = entry.act;
    return { ...entry, act: signAct({ ...unsigned, by: agent }, key) };
  });
  const leaves = entries.map(({ act, recordedAt, salt }) => {
    const commitment = commit(canonicalJson(act), Buffer.from(salt, 'hex'));
    return leafHash(encodeEntry({ type: act.type, recordedAt, commitment }));
  });
  const rootAt = (size: number): Uint8Array =>
    rootOf(append(EMPTY_FRONTIER, leaves.slice(0, size)).frontier);
  const machine = await world.node.keyring.signingKey(world.node.agent);
  const notes = linesOf(read('checkpoints.jsonl')).map((line) => {
    const { size } = JSON.parse(line) as { size: number };
    const said = { origin: world.node.id, size: BigInt(size), root: rootAt(size) };
    return { size, note: signCheckpoint(said, machine) };
  });
  const written: Record<string, string> = {
    'record.jsonl': entries.map((entry) => `${canonicalJson(entry)}\n`).join(''),
    'checkpoints.jsonl': notes.map((note) => `${canonicalJson(note)}\n`).join(''),
  };
  const manifest = JSON.parse(read('manifest.json')) as { files: { name: string }[] };
  const root = toHex(rootAt(leaves.length));
  const files = manifest.files.map((file) => {
    const text = written[file.name];
    return text === undefined ? file : { ...file, sha256: sha256(text) };
  });
  written['manifest.json'] = `${JSON.stringify({ ...manifest, root, files }, null, 2)}\n`;
  for (const [name, text] of Object.entries(written)) writeFileSync(join(path, name), text);
  return path;
}

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
