import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { Refusal } from '../../domain/refusals.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Engine, Param, Tx, WriteTx } from '../engine.ts';
import { migrate, migrationsDone } from './migrate.ts';

const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** Errors of the file system, and what they are refused as. */
const SYSTEM_ERRORS: ReadonlyMap<unknown, RefusalCode> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'disk-failing'],
  ['EROFS', 'disk-read-only'],
  ['EACCES', 'disk-read-only'],
  ['EPERM', 'disk-read-only'],
]);

/** Turns an error of disk or database into a refusal that says what to do, where there is one. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error;
  const { code: name, errcode: code } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  const known = SYSTEM_ERRORS.get(name);
  if (known !== undefined) return new Refusal(known, { path });
  if (typeof code !== 'number') return error;
  const primary = code & 0xff;
  if (primary === SQLITE_FULL) return new Refusal('disk-full', { path });
  if (primary === SQLITE_IOERR) return new Refusal('disk-failing', { path });
  if (primary === SQLITE_READONLY || primary === SQLITE_CANTOPEN) {
    return new Refusal('disk-read-only', { path });
  }
  if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) {
    return new Refusal('store-damaged', { path });
  }
  return error;
}

class Connection implements WriteTx {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(path: string, readOnly = false) {
    this.#path = path;
    this.#database = new DatabaseSync(path, { readOnly });
    try {
      this.#database.exec(
        'pragma foreign_keys = on; pragma busy_timeout = 5000; pragma trusted_schema = off',
      );
      // What a savepoint may bring back fits in memory; a temporary file a command does not.
      this.#database.exec('pragma temp_store = memory');
      if (!readOnly) this.#database.exec('pragma journal_mode = wal; pragma synchronous = full');
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  async all<T>(sql: string, ...params: Param[]): Promise<T[]> {
    try {
      return this.#prepare(sql).all(...params) as T[];
    } catch (error) {
      throw explain(error, this.#path);
    }
  }

  async get<T>(sql: string, ...params: Param[]): Promise<T | undefined> {
    try {
      return this.#prepare(sql).get(...params) as T | undefined;
    } catch (error) {
      throw explain(error, this.#path);
    }
  }

  async run(sql: string, ...params: Param[]): Promise<void> {
    try {
      this.#prepare(sql).run(...params);
    } catch (error) {
      throw explain(error, this.#path);
    }
  }

  async each<T>(sql: string, take: (row: T) => void, ...params: Param[]): Promise<void> {
    try {
      for (const row of this.#prepare(sql).iterate(...params)) take(row as T);
    } catch (error) {
      throw explain(error, this.#path);
    }
  }

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const name = `s${this.#depth++}`;
    this.#prepare(`savepoint ${name}`).run();
    try {
      const result = await work();
      this.#prepare(`release ${name}`).run();
      return result;
    } catch (error) {
      // A full disk may already have rolled the whole transaction back, savepoints and all.
      if (this.#database.isTransaction) {
        this.#prepare(`rollback to ${name}`).run();
        this.#prepare(`release ${name}`).run();
      }
      throw error;
    } finally {
      this.#depth--;
    }
  }

  async within<T>(begin: 'begin' | 'begin immediate', work: () => Promise<T>): Promise<T> {
    this.#prepare(begin).run();
    try {
      const result = await work();
      this.#prepare('commit').run();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#prepare('rollback').run();
      throw error;
    }
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

/** Lets one piece of work in at a time, in the order of asking. */
class Turnstile {
  #last: Promise<unknown> = Promise.resolve();

  enter<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

interface Reader {
  readonly work: () => Promise<void>;
  readonly fail: (error: unknown) => void;
}

/** Those who ask to read while others are at it share one look at the database, one by one. */
class ReadingRoom {
  readonly #open: (work: () => Promise<void>) => Promise<void>;
  #waiting: Reader[] = [];

  /** @param open runs work within one transaction that reads, in its turn */
  constructor(open: (work: () => Promise<void>) => Promise<void>) {
    this.#open = open;
  }

  enter<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work: () => work().then(resolve, reject), fail: reject });
      if (this.#waiting.length === 1) this.#begin();
    });
  }

  #begin(): void {
    let readers: readonly Reader[] = [];
    const all = this.#open(async () => {
      // Whoever asks from here on may know of a later commit than this transaction sees.
      readers = this.#waiting;
      this.#waiting = [];
      for (const { work } of readers) await work();
    });
    all.catch((error: unknown) => {
      const failed = readers.length > 0 ? readers : this.#waiting.splice(0);
      for (const { fail } of failed) fail(error);
    });
  }
}

class SqliteEngine implements Engine {
  readonly #path: string;
  #writer: Connection;
  readonly #reader: Connection;
  readonly #writing = new Turnstile();
  readonly #reading: Turnstile;
  readonly #room: ReadingRoom;
  #broken = false;

  constructor(path: string) {
    this.#path = path;
    const done = migrationsDone(path);
    this.#writer = new Connection(path);
    try {
      migrate(this.#writer, done);
    } catch (error) {
      this.#writer.close();
      throw error;
    }
    const alone = path === ':memory:';
    this.#reader = alone ? this.#writer : new Connection(path, true);
    this.#reading = alone ? this.#writing : new Turnstile();
    this.#room = new ReadingRoom((work) =>
      this.#reading.enter(() => this.#guard(() => this.#reader.within('begin', work))),
    );
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#room.enter(() => this.#guard(() => work(this.#reader)));
  }

  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.#writing.enter(() =>
      this.#guard(async () => {
        if (this.#broken) this.#reopen();
        return this.#writer.within('begin immediate', () => work(this.#writer));
      }),
    );
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const explained = explain(error, this.#path);
      // After a failed sync nobody knows what the disk holds: never retried, always read afresh.
      if (explained instanceof Refusal && explained.code === 'disk-failing') this.#broken = true;
      throw explained;
    }
  }

  #reopen(): void {
    if (this.#path === ':memory:') return;
    this.#writer.close();
    this.#writer = new Connection(this.#path);
    this.#broken = false;
  }

  async close(): Promise<void> {
    await this.#writing.enter(async () => undefined);
    await this.#reading.enter(async () => undefined);
    if (this.#reader !== this.#writer) this.#reader.close();
    this.#writer.close();
  }
}

/**
 * Opens the embedded database (WAL, every commit synced), bringing an older one up to date.
 * `:memory:` gives one that lives as long as it is open.
 *
 * @throws Refusal store-foreign, store-newer, store-damaged, disk-full, disk-failing
 */
export function openSqlite(path: string): Engine {
  try {
    return new SqliteEngine(path);
  } catch (error) {
    throw explain(error, path);
  }
}
