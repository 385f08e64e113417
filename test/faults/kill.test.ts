import { afterEach, expect, test } from 'vitest';
import { isSound, paying } from '../world.ts';
import type { World } from '../world.ts';
import { acknowledged, indebtedWorld, payInChild, paymentIds } from './child.ts';

let world: World | undefined;
afterEach(() => world?.end());

test('a node killed again and again under load has lost nothing that it acknowledged', async () => {
  world = await indebtedWorld();
  const { dataDir } = world;
  const taken: string[] = [];
  for (const [round, enough] of [1, 2, 17, 40, 90, 7].entries()) {
    await world.close();
    const paid = await payInChild({
      dataDir,
      prefix: `round${round}`,
      killAt: (lines) => lines.length > enough,
    });
    expect(paid.signal, paid.errors).toBe('SIGKILL');
    taken.push(...acknowledged(paid));
    await world.open();
    const there = new Set(await paymentIds(world));
    expect(taken.filter((id) => !there.has(id))).toEqual([]);
  }
  await isSound(world);
  const before = await world.digests();
  for (const id of taken) {
    const answer = await world.act(paying(world.owner, id, '0.07', { work: 'guide' }));
    expect(answer).toMatchObject({ id, accepted: { amount: '0.07' }, status: 'received' });
  }
  expect(await world.digests()).toEqual(before);
  expect(taken.length).toBeGreaterThan(100);
});

test('what was sent and not acknowledged may be sent again: it is taken once', async () => {
  world = await indebtedWorld();
  const { dataDir } = world;
  await world.close();
  await payInChild({ dataDir, prefix: 'x', killAt: (lines) => lines.length > 30 });
  await world.open();
  const there = (await paymentIds(world)).length;
  const asked = Array.from({ length: there + 20 }, (_, index) => `x-${index}`);
  for (const id of asked) await world.act(paying(world.owner, id, '0.07', { work: 'guide' }));
  expect((await paymentIds(world)).toSorted()).toEqual(asked.toSorted());
  const cents = String(asked.length * 7).padStart(3, '0');
  const { paid } = await world.work('guide');
  expect(paid.amount).toBe(`${cents.slice(0, -2)}.${cents.slice(-2)}`);
  await isSound(world);
});
