import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Admission, readUnsigned } from './actions/admission.ts';
import type { ActOf, Sight } from './actions/action.ts';
import { Books } from './actions/books.ts';
import type { Admitted, Following } from './actions/books.ts';
import { actionsByType } from './actions/catalogue.ts';
import { showPaymentWithParts } from './actions/payments/payment-parts.ts';
import { FIRST_NAMES, foundingAct } from './actions/node/found-node.ts';
import { Writer } from './actions/writer.ts';
import { Doorkeeper } from './actions/doors/doorkeeper.ts';
import { Watchers } from './actions/doors/watchers.ts';
import type { NodeEvent, Watched } from './actions/doors/watchers.ts';
import { checkBooks } from './checks/check-books.ts';
import type { CheckReport } from './checks/check-books.ts';
import { ID_BYTES, idOf } from './domain/agents/id.ts';
import type { IdPrefix } from './domain/agents/id.ts';
import { signCheckpoint } from './domain/record/checkpoint.ts';
import { canonicalJson } from './domain/record/canonical-json.ts';
import { sha256Hex, toHex } from './domain/record/hash.ts';
import { Refusal, refuse } from './domain/refusals.ts';
import { readImport } from './imports/readers.ts';
import { eraseEndedKeys } from './jobs/ended-keys.ts';
import { STIRRING, TEND_EVERY_MS, dueToday } from './jobs/tend.ts';
import { machineDisk } from './keyring/disk.ts';
import { Keyring } from './keyring/keyring.ts';
import { ownerToken } from './keyring/owner-token.ts';
import { RecordAppender } from './store/appender.ts';
import { writeArchive } from './store/archive.ts';
import type { Manifest } from './store/archive.ts';
import type { Engine } from './store/engine.ts';
import { findNode } from './store/record.ts';
import type { NodeRow } from './store/record.ts';
import { explain, openSqlite } from './store/sqlite/engine.ts';
import { lockData } from './store/sqlite/lock.ts';
import type { Lock } from './store/sqlite/lock.ts';
import { ownFile } from './store/sqlite/own-file.ts';
import { openTables } from './tables/tables.ts';
import type { Tables } from './tables/tables.ts';

/** Names of the files in a data directory. */
export const DATA_FILES = {
  database: 'webizen.sqlite',
  lock: 'webizen.lock',
  keys: 'keys',
  token: 'token',
} as const;

/** What a node runs on. Everything that differs from one run to the next comes in here. */
export interface NodeParts {
  readonly dataDir: string;
  readonly clock: () => Date;
  /** Fresh random bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  /** Seals the keys that the node keeps. */
  readonly passphrase?: string | undefined;
  readonly tables?: Tables;
  /** What node and owner are called at the first start. */
  readonly names?: { readonly node: string; readonly owner: string };
  /** How long to wait for another process to let go of the directory, milliseconds. */
  readonly patienceMs?: number;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly log?: (line: string) => void;
}

/** A running node: its books behind one writer, and the keys that it keeps. */
export interface WebizenNode extends Watched {
  readonly id: string;
  /** The node's own machine agent. */
  readonly agent: string;
  readonly owner: string;
  readonly dataDir: string;
  /** Whoever has it reads everything and uses the kept keys: the owner. */
  readonly token: string;
  readonly keyring: Keyring;
  /** Links and sessions of this machine. */
  readonly doorkeeper: Doorkeeper;
  /** What the node's clock says. */
  now(): Date;
  /** Takes a signed act in; resolves, with what the act says it did, once it is on the disk. */
  submit(act: unknown, allow?: Allow): Promise<unknown>;
  /** What an act would do; nothing is written. */
  preview(unsigned: unknown): Promise<unknown>;
  read<T>(work: (sight: Sight) => Promise<T>): Promise<T>;
  /** Reads a repository, a history or a time sheet into draft lines; writes nothing. */
  readonly readSource: typeof readImport;
  /** Recomputes everything from the record. */
  check(progress?: (entries: number) => void): Promise<CheckReport>;
  /** Writes all that the node is into an empty directory. */
  exportTo(directory: string, options?: ExportOptions): Promise<Manifest>;
  /** Does what the calendar asks, and resolves when it is done. */
  tend(): Promise<void>;
  close(): Promise<void>;
}

/** Decides whether an act may come in, beside its own rules. @throws Refusal */
export type Allow = (act: ActOf<unknown>, sight: Sight) => Promise<void>;

/** How a node is exported. */
export interface ExportOptions {
  readonly keys?: boolean;
  readonly progress?: (entries: number) => void;
}

/**
 * Opens the node of a data directory; makes one, with its owner, at the first start.
 *
 * @throws Refusal data-in-use, store-foreign, store-newer, store-damaged, disk-full,
 *   disk-read-only, and those of the keyring
 */
