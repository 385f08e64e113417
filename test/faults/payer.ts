// A process of its own that pays into a work, many payments at once, and says of each on standard
// output when it was acknowledged: it is there to be killed, or to have its disk fail.
//
//   node payer.ts DIRECTORY PREFIX COUNT AT-ONCE

import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../../src/domain/refusals.ts';
import { World, paying } from '../world.ts';

const [dataDir = '', prefix = '', count = '0', atOnce = '1'] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const world = new World({ dataDir, seed: `payer ${prefix}`, on: '2026-04-10' });
await opened();
say('open');
let next = 0;
await Promise.all(Array.from({ length: Number(atOnce) }, pay));
say('done');
await world.close().catch((error: unknown) => say(`closing ${String(error)}`));

async function opened(): Promise<void> {
  try {
    await world.open();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`refused open ${error.code}`);
    process.exit(3);
  }
}

async function pay(): Promise<void> {
  while (next < Number(count)) {
    const id = `${prefix}-${next++}`;
    try {
      await world.act(paying(world.owner, id, '0.07', { work: 'guide' }));
      say(`paid ${id}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const reads = await world.work('guide').then(
        ({ paid }) => `reads ${paid.amount}`,
        (found: unknown) => String(found),
      );
      say(`refused ${id} ${error.code} ${error.status} ${reads}`);
      await wait(5);
    }
  }
}
