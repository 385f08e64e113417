import { z } from 'zod';
import type { UnsignedAct } from '../../domain/record/act.ts';
import { nameOf } from '../../domain/agents/name.ts';
import { refuse } from '../../domain/refusals.ts';
import { findNode, insertNode } from '../../store/record.ts';
import { action } from '../action.ts';
import { writeAgent } from '../agents/new-agent.ts';
import { id, text } from '../shapes.ts';
import { showNode } from './show-node.ts';

export { FIRST_NAMES } from '../../domain/agents/name.ts';

/**
 * The first act of a node: who owns it, and the machine agent that signs what follows from acts.
 * Signed by the owner.
 *
 * @throws Refusal node-founded, act-malformed when another than the owner signs, and those of
 *   `writeAgent`
 */
export const foundNode = action({
  type: 'node.founded',
  body: z.strictObject({
    name: text,
    agent: z.strictObject({ id, name: text, publicKey: z.string().max(200) }),
    owner: z.strictObject({
      id,
      name: text,
      kind: z.enum(['person', 'organisation']),
      publicKey: z.string().max(200),
      jurisdiction: z.string().max(40).optional(),
    }),
  }),
  keyBrought: (body) => body.owner.publicKey,
  async run({ id: nodeId, by, body }, { tx, seq, recordedAt }) {
    if ((await findNode(tx)) !== undefined) refuse('node-founded');
    if (by !== body.owner.id) refuse('act-malformed', { where: 'by', what: 'not the owner' });
    const { jurisdiction = null, ...owner } = body.owner;
    const kept = { keptByNode: true } as const;
    await writeAgent(tx, { ...owner, ...kept, responsible: null, jurisdiction }, { seq });
    const machine = { ...body.agent, ...kept, kind: 'machine', jurisdiction: null };
    await writeAgent(tx, { ...machine, responsible: owner.id }, { seq });
    await insertNode(tx, {
      id: nodeId,
      name: nameOf(body.name),
      agent: machine.id,
      owner: owner.id,
      foundedAt: recordedAt,
    });
  },
  answer: (_act, sight) => showNode(sight),
});

/** An agent of the founding, with the key that was made for it. */
interface Founder {
  readonly id: string;
  readonly publicKey: string;
}

/** The founding of a node, composed for its owner to sign. */
export const foundingAct = (said: {
  readonly names: { readonly node: string; readonly owner: string };
  readonly composedAt: string;
  readonly node: string;
  readonly agent: Founder;
  readonly owner: Founder;
}): UnsignedAct => ({
  type: 'node.founded',
  id: said.node,
  by: said.owner.id,
  node: said.node,
  composedAt: said.composedAt,
  body: {
    name: said.names.node,
    agent: { ...said.agent, name: 'Node' },
    owner: { ...said.owner, name: said.names.owner, kind: 'person' },
  },
});
