/**
 * A value that can be bound to a statement. Integers are bigint so that money never loses a digit.
 */
export type Param = string | bigint | number | null | Uint8Array;

/** One row as the engine gives it: every INTEGER column is a bigint, TEXT a string, BLOB bytes. */
export type Row = Record<string, string | bigint | number | null | Uint8Array>;

/**
 * What a store needs of a database, and no more. `?` marks parameters. Asynchronous, because the
 * server engine will be; the embedded one answers at once.
 */
export interface Tx {
  all<T = Row>(sql: string, ...params: Param[]): Promise<T[]>;
  get<T = Row>(sql: string, ...params: Param[]): Promise<T | undefined>;
  run(sql: string, ...params: Param[]): Promise<void>;
  /** Gives every row to `take`, one by one, so that a large table needs little memory. */
  each<T = Row>(sql: string, take: (row: T) => void, ...params: Param[]): Promise<void>;
}

/** A transaction that may write. A savepoint undoes all of its work when its work throws. */
export interface WriteTx extends Tx {
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * A database behind a narrow port. `write` commits durably before it resolves; there is one
 * writer, so nobody waits inside. `read` sees one consistent state, whatever is being written.
 */
export interface Engine {
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
