// The audit of a record by whoever looks at it: from what the node shows, and from what this
// browser saw before, without trusting either.

import { openCheckpointAsync } from '../../../domain/record/checkpoint.ts';
import { fromHex, toHex } from '../../../domain/record/hash.ts';
import { verifyConsistency } from '../../../domain/record/merkle.ts';
import { fromMultikey } from '../../../domain/record/multibase.ts';
import { Refusal } from '../../../domain/refusals.ts';
import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import type { Client } from '../../../sdk/client.ts';
import type { Seen } from '../../keep/seen.ts';
import { KeyWalk } from './key-walk.ts';
import { Walk } from './walk.ts';
import type { Named, Stumble } from './walk.ts';

/** What a record was found to be, where it is not sound. */
export interface Wrong {
  /**
   * `signature`: nobody signed the checkpoint, or another key. `key`: the node shows another key
   * than before. `shorter`, `rewritten`: what this browser saw is no longer its beginning. `root`:
   * the entries are not those that were signed. The rest is of one entry: see `Stumble`.
   */
  readonly what: 'signature' | 'key' | 'shorter' | 'rewritten' | 'root' | Stumble['what'];
  /** The first entry that is not as it should be, where that can be told. */
  readonly entry?: Named | undefined;
}

/** What an audit found. */
export interface Report {
  readonly node: string;
  /** The key by which the checkpoint was checked, a multikey. */
  readonly key: string;
  /** The signed note that was looked at. */
  readonly note: string;
  /** What it says; 0 and '' where it could not be opened. */
  readonly size: number;
  readonly root: string;
  /** How many entries were hashed again. */
  readonly entries: number;
  /** How many acts were found signed by a key that their agent had then. */
  readonly signatures: number;
  /** What this browser had seen before. */
  readonly before?: Pick<Seen, 'size' | 'at' | 'note'> | undefined;
  readonly wrong?: Wrong | undefined;
  /** What to keep of it; undefined where something is wrong. */
  readonly seen?: Seen | undefined;
}

/** What an audit is told and asks. */
export interface Auditing {
  readonly client: Pick<Client, 'node' | 'record'>;
  readonly now: () => Date;
  /** What this browser saw of the record of that node. */
  readonly seenOf: (node: string) => Promise<Seen | undefined>;
  readonly progress?: (done: number, total: number) => void;
}

/** Entries come with their acts, which are long. */
const PAGE = 250;

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** Whether a check passes; what is not a refusal goes on. */
export async function holds(check: () => unknown): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * A look at the checkpoint: that the node signed it, and that what this browser saw before is still
 * how the record begins. Three requests, however long the record is.
 */
export async function glance({ client, now, seenOf }: Auditing): Promise<Report> {
  const { id: node, agent } = await client.node.show();
  const key = agent.publicKey ?? '';
  const seen = await seenOf(node);
  const before = seen && { size: seen.size, at: seen.at, note: seen.note };
  const note = await client.record.checkpoint();
  const about = { node, key, note, entries: 0, signatures: 0, before };
  const unread = { ...about, size: 0, root: '' };
  if (seen !== undefined && seen.key !== key) return { ...unread, wrong: { what: 'key' } };
  let size = 0;
  let root = '';
  const isSigned = await holds(async () => {
    const opened = await openCheckpointAsync(note, { name: node, publicKey: fromMultikey(key) });
    size = Number(opened.size);
    root = toHex(opened.root);
  });
  if (!isSigned) return { ...unread, wrong: { what: 'signature' } };
  const found = { ...about, size, root };
  const what = seen === undefined ? undefined : await sinceThen(client, seen, { size, root });
  if (what !== undefined) return { ...found, wrong: { what } };
  const leaves = seen?.leaves ?? new Uint8Array();
  return { ...found, seen: { key, note, size, root, at: now().toISOString(), leaves } };
}

