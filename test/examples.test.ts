import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { project, Reader } from './pages.ts';

const folder = join(project, 'examples', 'almanac');
const tellings = readdirSync(folder).filter((name) => /^\d.*\.sh$/.test(name));

/** What differs from run to run: keys, hashes that keys or times go into, and the day itself. */
const settled = (said: string, days: readonly string[]): string =>
  days
    .reduce((text, day) => text.replaceAll(day, 'TODAY'), said)
    .replaceAll(/, until \d{4}-\d\d-\d\d/g, ', until A DAY')
    .replaceAll(/\bz6Mk\w{44}\b/g, 'z6Mk…')
    .replaceAll(/^(terms|text|root)( +)[0-9a-f]{64}$/gm, '$1$2…');

const today = (): string => new Date().toISOString().slice(0, 10);

// Some two hundred processes: the limit only ends what hangs.
vi.setConfig({ testTimeout: 600_000 });

// After a change that is meant: vitest run test/examples.test.ts -u, and read what changed.
describe('the garden almanac, told by the command line', () => {
  test('is told four times', () => {
    expect(tellings).toHaveLength(4);
  });

  test.concurrent.for(tellings)('%s says what its transcript says', async (name, { expect }) => {
    const reader = new Reader(folder);
    try {
      const days = [today()];
      const { status, said } = await reader.run('sh', [join(folder, name)]);
      expect(status, said).toBe(0);
      const transcript = join(folder, name.replace('.sh', '.txt'));
      await expect(settled(said, [...days, today()])).toMatchFileSnapshot(transcript);
    } finally {
      reader.end();
    }
  });
});
