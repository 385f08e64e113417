import type { Tx, WriteTx } from './engine.ts';

/** One entry of the record, with the act that it commits to. */
export interface RecordedAct {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly by: string;
  readonly recordedAt: string;
  /** The signed act, canonical JSON. */
  readonly act: string;
  readonly salt: Uint8Array;
  /** SHA-256, hex, of the act without its time and proof: the same for a retry. */
  readonly hash: string;
  readonly leafHash: Uint8Array;
}

interface Stored {
  seq: bigint;
  type: string;
  id: string;
  by: string;
  recorded_at: string;
  act: string;
  salt: Uint8Array;
  hash: string;
  leaf_hash: Uint8Array;
}

const COLUMNS = 'seq, type, id, by, recorded_at, act, salt, hash, leaf_hash';

const INSERT_ACT = `insert into acts (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const FIND_ACT = `select ${COLUMNS} from acts where type = ? and id = ?`;

const restore = (row: Stored): RecordedAct => ({
  seq: Number(row.seq),
  type: row.type,
  id: row.id,
  by: row.by,
  recordedAt: row.recorded_at,
  act: row.act,
  salt: row.salt,
  hash: row.hash,
  leafHash: row.leaf_hash,
});

/** Appends one entry. Its number must be the next. */
export async function insertAct(tx: Tx, row: RecordedAct): Promise<void> {
  await tx.run(
    INSERT_ACT,
    row.seq,
    row.type,
    row.id,
    row.by,
    row.recordedAt,
    row.act,
    row.salt,
    row.hash,
    row.leafHash,
  );
}

/** The act of that type and id, if it was recorded. */
export async function findAct(tx: Tx, type: string, id: string): Promise<RecordedAct | undefined> {
  const row = await tx.get<Stored>(FIND_ACT, type, id);
  return row === undefined ? undefined : restore(row);
}

/** The newest act of a type, if there is one. */
export async function lastActOf(tx: Tx, type: string): Promise<RecordedAct | undefined> {
  const row = await tx.get<Stored>(
    `select ${COLUMNS} from acts where type = ? order by seq desc limit 1`,
    type,
  );
  return row === undefined ? undefined : restore(row);
}

/** Entries from a number on, in order. */
export async function listActs(tx: Tx, from: number, limit: number): Promise<RecordedAct[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from acts where seq >= ? order by seq limit ?`,
    from,
    limit,
  );
  return rows.map(restore);
}

/** Which entries are sought, and from where on. */
export interface EntriesSought {
  readonly type?: string | undefined;
  readonly by?: string | undefined;
  /** The number of the last one seen. */
  readonly after?: number | undefined;
  readonly newestFirst: boolean;
  /** So many are left out first. */
  readonly skip?: number | undefined;
}

/** The conditions that entries must meet, and their values. */
function soughtIn({ type, by, after, newestFirst }: EntriesSought) {
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ['type = ?', type],
    ['by = ?', by],
    [newestFirst ? 'seq < ?' : 'seq > ?', after],
  ];
  const asked = given.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return {
    where: asked.map(({ sql }) => sql).join(' and ') || 'true',
    values: asked.map(({ value }) => value),
  };
}

/** Entries that fit, in order or the newest first. */
export async function findActs(
  tx: Tx,
  sought: EntriesSought,
  limit: number,
): Promise<RecordedAct[]> {
  const { where, values } = soughtIn(sought);
  const order = sought.newestFirst ? 'seq desc' : 'seq';
  // What is left out is counted by numbers alone: the acts themselves are long.
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from acts where seq in
       (select seq from acts where ${where} order by ${order} limit ? offset ?) order by ${order}`,
    ...values,
    limit,
    sought.skip ?? 0,
  );
  return rows.map(restore);
}

/** How many entries fit. */
export async function countFitting(tx: Tx, sought: EntriesSought): Promise<number> {
  const { where, values } = soughtIn(sought);
  const row = await tx.get<{ n: bigint }>(
    `select count(*) as n from acts where ${where}`,
    ...values,
  );
  return Number(row?.n ?? 0n);
}

/** The acts of a type that were recorded at an instant. */
export async function actsAt(tx: Tx, type: string, recordedAt: string): Promise<RecordedAct[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from acts where type = ? and recorded_at = ? order by seq`,
    type,
    recordedAt,
  );
  return rows.map(restore);
}