async function sinceThen(
  client: Auditing['client'],
  seen: Seen,
  { size, root }: Pick<Seen, 'size' | 'root'>,
): Promise<Wrong['what'] | undefined> {
  if (seen.size > size) return 'shorter';
  if (seen.size === size) return seen.root === root ? undefined : 'rewritten';
  const { proof } = await client.record.consistency(seen.size, size);
  const claim = {
    oldSize: BigInt(seen.size),
    oldRoot: bytesOf(seen.root),
    newSize: BigInt(size),
    newRoot: bytesOf(root),
    proof: proof.map(bytesOf),
  };
  return (await holds(() => verifyConsistency(claim))) ? undefined : 'rewritten';
}

/**
 * Works the whole record out again: every entry's leaf, and their root, which must be the one that
 * was signed; and that each act is signed by a key that its agent had when it came in. Where one is
 * not as it should be, the first entry that differs is named.
 */
export async function audit(auditing: Auditing): Promise<Report> {
  const { client, now, seenOf, progress } = auditing;
  const found = await glance(auditing);
  if (found.size === 0) return found;
  const walk = new Walk(found.size, (await seenOf(found.node))?.leaves ?? new Uint8Array());
  const keys = new KeyWalk();
  const stumble = await walkAll(client, { walk, keys }, found, progress);
  const report = { ...found, entries: walk.count, signatures: keys.count };
  if (stumble !== undefined) return { ...report, seen: undefined, wrong: wrongOf(found, stumble) };
  if (toHex(walk.root()) !== found.root) {
    const entry = await firstOther(client, walk, found);
    return { ...report, seen: undefined, wrong: { what: found.wrong?.what ?? 'root', entry } };
  }
  if (found.seen === undefined) return report;
  const { seen } = found;
  return { ...report, seen: { ...seen, at: now().toISOString(), leaves: walk.leaves() } };
}

/** That history was rewritten says more than that an entry differs; the entry says which. */
const wrongOf = ({ wrong }: Report, { what, entry }: Stumble): Wrong => ({
  what: wrong?.what ?? what,
  entry,
});

async function walkAll(
  client: Auditing['client'],
  { walk, keys }: { readonly walk: Walk; readonly keys: KeyWalk },
  { size, root }: Pick<Report, 'size' | 'root'>,
  progress: Auditing['progress'],
): Promise<Stumble | undefined> {
  let unsigned: Stumble | undefined;
  let after: string | undefined;
  progress?.(0, size);
  while (walk.count < size) {
    const { items } = await client.record.entries({ after, limit: PAGE, acts: true });
    const wanted = items.slice(0, size - walk.count);
    const stumble = walk.take(wanted);
    if (stumble !== undefined) return stumble;
    // Fewer than were signed: whoever keeps the record lost some, or hides them.
    if (wanted.length === 0) {
      return { what: 'missing', entry: { seq: walk.count, type: '', id: '' } };
    }
    unsigned ??= await firstUnsigned(keys, wanted);
    after = String(wanted.at(-1)?.seq ?? 0);
    progress?.(walk.count, size);
  }
  // That entries are not those that were signed says more: it is found at the end.
  return toHex(walk.root()) === root ? unsigned : undefined;
}

async function firstUnsigned(
  keys: KeyWalk,
  entries: readonly RecordEntryAnswer[],
): Promise<Stumble | undefined> {
  for (const entry of entries) {
    const what = await keys.take(entry);
    const { seq, type, id } = entry;
    if (what !== undefined) return { what, entry: { seq, type, id } };
  }
  return undefined;
}

/**
 * The first entry that is not the one that was signed: the longest beginning that is still one of
 * the signed tree, by halving. Each question is a proof of consistency.
 */
async function firstOther(
  client: Auditing['client'],
  walk: Walk,
  { size, root }: Pick<Report, 'size' | 'root'>,
): Promise<Named | undefined> {
  let [good, bad] = [0, size];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const { proof } = await client.record.consistency(middle, size);
    const isBeginning = await holds(() =>
      verifyConsistency({
        oldSize: BigInt(middle),
        oldRoot: walk.rootAt(middle),
        newSize: BigInt(size),
        newRoot: bytesOf(root),
        proof: proof.map(bytesOf),
      }),
    );
    if (isBeginning) good = middle;
    else bad = middle;
  }
  return walk.named(good);
}
