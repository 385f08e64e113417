// One entry, checked to the bottom: the act, its signature, its commitment, its leaf, its place.

import type { ActAnswer } from '../../../actions/record/answers.ts';
import { signedBy } from '../../../domain/record/act.ts';
import type { Act } from '../../../domain/record/act.ts';
import { canonicalJson } from '../../../domain/record/canonical-json.ts';
import { openCheckpointAsync } from '../../../domain/record/checkpoint.ts';
import { verifyEntry } from '../../../domain/record/entry.ts';
import { fromHex, toHex } from '../../../domain/record/hash.ts';
import { inclusionSteps } from '../../../domain/record/merkle.ts';
import { fromMultikey } from '../../../domain/record/multibase.ts';
import type { Client } from '../../../sdk/client.ts';
import { Problem, everyItem } from '../../../sdk/client.ts';
import { holds } from './audit.ts';
import { KeyWalk } from './key-walk.ts';
import type { Brought } from './key-walk.ts';
import { leafOf } from './walk.ts';

/** Where an entry's way up ends, and each step of it; hashes in hex. */
export interface Step {
  readonly side: 'left' | 'right';
  readonly sibling: string;
  readonly hash: string;
}

/** What is checked of an entry, in this order. */
export const looked = ['signed', 'committed', 'leaf', 'included'] as const;

/** An entry, and what of it holds. */
export interface Checked {
  readonly shown: ActAnswer;
  readonly act: SignedAct;
  readonly holds: Readonly<Record<(typeof looked)[number], boolean>>;
  /** The key that the agent signs with, a multikey. */
  readonly key: string;
  /** The entry by which that key came into the record, where one may see it. */
  readonly keyFrom?: number | undefined;
  readonly steps: readonly Step[];
  readonly root: string;
}

/** What every act says. */
export interface SignedAct {
  readonly type: string;
  readonly id: string;
  readonly by: string;
  readonly composedAt: string;
  readonly body: unknown;
}

type Asking = Pick<Client, 'node' | 'record' | 'agents' | 'keys'>;

/** Fetches the act of an entry with its proof, and checks all of it here. */
export async function checkEntry(client: Asking, type: string, id: string): Promise<Checked> {
  const { shown, size, root } = await withCheckpoint(client, type, id);
  const act = shown.act as unknown as SignedAct;
  const keys = await keysUntil(client, act.by, shown.seq);
  const named = signedBy(shown.act as unknown as Act) ?? '';
  const entry = { type, recordedAt: shown.recordedAt, commitment: shown.commitment };
  const proof = shown.proof.map((hash) => fromHex(hash) ?? new Uint8Array());
  const claim = { index: BigInt(shown.seq), size: BigInt(size), proof };
  const leaf = fromHex(shown.leafHash) ?? new Uint8Array();
  let steps: Step[] = [];
  const isPath = await holds(() => {
    steps = inclusionSteps({ ...claim, leaf }).map(({ side, sibling, hash }) => ({
      side,
      sibling: toHex(sibling),
      hash: toHex(hash),
    }));
  });
  const salt = fromHex(shown.salt) ?? new Uint8Array();
  const held = {
    signed:
      keys.isOfItsOwn(act) && (await holds(() => keys.mustCount(shown.act as unknown as Act))),
    committed: await holds(() => verifyEntry(entry, canonicalJson(shown.act), salt)),
    leaf: toHex(leafOf(entry) ?? new Uint8Array()) === shown.leafHash,
    included: isPath && (steps.at(-1)?.hash ?? shown.leafHash) === root,
  };
  const from = keys.keyOf(act.by, named)?.from ?? (held.signed ? shown.seq : -1);
  return { shown, act, holds: held, key: named, keyFrom: seen(from), steps, root };
}

const seen = (entry: number): number | undefined => (entry < 0 ? undefined : entry);

/** How often the record may grow between two questions before they are given up. */
const TRIES = 5;

/** Act and checkpoint of one size: the record may grow between two questions. */
async function withCheckpoint(client: Asking, type: string, id: string) {
  const { id: node, agent } = await client.node.show();
  const verifier = { name: node, publicKey: fromMultikey(agent.publicKey ?? '') };
  for (let tries = 1; ; tries += 1) {
    const shown = await client.record.act(type, id);
    const opened = await openCheckpointAsync(await client.record.checkpoint(), verifier);
    const size = Number(opened.size);
    if (size === shown.size || tries === TRIES) return { shown, size, root: toHex(opened.root) };
  }
}

/**
 * The keys of an agent as the record has them just before an entry, each checked on the way: the
 * first by the entry that brought it, where one may see that, and by the node's word where not.
 */
async function keysUntil(client: Asking, agent: string, seq: number): Promise<KeyWalk> {
  const keys = new KeyWalk((await client.node.show()).agent.id);
  const first = await bringing(client, agent);
  if (first === undefined) {
    const [known] = (await client.keys.list(agent)).items;
    if (known !== undefined) keys.trust(agent, known.publicKey);
  } else if (first.seq < seq) {
    keys.begin(first);
  }
  const changes = await Promise.all(
    (['agent.keyed', 'agent.unkeyed'] as const).map((type) =>
      everyItem(client.record.entries, { type, by: agent, acts: true }),
    ),
  );
  const before = changes.flat().filter((entry) => entry.seq < seq);
  for (const entry of before.toSorted((left, right) => left.seq - right.seq)) {
    // One that does not hold changes nothing: an act that needs it is then not signed.
    await keys.take(entry);
  }
  return keys;
}

/** By which acts the keys of agents come into the record: whose id is the agent's. */
const KEYING = ['agent.joined', 'agent.added'] as const;

/** The entry that brought the first key of an agent; undefined where one may not see it. */
async function bringing(client: Asking, agent: string): Promise<Brought | undefined> {
  const { id: node, agent: machine, owner } = await client.node.show();
  const isFounder = agent === machine.id || agent === owner.id;
  const places = isFounder
    ? [['node.founded', node] as const]
    : KEYING.map((type) => [type, agent] as const);
  for (const [type, id] of places) {
    try {
      const { seq, act } = await client.record.act(type, id);
      return { seq, act: act as unknown as Act };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return undefined;
}
