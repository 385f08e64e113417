import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { shippedDirectory } from './manifest.ts';
import { openTables } from './tables.ts';

const made: string[] = [];

const emptyDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'webizen-tables-'));
  made.push(directory);
  return directory;
};

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

describe('the shipped tables', () => {
  const tables = openTables();

  test('show a row that is named as a source among those around it', () => {
    const [rate] = tables.euroRates('AUD').slice(10);
    if (rate === undefined) throw new Error('There is no rate of the Australian dollar.');
    const { source } = rate;
    const asked = { id: source.tableId, sha256: source.sha256, row: source.row, around: 2 };
    const { head, rows, entry } = tables.around(asked);
    expect(rows.map(({ line }) => line - source.row)).toEqual([-2, -1, 0, 1, 2]);
    expect(rows[2]?.fields[head.indexOf('AUD')]).toBe(rate.rate);
    expect(rows[2]?.fields[head.indexOf('Date')]).toBe(rate.date);
    expect(entry.sha256).toBe(source.sha256);
    expect(tables.around({ ...asked, row: 2 }).rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test('refuse a row that is not there, and a vintage that is not installed', () => {
    const { sha256 } = tables.manifest('ppp');
    const asked = { id: 'ppp', sha256, row: 999_999, around: 1 };
    const refused = expect.objectContaining({ code: 'row-unknown' }) as Error;
    expect(() => tables.around(asked)).toThrow(refused);
    expect(() => tables.around({ ...asked, row: 1 })).toThrow(refused);
    const missing = expect.objectContaining({ code: 'table-missing' }) as Error;
    expect(() => tables.around({ ...asked, sha256: '0'.repeat(64) })).toThrow(missing);
  });

  test('are byte for byte what the manifest hashes', () => {
    const wrong = tables.entries().filter(({ file, sha256 }) => {
      const bytes = readFileSync(join(shippedDirectory(), file));
      return createHash('sha256').update(bytes).digest('hex') !== sha256;
    });
    expect(wrong).toEqual([]);
  });

  test('are each described in the SOURCE.md of their folder', () => {
    const undescribed = tables.entries().filter(({ id, file }) => {
      const folder = join(shippedDirectory(), file.split('/')[0] ?? '');
      const page = readFileSync(join(folder, 'SOURCE.md'), 'utf8');
      return !page.includes(`\`${id}\``) || !page.includes(file.split('/').slice(1).join('/'));
    });
    expect(undescribed).toEqual([]);
    expect(tables.entries().every((entry) => entry.source !== '' && entry.licence !== '')).toBe(
      true,
    );
  });

  test('have a name, a vintage and a hash for an agreement to pin', () => {
    expect(tables.pins().map(({ id }) => id)).toContain('au-award-history');
    expect(tables.pins().every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test('give each figure with the line of the file that it stands on', () => {
    const { file } = tables.manifest('au-award-history');
    const lines = readFileSync(join(shippedDirectory(), file), 'utf8').split('\n');
    for (const row of tables.awardHistory('MA000010')) {
      expect(lines[row.source.row - 1]).toContain(`,MA000010,${row.name},`);
    }
    expect(tables.awardHistory('MA000010')).toHaveLength(6 * 33);
  });

  test('give rows of the snapshot whose names hold commas in quotes', () => {
    const row = tables.awardSnapshot('MA000157').at(-1);
    expect(row).toMatchObject({ award: 'MA000157', from: '2026-07-01', parent: 'Grade IV' });
    expect(row).toMatchObject({ name: '3rd year', level: '3', calculatedRate: '52.01' });
  });

  test('give the newest published rate of a currency first', () => {
    expect(tables.euroRates('AUD')[0]).toMatchObject({ date: '2026-04-13', rate: '1.661' });
    expect(tables.euroRates('AUD').at(-1)?.date).toBe('1999-01-04');
    expect(tables.euroRates('XXX')).toEqual([]);
    expect(tables.euroRates('')).toEqual([]);
    expect(tables.euroRates('Date')).toEqual([]);
    // The rouble is quoted no more, the dinar never was.
    const quoted = ['AUD', 'EUR', 'JPY', 'RUB', 'KWD', 'Date'].map((code) =>
      tables.quoted().has(code),
    );
    expect(quoted).toEqual([true, true, true, false, false, false]);
  });

  test('know in which currency the parity of a country is, where its own table is silent', () => {
    expect(tables.localCurrency('DE')?.code).toBe('EUR');
    expect(tables.localCurrency('TR')?.code).toBe('TRY');
    expect(tables.localCurrency('BG')?.code).toBe('BGN');
    expect(tables.localCurrency('VE')).toBeNull();
    expect(tables.localCurrency('ZZ')).toBeNull();
  });

  test('answer nothing for what is no code', () => {
    expect(tables.awardHistory(',')).toEqual([]);
    expect(tables.awardSnapshot('')).toEqual([]);
    expect(tables.parity('de')).toEqual([]);
    expect(tables.localCurrency('\n')).toBeNull();
  });

  test('can be searched by words of the award and of the name', () => {
    const found = tables.searchAwards('mining programmer');
    expect(found.map(({ name }) => name)).toContain('Analyst and/or Programmer');
    expect(tables.searchAwards('no such work at all')).toEqual([]);
  });

  test('can be read whole, fields of several lines included', () => {
    const records = tables.records('vat-eu-history');
    expect(records[0]?.fields[0]).toBe('start_date');
    expect(records.every(({ fields }) => fields.length === 7)).toBe(true);
  });
});

const withTwoVintages = (): { directory: string; older: string; newer: string } => {
  const directory = emptyDirectory();
  const shipped = openTables();
  const entry = shipped.manifest('ppp');
  const later = { ...entry, vintage: '2025-99999999', file: 'ppp/later.csv' };
  mkdirSync(join(directory, dirname(entry.file)), { recursive: true });
  copyFileSync(join(shippedDirectory(), entry.file), join(directory, entry.file));
  const text = 'iso2,iso3,country,year,ppp_lcu_per_intl_usd\nDE,DEU,Germany,2024,0.9\n';
  writeFileSync(join(directory, later.file), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const manifest = { tables: [entry, { ...later, sha256 }] };
  writeFileSync(join(directory, 'tables.json'), JSON.stringify(manifest));
  return { directory, older: entry.sha256, newer: sha256 };
};

describe('several vintages of one table', () => {
  test('are read by the pinned hash, so that a value of today is recomputed years later', () => {
    const { directory, older } = withTwoVintages();
    const pinned = openTables({ directory, pins: [{ id: 'ppp', vintage: '', sha256: older }] });
    expect(pinned.parity('DE').at(-1)?.value).toBe('0.700862');
    expect(openTables({ directory }).parity('DE').at(-1)?.value).toBe('0.9');
  });

  test('are chosen by the pins of an agreement, beside those that are newest', () => {
    const { directory, older } = withTwoVintages();
    const tables = openTables({ directory });
    const pins = [{ id: 'ppp', vintage: '', sha256: older }];
    expect(tables.pinned(pins).parity('DE').at(-1)?.value).toBe('0.700862');
    expect(tables.pinned(pins)).toBe(tables.pinned(pins));
    expect(tables.pinned([]).parity('DE').at(-1)?.value).toBe('0.9');
  });

  test('refuse a vintage that is not there: table-missing', () => {
    const { directory } = withTwoVintages();
    const pins = [{ id: 'ppp', vintage: '2030', sha256: 'f'.repeat(64) }];
    expect(() => openTables({ directory, pins }).parity('DE')).toThrow(
      expect.objectContaining({ code: 'table-missing' }),
    );
  });

  test('refuse a file that another hand has changed: table-damaged', () => {
    const { directory } = withTwoVintages();
    writeFileSync(join(directory, 'ppp/later.csv'), 'iso2\nDE,DEU,Germany,2024,99\n');
    expect(() => openTables({ directory }).parity('DE')).toThrow(
      expect.objectContaining({ code: 'table-damaged' }),
    );
  });

  test('refuse a table whose file is gone: table-missing', () => {
    const { directory } = withTwoVintages();
    rmSync(join(directory, 'ppp/later.csv'));
    expect(() => openTables({ directory }).parity('DE')).toThrow(
      expect.objectContaining({ code: 'table-missing' }),
    );
  });
});
