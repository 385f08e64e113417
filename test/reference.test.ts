import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { referencePages } from '../scripts/reference.ts';

const folder = new URL('../docs/reference/', import.meta.url);

describe('the reference', async () => {
  const pages = await referencePages();

  test.each([...pages])('%s says what the code says; if not: npm run reference', (name, text) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  });
});
