import { z } from 'zod';
import { nodeAnswer } from '../../actions/node/answers.ts';
import { nameNode } from '../../actions/node/name-node.ts';
import { showNode } from '../../actions/node/show-node.ts';
import { countEntries } from '../../actions/record/show-record.ts';
import { tokenProof } from '../../domain/agents/sign-in.ts';
import { flag } from './asked.ts';
import { exportResponse } from '../export.ts';
import { acting, reading, serving } from '../route.ts';
import type { ServedNode } from '../route.ts';
import { installation, installationOf } from '../installation.ts';
import { telling } from '../telling.ts';

const id = 'node_aaaabbbbccccddddeeee';

export const health = serving({
  summary: 'Ask whether the node is there',
  description:
    'Which node it is, for whoever composes an act for it. With a nonce, also a proof that it ' +
    'has the token of its owner: SHA-256 of the lines `Webizen node`, the nonce and the token, ' +
    'each ended by a line feed.',
  authority: 'none',
  query: z.strictObject({ nonce: z.string().min(16).max(100).optional() }),
  answer: z.object({ status: z.literal('ok'), node: z.string(), proof: z.string().optional() }),
  example: { answer: { status: 'ok', node: id } },
  run: async ({ node, query: { nonce } }) => ({
    status: 'ok',
    node: node.id,
    ...(nonce === undefined ? {} : { proof: tokenProof(node.token, nonce) }),
  }),
});

export const show = reading({
  summary: 'Show the node, its owner and its own agent',
  answer: nodeAnswer,
  run: (sight) => showNode(sight),
});

export const name = acting(nameNode, {
  summary: 'Name the node',
  description: 'By its owner. In any script, at most 500 characters; the last word counts.',
  answer: nodeAnswer,
  example: { body: { name: 'Willow Street' } },
});

/** What a check of everything found. */
const checkAnswer = z.object({
  status: z.enum(['sound', 'damaged']),
  entries: z.number().int(),
  /** Root of the record's Merkle tree, hex. */
  root: z.string().nullable(),
  checks: z.array(
    z.object({ truth: z.string(), holds: z.boolean(), found: z.string().nullable() }),
  ),
});
export type CheckAnswer = z.infer<typeof checkAnswer>;

const sound = {
  status: 'sound',
  entries: 3,
  root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  checks: [{ truth: 'The record has no gap.', holds: true, found: null }],
};

export const check = serving({
  summary: 'Recompute everything from the record',
  description:
    'Every signature, every hash, every value and every balance, from the acts alone; and what ' +
    'does not hold. With `progress=true` in lines of JSON: `{"progress": {"entries", "total"}}` ' +
    'while it goes on, at the end `{"done": …}` with the answer.',
  authority: 'owner',
  query: z.strictObject({ progress: flag }),
  answer: checkAnswer,
  example: { answer: sound },
  run: async ({ node, query }) => {
    if (query.progress !== true) return checked(node);
    const total = await node.read(countEntries);
    const at = (entries: number): object => ({ entries, total });
    return telling(at(0), (tell) => checked(node, (entries) => tell(at(entries))));
  },
});

/** Checks everything, and has it written down when that was. */
async function checked(
  node: ServedNode,
  progress?: (entries: number) => void,
): Promise<CheckAnswer> {
  const report = await node.check(progress);
  // A disk that takes nothing more must not keep anybody from what was found.
  await node.doorkeeper.checked(report).catch(() => undefined);
  return { ...report, checks: [...report.checks] };
}

export const installed = serving({
  summary: 'Say where the node runs, and how it is reached',
  description: 'Version, addresses, certificate, data directory, and when it was checked last.',
  authority: 'owner',
  answer: installation,
  run: ({ node, place }) => installationOf(node, place),
});

export const exported = serving({
  summary: 'Export all that the node is',
  description:
    'A tar of plain files: the record, its checkpoints, the kept keys as they are at rest, and a ' +
    'manifest with the hashes of all. With `keys=false` the keys stay here.',
  authority: 'owner',
  query: z.strictObject({ keys: flag }),
  answer: z.string(),
  media: 'application/x-tar',
  run: ({ node, query }) => exportResponse(node, { keys: query.keys !== false }),
});
