import { expect, test } from 'vitest';
import { openTables } from '../../tables/tables.ts';
import { listClassifications } from './classification-list.ts';

const tables = openTables();

test('each row comes with the shortest text that finds its rate', () => {
  const rows = tables.awardSnapshot('MA000010');
  const listed = listClassifications(tables, rows, '2026-08-01');
  const byName = new Map(listed.map((each) => [each.name, each.classification]));
  expect(byName.get('C13 / V2')).toBe('MA000010/C13 / V2');
  expect(byName.get('D2')).toBe('MA000010/D2');
  expect(listed.every(({ classification }) => classification !== null)).toBe(true);
});

test('a row says what it pays an hour, or that it pays none', () => {
  const [row] = listClassifications(tables, tables.searchAwards('hew 1.1'), '2026-08-01');
  expect(row).toMatchObject({ rate: { amount: '27.15', currency: 'AUD' }, award: 'MA000007' });
  const pieces = tables.searchAwards('').filter(({ baseType }) => baseType === 'Piece rate');
  const [piece] = listClassifications(tables, pieces.slice(0, 1), '2026-08-01');
  expect(piece).toMatchObject({ rate: null, classification: null });
});
