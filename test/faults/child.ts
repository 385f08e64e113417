// Runs `payer.ts` and keeps what it says.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { World } from '../world.ts';
import { cash, newWorld } from '../world.ts';

const PAYER = fileURLToPath(new URL('payer.ts', import.meta.url));

/** How the process is run. */
export interface Paying {
  readonly dataDir: string;
  readonly prefix: string;
  readonly count?: number;
  readonly atOnce?: number;
  /** What runs the process, such as strace with its options. */
  readonly under?: readonly string[];
  /** Told of each line; says whether the process is to be killed now. */
  readonly killAt?: (lines: readonly string[]) => boolean;
}

/** What became of it. */
export interface Paid {
  readonly lines: readonly string[];
  readonly errors: string;
  readonly signal: string | null;
}

/** Runs the paying process to its end, or to its killing. */
export async function payInChild(asked: Paying): Promise<Paid> {
  const { dataDir, prefix, count = 1_000_000, atOnce = 16, under = [], killAt } = asked;
  const args = [PAYER, dataDir, prefix, String(count), String(atOnce)];
  const [program = '', ...rest] = [...under, process.execPath, '--no-warnings', ...args];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString('utf8');
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (killAt?.(lines) === true) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return { lines, errors, signal: child.signalCode };
}

/** The ids that the process was told are taken. */
export const acknowledged = ({ lines }: Paid): string[] =>
  lines.filter((line) => line.startsWith('paid ')).map((line) => line.slice(5));

/** A world in which a work owes more than any load of payments brings. */
export async function indebtedWorld(dataDir?: string): Promise<World> {
  const world = await newWorld({ seed: 'faults', on: '2026-04-10', ...(dataDir && { dataDir }) });
  for (const id of ['agent_ana', 'agent_ben', 'agent_cy']) await world.person(id, `Maker ${id}`);
  await world.begin({ work: 'guide', signers: ['agent_ana', 'agent_ben', 'agent_cy'] });
  await world.give(cash('agent_ana', 'con_1', { work: 'guide', amount: '700000' }));
  await world.give(cash('agent_ben', 'con_2', { work: 'guide', amount: '200000' }));
  await world.give(cash('agent_cy', 'con_3', { work: 'guide', amount: '100000' }));
  return world;
}

/** The ids of all payments in the books, in the record's order. */
export async function paymentIds(world: World): Promise<string[]> {
  const rows = await world.node.read(({ tx }) =>
    tx.all<{ id: string }>('select id from payments order by seq'),
  );
  return rows.map(({ id }) => id);
}
