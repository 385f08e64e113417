// Arbitrary histories of keys that come, act and are ended: an act counts if and only if its key
// lived when it came in, whatever else happened; and what came of it can be recomputed.
/* oxlint-disable vitest/no-standalone-expect -- what holds is asserted in one place */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showKeys } from '../../src/actions/agents/show-keys.ts';
import { verifyArchive } from '../../src/archive.ts';
import { truths } from '../../src/checks/truths.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { Device, ending } from '../device.ts';
import { isSound, newWorld, scratchDirectory } from '../world.ts';
import type { World } from '../world.ts';

const PEOPLE = ['agent_ana', 'agent_ben'] as const;
const devices = ['Phone', 'Laptop', 'Tablet', 'Desk'].map((name) => new Device(name));
const which = fc.nat(devices.length - 1);
const who = fc.constantFrom(...PEOPLE);
const command = fc.record({
  does: fc.constantFrom('key' as const, 'unkey' as const, 'act' as const, 'restart' as const),
  who,
  by: which,
  key: which,
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** What should be, in the plainest words: whose each device is, and whether it still signs. */
class Expected {
  readonly holders = new Map<number, string>();
  readonly ended = new Set<number>();

  readonly lives = (agent: string, device: number): boolean =>
    this.holders.get(device) === agent && !this.ended.has(device);

  readonly #living = (agent: string): number =>
    [...this.holders.keys()].filter((device) => this.lives(agent, device)).length;

  /** Whether a command is taken in; if it is, what it does. */
  takes({ does, who: agent, by, key }: Command): boolean {
    if (!this.lives(agent, by)) return false;
    if (does === 'key') {
      if (this.holders.has(key)) return false;
      this.holders.set(key, agent);
    }
    if (does === 'unkey') {
      if (!this.lives(agent, key) || this.#living(agent) === 1) return false;
      this.ended.add(key);
    }
    return true;
  }
}

async function does(world: World, said: Command, id: string): Promise<void> {
  const [by, key] = [devices[said.by], devices[said.key]];
  if (by === undefined || key === undefined) throw new Error('There is no such device.');
  const name = { agent: said.who, name: id };
  if (said.does === 'key') await by.act(world, { ...key.adding(world, said.who), id });
  if (said.does === 'unkey') await by.act(world, { ...ending(said.who, key.publicKey), id });
  if (said.does === 'act') {
    await by.act(world, { by: said.who, type: 'agent.named', id, body: name });
  }
}

test('an act counts if and only if its key lived when it came in', async () => {
  const history = fc.array(command, { minLength: 5, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(history, async (commands) => {
      const world = await newWorld({ seed: 'chains' });
      const expected = new Expected();
      for (const [one, agent] of PEOPLE.entries()) {
        const publicKey = devices[one]?.publicKey;
        const body = { name: agent, kind: 'person', publicKey, keptByNode: false };
        await world.act({ by: world.owner, type: 'agent.added', id: agent, body });
        expected.holders.set(one, agent);
      }
      for (const [index, said] of commands.entries()) {
        if (said.does === 'restart') {
          await world.reopen();
          continue;
        }
        const before = await world.digests();
        const outcome = await does(world, said, `n${index}`).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Refusal && error.status < 500) return false;
            throw error;
          },
        );
        expect(outcome, JSON.stringify(said)).toBe(expected.takes(said));
        if (!outcome) expect(await world.digests()).toEqual(before);
      }
      await agrees(world, expected);
      await world.end();
    }),
    { numRuns: 15 },
  );
});

/** The books say what is expected, now and when everything is worked out again. */
async function agrees(world: World, expected: Expected): Promise<void> {
  for (const agent of PEOPLE) {
    const { items } = await world.node.read((sight) => showKeys(sight, agent));
    const living = items.flatMap((key) => (key.ended === null ? [key.publicKey] : []));
    const wanted = devices.flatMap((device, one) =>
      expected.lives(agent, one) ? [device.publicKey] : [],
    );
    expect(living.toSorted()).toEqual(wanted.toSorted());
  }
  const broken = await world.node.read(({ tx }) =>
    Promise.all(truths.map(({ query }) => tx.all(query))),
  );
  expect(broken.flat()).toEqual([]);
  await isSound(world);
  const room = scratchDirectory();
  await world.node.exportTo(join(room, 'archive'));
  expect((await verifyArchive(join(room, 'archive'))).status).toBe('sound');
  rmSync(room, { recursive: true, force: true });
}
