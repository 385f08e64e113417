import { commit } from '../../domain/record/entry.ts';
import { toHex } from '../../domain/record/hash.ts';
import { proveConsistency, proveInclusion } from '../../domain/record/tree-proof.ts';
import type { TreeReader } from '../../domain/record/tree-proof.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Tx } from '../../store/engine.ts';
import {
  countActs,
  countFitting,
  findAct,
  findActs,
  lastCheckpoint,
  listLeafHashes,
  listTileHashes,
} from '../../store/record.ts';
import type { RecordedAct } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import type {
  ActAnswer,
  ConsistencyAnswer,
  RecordEntryAnswer,
  RecordEntryList,
} from './answers.ts';

const entryOf = (row: RecordedAct): RecordEntryAnswer => ({
  seq: row.seq,
  type: row.type,
  id: row.id,
  by: row.by,
  recordedAt: row.recordedAt,
  commitment: commit(row.act, row.salt),
  leafHash: toHex(row.leafHash),
});

const withAct = (row: RecordedAct): RecordEntryAnswer => ({
  ...entryOf(row),
  act: JSON.parse(row.act) as Record<string, unknown>,
  salt: toHex(row.salt),
});

/** Which entries of the record are asked for. */
export interface EntriesQuery {
  readonly type?: string | undefined;
  /** The agent who acted. */
  readonly by?: string | undefined;
  readonly order?: 'oldest' | 'newest' | undefined;
  /** The number of the last one seen. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** So many are left out first; `total` then says how many fit. */
  readonly skip?: number | undefined;
  /** Whether each entry comes with its act, so that its signature can be checked. */
  readonly acts?: boolean | undefined;
}

/**
 * Entries of the record in order, or the newest first.
 *
 * @throws Refusal entry-unknown
 */
export async function listEntries(
  sight: Sight,
  { type, by, order, after, limit = 100, skip, acts }: EntriesQuery = {},
): Promise<RecordEntryList> {
  const seen = after === undefined ? undefined : numberOf(after);
  const sought = { type, by, after: seen, newestFirst: order === 'newest', skip };
  const rows = await findActs(sight.tx, sought, limit + 1);
  const items = rows.slice(0, limit).map(acts === true ? withAct : entryOf);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined ? { next: String(last.seq) } : {};
  if (skip === undefined) return { items, ...more };
  return { items, ...more, total: await countFitting(sight.tx, sought) };
}

const numberOf = (text: string): number =>
  /^\d{1,15}$/.test(text) ? Number(text) : refuse('entry-unknown', { entry: text });

/**
 * The act of a type that made the thing of an id, as it was signed, with the proof that the newest
 * checkpoint holds it.
 *
 * @throws Refusal entry-unknown
 */
export async function showAct(sight: Sight, type: string, id: string): Promise<ActAnswer> {
  const row =
    (await findAct(sight.tx, type, id)) ?? refuse('entry-unknown', { entry: `${type} ${id}` });
  const size = await countActs(sight.tx);
  const proof = await proveInclusion(readerOf(sight.tx), {
    index: BigInt(row.seq),
    size: BigInt(size),
  });
  const { commitment, leafHash } = entryOf(row);
  return {
    seq: row.seq,
    recordedAt: row.recordedAt,
    act: JSON.parse(row.act) as Record<string, unknown>,
    salt: toHex(row.salt),
    commitment,
    leafHash,
    size,
    proof: proof.map(toHex),
  };
}

/** The agent who signed the act of a type that made the thing of an id, if it was recorded. */
export async function whoActed(
  { tx }: Sight,
  type: string,
  id: string,
): Promise<string | undefined> {
  return (await findAct(tx, type, id))?.by;
}

/** How many entries the record has. */
export const countEntries = ({ tx }: Pick<Sight, 'tx'>): Promise<number> => countActs(tx);

/** The newest signed checkpoint, a signed note. @throws Refusal entry-unknown before the first */
export async function showCheckpoint(sight: Sight): Promise<string> {
  const found = await lastCheckpoint(sight.tx);
  return found?.note ?? refuse('entry-unknown', { entry: 'the first checkpoint' });
}

/**
 * The proof that the record of one size begins with the record of an earlier one, for whoever holds
 * an old checkpoint.
 *
 * @throws Refusal entry-unknown for a size that the record never had
 */
export async function showConsistency(
  sight: Sight,
  sizes: { readonly from: string; readonly to?: string | undefined },
): Promise<ConsistencyAnswer> {
  const newest = await countActs(sight.tx);
  const from = numberOf(sizes.from);
  const to = sizes.to === undefined ? newest : numberOf(sizes.to);
  if (from > to || to > newest) refuse('entry-unknown', { entry: `${from} to ${to}` });
  const proof = await proveConsistency(readerOf(sight.tx), {
    oldSize: BigInt(from),
    newSize: BigInt(to),
  });
  return { from, to, proof: proof.map(toHex) };
}

/** Tiles of every level that a record of this size can have. */
const readerOf = (tx: Tx): TreeReader => ({
  levels: 6,
  read: (level, from, count) =>
    level === 0
      ? listLeafHashes(tx, Number(from), count)
      : listTileHashes(tx, level, Number(from), count),
});
