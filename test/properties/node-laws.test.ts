// Arbitrary histories of whole nodes, and what must hold of every one of them, after every act.
/* oxlint-disable vitest/no-standalone-expect -- what holds is asserted in one place */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkAnswer } from '../../src/actions/works/answers.ts';
import { importNode, verifyArchive } from '../../src/archive.ts';
import { truths } from '../../src/checks/truths.ts';
import { Refusal } from '../../src/domain/refusals.ts';
import { World, cash, filesIn, isSound, newWorld, paying, scratchDirectory } from '../world.ts';

const PEOPLE = ['agent_ana', 'agent_ben', 'agent_cy'] as const;
const WORKS = [
  { work: 'guide', currency: 'AUD' },
  { work: 'seeds', currency: 'EUR' },
  { work: 'maps', currency: 'JPY' },
] as const;
const SCALES: Readonly<Record<string, number>> = { AUD: 2, EUR: 2, JPY: 0, SPARK: 6 };
/** What one unit of a currency is worth, so that all rates between them agree. */
const WORTH: Readonly<Record<string, number>> = { AUD: 100, EUR: 160, JPY: 1, SPARK: 40 };

const who = fc.constantFrom(...PEOPLE);
const work = fc.nat(WORKS.length - 1);
const minor = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300_000 }));
const which = fc.nat(20);
const command = fc.oneof(
  fc.record({ does: fc.constant('give' as const), who, work, minor }),
  fc.record({
    does: fc.constant('pay' as const),
    work,
    minor,
    currency: fc.constantFrom('AUD', 'EUR', 'JPY', 'SPARK'),
    tax: fc.constantFrom('0', '0.1', '0.077'),
    gift: fc.boolean(),
  }),
  fc.record({ does: fc.constant('reverse' as const), which }),
  fc.record({ does: fc.constant('cancel' as const), which }),
  fc.record({ does: fc.constant('payOut' as const), which, part: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ does: fc.constant('sweep' as const) }),
  fc.record({ does: fc.constant('wait' as const), months: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ does: fc.constant('settle' as const), work }),
  fc.record({ does: fc.constant('restart' as const) }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const decimal = (units: number | bigint, currency: string): string => {
  const scale = SCALES[currency] ?? 0;
  const digits = String(units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
};

/** A history in the making: the world, and what the acts so far have made. */
class History {
  readonly world: World;
  readonly payments: string[] = [];
  readonly contributions: { id: string; by: string }[] = [];
  readonly #earned = new Map<string, bigint>();
  readonly #open = new Set<string>();
  #month = 0;
  #count = 0;

  constructor(world: World) {
    this.world = world;
  }

  async begin(): Promise<this> {
    for (const id of PEOPLE) await this.world.person(id, `Maker ${id}`);
    const body = { code: 'SPARK', scale: 6, name: 'Sparks' };
    await this.world.act({ by: this.world.owner, type: 'currency.added', id: 'cur_1', body });
    await this.world.begin({ work: 'maps', currency: 'JPY', signers: PEOPLE });
    await this.world.begin({
      work: 'seeds',
      currency: 'EUR',
      buildsOn: [['maps', '0.1']],
      terms: { surplus: 'reserve', 'deficit.advance': true, 'split.reserve': '0.1' },
      signers: PEOPLE,
    });
    const growing = { 'delay.rate': '0.08', 'delay.grace': 'P0D', 'delay.ceiling': '1.8' };
    const shares = { 'split.host': '0.03', 'split.reserve': '0.05' };
    await this.world.begin({
      work: 'guide',
      buildsOn: [['seeds', '0.25']],
      terms: { ...growing, ...shares, 'open.threshold': '0.9', surplus: 'next-release' },
      signers: PEOPLE,
    });
    return this;
  }

  /** Does what is said. What is refused must have changed nothing. */
  async take(command: Command): Promise<void> {
    await this.world.node.tend();
    const before = await this.world.digests();
    try {
      await this.#does(command);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
      expect(await this.world.digests()).toEqual(before);
    }
    await this.#holds();
  }

  async #does(command: Command): Promise<void> {
    const id = `n${++this.#count}`;
    switch (command.does) {
      case 'give':
        return this.#give(id, command);
      case 'pay':
        return this.#pay(id, command);
      case 'reverse':
        return this.#reverse(id, command.which);
      case 'cancel':
        return this.#cancel(id, command.which);
      case 'payOut':
        return this.#payOut(id, command);
      case 'sweep':
        return this.#sweep(id);
      case 'wait':
        this.#month += command.months;
        await this.world.on(this.#today()).node.tend();
        return;
      case 'settle':
        return this.#settle(id, command.work);
      case 'restart':
        return this.world.reopen();
    }
  }

  #today(): string {
    const month = 3 + this.#month;
    return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
  }

  async #give(id: string, given: { who: string; work: number; minor: number }): Promise<void> {
    const { work: name, currency } = WORKS[given.work] ?? WORKS[0];
    const release = (await this.world.work(name)).release.id;
    const amount = decimal(given.minor, currency);
    await this.world.give(cash(given.who, id, { work: name, amount, unit: currency, release }));
    this.contributions.push({ id, by: given.who });
  }

  async #pay(
    id: string,
    given: { work: number; minor: number; currency: string; tax: string; gift: boolean },
  ): Promise<void> {
    const { work: name, currency: home } = WORKS[given.work] ?? WORKS[0];
    const { currency, tax: taxRate, gift } = given;
    const rate = ((WORTH[currency] ?? 1) / (WORTH[home] ?? 1)).toFixed(6);
    const exchange = currency === home ? {} : { exchange: { rate, source: 'the market' } };
    const more = { work: name, currency, taxRate, gift, ...exchange };
    await this.world.act(paying(this.world.owner, id, decimal(given.minor, currency), more));
    this.payments.push(id);
  }

  /** Pays all that is owed, so that histories reach what comes after an opening. */
  async #settle(id: string, index: number): Promise<void> {
    const { work: name, currency } = WORKS[index] ?? WORKS[0];
    const amount = decimal(10_000_000, currency);
    await this.world.act(paying(this.world.owner, id, amount, { work: name, currency }));
    this.payments.push(id);
  }

  async #reverse(id: string, index: number): Promise<void> {
    const payment = this.payments[index % Math.max(this.payments.length, 1)];
    if (payment === undefined) return;
    const body = { payment, reason: 'it bounced' };
    await this.world.act({ by: this.world.owner, type: 'payment.reversed', id, body });
  }

  async #cancel(id: string, index: number): Promise<void> {
    const given = this.contributions[index % Math.max(this.contributions.length, 1)];
    if (given === undefined) return;
    const body = { contribution: given.id };
    await this.world.act({ by: given.by, type: 'contribution.cancelled', id, body });
  }

  async #payOut(
    id: string,
    { which: index, part }: { which: number; part: number },
  ): Promise<void> {
    const { due } = await this.world.dues();
    const one = due[index % Math.max(due.length, 1)];
    if (one === undefined) return;
    const { currency } = one.amount;
    const units = BigInt(one.amount.amount.replace('.', '')) / BigInt(part);
    const body = { to: one.agent, amount: { amount: decimal(units, currency), currency } };
    await this.world.act({ by: this.world.owner, type: 'payout.recorded', id, body });
  }

  async #sweep(id: string): Promise<void> {
    await this.world.act({ by: this.world.owner, type: 'work.swept', id, body: {} });
  }

  /** What holds of every node at every moment. */
  async #holds(): Promise<void> {
    for (const { truth, query } of truths) {
      const broken = await this.world.node.read(({ tx }) => tx.all(query));
      expect(broken, truth).toEqual([]);
    }
    for (const { work: name } of WORKS) this.#holdsOf(await this.world.work(name));
  }

  #holdsOf({ id, obligation, owed, paid, dust, release, people }: WorkAnswer): void {
    const units = (text: string): bigint => BigInt(text.replace('.', ''));
    expect(units(owed.amount) + units(paid.amount)).toBe(units(obligation.amount));
    expect(units(dust.amount)).toBeGreaterThanOrEqual(0n);
    if (this.#open.has(release.id)) expect(release.status).toBe('open');
    if (release.status === 'open') this.#open.add(release.id);
    for (const { agent, earned, received, outstanding } of people) {
      for (const [index, { amount, currency }] of earned.entries()) {
        const key = [id, release.id, agent, currency].join(' ');
        const before = this.#earned.get(key) ?? 0n;
        expect(units(amount), `what ${key} earned`).toBeGreaterThanOrEqual(before);
        this.#earned.set(key, units(amount));
        const had = units(received[index]?.amount ?? '0');
        expect(had).toBeLessThanOrEqual(units(amount));
        expect(units(outstanding[index]?.amount ?? '')).toBe(units(amount) - had);
      }
    }
  }
}

/** Export, import, export: the same bytes, the same tables. */
async function travels(world: World): Promise<void> {
  const room = scratchDirectory();
  const [first, second] = [join(room, 'first'), join(room, 'second')];
  const dataDir = join(room, 'data');
  try {
    await world.node.exportTo(first);
    await importNode({ from: first, dataDir });
    const moved = await new World({ dataDir, seed: 'moved', on: '2026-04-15' }).open();
    expect(await moved.digests()).toEqual(await world.digests());
    await moved.node.exportTo(second);
    await moved.close();
    expect(filesIn(second)).toEqual(filesIn(first));
    expect(await verifyArchive(first)).toMatchObject({ status: 'sound' });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

test('conserves money, takes back no earnings, and can be replayed, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 30 }), async (commands) => {
      const world = await newWorld({ seed: 'laws', on: '2026-04-15' });
      try {
        const history = await new History(world).begin();
        for (const one of commands) await history.take(one);
        await isSound(world);
        await travels(world);
      } finally {
        await world.end();
      }
    }),
    { numRuns: 12 },
  );
});
