import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, SQLInputValue>;

/** What one batch of payments wrote, read back from the node's own database. */
interface Batch {
  readonly acts: readonly ActRows[];
  readonly tiles: readonly Row[];
  readonly checkpoint: Row;
}

/** Every row that one payment wrote, those that it changed included. */
interface ActRows {
  readonly act: Row;
  readonly payment: Row;
  readonly transfer: Row;
  readonly entries: readonly Row[];
  readonly tranches: readonly Row[];
  readonly pool: Row;
}

interface Parts {
  readonly split: string;
  readonly tranches: readonly {
    readonly tranche: string;
    readonly minor: string;
    readonly value: string;
    readonly received: string;
    readonly after: { readonly outstanding: string };
  }[];
}

const INSERTED = {
  acts: ['seq', 'type', 'id', 'by', 'recorded_at', 'act', 'salt', 'hash', 'leaf_hash'],
  payments: [
    'id',
    'work',
    'release',
    'payer',
    'currency',
    'offered_minor',
    'accepted_minor',
    'excess_minor',
    'tax_minor',
    'body',
    'parts',
    'opened',
    'seq',
  ],
  transfers: ['id', 'kind', 'subject', 'happened_on', 'written_at', 'seq'],
  entries: [
    'transfer',
    'position',
    'account',
    'currency',
    'amount_minor',
    'balance_before_minor',
    'balance_after_minor',
    'version',
  ],
  record_tiles: ['level', 'idx', 'hash'],
  checkpoints: ['size', 'note', 'frontier'],
} as const;

const CHANGED = {
  account: `insert into accounts (name, currency, balance_minor, version) values (?, ?, ?, ?)
    on conflict (name, currency) do update
    set balance_minor = excluded.balance_minor, version = excluded.version`,
  pool: `insert into pools (release, currency, split_totals, deficit_minor, deficit_value_minor,
      allotted_minor, carry) values (?, ?, ?, 0, 0, ?, '0/1')
    on conflict (release, currency) do update
    set split_totals = excluded.split_totals, allotted_minor = excluded.allotted_minor`,
  tranche: `update tranches set outstanding_minor = ?, paid_minor = paid_minor + ?, received = ?,
    state = ? where id = ?`,
} as const;

type Inserted = keyof typeof INSERTED;

/** Writes the rows of payments with nothing between them and node:sqlite. */
export class BarePayments {
  readonly #database: DatabaseSync;
  readonly #inserts: Record<Inserted, StatementSync>;
  readonly #changes: Record<keyof typeof CHANGED, StatementSync>;
  readonly #totals = new Map<string, bigint>();

