import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaText } from '../src/store/sqlite/schema.ts';
import { DATA_FILES } from '../src/node.ts';
import { WORK, almanac, people } from '../test/almanac.ts';
import { newWorld } from '../test/world.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes `src/store/migrations/schema.sql`: what all migrations add up to. With `--release` it also
 * keeps the database of a small node, made by this version, under `test/data/databases`: every
 * later version has to open it. That of a version that was released is never made again.
 */
async function main(): Promise<void> {
  const schema = join(project, 'src/store/migrations/schema.sql');
  writeFileSync(schema, schemaText());
  process.stdout.write('src/store/migrations/schema.sql is written.\n');
  if (process.argv.includes('--release')) await keepRelease();
}

/** The almanac between its two payments, as a node of this version leaves it behind. */
async function keepRelease(): Promise<void> {
  const world = await newWorld({ seed: 'release', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
  await world.payOut('out_1', people.programmer.id, '739.61');
  await world.close();
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(project, 'test/data/databases', version);
  mkdirSync(folder, { recursive: true });
  cpSync(join(world.dataDir, DATA_FILES.database), join(folder, DATA_FILES.database));
  cpSync(join(world.dataDir, DATA_FILES.keys), join(folder, DATA_FILES.keys), { recursive: true });
  await world.end();
  process.stdout.write(`test/data/databases/${version} is written.\n`);
}

await main();
