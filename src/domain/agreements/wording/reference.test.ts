import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fields } from '../fields.ts';
import { termsReference } from './reference.ts';

const page = readFileSync(
  new URL('../../../../docs/concepts/agreement.md', import.meta.url),
  'utf8',
);

it('lists every term once', () => {
  const reference = termsReference();
  for (const { key } of fields) expect(reference.split(`\n| \`${key}\` |`)).toHaveLength(2);
});

it("is what the reader's page shows", () => {
  expect(page).toContain(termsReference());
});