  constructor(path: string) {
    const database = new DatabaseSync(path);
    database.exec('pragma foreign_keys = on; pragma journal_mode = wal; pragma synchronous = full');
    this.#database = database;
    const insert = (table: Inserted): StatementSync => database.prepare(insertInto(table));
    this.#inserts = {
      acts: insert('acts'),
      payments: insert('payments'),
      transfers: insert('transfers'),
      entries: insert('entries'),
      record_tiles: insert('record_tiles'),
      checkpoints: insert('checkpoints'),
    };
    this.#changes = {
      account: database.prepare(CHANGED.account),
      pool: database.prepare(CHANGED.pool),
      tranche: database.prepare(CHANGED.tranche),
    };
  }

  /** Number of entries of the record. */
  get size(): number {
    const row = this.#database.prepare('select max(seq) + 1 as size from acts').get();
    return Number(row?.['size'] ?? 0);
  }

  /** The batches that another database has and this one has not. */
  read(path: string, from: number): Batch[] {
    const other = new DatabaseSync(path, { readOnly: true });
    try {
      const sizes = all(other, 'select * from checkpoints where size > ? order by size', from);
      let begin = from;
      return sizes.map((checkpoint) => {
        const end = Number(checkpoint['size']);
        const batch = { ...this.#batch(other, begin, end), checkpoint };
        begin = end;
        return batch;
      });
    } finally {
      other.close();
    }
  }

  /** Writes batches, each in a transaction of its own, and lets each payment be signed for. */
  write(batches: readonly Batch[], sign: (message: Uint8Array) => void): void {
    for (const batch of batches) {
      this.#database.exec('begin immediate');
      for (const rows of batch.acts) {
        sign(messageOf(rows.act));
        this.#writeOne(rows);
      }
      for (const tile of batch.tiles) this.#insert('record_tiles', tile);
      this.#insert('checkpoints', batch.checkpoint);
      this.#database.exec('commit');
    }
  }

  /** Throws unless another database holds exactly the same rows: then the measurement is unfair. */
  assertSame(path: string): void {
    this.#database.prepare('attach ? as other').run(path);
    for (const table of [...Object.keys(INSERTED), 'accounts', 'pools', 'tranches']) {
      for (const [one, two] of [
        ['main', 'other'],
        ['other', 'main'],
      ]) {
        const sql = `select * from ${one}.${table} except select * from ${two}.${table} limit 1`;
        const row = all(this.#database, sql)[0];
        if (row !== undefined) throw new Error(`${table} differs: ${JSON.stringify(row)}`);
      }
    }
    this.#database.exec('detach other');
  }

  close(): void {
    this.#database.close();
  }

  #batch(other: DatabaseSync, from: number, to: number): Omit<Batch, 'checkpoint'> {
    const acts = all(other, 'select * from acts where seq >= ? and seq < ? order by seq', from, to);
    const tiles = all(
      other,
      'select * from record_tiles where level = 1 and idx >= ? and idx < ?',
      Math.floor(from / 256),
      Math.floor(to / 256),
    );
    return { acts: acts.map((act) => this.#rowsOf(other, act)), tiles };
  }

  #rowsOf(other: DatabaseSync, act: Row): ActRows {
    const payment = one(other, 'select * from payments where id = ?', act['id'] ?? '');
    const transfer = one(other, 'select * from transfers where subject = ?', act['id'] ?? '');
    const entries = all(
      other,
      'select * from entries where transfer = ? order by position',
      transfer['id'] ?? 0,
    );
    const parts = JSON.parse(textOf(payment, 'parts')) as Parts;
    return {
      act,
      payment,
      transfer,
      entries,
      tranches: parts.tranches.map((share) => ({
        outstanding: BigInt(share.after.outstanding),
        value: BigInt(share.value),
        received: JSON.stringify({ [textOf(payment, 'currency')]: share.received }),
        state: JSON.stringify(share.after),
        id: share.tranche,
      })),
      pool: this.#poolOf(payment, parts),
    };
  }

  /** The running totals of a pool are not kept by payment: they are added up again. */
  #poolOf(payment: Row, parts: Parts): Row {
    const net = BigInt(Number(payment['accepted_minor']) - Number(payment['tax_minor']));
    const given = parts.tranches.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
    return {
      release: payment['release'] ?? '',
      currency: payment['currency'] ?? '',
      split_totals: JSON.stringify({ [parts.split]: String(this.#added('net', net)) }),
      allotted: this.#added('given', given),
    };
  }

  #added(total: string, more: bigint): bigint {
    const sum = (this.#totals.get(total) ?? 0n) + more;
    this.#totals.set(total, sum);
    return sum;
  }

  #writeOne({ act, payment, transfer, entries, tranches, pool }: ActRows): void {
    this.#insert('acts', act);
    for (const tranche of tranches) this.#changes.tranche.run(...Object.values(tranche));
    this.#changes.pool.run(...Object.values(pool));
    this.#insert('transfers', transfer);
    for (const entry of entries) {
      this.#insert('entries', entry);
      const { account, currency, balance_after_minor: balance, version } = entry;
      this.#changes.account.run(account ?? '', currency ?? '', balance ?? 0, version ?? 0);
    }
    this.#insert('payments', payment);
  }

  #insert(table: Inserted, row: Row): void {
    this.#inserts[table].run(...INSERTED[table].map((column) => row[column] ?? null));
  }
}

function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`The column ${column} holds no text.`);
  return value;
}

const insertInto = (table: Inserted): string => {
  const columns = INSERTED[table];
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join()})`;
};

/** What is signed for a payment: 64 bytes, as a Data Integrity proof's are. */
const messageOf = (act: Row): Uint8Array => Buffer.from(textOf(act, 'hash'), 'latin1');

function all(database: DatabaseSync, sql: string, ...params: SQLInputValue[]): Row[] {
  return database.prepare(sql).all(...params);
}

function one(database: DatabaseSync, sql: string, ...params: SQLInputValue[]): Row {
  const row = all(database, sql, ...params)[0];
  if (row === undefined) throw new Error(`Nothing is found by: ${sql}`);
  return row;
}
