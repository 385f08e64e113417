// A whole node in a directory of its own, with a clock that stands where a story puts it and
// randomness that a seed decides. Acts are composed, signed by keys that the node keeps, and
// submitted, as every client does it.

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import type { AgreementAnswer } from '../src/actions/agreements/answers.ts';
import { showVersion } from '../src/actions/agreements/show-agreement.ts';
import type { ContributionAnswer } from '../src/actions/contributions/answers.ts';
import type { PaymentAnswer, PreviewAnswer } from '../src/actions/payments/answers.ts';
import type { PayoutAnswer, PayoutListAnswer } from '../src/actions/payouts/answers.ts';
import { listPayouts } from '../src/actions/payouts/show-payout.ts';
import { showStatement } from '../src/actions/statement/show-statement.ts';
import type { WorkAnswer } from '../src/actions/works/answers.ts';
import { showWork } from '../src/actions/works/show-work.ts';
import type { Money } from '../src/domain/money/amount.ts';
import { sha256 } from '../src/domain/record/hash.ts';
import { Refusal } from '../src/domain/refusals.ts';
import type { RefusalCode } from '../src/domain/refusals.ts';
import { openNode } from '../src/node.ts';
import type { NodeParts, WebizenNode } from '../src/node.ts';
import { digestTables } from '../src/store/compare.ts';
import type { TableDigest } from '../src/store/compare.ts';
import { openTables } from '../src/tables/tables.ts';
import type { Tables } from '../src/tables/tables.ts';
import type { Said } from './stage.ts';

/** An empty directory for one test; `end` of a world removes its own. */
export const scratchDirectory = (): string => mkdtempSync(join(tmpdir(), 'webizen-test-'));

let shared: Tables | undefined;
/** The tables, read once for all tests of a file. */
export const testTables = (): Tables => (shared ??= openTables());

/** Bytes that look random and are the same for the same seed. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    const found: number[] = [];
    while (found.length < bytes) found.push(...sha256(`${seed} ${count++}`));
    return Uint8Array.from(found.slice(0, bytes));
  };
}

/** What a world may be given. */
export interface WorldParts extends Partial<Pick<NodeParts, 'dataDir' | 'log'>> {
  readonly seed?: string;
  /** The day on which it begins. */
  readonly on?: string;
}

/** A node, and those who act on it. */
export class World {
  readonly dataDir: string;
  readonly #seed: string;
  #openings = 0;
  #node: WebizenNode | undefined;
  #now: string;
  #count = 0;

  constructor({ dataDir, seed, on }: WorldParts) {
    this.dataDir = dataDir ?? scratchDirectory();
    this.#seed = seed ?? 'world';
    this.#now = instantOn(on ?? '2026-06-01');
  }

  get node(): WebizenNode {
    if (this.#node === undefined) throw new Error('This world is closed.');
    return this.#node;
  }

  get owner(): string {
    return this.node.owner;
  }

  /** Opens the node of the directory: the first time, and after `close`. */
  async open(): Promise<this> {
    this.#node = await openNode({
      dataDir: this.dataDir,
      clock: () => new Date(this.#now),
      random: seededRandom(`${this.#seed} ${this.#openings++}`),
      tables: testTables(),
      patienceMs: 0,
      names: { node: 'The shelf', owner: 'Tamsin Reed' },
    });
    return this;
  }

  async close(): Promise<void> {
    await this.#node?.close();
    this.#node = undefined;
  }

  async reopen(): Promise<void> {
    await this.close();
    await this.open();
  }

