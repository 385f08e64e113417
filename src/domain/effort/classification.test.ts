import { describe, expect, test } from 'vitest';
import { openTables } from '../../tables/tables.ts';
import { formatRatio } from '../money/ratio.ts';
import { classifiedRate, parseClassification } from './classification.ts';

const tables = openTables();
const refused = (code: string): unknown => expect.objectContaining({ code });

const rateOf = (text: string, from: string, to = from): string =>
  formatRatio(classifiedRate(tables, text, { from, to }).rate, 2);

const refusalOf = (work: () => unknown): string => {
  try {
    return String(work());
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('what is refused', () => {
  test.each(['', 'MA000065', '/6', 'MA65/6', 'MA000065/', 'x'.repeat(400)])(
    'classification-malformed: "%s"',
    (text) => {
      expect(() => parseClassification(text)).toThrow(refused('classification-malformed'));
    },
  );

  test('classification-unknown: a level that no row has lists near ones', () => {
    expect(() => rateOf('MA000065/99', '2026-05-01')).toThrow(/MA000065\/Level .*\(level \d\)/);
    expect(() => rateOf('MA000065/99', '2026-05-01')).toThrow(refused('classification-unknown'));
  });

  test('classification-unknown: an award that is none lists near ones', () => {
    expect(() => rateOf('MA900065/6', '2026-05-01')).toThrow(/MA000065 Professional/);
  });

  test('classification-unknown: part of a name is no name', () => {
    expect(() => rateOf('MA000010/C1', '2026-05-01')).toThrow(refused('classification-unknown'));
  });

  test('date-before-table: the history begins on 1 July 2021, the snapshot in 2026', () => {
    expect(() => rateOf('MA000065/6', '2021-06-30')).toThrow(refused('date-before-table'));
    expect(() => rateOf('MA000001/Chemist', '2026-06-30')).toThrow(refused('date-before-table'));
  });

  test('classification-ambiguous: a level that several rows have lists them', () => {
    expect(() => rateOf('MA000010/2', '2026-05-01')).toThrow(
      /C13 \/ V2 \(level 2, 24\.95 an hour\); .*D2 \(level 2, 27\.37/,
    );
    expect(() => rateOf('MA000010/8', '2026-05-01')).toThrow(refused('classification-ambiguous'));
  });

  test('classification-ambiguous: a name that two rows have at two rates', () => {
    expect(() => rateOf('MA000079/Entry', '2026-05-01')).toThrow(
      refused('classification-ambiguous'),
    );
  });

  test('classification-not-hourly: what is paid by the piece or the day has no hour', () => {
    const pieces = tables.searchAwards('').filter(({ calculatedRate, baseType }) => {
      return calculatedRate === '' && ['Piece rate', 'Daily', 'Monthly'].includes(baseType);
    });
    const codes = pieces.map(({ award, parent, name }) => {
      const text = parent === '' ? `${award}/${name}` : `${award}/${parent}/${name}`;
      return refusalOf(() => rateOf(text, '2026-08-01'));
    });
    expect(pieces.length).toBeGreaterThan(100);
    expect(codes.filter((code) => code === 'classification-not-hourly').length).toBeGreaterThan(50);
  });

  test('range-crosses-rate-change: the refusal says where to split', () => {
    expect(() => rateOf('MA000065/6', '2026-06-01', '2026-07-02')).toThrow(
      expect.objectContaining({
        code: 'range-crosses-rate-change',
        remedy: expect.stringContaining('2026-06-01/2026-06-30 and 2026-07-01/2026-07-02'),
      }),
    );
  });
});

describe('what a classification is worth', () => {
  test.each([
    ['MA000065/6', '2026-05-01', '37.97', 'one row of the level'],
    ['MA000065/6', '2026-06-30', '37.97', 'an empty end lasts to the day before the next block'],
    ['MA000065/6', '2026-07-01', '39.77', 'the block of the snapshot'],
    ['MA000065/6', '2026-11-21', '39.77', 'the last block has no end'],
    ['MA000065/5', '2026-05-01', '36.73', '36.729999999999997 is an artefact'],
    ['MA000010/C13', '2026-05-01', '24.95', 'a whole name between slashes'],
    ['MA000010/c13', '2026-05-01', '24.95', 'in any case'],
    ['ma000010/C13 / V2', '2026-05-01', '24.95', 'the whole name'],
    ['MA000010/V2', '2026-05-01', '24.95', 'two rows that agree; 948.00 / 38'],
    ['MA000010/D2', '2026-05-01', '27.37', 'its namesake of the same level is another'],
    ['MA000010/V8', '2026-05-01', '30.76', 'the same row twice'],
    ['MA000002/Level 1-Year 1', '2021-08-01', '21.62', 'any dash will do'],
    ['MA000019/3', '2026-05-01', '29.70', 'an annual row and its hourly twin'],
    ['MA000019/3', '2026-08-01', '31.11', '1,182.10 a week / 38'],
    ['MA000079/5', '2026-05-01', '37.97', 'a weekly row and its hourly twin'],
    ['MA000007/HEW Level 1.1', '2026-08-01', '27.15', '53,820.31 a year x 6 / (313 x 38)'],
    ['MA000001/Group G/Chemist', '2026-08-01', '38.77', 'a name under its heading'],
  ])('%s on %s is %s: %s', (text, day, rate) => {
    expect(rateOf(text, day)).toBe(rate);
  });

  test('the source names the table, its vintage and hash, and the line', () => {
    const { source } = classifiedRate(tables, 'MA000065/6', {
      from: '2026-05-01',
      to: '2026-05-31',
    });
    expect(source).toMatchObject({ tableId: 'au-award-history', row: 1339, date: '2025-07-01' });
    expect(source.sha256).toBe(tables.manifest('au-award-history').sha256);
  });

  test('a derived rate shows what it was rounded from', () => {
    const { rounding, note } = classifiedRate(tables, 'MA000010/V2', {
      from: '2026-05-01',
      to: '2026-05-01',
    });
    expect(note).toBe('948.00 a week / 38 hours');
    expect(rounding).toEqual({ mode: 'half-even', places: 2, before: '474/19', after: '24.95' });
  });
});
