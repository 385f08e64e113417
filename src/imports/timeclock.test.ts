import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importTimeclock } from './timeclock.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeclock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const night = 'test/data/imports/night.timeclock';
const author = { name: 'Ann Example', email: 'ann@example.org' };

describe('a timeclock file', () => {
  it('has a line a day for a session over midnight', () => {
    const { lines } = importTimeclock(night, { author });
    expect(lines).toMatchObject([
      {
        from: '2026-06-30',
        quantity: '2',
        description: 'site:design: Layout',
        startedAt: '2026-06-30T22:00:00',
        endedAt: '2026-06-30T24:00:00',
      },
      { from: '2026-07-01', quantity: '1.5', startedAt: '2026-07-01T00:00:00' },
    ]);
  });

  it('skips what has no beginning or no end, and says so', () => {
    const { skipped } = importTimeclock(night, { author });
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'never-in'],
      [5, 'never-out'],
    ]);
  });

  it('is refused without a person, and with a line that is none', () => {
    const path = join(folder, 'odd.timeclock');
    writeFileSync(path, 'i 2026-06-31 09:00 site\n');
    expect(() => importTimeclock(night, {})).toThrow(
      expect.objectContaining({ code: 'import-author-missing' }),
    );
    expect(() => importTimeclock(path, { author })).toThrow(
      expect.objectContaining({
        code: 'sheet-value',
        values: expect.objectContaining({ line: 1 }),
      }),
    );
  });
});
