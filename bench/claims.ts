import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FILES } from '../src/node.ts';
import type { WebizenNode } from '../src/node.ts';
import type { BenchResult } from './result.ts';
import { addClaims } from './setting/many-claims.ts';
import { act, foundWork, openBenchNode, setting } from './setting/node-with-work.ts';

/** How much is measured: by default what the figures in the docs are of. */
export interface ClaimsSize {
  readonly claims: readonly number[];
  readonly payments: number;
}

const usual: ClaimsSize = { claims: [10, 1000, 100_000, 1_000_000], payments: 300 };

/**
 * Measures one payment, alone, from its signing to its answer, in releases of few and of very many
 * claims: the slowest median against the fastest (aim: at most 1.2). Each claim has a holder of its
 * own. The nodes are paid in turn, so that a change of the machine's mood meets all.
 */
export async function benchClaims(size: ClaimsSize = usual): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-claims-'));
  const nodes: WebizenNode[] = [];
  try {
    for (const claims of size.claims) nodes.push(await nodeWith(folder, claims));
    const medians = (await timesOf(nodes, size.payments)).map(median);
    const [ours, peer] = [Math.max(...medians), Math.min(...medians)];
    const counts = size.claims.map((count) => count.toLocaleString('en-AU'));
    const each = counts.map((count, at) => `${count}: ${(medians[at] ?? 0).toFixed(2)} ms`);
    return [
      {
        name: `one payment, ${counts.at(0)} to ${counts.at(-1)} claims`,
        ours,
        peer,
        ratio: ours / peer,
        aim: { most: 1.2 },
        unit: 'ms',
        note: `the slowest median against the fastest; ${each.join(', ')}`,
      },
    ];
  } finally {
    for (const node of nodes) await node.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function nodeWith(folder: string, claims: number): Promise<WebizenNode> {
  const dataDir = join(folder, String(claims));
  mkdirSync(dataDir);
  const founding = await openBenchNode(dataDir);
  await foundWork(founding);
  await founding.close();
  if (claims > 1) await addClaims(join(dataDir, DATA_FILES.database), claims - 1);
  return openBenchNode(dataDir);
}

/** Milliseconds of each payment, by node; the first tenth warms up and does not count. */
async function timesOf(nodes: readonly WebizenNode[], payments: number): Promise<number[][]> {
  const times: number[][] = nodes.map(() => []);
  const warming = Math.ceil(payments / 10);
  for (let number = 0; number < payments + warming; number += 1) {
    for (const [at, node] of nodes.entries()) {
      const begun = performance.now();
      await pay(node, `pay_${number}`);
      if (number >= warming) times[at]?.push(performance.now() - begun);
    }
  }
  return times;
}

const pay = (node: WebizenNode, id: string): Promise<unknown> =>
  act(node, {
    by: setting.steward,
    type: 'payment.received',
    id,
    body: {
      work: setting.work,
      amount: { amount: '11.00', currency: 'AUD' },
      from: setting.payer,
      taxRate: '0.1',
    },
  });

function median(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? 0;
}
