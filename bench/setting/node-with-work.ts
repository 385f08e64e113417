import { randomBytes } from 'node:crypto';
import { openNode } from '../../src/node.ts';
import type { WebizenNode } from '../../src/node.ts';

/** The work of the measurements: one release that owes A$1.5 billion to one claim. */
export const setting = {
  work: 'work_bench',
  release: 'rel_bench',
  steward: 'agent_steward',
  giver: 'agent_giver',
  payer: 'agent_payer',
} as const;

/** Opens the node of a data directory as `webizen start` does. */
export function openBenchNode(dataDir: string): Promise<WebizenNode> {
  return openNode({ dataDir, clock: () => new Date(), random: (bytes) => randomBytes(bytes) });
}

/** Signs with a key that the node keeps, and submits; resolves with the act's answer. */
export async function act(
  node: WebizenNode,
  said: { by: string; type: string; id: string; body: unknown },
): Promise<unknown> {
  const unsigned = { ...said, node: node.id, composedAt: new Date().toISOString() };
  const { act: signed } = await node.keyring.sign(said.by, unsigned);
  return node.submit(signed);
}

/** Lets a work exist with an agreement in force, one accepted contribution, and a payer. */
export async function foundWork(node: WebizenNode): Promise<void> {
  const { work, release, steward, giver, payer } = setting;
  for (const [id, name, kind] of [
    [steward, 'Steward', 'person'],
    [giver, 'Giver', 'person'],
    [payer, 'Payer', 'organisation'],
  ] as const) {
    const publicKey = await node.keyring.ensure(id);
    const body = { name, kind, publicKey, keptByNode: true, jurisdiction: 'AU' };
    await act(node, { by: node.owner, type: 'agent.added', id, body });
  }
  const title = 'Measured work';
  await act(node, {
    by: steward,
    type: 'work.added',
    id: work,
    body: { title, kind: 'software', currency: 'AUD', release },
  });
  const drafted = (await act(node, {
    by: steward,
    type: 'agreement.drafted',
    id: 'agr_bench',
    body: { work, release, preset: 'award', terms: {} },
  })) as { termsHash: string; textHash: string };
  const { termsHash, textHash } = drafted;
  for (const by of [steward, giver]) {
    const body = { agreement: 'agr_bench', termsHash, textHash };
    await act(node, { by, type: 'agreement.signed', id: `sig_${by}`, body });
  }
  await giveCash(node);
}

async function giveCash(node: WebizenNode): Promise<void> {
  const { work, release, steward, giver } = setting;
  await act(node, {
    by: giver,
    type: 'contribution.added',
    id: 'con_bench',
    body: {
      work,
      release,
      kind: 'cash',
      quantity: '1000000000',
      unit: 'AUD',
      from: '2026-05-04',
      to: '2026-05-04',
      evidence: [],
    },
  });
  await act(node, {
    by: steward,
    type: 'contribution.accepted',
    id: 'rev_bench',
    body: { contribution: 'con_bench' },
  });
}