  /** Closes the node and removes its directory. */
  async end(): Promise<void> {
    await this.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Puts the clock to a day, at nine in the morning UTC, or to an instant. */
  on(day: string): this {
    this.#now = instantOn(day);
    return this;
  }

  /** The act, composed now and signed. */
  async signed({ by, type, id, body }: Said): Promise<unknown> {
    const unsigned = { type, id, by, node: this.node.id, composedAt: this.#now, body };
    return (await this.node.keyring.sign(by, unsigned)).act;
  }

  /** Composes, signs and submits. @throws Refusal */
  async act<A = unknown>(said: Said): Promise<A> {
    return (await this.node.submit(await this.signed(said))) as A;
  }

  /** What an act would do. @throws Refusal */
  async preview({ by, type, id, body }: Said): Promise<PreviewAnswer> {
    const unsigned = { type, id, by, node: this.node.id, composedAt: this.#now, body };
    return (await this.node.preview(unsigned)) as PreviewAnswer;
  }

  /** Adds a person, or another kind of agent, whose key the node keeps. */
  async person(id: string, name: string, more: object = {}): Promise<void> {
    const publicKey = await this.node.keyring.ensure(id);
    const body = { name, kind: 'person', publicKey, keptByNode: true, ...more };
    await this.act({ by: this.owner, type: 'agent.added', id, body });
  }

  /** Drafts an agreement and has it signed. */
  async agree(asked: Agreeing): Promise<AgreementAnswer> {
    const { work, release, by = this.owner, preset = 'award', terms = {}, signers } = asked;
    const id = asked.id ?? `agr_${++this.#count}`;
    const body = { work, release, preset, terms };
    const drafted = await this.act<AgreementAnswer>({ by, type: 'agreement.drafted', id, body });
    for (const signer of signers) await this.sign(drafted, signer);
    return drafted;
  }

  /** Adds a work whose release 1 is `rel_` and its name, with an agreement that these sign. */
  async begin({
    work,
    currency = 'AUD',
    buildsOn,
    signers,
    ...agreeing
  }: Beginning): Promise<void> {
    const release = `rel_${work}`;
    const body = { title: `The ${work}`, kind: 'software', currency, release };
    const upstream = buildsOn?.map(([on, share]) => ({ release: `rel_${on}`, share }));
    const whole = upstream === undefined ? body : { ...body, buildsOn: upstream };
    await this.act({ by: this.owner, type: 'work.added', id: work, body: whole });
    const all = [this.owner, ...signers];
    await this.agree({ id: `agr_${work}`, work, release, signers: all, ...agreeing });
  }

  version(id: string): Promise<AgreementAnswer> {
    return this.node.read((sight) => showVersion(sight, id));
  }

  async sign({ id: agreement, termsHash, textHash }: AgreementAnswer, by: string): Promise<void> {
    const body = { agreement, termsHash, textHash };
    await this.act({ by, type: 'agreement.signed', id: `sig_${agreement}_${by}`, body });
  }

  /** Hands in a contribution and has it accepted by the owner, or by whom is named. */
  async give(said: Said, reviewer: string = this.owner): Promise<ContributionAnswer> {
    await this.act(said);
    return this.act(accepting(said.id, reviewer));
  }

  pay(id: string, amount: string, more: PayMore): Promise<PaymentAnswer> {
    return this.act(paying(this.owner, id, amount, more));
  }

  work(id: string): Promise<WorkAnswer> {
    return this.node.read((sight) => showWork(sight, id));
  }

  statement(agent: string): Promise<Awaited<ReturnType<typeof showStatement>>> {
    return this.node.read((sight) => showStatement(sight, agent));
  }

  dues(): Promise<PayoutListAnswer> {
    return this.node.read((sight) => listPayouts(sight));
  }

  payOut(id: string, to: string, amount: string, currency = 'AUD'): Promise<PayoutAnswer> {
    const body = { to, amount: { amount, currency } };
    return this.act({ by: this.owner, type: 'payout.recorded', id, body });
  }

  /** Of each who holds a claim in a work: what they have earned, as `amount currency`. */
  async earned(work: string): Promise<Record<string, string>> {
    const { people } = await this.work(work);
    const holders = people.filter(({ obligation }) => /[1-9]/.test(obligation.amount));
    return Object.fromEntries(
      holders.map(({ agent, earned }) => [agent, earned.map(moneyText).join(', ')]),
    );
  }

  /** What is on an account of the ledger, in minor units; 0 before anything was booked there. */
  balance(name: string, currency = 'AUD'): Promise<bigint> {
    return this.node.read(async ({ tx }) => {
      const sql = 'select balance_minor as minor from accounts where name = ? and currency = ?';
      return (await tx.get<{ minor: bigint }>(sql, name, currency))?.minor ?? 0n;
    });
  }

  digests(): Promise<TableDigest[]> {
    return this.node.read(({ tx }) => digestTables(tx));
  }
}

/** How an agreement is made. */
export interface Agreeing {
  readonly id?: string;
  readonly work: string;
  readonly release: string;
  readonly by?: string;
  readonly preset?: string;
  readonly terms?: object;
  readonly signers: readonly string[];
}

/** What a payment says beside its amount. */
export interface PayMore {
  readonly work: string;
  readonly currency?: string;
  readonly payer?: string;
  readonly from?: string;
  readonly [more: string]: unknown;
}

/** How a work is begun, and which works it builds on with which share. */
export interface Beginning extends Omit<Agreeing, 'release' | 'id'> {
  readonly currency?: string;
  readonly buildsOn?: readonly (readonly [work: string, share: string])[];
}

/** The act by which somebody gives cash to a work that was begun. */
export const cash = (
  by: string,
  id: string,
  given: { readonly work: string; readonly amount: string; readonly [more: string]: unknown },
): Said => {
  const { work, amount: quantity, unit = 'AUD', on = '2026-04-01', ...more } = given;
  const release = `rel_${work}`;
  const when = { from: on, to: on };
  const body = { work, release, kind: 'cash', quantity, unit, ...when, evidence: [], ...more };
  return { by, type: 'contribution.added', id, body };
};

const instantOn = (day: string): string => (day.includes('T') ? day : `${day}T09:00:00.000Z`);

export const moneyText = ({ amount, currency }: Money): string => `${amount} ${currency}`;

/** The act by which a payment comes in. */
export function paying(by: string, id: string, amount: string, given: PayMore): Said {
  const { currency = 'AUD', payer = 'Harbour Books', from, ...more } = given;
  const who = from === undefined ? { payer: { name: payer } } : { from };
  const body = { amount: { amount, currency }, ...who, ...more };
  return { by, type: 'payment.received', id, body };
}

/** The act by which somebody accepts a contribution. */
export const accepting = (contribution: string, by: string): Said => ({
  by,
  type: 'contribution.accepted',
  id: `acc_${contribution}_${by}`,
  body: { contribution },
});

/** A world that is open. */
export const newWorld = (parts: WorldParts = {}): Promise<World> => new World(parts).open();

/** The refusal that some work ends in. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const found: unknown = await work.then(
    (value) => new Error(`It was not refused: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (found instanceof Refusal) return found;
  throw found instanceof Error ? found : new Error(String(found));
}

/** Asserts that an act is refused under that name, and that the refusal changes nothing. */
export async function refusesWithoutChange(
  world: World,
  said: Said,
  code: RefusalCode,
): Promise<Refusal> {
  await world.node.tend();
  const before = await world.digests();
  const refusal = await refusalOf(world.act(said));
  expect(refusal.code).toBe(code);
  expect(await world.digests()).toEqual(before);
  return refusal;
}

/** Every file below a directory, by its path within it. */
export function filesIn(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    names.toSorted().map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
}

/** Asserts that everything can be recomputed from the record. */
export async function isSound(world: World): Promise<void> {
  const { checks, status } = await world.node.check();
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(status).toBe('sound');
}
