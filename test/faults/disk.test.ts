import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyArchive } from '../../src/archive.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import type { RefusalCode } from '../../src/domain/refusals.ts';
import { DATA_FILES } from '../../src/node.ts';
import { needs } from '../needs.ts';
import { isSound, paying, refusalOf, scratchDirectory } from '../world.ts';
import type { World } from '../world.ts';
import { acknowledged, indebtedWorld, payInChild, paymentIds } from './child.ts';
import type { Paid } from './child.ts';

let room: string;
let world: World | undefined;
beforeEach(() => {
  room = scratchDirectory();
});
afterEach(async () => {
  await world?.close();
  world = undefined;
  const small = join(room, 'small');
  if (existsSync(small)) spawnSync('umount', ['-l', small]);
  rmSync(room, { recursive: true, force: true });
});

test('a disk of 10 MB that fills up: refused, exported, and resumed with room', async () => {
  needs('linux', 'root', 'tmpfs');
  const small = join(room, 'small');
  mkdirSync(small);
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', small]);
  world = await indebtedWorld(join(small, 'data'));
  await world.pay('pay_before', '0.07', { work: 'guide' });

  const ballast = join(small, 'ballast');
  const { bavail, bsize } = statfsSync(small);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 400_000));
  const taken = ['pay_before'];
  const refusal = await payUntilRefused(world, taken);
  expect(refusal).toMatchObject({ code: 'disk-full', status: 507 });
  expect(refusal.remedy).not.toBe('');

  const cents = String(taken.length * 7).padStart(3, '0');
  const paid = `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  expect(await world.work('guide')).toMatchObject({ paid: { amount: paid } });
  await world.node.exportTo(join(room, 'export'));
  expect(await verifyArchive(join(room, 'export'))).toMatchObject({ status: 'sound' });

  rmSync(ballast);
  await world.pay('pay_after', '0.07', { work: 'guide' });
  expect(await paymentIds(world)).toEqual([...taken, 'pay_after']);
  await isSound(world);
  await world.reopen();
  expect(await paymentIds(world)).toEqual([...taken, 'pay_after']);
});

test('a disk that may only be read from says so, and takes nothing (disk-read-only)', async () => {
  needs('linux', 'root', 'tmpfs');
  const small = join(room, 'small');
  mkdirSync(small);
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', small]);
  const before = await indebtedWorld(join(small, 'data'));
  await before.close();
  spawnSync('mount', ['-o', 'remount,ro', small]);
  const refusal = await refusalOf(before.open());
  expect(refusal.code).toBe('disk-read-only');
  spawnSync('mount', ['-o', 'remount,rw', small]);
  world = await before.open();
  await isSound(world);
});

/** Pays until the disk is full; keeps the ids of what was acknowledged. */
async function payUntilRefused(on: World, taken: string[]): Promise<Refusal> {
  for (let count = 0; count < 5000; count++) {
    const id = `pay_${count}`;
    try {
      await on.act(paying(on.owner, id, '0.07', { work: 'guide' }));
      taken.push(id);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
  throw new Error('The disk never filled up.');
}

/** Lets a payer run while the kernel's calls on one file fail as said; checks what is left. */
async function payWhile(fault: { calls: string; error: string; when: string }): Promise<Paid> {
  const before = await indebtedWorld(join(room, 'data'));
  await before.close();
  const trace = join(room, 'trace');
  const log = join(before.dataDir, `${DATA_FILES.database}-wal`);
  const inject = `inject=${fault.calls}:error=${fault.error}:when=${fault.when}`;
  const under = ['strace', '-f', '-qq', '-o', trace, '-P', log];
  const paid = await payInChild({
    dataDir: before.dataDir,
    prefix: 'x',
    count: 60,
    atOnce: 2,
    under: [...under, '-e', `trace=${fault.calls}`, '-e', inject],
  });
  // A fault that did not happen proves nothing.
  expect(readFileSync(trace, 'utf8')).toContain(`${fault.error} `);
  expect(readFileSync(trace, 'utf8')).toContain('(INJECTED)');
  world = await before.open();
  const there = new Set(await paymentIds(world));
  expect(acknowledged(paid).filter((id) => !there.has(id))).toEqual([]);
  const again = Array.from({ length: 60 }, (_, index) => `x-${index}`);
  for (const id of again) await world.act(paying(world.owner, id, '0.07', { work: 'guide' }));
  expect((await paymentIds(world)).toSorted()).toEqual(again.toSorted());
  await isSound(world);
  return paid;
}

/** The refusal was told, and what was read right after it was there. */
function expectTold(line: string, code: RefusalCode, status: number): void {
  expect(line).toMatch(new RegExp(`^refused x-\\d+ ${code} ${status} reads \\d+\\.\\d\\d$`));
}

const refusals = ({ lines }: Paid): string[] => lines.filter((line) => line.startsWith('refused'));

test('no space for the log: each is told so, reads go on, and it resumes', async () => {
  needs('linux', 'strace');
  const calls = 'pwrite64,write,writev,pwritev';
  const paid = await payWhile({ calls, error: 'ENOSPC', when: '40..49' });
  const told = refusals(paid);
  expect(told.length, paid.errors).toBeGreaterThan(0);
  for (const line of told) expectTold(line, 'disk-full', 507);
  const last = told.at(-1) ?? '';
  expect(paid.lines.slice(paid.lines.indexOf(last)).some((line) => line.startsWith('paid'))).toBe(
    true,
  );
});

test('a sync that fails acknowledges nothing, is not tried again, and it resumes', async () => {
  needs('linux', 'strace');
  const paid = await payWhile({ calls: 'fsync,fdatasync', error: 'EIO', when: '10..12' });
  const told = refusals(paid);
  expect(told.length, paid.errors).toBeGreaterThan(0);
  for (const line of told) expectTold(line, 'disk-failing', 503);
  const last = told.at(-1) ?? '';
  expect(paid.lines.slice(paid.lines.indexOf(last)).some((line) => line.startsWith('paid'))).toBe(
    true,
  );
});
