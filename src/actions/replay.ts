import { canonicalJson } from '../domain/record/canonical-json.ts';
import { openCheckpoint } from '../domain/record/checkpoint.ts';
import { toHex } from '../domain/record/hash.ts';
import { fromMultikey } from '../domain/record/multibase.ts';
import type { NoteVerifier } from '../domain/record/note.ts';
import { OWN_ACTS } from '../domain/record/own-acts.ts';
import { verifyAct } from '../domain/record/act.ts';
import { refuse } from '../domain/refusals.ts';
import { RecordAppender } from '../store/appender.ts';
import type { Engine, WriteTx } from '../store/engine.ts';
import type { RecordedAct } from '../store/record.ts';
import { insertCheckpoint } from '../store/record.ts';
import type { Tables } from '../tables/tables.ts';
import type { Action } from './action.ts';
import { admittedBefore } from './admission.ts';
import { Books } from './books.ts';
import type { Admitted, Following } from './books.ts';

/** One entry as it was kept: what the leaf hash can be checked against is optional. */
export interface KeptEntry extends Omit<RecordedAct, 'leafHash' | 'hash'> {
  readonly leafHash?: Uint8Array;
  readonly hash?: string;
}

/** A signed checkpoint as it was kept. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** A record to be run again. */
export interface KeptRecord {
  readonly entries: AsyncIterable<KeptEntry>;
  /** Oldest first. */
  readonly checkpoints: readonly KeptCheckpoint[];
}

/** What a replay needs beside the record. */
export interface ReplayParts {
  /** An empty store, which is then as the record says. */
  readonly engine: Engine;
  readonly actions: ReadonlyMap<string, Action<unknown>>;
  readonly tables: Tables;
  readonly progress?: (entries: number) => void;
}

/** What a replay found. */
export interface ReplayReport {
  readonly entries: number;
  readonly checkpoints: number;
  readonly root: string;
}

const CHUNK = 1000;

/**
 * Runs a record again from nothing, checking every signature, every commitment and every
 * checkpoint on the way. Afterwards the store is exactly what the record says.
 *
 * @throws Refusal record-damaged naming the entry where the record stops holding together
 */
export async function replay(kept: KeptRecord, parts: ReplayParts): Promise<ReplayReport> {
  return new Replay(kept, parts).run();
}

class Replay {
  readonly #kept: KeptRecord;
  readonly #parts: ReplayParts;
  readonly #books: Books;
  readonly #appender = new RecordAppender();
  readonly #entries: AsyncIterator<KeptEntry>;
  #checkpoints = 0;
  #verifier: NoteVerifier | undefined;
  /** The node's own agent, once the node is founded. */
  #machine: string | undefined;

  constructor(kept: KeptRecord, parts: ReplayParts) {
    this.#kept = kept;
    this.#parts = parts;
    this.#entries = kept.entries[Symbol.asyncIterator]();
    this.#books = new Books({ ...parts, appender: this.#appender });
  }

  async run(): Promise<ReplayReport> {
    let more = true;
    while (more) {
      more = await this.#parts.engine.write((tx) => this.#chunk(tx));
      this.#parts.progress?.(this.#appender.size);
    }
    if (this.#checkpoints < this.#kept.checkpoints.length) {
      damaged('a checkpoint speaks of entries that are not there');
    }
    if ((this.#kept.checkpoints.at(-1)?.size ?? 0) !== this.#appender.size) {
      damaged('its end is under no signed checkpoint');
    }
    return {
      entries: this.#appender.size,
      checkpoints: this.#checkpoints,
      root: toHex(this.#appender.root),
    };
  }

  async #chunk(tx: WriteTx): Promise<boolean> {
    for (let count = 0; count < CHUNK; count++) {
      const next = await this.#entries.next();
      if (next.done === true) return false;
      await this.#take(tx, next.value);
    }
    return true;
  }

  async #take(tx: WriteTx, entry: KeptEntry): Promise<void> {
    const admitted = await this.#admitted(tx, entry);
    const before = this.#appender.size;
    try {
      await this.#books.perform(tx, admitted, (following) => this.#followed(tx, following));
    } catch (error) {
      return damaged(`entry ${entry.seq} (${entry.type}) cannot have happened: ${String(error)}`);
    }
    if (this.#appender.size === before) damaged(`entry ${entry.seq} is there twice`);
    await this.#passCheckpoints(tx);
  }

  /** What followed from an act stands in the record right behind it, word for word. */
  async #followed(tx: WriteTx, following: Following): Promise<Admitted> {
    const next = await this.#entries.next();
    if (next.done === true) return damaged(`what follows is missing: ${following.type}`);
    const admitted = await this.#admitted(tx, next.value);
    const same =
      admitted.act.type === following.type &&
      admitted.act.id === following.id &&
      canonicalJson(admitted.act.body) === canonicalJson(following.body);
    return same ? admitted : damaged(`entry ${next.value.seq} is not what follows from the act`);
  }

  async #admitted(tx: WriteTx, entry: KeptEntry): Promise<Admitted> {
    // Entries that follow are read while the act before them is being taken in.
    await this.#passCheckpoints(tx);
    if (entry.seq !== this.#appender.size) damaged(`entry ${this.#appender.size} is missing`);
    try {
      const admitted = admittedBefore(entry, (type) => this.#books.actionOf(type));
      // That the key is one of the agent, and lives, is asked where the act is taken in.
      verifyAct(JSON.parse(entry.act), admitted.key);
      if (entry.act !== admitted.canonical) damaged('its text is not canonical');
      const { act } = admitted;
      if (act.type === 'node.founded') {
        this.#verifier ??= verifierOf(act.id, act.body);
        this.#machine ??= (act.body as FoundedBody).agent.id;
      }
      if (OWN_ACTS.has(act.type) && act.by !== this.#machine) {
        damaged(`its signer is ${act.by}, and only the node's own agent signs such an act`);
      }
      return admitted;
    } catch (error) {
      return damaged(`entry ${entry.seq}: ${String(error)}`);
    }
  }

  async #passCheckpoints(tx: WriteTx): Promise<void> {
    const next = this.#kept.checkpoints[this.#checkpoints];
    if (next === undefined || next.size > this.#appender.size) return;
    if (next.size < this.#appender.size) damaged(`the checkpoint at ${next.size} is out of order`);
    if (this.#verifier === undefined) return;
    const { root, size } = openCheckpoint(next.note, this.#verifier);
    if (toHex(root) !== toHex(this.#appender.root) || size !== BigInt(next.size)) {
      damaged(`the checkpoint at ${next.size} fits another history`);
    }
    await insertCheckpoint(tx, { ...next, frontier: this.#appender.peaks });
    this.#checkpoints++;
  }
}

const damaged = (what: string): never => refuse('record-damaged', { what });

interface FoundedBody {
  readonly agent: { readonly id: string; readonly publicKey: string };
}

const verifierOf = (origin: string, body: unknown): NoteVerifier => ({
  name: origin,
  publicKey: fromMultikey((body as FoundedBody).agent.publicKey),
});