export async function openNode(parts: NodeParts): Promise<WebizenNode> {
  let lock: Lock | undefined;
  let engine: Engine | undefined;
  try {
    await mkdir(parts.dataDir, { recursive: true, mode: 0o700 });
    lock = lockData(join(parts.dataDir, DATA_FILES.lock), parts.dataDir, parts.patienceMs);
    ownFile(join(parts.dataDir, DATA_FILES.database));
    engine = openSqlite(join(parts.dataDir, DATA_FILES.database));
    const token = await ownerToken(join(parts.dataDir, DATA_FILES.token), parts.random);
    const node = new RunningNode({ ...parts, engine, lock, token });
    await node.begin();
    return node;
  } catch (error) {
    await engine?.close();
    lock?.release();
    throw explain(error, parts.dataDir);
  }
}

interface RunningParts extends NodeParts {
  readonly engine: Engine;
  readonly lock: Lock;
  readonly token: string;
}

class RunningNode implements WebizenNode {
  readonly readSource = readImport;
  readonly keyring: Keyring;
  readonly doorkeeper: Doorkeeper;
  readonly dataDir: string;
  readonly token: string;
  readonly #parts: RunningParts;
  readonly #engine: Engine;
  readonly #books: Books;
  readonly #writer: Writer;
  readonly #appender = new RecordAppender();
  readonly #watchers: Watchers;
  #row: NodeRow | undefined;
  #admission: Admission | undefined;
  #tending: Promise<void> | undefined;
  #calendar: NodeJS.Timeout | undefined;

