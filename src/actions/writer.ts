import { Refusal } from '../domain/refusals.ts';
import type { Engine, WriteTx } from '../store/engine.ts';
import type { Admitted, Books, SignFollowing } from './books.ts';

interface Command {
  readonly work: (tx: WriteTx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What the writer needs beside the books. */
export interface WriterParts {
  readonly engine: Engine;
  readonly books: Books;
  readonly sign: SignFollowing;
  /** Signs and writes a checkpoint over the record as it stands; once per commit. */
  readonly seal: (tx: WriteTx) => Promise<void>;
  /** Reads again what the books keep at hand, after a commit that failed. */
  readonly reload: () => Promise<void>;
}

/**
 * How many waiting commands one commit takes at most: enough that the sync of the disk costs each
 * little, few enough that signatures of the next are checked while these are committed.
 */
const BATCH_MAX = 128;

/**
 * The one writer of a node. It takes the commands that wait, decides each in turn on what the ones
 * before it left, and commits them together: one sync of the disk serves many. An answer goes out
 * only after the commit.
 */
export class Writer {
  readonly #parts: WriterParts;
  readonly #waiting: Command[] = [];
  #running: Promise<void> | undefined;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Takes an act into the books; resolves once it is on the disk. @throws Refusal */
  async perform(admitted: Admitted): Promise<void> {
    await this.#enqueue((tx) => this.#parts.books.perform(tx, admitted, this.#parts.sign));
  }

  /** Runs an act, lets `look` see what it would do, and undoes it. @throws Refusal */
  async preview<T>(admitted: Admitted, look: (tx: WriteTx) => Promise<T>): Promise<T> {
    const undo = new Error('The preview is over.');
    return this.#enqueue(async (tx) => {
      let seen: { value: T } | undefined;
      try {
        await tx.savepoint(async () => {
          seen = { value: await this.#parts.books.rehearse(tx, admitted, () => look(tx)) };
          throw undo;
        });
      } catch (error) {
        if (error !== undo) throw error;
      }
      if (seen === undefined) throw undo;
      return seen.value;
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  #enqueue<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      this.#running ??= this.#loop().finally(() => {
        this.#running = undefined;
      });
    });
  }

  async #loop(): Promise<void> {
    // One turn of the event loop, so that those who ask at the same time share one commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, BATCH_MAX));
  }

  async #commit(batch: readonly Command[]): Promise<void> {
    const outcomes: (() => void)[] = [];
    try {
      await this.#parts.engine.write(async (tx) => {
        for (const command of batch) outcomes.push(await decide(tx, command));
        await this.#parts.seal(tx);
      });
    } catch (error) {
      await this.#parts.reload().catch(() => undefined);
      for (const command of batch) command.reject(error);
      return;
    }
    for (const tell of outcomes) tell();
  }
}

/** Runs one command; a failure of its own is its alone, a failure of the disk is everybody's. */
async function decide(tx: WriteTx, command: Command): Promise<() => void> {
  try {
    const value = await command.work(tx);
    return () => command.resolve(value);
  } catch (error) {
    if (error instanceof Refusal && error.status >= 500) throw error;
    return () => command.reject(error);
  }
}
