import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';

const vectors = new URL('../data/vectors/jcs/', import.meta.url);
const names = readdirSync(new URL('input/', vectors)).toSorted();

describe('RFC 8785 test data', () => {
  test('all six documents are there', () => {
    expect(names).toHaveLength(6);
  });

  test.each(names)('%s becomes the published bytes', (name) => {
    const input: unknown = JSON.parse(readFileSync(new URL(`input/${name}`, vectors), 'utf8'));
    const bytes = Buffer.from(canonicalJson(input), 'utf8');
    const expected = readFileSync(new URL(`output/${name}`, vectors));
    expect(bytes.equals(expected)).toBe(true);
    const hex = readFileSync(new URL(`outhex/${name.replace('.json', '.txt')}`, vectors), 'utf8');
    expect(bytes.toString('hex')).toBe(hex.replaceAll(/\s/g, ''));
  });
});
