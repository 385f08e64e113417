import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importCsv } from './csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string): string => {
  const path = join(folder, 'sheet.csv');
  writeFileSync(path, content);
  return path;
};

describe("the project's own sheet", () => {
  it('has a day and hours in any of the usual ways', () => {
    const { lines, skipped } = importCsv('test/data/imports/sheet.csv', {});
    expect(lines).toMatchObject([
      {
        line: 2,
        author: { key: 'ann@example.org' },
        kind: 'knowledge-work',
        quantity: '1.5',
        unit: 'h',
        evidence: ['https://example.org/1', 'https://example.org/2'],
        estimate: false,
      },
      { line: 3, kind: 'labour', quantity: '2.5', from: '2026-03-05', description: 'Set-up' },
    ]);
    expect(skipped).toMatchObject([{ line: 4, reason: 'no-time' }]);
  });

  it('has quantities of any unit over days, and an author who is named outside', () => {
    const path = file(
      'from\tto\tquantity\tunit\tkind\n2026-03-01\t2026-03-31\t1.250,5\tkWh\tmachine-time\n' +
        '2026-03-01\t2026-03-31\t0,0\tkWh\tmachine-time\n',
    );
    const { lines, skipped } = importCsv(path, { author: { name: 'Ann Example' } });
    expect(lines).toMatchObject([
      { quantity: '1250.5', unit: 'kWh', from: '2026-03-01', to: '2026-03-31' },
    ]);
    expect(skipped).toMatchObject([{ line: 3, reason: 'quantity-zero' }]);
  });

  it.each([
    ['a misspelt column', 'date,hourz,author\n2026-03-01,1,Ann', 'sheet-columns'],
    ['a column twice', 'date,hours,hours,author\n2026-03-01,1,1,Ann', 'sheet-columns'],
    ['no author', 'date,hours\n2026-03-01,1', 'sheet-columns'],
    ['a row without author', 'date,hours,author\n2026-03-01,1,', 'sheet-value'],
    ['a number that is none', 'date,quantity,unit,author\n2026-03-01,1e3,h,Ann', 'sheet-value'],
    ['no unit', 'date,quantity,unit,author\n2026-03-01,1,,Ann', 'sheet-value'],
    ['days in reverse', 'from,to,hours,author\n2026-03-02,2026-03-01,1,Ann', 'sheet-value'],
  ])('refuses %s', (_, content, code) => {
    expect(() => importCsv(file(content), {})).toThrow(expect.objectContaining({ code }));
  });
});
