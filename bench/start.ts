import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchResult } from './result.ts';
import { startBareServer, startWebizen } from './setting/started.ts';
import type { Started } from './setting/started.ts';

/** What a warm start may take, milliseconds. */
const AIM_MS = 300;

/**
 * Measures a warm start: `webizen start` on a node that is there, from the start of the process to
 * the first answer with status 200 on `/health` (aim: 300 ms), and beside it the least that Node
 * itself takes to answer.
 */
export async function benchStart(runs = 15): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    // The first start makes the node and compiles what later starts find compiled.
    await timed(() => startWebizen(folder));
    const [ours, bare] = await inTurn(runs, folder);
    const note = 'the least of several; the ratio is to what is aimed for';
    return [
      {
        name: 'warm start to the first answer',
        ours,
        peer: AIM_MS,
        ratio: ours / AIM_MS,
        aim: { most: 1 },
        unit: 'ms',
        note,
      },
      {
        name: 'warm start, against a bare HTTP server',
        ours,
        peer: bare,
        ratio: ours / bare,
        aim: null,
        unit: 'ms',
        note: 'node -e with nothing but node:http, to its first answer; for comparison',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inTurn(runs: number, folder: string): Promise<readonly [number, number]> {
  let [ours, bare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < runs; run += 1) {
    ours = Math.min(ours, await timed(() => startWebizen(folder)));
    bare = Math.min(bare, await timed(startBareServer));
  }
  return [ours, bare];
}

async function timed(start: () => Promise<Started>): Promise<number> {
  const server = await start();
  await server.stop();
  return server.firstAnswerMs;
}
