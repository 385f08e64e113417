import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readImport, type ImportOptions } from './readers.ts';

const data = 'test/data/imports';
const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const shown = async (format: string, path: string, options: ImportOptions = {}) => {
  const { lines, skipped, notes } = await readImport(format, path, options);
  return {
    lines: lines.map((l) => `${l.line} ${l.author.key} ${l.from} ${l.quantity} ${l.description}`),
    skipped: skipped.map(({ line, reason }) => `${line} ${reason}`),
    notes,
  };
};

describe('reports of Toggl', () => {
  it('are read from UTF-16 with a 12-hour clock and durations like times of day', async () => {
    expect(await shown('toggl', `${data}/toggl-utf16.csv`)).toEqual({
      lines: [
        '2 zoe@example.org 2026-03-04 2 Site: Layout',
        '3 zoe@example.org 2026-03-04 0.166667 Site: Talks',
        '3 zoe@example.org 2026-03-05 0.166667 Site: Talks',
        '6 zoe@example.org 2026-03-07 1 Site: Disagrees',
      ],
      skipped: ['4 no-time', '5 backwards'],
      notes: [
        'Line 6: its start and end are 01:00:00 apart, its sum says 03:00:00; start and end count.',
      ],
    });
  });

  it('are read in UTF-8, UTF-16 and Windows-1252 alike, the last with a note', async () => {
    const bytes = readFileSync(`${data}/toggl-utf16.csv`);
    const text = new TextDecoder('utf-16le').decode(bytes);
    const expected = await shown('toggl', `${data}/toggl-utf16.csv`);
    const marked = file('marked.csv', `\ufeff${text}`);
    const swapped = file('swapped.csv', Buffer.from(bytes).swap16());
    const old = file('old.csv', Buffer.from(text, 'latin1'));
    expect(await shown('toggl', marked)).toEqual(expected);
    expect(await shown('toggl', swapped)).toEqual(expected);
    const { lines, notes } = await shown('toggl', old);
    expect(lines).toEqual(expected.lines);
    expect(notes[0]).toContain('Windows-1252');
  });
});

describe('reports of Clockify', () => {
  it('are read by the evidence of their dates; a formula is text', async () => {
    expect(await shown('clockify', `${data}/clockify-us.csv`)).toEqual({
      lines: [
        '2 ken@example.org 2026-03-04 1.000278 Site: =HYPERLINK("x")',
        '3 ken@example.org 2026-03-05 1 Site: Night',
        '3 ken@example.org 2026-03-06 1 Site: Night',
        '4 ken@example.org 2026-03-13 1 Site: Same',
        '5 ken@example.org 2026-03-13 1 Site: Same',
      ],
      skipped: [],
      notes: [],
    });
  });

  it('give the same keys each time, and another for each of two equal entries', async () => {
    const first = await readImport('clockify', `${data}/clockify-us.csv`);
    const second = await readImport('clockify', `${data}/clockify-us.csv`);
    expect(second).toEqual(first);
    expect(new Set(first.lines.map((line) => line.key)).size).toBe(first.lines.length);
  });

  it('are refused where both readings of the dates fit, unless one is named', async () => {
    const text = readFileSync(`${data}/clockify-us.csv`, 'utf8').split('\n').slice(0, 3);
    const path = file('ambiguous.csv', text.join('\n'));
    const refusal = { code: 'dates-ambiguous', values: { line: 2, text: '03/04/2026' } };
    await expect(shown('clockify', path)).rejects.toMatchObject(refusal);
    const [us, eu] = [await shown('clockify', path, { dates: 'us' }), { dates: 'eu' } as const];
    expect(us.lines[0]).toContain('2026-03-04');
    expect((await shown('clockify', path, eu)).lines[0]).toContain('2026-04-03');
  });
});

describe('reports of Harvest', () => {
  it('are read with semicolons, decimal commas and days first', async () => {
    const { lines, skipped, notes } = await readImport('harvest', `${data}/harvest-comma.csv`);
    expect(lines).toMatchObject([
      {
        author: { key: 'Lou Example', name: 'Lou Example' },
        quantity: '7.25',
        from: '2026-03-04',
        evidence: ['https://example.org/issues/7'],
      },
    ]);
    expect(skipped).toMatchObject([{ line: 3, reason: 'no-time' }]);
    expect(notes).toEqual(['Columns that were not used: mood.']);
  });
});

describe('sheets that do not fit', () => {
  const toggl = 'User,Start date,Start time,End date,End time,Duration';
  it.each([
    ['no file', undefined, 'source-missing'],
    ['nothing in it', '', 'sheet-empty'],
    ['a heading alone', `${toggl}\n`, 'sheet-empty'],
    ['a workbook', 'PK\u0003\u0004', 'sheet-encoding'],
    ['bytes of zero', 'abc\0\0\0def', 'sheet-encoding'],
    ['an open quote', `${toggl}\n"Ann,2026`, 'sheet-malformed'],
    ['other columns', 'Date,Hours\n2026-01-01,1', 'sheet-columns'],
    ['a date that is none', `${toggl}\nAnn,2026-02-30,1:00,2026-02-28,2:00,1:00`, 'sheet-value'],
    ['a time that is none', `${toggl}\nAnn,2026-02-20,25:00,2026-02-28,2:00,1:00`, 'sheet-value'],
    ['a duration that is none', `${toggl}\nAnn,2026-02-20,1:00,2026-02-20,2:00,1h`, 'sheet-value'],
    ['nobody named', `${toggl}\n,2026-02-20,1:00,2026-02-20,2:00,1:00`, 'sheet-value'],
  ])('are refused: %s', async (name, content, code) => {
    const path = join(folder, name.replaceAll(' ', '-'));
    if (content !== undefined) writeFileSync(path, content);
    await expect(readImport('toggl', path)).rejects.toMatchObject({ code });
  });

  it('are refused where they are too large for a time sheet', async () => {
    const path = file('huge.csv', 'x');
    truncateSync(path, 64_000_001);
    await expect(readImport('toggl', path)).rejects.toMatchObject({ code: 'sheet-too-large' });
  });

  it('are refused in a format that nobody knows', async () => {
    const unknown = { code: 'import-format-unknown' };
    await expect(readImport('abacus', 'x')).rejects.toMatchObject(unknown);
  });
});

const others = '../shared/data/timesheets';

describe.skipIf(!existsSync(others))(`real exports in ${others}`, () => {
  it('are read whole', async () => {
    const toggl = await shown('toggl', `${others}/tuttle__toggl_detailed_2022.csv`);
    expect(toggl).toMatchObject({ skipped: [], notes: [] });
    expect(toggl.lines).toHaveLength(29);
    const second = await shown(
      'toggl',
      `${others}/solidtime__toggl_time_entries_import_test_1.csv`,
    );
    expect([second.lines.length, second.skipped.length]).toEqual([1, 1]);
    const path = `${others}/solidtime__clockify_time_entries_import_test_1.csv`;
    expect((await shown('clockify', path, { dates: 'us' })).lines).toHaveLength(1);
    await expect(shown('clockify', path)).rejects.toMatchObject({ code: 'dates-ambiguous' });
    const harvest = `${others}/solidtime__harvest_time_entries_import_test_1.csv`;
    expect((await shown('harvest', harvest)).lines.map((line) => line.split(' ')[4])).toEqual([
      '20',
      '0.01',
    ]);
    const clock = `${others}/hledger__sample.timeclock`;
    expect((await shown('timeclock', clock, { author: { name: 'Ann' } })).lines).toHaveLength(4);
  });
});