/** The instant at which the entry of a number was recorded; '' where there is none. */
export async function recordedAtOf(tx: Tx, seq: number): Promise<string> {
  const row = await tx.get<{ at: string }>('select recorded_at as at from acts where seq = ?', seq);
  return row?.at ?? '';
}

/** All entries whose acts one agent signed, in order. */
export async function actsBy(tx: Tx, agent: string): Promise<RecordedAct[]> {
  const rows = await tx.all<Stored>(`select ${COLUMNS} from acts where by = ? order by seq`, agent);
  return rows.map(restore);
}

/** Leaf hashes from a number on, in order. */
export async function listLeafHashes(tx: Tx, from: number, limit: number): Promise<Uint8Array[]> {
  const rows = await tx.all<{ leaf_hash: Uint8Array }>(
    'select leaf_hash from acts where seq >= ? order by seq limit ?',
    from,
    limit,
  );
  return rows.map((row) => row.leaf_hash);
}

/** How many entries there are. */
export async function countActs(tx: Tx): Promise<number> {
  const row = await tx.get<{ size: bigint | null }>('select max(seq) + 1 as size from acts');
  return Number(row?.size ?? 0n);
}

/** A signed checkpoint with the compact range that the next append starts from. */
export interface CheckpointRow {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
  /** Hex hashes of the compact range, largest subtree first. */
  readonly frontier: readonly string[];
}

/** Writes a checkpoint. */
export async function insertCheckpoint(tx: Tx, row: CheckpointRow): Promise<void> {
  await tx.run(
    'insert into checkpoints (size, note, frontier) values (?, ?, ?)',
    row.size,
    row.note,
    row.frontier.join(' '),
  );
}

interface StoredCheckpoint {
  size: bigint;
  note: string;
  frontier: string;
}

const restoreCheckpoint = (row: StoredCheckpoint): CheckpointRow => ({
  size: Number(row.size),
  note: row.note,
  frontier: row.frontier === '' ? [] : row.frontier.split(' '),
});

/** The newest checkpoint, if there is one. */
export async function lastCheckpoint(tx: Tx): Promise<CheckpointRow | undefined> {
  const row = await tx.get<StoredCheckpoint>(
    'select size, note, frontier from checkpoints order by size desc limit 1',
  );
  return row === undefined ? undefined : restoreCheckpoint(row);
}

/** All checkpoints, oldest first. */
export async function listCheckpoints(tx: Tx): Promise<CheckpointRow[]> {
  const rows = await tx.all<StoredCheckpoint>(
    'select size, note, frontier from checkpoints order by size',
  );
  return rows.map(restoreCheckpoint);
}

/** Writes the root of a full tile, 256 wide, of the level below. */
export async function insertTile(
  tx: Tx,
  level: number,
  index: number,
  hash: Uint8Array,
): Promise<void> {
  await tx.run('insert into record_tiles (level, idx, hash) values (?, ?, ?)', level, index, hash);
}

/** Hashes of a level of the tile tree (1 and above) from an index on. */
export async function listTileHashes(
  tx: Tx,
  level: number,
  from: number,
  limit: number,
): Promise<Uint8Array[]> {
  const rows = await tx.all<{ hash: Uint8Array }>(
    'select hash from record_tiles where level = ? and idx >= ? order by idx limit ?',
    level,
    from,
    limit,
  );
  return rows.map((row) => row.hash);
}

/** The node's own row: its names and when it was founded. */
export interface NodeRow {
  readonly id: string;
  readonly name: string;
  readonly agent: string;
  readonly owner: string;
  readonly foundedAt: string;
}

/** Writes the node's own row, once. */
export async function insertNode(tx: Tx, row: NodeRow): Promise<void> {
  await tx.run(
    'insert into node (id, name, agent, owner, founded_at) values (?, ?, ?, ?, ?)',
    row.id,
    row.name,
    row.agent,
    row.owner,
    row.foundedAt,
  );
}

/** Gives the node another name. */
export async function renameNode(tx: WriteTx, name: string): Promise<void> {
  await tx.run('update node set name = ?', name);
}

/** The node's own row, once it is founded. */
export async function findNode(tx: Tx): Promise<NodeRow | undefined> {
  const row = await tx.get<{
    id: string;
    name: string;
    agent: string;
    owner: string;
    founded_at: string;
  }>('select id, name, agent, owner, founded_at from node');
  if (row === undefined) return undefined;
  return { ...row, foundedAt: row.founded_at };
}
