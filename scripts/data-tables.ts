import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, shippedDirectory } from '../src/tables/manifest.ts';

/**
 * Compares each table with its hash in data/tables.json. With `--write` it fills in the hashes of
 * entries that have none yet (an empty text): a hash that is there is never changed, as values that
 * were computed from that file name it. A later vintage gets a folder and an entry of its own.
 */
function main(): void {
  const directory = shippedDirectory();
  const path = join(directory, 'tables.json');
  const entries = readManifest(directory).map((entry) => {
    const bytes = readFileSync(join(directory, entry.file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (entry.sha256 !== '' && entry.sha256 !== sha256) {
      throw new Error(`${entry.file} is not what its hash names: put it back, or add a vintage`);
    }
    return { ...entry, sha256 };
  });
  if (process.argv.includes('--write')) {
    writeFileSync(path, `${JSON.stringify({ tables: entries }, null, 2)}\n`);
  }
  process.stdout.write(`${entries.length} tables are what their hashes name.\n`);
}

main();