  constructor(parts: RunningParts) {
    this.#parts = parts;
    this.#engine = parts.engine;
    this.dataDir = parts.dataDir;
    this.token = parts.token;
    this.keyring = new Keyring({
      directory: join(parts.dataDir, DATA_FILES.keys),
      disk: machineDisk,
      random: parts.random,
      passphrase: parts.passphrase,
    });
    this.doorkeeper = new Doorkeeper(parts);
    this.#watchers = new Watchers(this.#engine, () => this.#appender.size);
    this.#books = new Books({
      actions: actionsByType,
      tables: parts.tables ?? openTables(),
      appender: this.#appender,
    });
    this.#writer = new Writer({
      engine: this.#engine,
      books: this.#books,
      sign: (following) => this.#signOwn(following),
      seal: async (tx) => {
        const { id, agent } = this.#founded();
        const key = await this.keyring.signingKey(agent);
        await this.#appender.seal(tx, (size, root) =>
          signCheckpoint({ origin: id, size, root }, key),
        );
      },
      reload: () => this.#load(),
    });
  }

  get id(): string {
    return this.#founded().id;
  }

  get agent(): string {
    return this.#founded().agent;
  }

  get owner(): string {
    return this.#founded().owner;
  }

  now(): Date {
    return this.#parts.clock();
  }

  async begin(): Promise<void> {
    await this.#readOwn(() => this.#load());
    if (this.#row === undefined) await this.#found();
    await this.#adoptTables();
    await eraseEndedKeys({ ...this.#parts, keyring: this.keyring });
    await this.#readOwn(() => this.tend());
    this.#calendar = setInterval(() => this.#tendSoon(), TEND_EVERY_MS).unref();
  }

  /** What this node wrote it can read: else something else has written there. */
  async #readOwn(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.#parts.log?.(`Opening failed: ${String(error)}`);
      refuse('store-damaged', { path: join(this.dataDir, DATA_FILES.database) });
    }
  }

  async submit(value: unknown, allow?: Allow): Promise<unknown> {
    const admitted = await this.#door().admit(value);
    if (allow !== undefined) await this.read((sight) => allow(admitted.act, sight));
    await this.#writer.perform(admitted);
    this.#watchers.stir();
    const { act } = admitted;
    if (STIRRING.has(act.type)) this.#tendSoon();
    if (act.type === 'agent.unkeyed') await this.#keyEnded(act.body as { publicKey: string });
    return this.read((sight) => this.#books.actionOf(act.type).answer(act, sight));
  }

  async preview(value: unknown): Promise<unknown> {
    const admitted = this.#door().rehearsal(readUnsigned(value));
    const { act } = admitted;
    return this.#writer.preview(admitted, async (tx) => {
      const sight = this.#books.sight(tx, admitted.recordedAt);
      if (act.type === 'payment.received') return showPaymentWithParts(sight, act.id);
      return this.#books.actionOf(act.type).answer(act, sight);
    });
  }

  watch(tell: (event: NodeEvent) => void, closed: () => void): () => void {
    return this.#watchers.add(tell, closed);
  }

  endWatches(): void {
    this.#watchers.close();
  }

  eventsSince(seq: number, atMost: number): Promise<readonly NodeEvent[] | undefined> {
    return this.#watchers.since(seq, atMost);
  }

  read<T>(work: (sight: Sight) => Promise<T>): Promise<T> {
    const now = this.#now();
    return this.#engine.read((tx) => work(this.#books.sight(tx, now)));
  }

  async check(progress?: (entries: number) => void): Promise<CheckReport> {
    // A look of its own, so that nobody who reads or writes waits for it.
    const engine = openSqlite(join(this.dataDir, DATA_FILES.database));
    try {
      return await checkBooks(engine, {
        actions: actionsByType,
        tables: this.#parts.tables ?? openTables(),
        scratch: () => openSqlite(':memory:'),
        ...(progress === undefined ? {} : { progress }),
      });
    } finally {
      await engine.close();
    }
  }

  async exportTo(directory: string, options: ExportOptions = {}): Promise<Manifest> {
    await this.tend();
    await this.#writer.idle();
    return writeArchive(directory, {
      engine: this.#engine,
      node: this.id,
      root: toHex(this.#appender.root),
      entries: this.#appender.size,
      keys: options.keys === false ? null : await this.keyring.exportAll(),
      ...(options.progress === undefined ? {} : { progress: options.progress }),
    });
  }

  async tend(): Promise<void> {
    while (this.#tending !== undefined) await this.#tending;
    const due = await this.#engine.read((tx) => dueToday(tx, this.#now().slice(0, 10)));
    for (const following of due) await this.#tendTo(following);
    this.#watchers.stir();
  }

  /** What is refused today is asked again tomorrow; it must not keep the node from opening. */
  async #tendTo(following: Following): Promise<void> {
    try {
      await this.#writer.perform(await this.#signOwn(following));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error;
      this.#parts.log?.(`${following.type} ${following.id}: ${error.message}`);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#calendar);
    this.#watchers.close();
    while (this.#tending !== undefined) await this.#tending;
    await this.#writer.idle();
    await this.#engine.close();
    this.#parts.lock.release();
  }

  #tendSoon(): void {
    this.#tending ??= new Promise((resolve) => setImmediate(resolve))
      .then(async () => {
        this.#tending = undefined;
        await this.tend();
      })
      .catch((error: unknown) => this.#parts.log?.(`Tending failed: ${String(error)}`));
  }

  async #keyEnded({ publicKey }: { readonly publicKey: string }): Promise<void> {
    await this.doorkeeper.keyEnded(publicKey);
    await eraseEndedKeys({ ...this.#parts, keyring: this.keyring });
  }

  async #load(): Promise<void> {
    await this.#engine.read(async (tx) => {
      this.#row = await findNode(tx);
      await this.#books.load(tx, this.#row);
    });
    if (this.#row !== undefined) this.#admission = this.#admissionFor(this.#row.id);
  }

  #admissionFor(node: string): Admission {
    const { clock, random } = this.#parts;
    const actionOf = (type: string) => this.#books.actionOf(type);
    return new Admission({ engine: this.#engine, actionOf, node, clock, random });
  }

  /** The first act of all: the owner says that this node is theirs. */
  async #found(): Promise<void> {
    const { names = FIRST_NAMES } = this.#parts;
    const [id, agent, owner] = [this.#newId('node_'), this.#newId('agent_'), this.#newId('agent_')];
    const unsigned = foundingAct({
      names,
      composedAt: this.#now(),
      node: id,
      agent: { id: agent, publicKey: await this.keyring.create(agent) },
      owner: { id: owner, publicKey: await this.keyring.create(owner) },
    });
    const { act, forms } = await this.keyring.sign(owner, unsigned);
    this.#row = { id, name: names.node, agent, owner, foundedAt: unsigned.composedAt };
    this.#admission = this.#admissionFor(id);
    await this.#writer.perform(this.#admission.admitOwn(act, forms));
  }

  /** Values are worked out by the tables of the day, so the record says which those are. */
  async #adoptTables(): Promise<void> {
    const tables = this.#books.newTables;
    if (tables === undefined) return;
    const id = sha256Hex(canonicalJson([this.#appender.size, tables])).slice(0, 40);
    await this.#writer.perform(
      await this.#signOwn({ type: 'tables.adopted', id, body: { tables } }),
    );
  }

  async #signOwn({ type, id, body }: Following): Promise<Admitted> {
    const { id: node, agent } = this.#founded();
    const unsigned = { type, id, by: agent, node, composedAt: this.#now(), body };
    const { act, forms } = await this.keyring.sign(agent, unsigned);
    return this.#door().admitOwn(act, forms);
  }

  #newId(prefix: IdPrefix): string {
    return idOf(prefix, this.#parts.random(ID_BYTES));
  }

  #door(): Admission {
    if (this.#admission === undefined) throw new Error('The node is not open yet.');
    return this.#admission;
  }

  #founded(): NodeRow {
    if (this.#row === undefined) throw new Error('The node is not founded yet.');
    return this.#row;
  }

  #now(): string {
    return this.#parts.clock().toISOString();
  }
}
