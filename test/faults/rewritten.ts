// A keeper who has every key of a node writes its record anew: each signature, hash and checkpoint
// is made to fit.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signAct } from '../../src/domain/record/act.ts';
import type { Act, UnsignedAct } from '../../src/domain/record/act.ts';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';
import { signCheckpoint } from '../../src/domain/record/checkpoint.ts';
import { commit, encodeEntry } from '../../src/domain/record/entry.ts';
import { toHex } from '../../src/domain/record/hash.ts';
import { EMPTY_FRONTIER, append, leafHash, rootOf } from '../../src/domain/record/merkle.ts';
import type { World } from '../world.ts';

interface Line {
  readonly act: Act;
  readonly recordedAt: string;
  readonly salt: string;
  readonly seq: number;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Copies an archive of a world, with acts changed, signed by the keys that the node keeps. */
export async function rewritten(
  world: World,
  { from, to }: { readonly from: string; readonly to: string },
  change: (act: UnsignedAct) => UnsignedAct | undefined,
): Promise<string> {
  const { keyring, agent, id: origin } = world.node;
  cpSync(from, to, { recursive: true });
  const read = (name: string): string => readFileSync(join(to, name), 'utf8');
  const entries: Line[] = [];
  for (const line of linesOf(read('record.jsonl'))) {
    const entry = JSON.parse(line) as Line;
    const { proof: _, ...unsigned } = entry.act;
    const changed = change(unsigned);
    const act = changed && signAct(changed, await keyring.signingKey(changed.by));
    entries.push(act === undefined ? entry : { ...entry, act });
  }
  const leaves = entries.map(({ act, recordedAt, salt }) => {
    const commitment = commit(canonicalJson(act), Buffer.from(salt, 'hex'));
    return leafHash(encodeEntry({ type: act.type, recordedAt, commitment }));
  });
  const rootAt = (size: number): Uint8Array =>
    rootOf(append(EMPTY_FRONTIER, leaves.slice(0, size)).frontier);
  const machine = await keyring.signingKey(agent);
  const notes = linesOf(read('checkpoints.jsonl')).map((line) => {
    const { size } = JSON.parse(line) as { size: number };
    return {
      size,
      note: signCheckpoint({ origin, size: BigInt(size), root: rootAt(size) }, machine),
    };
  });
  const written: Record<string, string> = {
    'record.jsonl': entries.map((entry) => `${canonicalJson(entry)}\n`).join(''),
    'checkpoints.jsonl': notes.map((note) => `${canonicalJson(note)}\n`).join(''),
  };
  const manifest = JSON.parse(read('manifest.json')) as { files: { name: string }[] };
  const root = toHex(rootAt(leaves.length));
  const files = manifest.files.map((file) => {
    const text = written[file.name];
    return text === undefined ? file : { ...file, sha256: sha256(text) };
  });
  written['manifest.json'] = `${JSON.stringify({ ...manifest, root, files }, null, 2)}\n`;
  for (const [name, text] of Object.entries(written)) writeFileSync(join(to, name), text);
  return to;
}
