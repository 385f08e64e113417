import { z } from 'zod';
import { nodeAnswer } from '../../actions/node/answers.ts';
import { showNode } from '../../actions/node/show-node.ts';
import { flag } from './asked.ts';
import { exportResponse } from '../export.ts';
import { reading, serving } from '../route.ts';

const id = 'node_aaaabbbbccccddddeeee';

export const health = serving({
  summary: 'Ask whether the node is there',
  description: 'Which node it is, for whoever composes an act for it. Says nothing else.',
  authority: 'none',
  answer: z.object({ status: z.literal('ok'), node: z.string() }),
  example: { answer: { status: 'ok', node: id } },
  run: async ({ node }) => ({ status: 'ok', node: node.id }),
});

export const show = reading({
  summary: 'Show the node, its owner and its own agent',
  answer: nodeAnswer,
  run: (sight) => showNode(sight),
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
    'does not hold.',
  authority: 'owner',
  answer: checkAnswer,
  example: { answer: sound },
  run: ({ node }) => node.check(),
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
